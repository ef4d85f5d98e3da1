/** Damage is found beside visits and told by the file's own name; a second server is refused. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { holdServerLock, networkKind, networkKindOf } from '../../src/store/server-lock.ts';
import { createIntegrity } from '../../src/wiring/integrity.ts';
import { ROOT } from '../../src/wiring/root.ts';
import { temporaryDatabase, temporaryPath } from '../store/temporary-database.ts';

function spoil(path: string): void {
  const file = openSync(path, 'r+');
  for (let at = 3 * 4096 + 1; at < statSync(path).size; at += 4096)
    writeSync(file, Buffer.alloc(64, 255), 0, 64, at);
  closeSync(file);
}

describe('the check of the database', () => {
  it('is silent on a sound one, names a damaged one, and goes on saying so', async () => {
    const path = temporaryPath();
    const db = await temporaryDatabase(path);
    const integrity = createIntegrity(path);
    await integrity.check();
    expect(integrity.isSound()).toBe(true);
    await db.destroy();
    spoil(path);
    await expect(integrity.check()).rejects.toMatchObject({
      key: 'error.database.damaged',
      params: { path },
    });
    expect(integrity.isSound()).toBe(false);
  });

  it('that could not be made says why, and nothing of damage', async () => {
    const integrity = createIntegrity(`${temporaryPath()}.none`);
    await expect(integrity.check()).rejects.toMatchObject({ key: 'error.database.unreachable' });
    expect(integrity.isSound()).toBe(true);
  });
});

describe('the lock of a server', () => {
  it('refuses another process, and goes with the one that holds it, however that ends', async () => {
    const path = temporaryPath();
    const module = join(ROOT, 'dist', 'store', 'server-lock.js');
    const code = `import { holdServerLock } from ${JSON.stringify(module)};
      holdServerLock(${JSON.stringify(path)}); console.log('held'); setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', code]);
    await once(other.stdout, 'data');
    expect(() => holdServerLock(path)).toThrow(/error.database.served/);
    other.kill('SIGKILL');
    await once(other, 'exit');
    const lock = holdServerLock(path);
    expect(() => holdServerLock(path)).toThrow(/error.database.served/);
    lock.release();
    holdServerLock(path).release();
  });

  it('knows file systems of other machines', () => {
    expect([networkKind(0x6969), networkKind(-11317950), networkKind(0xef53)]).toEqual([
      'NFS',
      'CIFS',
      undefined,
    ]);
    expect(() => networkKindOf(temporaryPath())).not.toThrow();
  });
});
