/** When the disk is full or cannot be written: said plainly, nothing half done, and on again when there is room. */

import { readFileSync, writeFileSync } from 'node:fs';
import SqliteFile from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { findDraft } from '../../src/app/drafts/find-draft.ts';
import { saveDraft } from '../../src/app/drafts/save-draft.ts';
import { loadCase } from '../../src/app/periods/load-case.ts';
import { appendAudit } from '../../src/store/audit-store.ts';
import { dialectOn } from '../../src/store/dialect.ts';
import { storeError } from '../../src/store/sqlite-error.ts';
import type { Tables } from '../../src/store/tables.ts';
import { listUnits } from '../../src/store/unit-store.ts';
import { loaded, seat } from '../app/sample-app.ts';
import { sampleCase } from '../sample-case.ts';
import { onSqlite } from './engine.ts';
import { temporaryDatabase, temporaryPath } from './temporary-database.ts';

const FULL = { code: 'unavailable', key: 'error.database.full' };

describe.skipIf(!onSqlite)('a full disk under SQLite', () => {
  it('refuses what does not fit, keeps what was there, and goes on when there is room', async () => {
    const { app, key, plan } = await loaded();
    const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(app.db);
    await sql`PRAGMA max_page_count = ${sql.raw(String(rows[0]?.page_count))}`.execute(app.db);
    const source = sampleCase('tet-2027-national');
    await expect(loadCase(app, { source, actor: 'cli' })).rejects.toMatchObject(FULL);
    expect((await listUnits(app.db)).map(({ id }) => id)).toEqual([key.unitId]);
    let saved = 0;
    const save = () =>
      saveDraft(app, {
        key,
        roster: { periodId: key.periodId, assignments: plan.shifts.map((_, i) => seat(plan, i, 0)) },
        seenRevision: saved,
        actor: 'ha',
      });
    const fillUp = async () => {
      for (; saved < 500; saved++) await save();
    };
    await expect(fillUp()).rejects.toMatchObject(FULL);
    expect((await findDraft(app, key))?.draft.revision ?? 0).toBe(saved);
    await sql`PRAGMA max_page_count = 100000`.execute(app.db);
    expect((await save()).revision).toBe(saved + 1);
    expect((await sql`PRAGMA integrity_check`.execute(app.db)).rows).toEqual([{ integrity_check: 'ok' }]);
  });
});

describe('a file that can only be read', () => {
  it('is told as such when something is written', async () => {
    const path = temporaryPath();
    await temporaryDatabase(path);
    const db = new Kysely<Tables>({ dialect: dialectOn(new SqliteFile(path, { readonly: true })) });
    const entry = {
      at: 0 as never,
      actor: 'ha',
      action: 'draft.save',
      unitId: '',
      subject: '',
      details: {},
    } as const;
    await expect(appendAudit(db, entry, new Uint8Array(32))).rejects.toMatchObject({
      key: 'error.database.read-only',
      params: { path },
    });
    expect(await listUnits(db)).toEqual([]);
    await db.destroy();
  });
});

describe('a page gone wrong under a running server', () => {
  it('is told as damage, with the way out', async () => {
    const path = temporaryPath();
    const db = await temporaryDatabase(path);
    await db.destroy();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 2 * 4096);
    writeFileSync(path, bytes);
    const damaged = new Kysely<Tables>({ dialect: dialectOn(new SqliteFile(path)) });
    await expect(listUnits(damaged)).rejects.toMatchObject({
      key: 'error.database.damaged',
      params: { path },
    });
    await damaged.destroy();
  });
});

describe('what is no trouble of the file', () => {
  it.each([
    new Error('x'),
    Object.assign(new Error('x'), { code: 'SQLITE_CONSTRAINT_UNIQUE' }),
    'text',
    undefined,
  ])('%s stays what it is', (error) => {
    expect(storeError('path', error)).toBe(error);
  });
});
