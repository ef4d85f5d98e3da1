/** The disk itself gives out, really: a file system of a few megabytes that is filled, and one that can only be read. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeBackup } from '../../src/app/keep-backups.ts';
import { loadCase } from '../../src/app/periods/load-case.ts';
import { listBackups } from '../../src/store/backup.ts';
import { openDatabase } from '../../src/store/database.ts';
import { listUnits } from '../../src/store/unit-store.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { createReadiness } from '../../src/wiring/readiness.ts';
import { sampleCase, sampleHolidays } from '../sample-case.ts';

const MEGABYTES = 3;
const FULL = { code: 'unavailable', key: 'error.database.full' };

/** Mounting takes root, and not every place lets even root. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'rota-disk-'));
  const gone = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    gone();
    return undefined;
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
    gone();
  });
  return folder;
}

describe('a disk', () => {
  it('that is full refuses what does not fit, loses nothing, and is used again once there is room', async (test) => {
    const disk = smallDisk();
    if (disk === undefined) return test.skip('nothing can be mounted here');
    const path = join(disk, 'rota.db');
    const app = await openApp(path, sampleHolidays());
    onTestFinished(() => app.close());
    await loadCase(app, { source: sampleCase('unit-small'), actor: 'cli' });
    const before = await listUnits(app.db);
    const filler = join(disk, 'filler');
    expect(() => writeFileSync(filler, Buffer.alloc(MEGABYTES * 1024 * 1024))).toThrow(/ENOSPC/);

    const source = sampleCase('tet-2027-national');
    await expect(loadCase(app, { source, actor: 'cli' })).rejects.toMatchObject(FULL);
    expect(await listUnits(app.db)).toEqual(before);
    const keeping = { databasePath: path, folder: join(disk, 'backups'), keep: 3 };
    await expect(makeBackup(app, keeping, 'cli')).rejects.toMatchObject({ code: 'unavailable' });
    expect(listBackups(keeping.folder)).toEqual([]);
    const ready = createReadiness({
      isSound: () => true,
      databasePath: path,
      clock: () => Date.now(),
      probeStore: async () => void (await listUnits(app.db)),
      isStopping: () => false,
    });
    expect((await ready()).filter(({ ok }) => !ok)).toEqual([{ name: 'disk', ok: false }]);

    rmSync(filler);
    expect((await ready()).filter(({ ok }) => !ok)).toEqual([]);
    expect(await loadCase(app, { source, actor: 'cli' })).toMatchObject({ ok: true });
    const whole = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(app.db);
    expect(whole.rows).toEqual([{ integrity_check: 'ok' }]);
  });

  it('that can only be read is told as such, at the start and later', async (test) => {
    const disk = smallDisk();
    if (disk === undefined) return test.skip('nothing can be mounted here');
    const path = join(disk, 'rota.db');
    await (await openDatabase(path)).destroy();
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    await expect(openDatabase(path)).rejects.toMatchObject({
      code: 'unavailable',
      key: 'error.database.read-only',
    });
    await expect(openApp(path, sampleHolidays())).rejects.toMatchObject({ code: 'unavailable' });
    execFileSync('mount', ['-o', 'remount,rw', disk]);
    await (await openDatabase(path)).destroy();
    mkdirSync(join(disk, 'still-there'));
  });
});
