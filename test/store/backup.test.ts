/** Backups: whole while others write, checked, kept by count, and put back. */

import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/calendar/interval.ts';
import { appendAudit, listAudit } from '../../src/store/audit-store.ts';
import {
  backupDatabase,
  backupName,
  listBackups,
  parseBackupName,
  rotateBackups,
} from '../../src/store/backup.ts';
import { replaceCase } from '../../src/store/case-store.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { inspectDatabase } from '../../src/store/inspection.ts';
import { SCHEMA_NUMBER } from '../../src/store/migration.ts';
import { MOST_KEPT, type Restoring, restoreDatabase } from '../../src/store/restore.ts';
import { listUnits } from '../../src/store/unit-store.ts';
import { sampleCase } from '../sample-case.ts';
import { temporaryDatabase, temporaryPath } from './temporary-database.ts';

const AT = Date.UTC(2027, 1, 6, 3, 0, 0) as Instant;

const note = (db: Database, subject: string) =>
  appendAudit(
    db,
    { at: AT, actor: 'ha', action: 'draft.save', unitId: 'u', subject, details: {} },
    new Uint8Array(32),
  );

async function filled(): Promise<{ readonly path: string; readonly db: Database; readonly backup: string }> {
  const path = temporaryPath();
  const db = await temporaryDatabase(path);
  await db.transaction().execute((trx) => replaceCase(trx, sampleCase('tet-2027-province')));
  await note(db, 'before');
  return { path, db, backup: join(dirname(path), 'backups', backupName(AT)) };
}

/** Turns one byte in the middle of the file. */
function spoil(path: string, at = Math.floor(statSync(path).size / 2)): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(path, bytes);
}

describe('a backup', () => {
  it('holds everything written before it, though the server goes on', async () => {
    const { path, db, backup } = await filled();
    const made = await backupDatabase(path, backup);
    await note(db, 'after');
    const copy = await temporaryDatabase(backup);
    expect((await listAudit(copy, {}, 9)).map(({ subject }) => subject)).toEqual(['before']);
    expect(await listUnits(copy)).toEqual(await listUnits(db));
    expect(made).toMatchObject({ path: backup, bytes: statSync(backup).size });
  });

  it('is one file and its checksum, for the owner only', async () => {
    const { path, backup } = await filled();
    const { sha256 } = await backupDatabase(path, backup);
    const name = basename(backup);
    expect(readdirSync(dirname(backup)).sort()).toEqual([name, `${name}.sha256`]);
    expect(readFileSync(`${backup}.sha256`, 'utf8')).toBe(`${sha256}  ${name}\n`);
    expect([backup, `${backup}.sha256`, path].map((each) => statSync(each).mode & 0o777)).toEqual([
      0o600, 0o600, 0o600,
    ]);
  });

  it('taken while others write is of one moment', async () => {
    const { path, db, backup } = await filled();
    let writing = true;
    const writer = (async () => {
      for (let i = 0; writing; i++) {
        await db.transaction().execute(async (trx) => {
          await note(trx, `${i}`);
          await note(trx, `${i}`);
        });
        await new Promise(setImmediate);
      }
    })();
    for (let i = 0; i < 5; i++) {
      await backupDatabase(path, `${backup}.${i}`);
      const copy = new SqliteFile(`${backup}.${i}`, { readonly: true });
      const lonely = copy
        .prepare(
          "SELECT subject FROM audit_entry WHERE subject <> 'before' GROUP BY subject HAVING count(*) <> 2",
        )
        .all();
      copy.close();
      expect(lonely).toEqual([]);
    }
    writing = false;
    await writer;
  });

  it('never goes over another one', async () => {
    const { path, backup } = await filled();
    const { sha256 } = await backupDatabase(path, backup);
    await expect(backupDatabase(path, backup)).rejects.toMatchObject({
      code: 'conflict',
      key: 'error.backup.exists',
    });
    expect(readFileSync(`${backup}.sha256`, 'utf8')).toContain(sha256);
  });

  it('of a file that is no database, or damaged, is refused and leaves nothing', async () => {
    const { path, db, backup } = await filled();
    await db.destroy();
    spoil(path, 5);
    await expect(backupDatabase(path, backup)).rejects.toMatchObject({
      key: 'error.database.not-a-database',
    });
    await expect(backupDatabase(`${path}.none`, backup)).rejects.toMatchObject({
      key: 'error.database.unreachable',
    });
    expect(readdirSync(dirname(backup))).toEqual([]);
  });
});

describe('the folder of backups', () => {
  it('keeps the newest so many and sweeps what was broken off', () => {
    const folder = dirname(temporaryPath());
    const names = [0, 1, 2, 3, 4].map((day) => backupName((AT + day * 86_400_000) as Instant));
    for (const name of names) {
      writeFileSync(join(folder, name), '');
      writeFileSync(join(folder, `${name}.sha256`), '');
    }
    const orphan = backupName((AT + 9 * 86_400_000) as Instant);
    for (const stray of [
      `${orphan}.sha256`,
      `${orphan}.partial`,
      `${orphan}.partial-journal`,
      'notes.txt',
      'rota.db',
    ]) {
      writeFileSync(join(folder, stray), '');
    }
    expect(listBackups(folder)).toEqual(names);
    expect(rotateBackups(folder, 3)).toEqual(names.slice(0, 2));
    const kept = names.slice(2).flatMap((name) => [name, `${name}.sha256`]);
    expect(readdirSync(folder).sort()).toEqual(['notes.txt', ...kept, 'rota.db'].sort());
    expect(rotateBackups(folder, 0)).toEqual(names.slice(2, 4));
    expect(listBackups(folder)).toEqual(names.slice(4));
    expect(listBackups(join(folder, 'none'))).toEqual([]);
  });

  it('names files by their time', () => {
    expect(backupName(AT)).toBe('rota-20270206T030000Z.db');
    expect(parseBackupName('rota-20270206T030000Z.db')).toBe(AT);
    expect(parseBackupName('rota-20270206T030000Z.db.sha256')).toBeUndefined();
  });
});

function restoring(given: Restoring) {
  return restoreDatabase(given, async () => 'looked over');
}

describe('restoring', () => {
  it('brings back the moment of the backup, and keeps what stood there', async () => {
    const { path, db, backup } = await filled();
    await backupDatabase(path, backup);
    await note(db, 'after');
    await db.destroy();
    const restored = await restoring({ from: backup, to: path, at: AT });
    expect(restored).toEqual({
      schema: SCHEMA_NUMBER,
      amended: 'looked over',
      kept: `${path}.before-20270206T030000Z`,
    });
    const now = await temporaryDatabase(path);
    expect((await listAudit(now, {}, 9)).map(({ subject }) => subject)).toEqual(['before']);
    const old = await temporaryDatabase(restored.kept ?? '');
    expect((await listAudit(old, {}, 9)).map(({ subject }) => subject)).toEqual(['after', 'before']);
  });

  it('works where there is no database, and over one too damaged to open', async () => {
    const { path, db, backup } = await filled();
    await backupDatabase(path, backup);
    await db.destroy();
    rmSync(path);
    expect(await restoring({ from: backup, to: path, at: AT })).toEqual({
      schema: SCHEMA_NUMBER,
      amended: 'looked over',
    });
    writeFileSync(path, 'nonsense'.repeat(1000));
    await expect(openDatabase(path)).rejects.toMatchObject({ key: 'error.database.not-a-database' });
    writeFileSync(`${path}-wal`, 'log');
    const { kept } = await restoring({ from: backup, to: path, at: AT });
    expect(readFileSync(`${kept}-wal`, 'utf8')).toBe('log');
    expect(await listUnits(await temporaryDatabase(path))).toHaveLength(1);
  });

  it('keeps what stood there the last few times, and no more', async () => {
    const { path, db, backup } = await filled();
    await backupDatabase(path, backup);
    await db.destroy();
    for (let day = 0; day < MOST_KEPT + 2; day++) {
      await restoring({ from: backup, to: path, at: (AT + day * 86_400_000) as Instant });
    }
    const kept = readdirSync(dirname(path)).filter((name) => name.includes('.before-'));
    expect(kept.sort()).toEqual(['08', '09', '10'].map((day) => `rota.db.before-202702${day}T030000Z`));
  });

  it('that fails on what is gone over changes nothing', async () => {
    const { path, db, backup } = await filled();
    await backupDatabase(path, backup);
    await db.destroy();
    const before = readFileSync(path);
    const failing = restoreDatabase({ from: backup, to: path, at: AT }, () =>
      Promise.reject(new Error('no')),
    );
    await expect(failing).rejects.toThrow('no');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(dirname(path)).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  it('is refused while a server has the database open, which goes on', async () => {
    const { path, db, backup } = await filled();
    await backupDatabase(path, backup);
    await expect(restoring({ from: backup, to: path, at: AT })).rejects.toMatchObject({
      key: 'error.database.in-use',
    });
    await note(db, 'after');
    expect(await listAudit(db, {}, 9)).toHaveLength(2);
    expect(readdirSync(dirname(path)).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  it.each([
    ['a backup that is not there', (backup: string) => rmSync(backup), 'error.backup.missing'],
    [
      'a backup without its checksum',
      (backup: string) => rmSync(`${backup}.sha256`),
      'error.backup.no-checksum',
    ],
    [
      'an empty checksum',
      (backup: string) => writeFileSync(`${backup}.sha256`, ''),
      'error.backup.no-checksum',
    ],
    ['a changed byte', (backup: string) => spoil(backup), 'error.backup.checksum'],
    ['a byte more', (backup: string) => appendFileSync(backup, '!'), 'error.backup.checksum'],
  ])('refuses %s, and changes nothing', async (_, change, key) => {
    const { path, db, backup } = await filled();
    await backupDatabase(path, backup);
    change(backup);
    await note(db, 'after');
    await db.destroy();
    const before = readFileSync(path);
    await expect(restoring({ from: backup, to: path, at: AT })).rejects.toMatchObject({ key });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(`${path}.restoring`)).toBe(false);
  });

  it('refuses a newer program’s backup, and a database of something else', async () => {
    const { path, db, backup } = await filled();
    await db.insertInto('migration').values({ number: 999, name: 'later' }).execute();
    // `backupDatabase` would refuse as well, so the copy is made by hand.
    await db.destroy();
    mkdirSync(dirname(backup), { recursive: true });
    writeFileSync(backup, readFileSync(path));
    const { createHash } = await import('node:crypto');
    const sum = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
    writeFileSync(`${backup}.sha256`, `${sum(backup)}  x\n`);
    await expect(restoring({ from: backup, to: path, at: AT })).rejects.toMatchObject({
      key: 'error.database.newer',
    });
    const foreign = `${path}.foreign`;
    new SqliteFile(foreign).exec('CREATE TABLE t (a)').close();
    writeFileSync(`${foreign}.sha256`, sum(foreign));
    await expect(restoring({ from: foreign, to: path, at: AT })).rejects.toMatchObject({
      key: 'error.database.not-a-database',
    });
  });
});

describe('an inspection', () => {
  it('finds a page gone wrong that opening does not', async () => {
    const { path, db } = await filled();
    await db.destroy();
    expect(inspectDatabase(path)).toEqual({ schema: SCHEMA_NUMBER });
    const size = statSync(path).size;
    for (let page = 3; page * 4096 < size; page += 1) spoil(path, page * 4096 + 1);
    expect(() => inspectDatabase(path)).toThrow(/error.database.damaged/);
  });
});
