/** From every schema that was ever shipped, with data in it, to today's: nothing is lost on the way. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { listAudit } from '../../src/store/audit-store.ts';
import { findCase } from '../../src/store/case-store.ts';
import { findDraft } from '../../src/store/draft-store.ts';
import { listFeedLinks } from '../../src/store/feed-token-store.ts';
import { inspectDatabase } from '../../src/store/inspection.ts';
import { MIGRATIONS, migrate, SCHEMA_NUMBER } from '../../src/store/migration.ts';
import type { Migration } from '../../src/store/migrations/step.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import { findNewestVersion } from '../../src/store/version-store.ts';
import { depth } from '../depth.ts';
import { dumpName, SHIPPED } from './ship.ts';
import { temporaryDatabase, temporaryPath } from './temporary-database.ts';

const KEY = { unitId: 'van-phong-tan-khe', periodId: 'tet-2027' };

function counts(path: string): Record<string, number> {
  const file = new SqliteFile(path, { readonly: true });
  const tables = file
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all() as string[];
  const count = (name: string) => file.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number;
  const found = Object.fromEntries(tables.map((name) => [name, count(name)]));
  file.close();
  return found;
}

it('has a dump of every schema there was: `npx tsx test/store/ship.ts` makes what is missing', () => {
  const all = Array.from({ length: SCHEMA_NUMBER }, (_, i) => dumpName(i + 1));
  expect(readdirSync(SHIPPED).sort()).toEqual(all);
});

/** All of them in `npm run test:deep`; else the first, the last and every sixth between: each goes through all steps after it. */
const DUMPS = readdirSync(SHIPPED)
  .sort()
  .filter((_, i, { length }) => i % depth({ short: 6, deep: 1 }) === 0 || i === length - 1);

// Dumps of databases as each released schema left them, made with the sample `unit-small`; see `ship.ts`.
describe.each(DUMPS)('a database of schema %s', (dump) => {
  it('opens with today’s schema, every row still there and readable', async () => {
    const path = temporaryPath();
    const file = new SqliteFile(path);
    file.exec(readFileSync(join(SHIPPED, dump), 'utf8'));
    file.close();
    const before = counts(path);

    const db = await temporaryDatabase(path);
    // When someone last looked gave way to notices that each know whether they were read.
    const { migration, leave_proposal: _asked, notices_seen: _looked, ...kept } = before;
    // What calendars proposed waits beside the leave there was.
    const { availability = 0, ...others } = kept;
    expect(counts(path)).toMatchObject(others);
    expect(counts(path).availability).toBeGreaterThanOrEqual(availability);
    expect(counts(path).migration).toBe(SCHEMA_NUMBER);
    expect(migration).toBeLessThanOrEqual(SCHEMA_NUMBER);

    const source = await findCase(db, KEY);
    expect(source?.staff).toHaveLength(before.staff_member ?? -1);
    expect((await findDraft(db, KEY))?.revision).toBe(1);
    expect(await findNewestVersion(db, KEY)).toMatchObject({ number: 1, note: 'Bản đầu' });
    expect(await listFeedLinks(db, KEY.unitId)).toHaveLength(1);
    expect(await listAudit(db, { unitId: KEY.unitId }, 9)).toHaveLength(before.audit_entry ?? -1);

    const whole = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(db);
    expect(whole.rows).toEqual([{ integrity_check: 'ok' }]);
    expect((await sql`PRAGMA foreign_key_check`.execute(db)).rows).toEqual([]);
  });
});

describe('a program beside a newer one', () => {
  const step = (more: Partial<Migration>): Migration => ({
    ...{ number: SCHEMA_NUMBER + 1, name: 'next', statements: [`ALTER TABLE unit ADD COLUMN next TEXT`] },
    ...more,
  });

  it('goes on where the newer one only added, and says what it would take to be refused', async () => {
    const path = temporaryPath();
    const db = await temporaryDatabase(path);
    await migrate(db, [...MIGRATIONS, step({ oldest: SCHEMA_NUMBER })]);
    const older = await temporaryDatabase(path);
    await saveUnit(older, { id: 'u', name: 'Đơn vị', zone: 'Asia/Ho_Chi_Minh' });
    expect(inspectDatabase(path)).toEqual({ schema: SCHEMA_NUMBER + 1 });
    await expect(migrate(older, MIGRATIONS.slice(0, -1))).rejects.toMatchObject({
      key: 'error.database.newer',
    });
  });

  it('is refused where the newer one took away, and so are those that bear only some of its steps', async () => {
    const path = temporaryPath();
    const db = await temporaryDatabase(path);
    const added = step({ oldest: SCHEMA_NUMBER });
    const less = step({
      number: SCHEMA_NUMBER + 2,
      name: 'less',
      statements: ['ALTER TABLE unit DROP COLUMN next'],
    });
    await migrate(db, [...MIGRATIONS, added, less]);
    const params = { found: SCHEMA_NUMBER + 2, known: SCHEMA_NUMBER };
    await expect(temporaryDatabase(path)).rejects.toMatchObject({ key: 'error.database.newer', params });
    await expect(migrate(db, [...MIGRATIONS, added])).rejects.toMatchObject({ key: 'error.database.newer' });
    expect(() => inspectDatabase(path)).toThrow(/error.database.newer/);
  });
});
