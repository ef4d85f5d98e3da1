/**
 * The same steps on SQLite and on PostgreSQL lead to the same tables, and the main use cases go their way there: what nobody
 * notices on SQLite is noticed in `npm test`, on a PostgreSQL in this process.
 */

import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eraseWithin } from '../../src/app/access/erase-staff-member.ts';
import { verifyAudit } from '../../src/app/access/verify-audit.ts';
import { sendRosterAnswer } from '../../src/app/answers/send-roster.ts';
import { issueFeedToken } from '../../src/app/feeds/issue-feed-token.ts';
import { readFeed } from '../../src/app/feeds/read-feed.ts';
import { verifyLog } from '../../src/app/log/verify-log.ts';
import { saveWatch } from '../../src/app/log/watch-setting.ts';
import { writeEntry } from '../../src/app/log/write-entry.ts';
import { saveOrder } from '../../src/app/orders/save-order.ts';
import { sendOrder } from '../../src/app/orders/send-order.ts';
import { getPlan } from '../../src/app/periods/get-plan.ts';
import { VIETNAM } from '../../src/calendar/zone.ts';
import { DEFAULT_FEED_OPTIONS } from '../../src/domain/feed.ts';
import { STANDARD_WATCH, WATCH_PARTS } from '../../src/domain/watch-setting.ts';
import type { Database } from '../../src/store/database.ts';
import { dumpLines } from '../../src/store/dump.ts';
import { MIGRATIONS } from '../../src/store/migration.ts';
import { postgresStatement } from '../../src/store/postgres/statement.ts';
import type { Store } from '../../src/store/store.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import { savePlace } from '../../src/store/unit-tree-store.ts';
import { wordsOf } from '../../src/store/words-of.ts';
import { loadInto, published, sampleAppOn, seat, withoutRules } from '../app/sample-app.ts';
import { CONTENT } from '../orders/order-facts.ts';
import { sampleCase } from '../sample-case.ts';
import { openedPglite } from './engine.ts';
import { openPglite } from './pglite.ts';
import { emptyFile, pathOfCopy, temporaryDatabase } from './temporary-database.ts';

let store: Store;
let postgres: Database;

beforeAll(async () => {
  store = await openedPglite(await openPglite());
  postgres = store.db;
  return () => store.close();
});

async function lines(db: Database, query: string): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`${sql.raw(query)}`.execute(db);
  return rows.map(({ line }) => line).sort();
}

/** SQLite's types, by PostgreSQL's names. */
const SQLITE_TYPE = `CASE c.type WHEN 'INTEGER' THEN 'bigint' WHEN 'REAL' THEN 'double precision'
  WHEN 'BLOB' THEN 'bytea' ELSE 'text' END`;

const ALIKE: readonly (readonly [string, string, string])[] = [
  [
    'columns',
    `SELECT concat_ws(' ', t.name, c.name, ${SQLITE_TYPE}, c."notnull" OR c.pk > 0, c.pk, c.cid,
       replace(coalesce(c.dflt_value, ''), '''', '')) AS line
     FROM sqlite_schema t JOIN pragma_table_info(t.name) c
     WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'`,
    `SELECT concat_ws(' ', t.relname, c.attname, format_type(c.atttypid, -1), c.attnotnull::int,
       coalesce(array_position(k.conkey, c.attnum), 0),
       row_number() OVER (PARTITION BY t.oid ORDER BY c.attnum) - 1,
       regexp_replace(coalesce(pg_get_expr(d.adbin, d.adrelid), ''), '^''|''::.*$|''', '', 'g')) AS line
     FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped
     LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p'
     LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = c.attnum
     WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND t.relname <> 'rota_written'`,
  ],
  [
    'references',
    `SELECT concat_ws(' ', t.name, f."table", group_concat(f."from", ',' ORDER BY f.seq),
       group_concat(coalesce(f."to", k.name), ',' ORDER BY f.seq), f.on_delete, f.on_update) AS line
     FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
     LEFT JOIN pragma_table_info(f."table") k ON k.pk = f.seq + 1
     WHERE t.type = 'table' GROUP BY t.name, f.id`,
    `SELECT concat_ws(' ', t.relname, o.relname,
       (SELECT string_agg(attname, ',' ORDER BY n) FROM unnest(f.conkey) WITH ORDINALITY u(a, n)
        JOIN pg_attribute ON attrelid = t.oid AND attnum = a),
       (SELECT string_agg(attname, ',' ORDER BY n) FROM unnest(f.confkey) WITH ORDINALITY u(a, n)
        JOIN pg_attribute ON attrelid = o.oid AND attnum = a),
       CASE f.confdeltype WHEN 'c' THEN 'CASCADE' ELSE 'NO ACTION' END,
       CASE f.confupdtype WHEN 'c' THEN 'CASCADE' ELSE 'NO ACTION' END) AS line
     FROM pg_constraint f JOIN pg_class t ON t.oid = f.conrelid JOIN pg_class o ON o.oid = f.confrelid
     WHERE f.contype = 'f'`,
  ],
  [
    'indexes, those of keys and of what is there once included',
    `SELECT concat_ws(' ', t.name, i."unique", i.partial,
       (SELECT group_concat(name, ',' ORDER BY seqno) FROM pragma_index_info(i.name))) AS line
     FROM sqlite_schema t JOIN pragma_index_list(t.name) i WHERE t.type = 'table'
     UNION ALL
     SELECT concat_ws(' ', t.name, 1, 0, c.name) AS line
     FROM sqlite_schema t JOIN pragma_table_info(t.name) c
     WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.pk = 1 AND c.type = 'INTEGER'
       AND (SELECT count(*) FROM pragma_table_info(t.name) WHERE pk > 0) = 1`,
    `SELECT concat_ws(' ', t.relname, i.indisunique::int, (i.indpred IS NOT NULL)::int,
       (SELECT string_agg(attname, ',' ORDER BY n) FROM unnest(i.indkey) WITH ORDINALITY u(a, n)
        JOIN pg_attribute ON attrelid = t.oid AND attnum = a)) AS line
     FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
     WHERE t.relnamespace = 'public'::regnamespace AND t.relname <> 'rota_written'`,
  ],
  [
    'triggers that refuse',
    `SELECT concat_ws(' ', tbl_name, name) AS line
     FROM sqlite_schema WHERE type = 'trigger'`,
    `SELECT concat_ws(' ', t.relname, g.tgname) AS line
     FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid
     WHERE NOT tgisinternal AND tgname <> 'rota_changed'`,
  ],
  [
    'conditions',
    `SELECT concat_ws(' ', name, (length(sql) - length(replace(sql, 'CHECK (', ''))) / 7) AS line
     FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%CHECK (%'`,
    `SELECT concat_ws(' ', t.relname, count(*)) AS line
     FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid WHERE c.contype = 'c' GROUP BY t.relname`,
  ],
];

describe('every step on both engines', () => {
  it.each(ALIKE)('leads to the same %s', async (_, ofSqlite, ofPostgres) => {
    const sqlite = await temporaryDatabase(pathOfCopy(await emptyFile()));
    const found = await lines(postgres, ofPostgres);
    expect(found).toEqual(await lines(sqlite, ofSqlite));
    expect(found.length).toBeGreaterThan(8);
  });

  it('leads to columns that are told alike', async () => {
    const sqlite = await temporaryDatabase(pathOfCopy(await emptyFile()));
    const told = async (db: Database) =>
      (await wordsOf(db).listColumns(db)).filter(({ table }) => !table.startsWith('sqlite_'));
    expect(await told(postgres)).toEqual(await told(sqlite));
  });

  it('sorts and compares text by its octets', async () => {
    const { rows } = await sql`SELECT attname FROM pg_attribute c JOIN pg_class t ON t.oid = c.attrelid
      JOIN pg_collation o ON o.oid = attcollation
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attnum > 0 AND collname <> 'C'`.execute(
      postgres,
    );
    expect(rows).toEqual([]);
  });
});

describe('a step’s text in PostgreSQL’s words', () => {
  it('refuses a trigger of a form it does not know rather than leaving it out', () => {
    expect(() => postgresStatement('CREATE TRIGGER x AFTER INSERT ON y BEGIN DELETE FROM z; END')).toThrow(
      /no words in PostgreSQL/,
    );
  });

  it('has no word left that SQLite alone knows', () => {
    const all = MIGRATIONS.flatMap((step) => wordsOf(postgres).statementsOf(step));
    expect(
      all.filter((text) => /\bSTRICT\b|AUTOINCREMENT|WITHOUT ROWID|raise\(|json_each/.test(text)),
    ).toEqual([]);
    expect(all.length).toBeGreaterThan(150);
  });
});

const actor = 'ha';

it('goes from a unit’s case to a roster, its feed, the log, an answer, and forgets a person', async () => {
  const app = sampleAppOn({ ...store, close: async () => {} });
  const key = await loadInto(app, withoutRules(sampleCase('unit-small')));
  const { unitId, periodId } = key;
  const plan = await getPlan(app, key);
  const before = app.stamp();
  await published(app, key, [seat(plan, 0, 0), seat(plan, 1, 1)]);
  expect(app.stamp()).not.toBe(before);

  const issuing = { unitId, scope: { kind: 'unit' }, options: DEFAULT_FEED_OPTIONS, actor } as const;
  const { token } = await issueFeedToken(app, issuing);
  const feed = async () => (await readFeed(app, { token, client: 'test' }))?.octets.toString() ?? '';
  expect((await feed()).match(/BEGIN:VEVENT/g)).toHaveLength(2);

  const setting = { ...STANDARD_WATCH, parts: new Set(WATCH_PARTS) };
  await saveWatch(app, { unitId, setting, actor });
  const name = plan.staff[0]?.name ?? '';
  const line = { unitId, key: 'line-of-test-1', actor, kind: 'observation' } as const;
  const bytes = Uint8Array.of(0, 1, 255);
  await writeEntry(app, { ...line, words: `Đã gọi ${name}.`, pictures: [{ type: 'image/png', bytes }] });

  await saveUnit(app.db, { id: 'so', name: 'Sở', zone: VIETNAM });
  const contact = { name: '', title: '', phone: '', email: '' };
  const place = { unitId, superiorId: 'so', kind: 'Sở, ban, ngành', branch: '', contact };
  await savePlace(app.db, place, app.clock());
  const orderId = await saveOrder(app, { actor, unitId: 'so', content: CONTENT });
  expect(await sendOrder(app, { actor, unitId: 'so', orderId, content: CONTENT })).toMatchObject({
    asked: 1,
  });
  await sendRosterAnswer(app, { actor, unitId, orderId, periodId, version: 1 });

  app.setClock('2027-03-01T08:00');
  const staffId = plan.staff[0]?.id ?? '';
  await app.db.transaction().execute((trx) => eraseWithin(trx, app, { unitId, staffId, actor, again: true }));
  const lines: string[] = [];
  for await (const each of dumpLines(app.db)) lines.push(each);
  expect(lines.filter((each) => each.includes(name) || each.includes(`"${staffId}"`))).toEqual([]);
  expect(await feed()).not.toContain(name);
  expect((await verifyLog(app, unitId)).faults).toEqual([]);
  expect((await verifyAudit(app)).faults).toEqual([]);
});
