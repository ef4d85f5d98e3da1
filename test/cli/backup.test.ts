/** `rota backup` and `rota restore` by the built program: what was there comes back, and what is not whole does not. */

import { appendFileSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rota, SAMPLES, temporaryFolder } from './rota.ts';

describe('a backup', () => {
  it('brings back what was there, and keeps what it replaces', async () => {
    const cwd = temporaryFolder();
    const env = { ROTA_DB: join(cwd, 'rota.db'), ROTA_BACKUPS: join(cwd, 'backups') };
    expect((await rota(['load', join(SAMPLES, 'unit-small')], { cwd, env })).code).toBe(0);
    const made = await rota(['backup', '--json'], { cwd, env });
    expect(made).toMatchObject({ code: 0, err: '' });
    const { path, sha256 } = JSON.parse(made.out) as { path: string; sha256: string };
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(existsSync(`${path}.sha256`)).toBe(true);
    const restored = await rota(['restore', path, '--lang', 'en'], { cwd, env });
    expect(restored.code).toBe(0);
    expect(restored.out).toContain(`Restored ${env.ROTA_DB} from ${path}.`);
    expect(readdirSync(cwd).some((name) => name.startsWith('rota.db.before-'))).toBe(true);
  });

  it('is refused when a byte of it has changed', async () => {
    const cwd = temporaryFolder();
    const env = { ROTA_DB: join(cwd, 'rota.db'), ROTA_BACKUPS: join(cwd, 'backups') };
    await rota(['load', join(SAMPLES, 'unit-small')], { cwd, env });
    const { path } = JSON.parse((await rota(['backup', '--json'], { cwd, env })).out) as { path: string };
    appendFileSync(path, 'x');
    const refused = await rota(['restore', path, '--lang', 'en'], { cwd, env });
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(path);
  });
});

describe('a backup for a key', () => {
  it('is made by the line the key’s making tells, and opened by its file alone', async () => {
    const cwd = temporaryFolder();
    const env = { ROTA_DB: join(cwd, 'rota.db'), ROTA_BACKUPS: join(cwd, 'backups') };
    await rota(['load', join(SAMPLES, 'unit-small')], { cwd, env });
    const made = await rota(['backup', 'key', '--out', 'stick.txt', '--lang', 'en'], { cwd, env });
    const [, recipient = ''] = /^ROTA_BACKUP_RECIPIENT=(age1\S+)$/m.exec(made.out) ?? [];
    const file = join(cwd, 'stick.txt');
    expect([made.code, statSync(file).mode & 0o777, made.out.includes('AGE-SECRET')]).toEqual([
      0,
      0o600,
      false,
    ]);
    const again = await rota(['backup', 'key', '--out', 'stick.txt', '--lang', 'en'], { cwd, env });
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('There is a file')]);

    const keyed = { ...env, ROTA_BACKUP_RECIPIENT: recipient };
    const backup = await rota(['backup', '--json'], { cwd, env: keyed });
    const { path, encrypted } = JSON.parse(backup.out) as { path: string; encrypted: boolean };
    expect([path.endsWith('.db.age'), encrypted]).toEqual([true, true]);
    const closed = await rota(['restore', path, '--lang', 'en'], { cwd, env: keyed });
    expect([closed.code, closed.err]).toEqual([2, expect.stringContaining('--identity FILE')]);
    const open = await rota(['restore', path, '--identity', 'stick.txt', '--lang', 'en'], {
      cwd,
      env: keyed,
    });
    expect([open.code, open.err]).toEqual([0, '']);
  });

  it('is not made for what is no recipient, and plain copies say what could be done', async () => {
    const cwd = temporaryFolder();
    const env = { ROTA_DB: join(cwd, 'rota.db'), ROTA_BACKUPS: join(cwd, 'backups') };
    const plain = await rota(['backup', '--lang', 'en'], { cwd, env });
    expect(plain.out).toContain('rota backup key --out FILE');
    const odd = await rota(['backup', '--lang', 'en'], {
      cwd,
      env: { ...env, ROTA_BACKUP_RECIPIENT: 'age1abc' },
    });
    expect([odd.code, odd.err]).toEqual([2, expect.stringContaining('age1abc')]);
    expect(readdirSync(env.ROTA_BACKUPS)).toHaveLength(2);
  });
});

describe('rota serve', () => {
  it('refuses to stand open on the network, in both languages', async () => {
    const env = { ROTA_ACCESS: 'open', ROTA_HOST: '0.0.0.0', ROTA_PORT: '0' };
    const vi = await rota(['serve'], { env });
    const en = await rota(['serve', '--lang', 'en'], { env });
    expect([vi.code, en.code]).toEqual([2, 2]);
    expect(vi.err).toContain('ROTA_ACCESS=accounts');
    expect(en.err).toContain('this machine only, not on 0.0.0.0');
  });

  it('refuses passwords in plain over a network', async () => {
    const env = { ROTA_URL: 'http://truc.lamgiang.example', ROTA_PORT: '0' };
    const { code, err } = await rota(['serve', '--lang', 'en'], { env });
    expect([code, err.includes('not encrypted')]).toEqual([2, true]);
  });
});
