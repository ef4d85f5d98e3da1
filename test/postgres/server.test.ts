/** What only a real server of PostgreSQL shows: connections side by side, other processes, a database that is started anew. */

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Instant } from '../../src/calendar/interval.ts';
import { AppError } from '../../src/kernel/app-error.ts';
import { MIGRATIONS, migrate, SCHEMA_NUMBER } from '../../src/store/migration.ts';
import { openStore } from '../../src/store/open-store.ts';
import { joinServers, listServers } from '../../src/store/postgres/nodes.ts';
import { openClient } from '../../src/store/postgres/pool.ts';
import type { ServerLock } from '../../src/store/server-lock.ts';
import type { Store } from '../../src/store/store.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { sampleHolidays } from '../sample-case.ts';
import { temporaryPath } from '../store/temporary-database.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from './server.ts';

const WORKER = { kind: 'worker', version: '0.2.0', schema: SCHEMA_NUMBER } as const;
const UNIT = { id: 'u', name: 'Đơn vị', zone: 'Asia/Ho_Chi_Minh' } as const;

/** Plain `npm test` has PGlite; this wants Debian's package and takes its time. */
const isAsked = process.env.ROTA_TEST_STORE?.startsWith('postgres') && postgresPrograms() !== undefined;

describe.skipIf(!isAsked)('a server of PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  async function opened(): Promise<Store> {
    const store = await openStore(server.url);
    onTestFinished(() => store.close());
    return store;
  }

  it('gets its schema once from nodes that start at the same moment', async () => {
    const [a, b, c] = await Promise.all([opened(), opened(), opened()]);
    for (const { db } of [a, b, c]) expect(await db.selectFrom('unit').selectAll().execute()).toEqual([]);
  });

  it('tells a node at once what it wrote, and soon what another wrote', async () => {
    const [one, other] = [await opened(), await opened()];
    await saveUnit(one.db, UNIT);
    await expect.poll(() => other.db.selectFrom('unit').select('id').execute()).toHaveLength(1);
    const [before, there] = [one.stamp(), other.stamp()];
    expect(one.stamp()).toBe(before);
    await saveUnit(one.db, { ...UNIT, name: 'Tên khác' });
    expect(one.stamp()).not.toBe(before);
    expect(one.isUnchanged?.(new Set(['unit']), before)).toBe(false);
    expect(one.isUnchanged?.(new Set(['session', 'post']), before)).toBe(true);
    await expect.poll(() => other.stamp()).not.toBe(there);
  });

  it('counts, one after the other, what looks first and writes afterwards', async () => {
    const [one, other] = [await opened(), await opened()];
    const key = 'guess';
    const fail = ({ db }: Store) =>
      db.transaction().execute(async (trx) => {
        const row = await trx.selectFrom('throttle').selectAll().where('key', '=', key).executeTakeFirst();
        const failures = (row?.failures ?? 0) + 1;
        const values = { key, failures, last_at: 1 as Instant };
        await trx
          .insertInto('throttle')
          .values(values)
          .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
          .execute();
      });
    await Promise.all(Array.from({ length: 40 }, (_, i) => fail(i % 2 === 0 ? one : other)));
    const { failures } = await one.db.selectFrom('throttle').select('failures').executeTakeFirstOrThrow();
    expect(failures).toBe(40);
  });

  it('shows a reading transaction one moment, while others write', async () => {
    const [one, other] = [await opened(), await opened()];
    await saveUnit(one.db, UNIT);
    await one.db
      .transaction()
      .setAccessMode('read only')
      .execute(async (trx) => {
        const name = () => trx.selectFrom('unit').select('name').where('id', '=', UNIT.id).executeTakeFirst();
        const first = await name();
        await saveUnit(other.db, { ...UNIT, name: `${first?.name} mới` });
        expect(await name()).toEqual(first);
      });
  });

  async function joined(id: string, schema = SCHEMA_NUMBER): Promise<ServerLock> {
    const place = await joinServers(server.url, { id, kind: 'serve', version: '0.2.0', schema });
    onTestFinished(() => place.release());
    return place;
  }

  it('has several servers, of which one is the first, and another once that is gone', async () => {
    const { db } = await opened();
    const [one, other] = [await joined('one'), await joined('other')];
    const gained: string[] = [];
    one.whenFirst(() => gained.push('one'));
    other.whenFirst(() => gained.push('other'));
    expect([one.isFirst(), other.isFirst(), other.isThere()]).toEqual([true, false, true]);
    expect(await listServers(db)).toMatchObject([
      { id: 'one', version: '0.2.0', schema: SCHEMA_NUMBER, isFirst: true },
      { id: 'other', isFirst: false },
    ]);
    one.release();
    expect([one.isFirst(), one.isThere()]).toEqual([false, false]);
    await expect.poll(() => other.isFirst(), { timeout: 10_000 }).toBe(true);
    expect(gained).toEqual(['one', 'other']);
    expect(await listServers(db)).toMatchObject([{ id: 'other', isFirst: true }]);
    const worker = await joinServers(server.url, { ...WORKER, id: 'worker' });
    onTestFinished(() => worker.release());
    other.release();
    await expect
      .poll(() => listServers(db), { timeout: 10_000 })
      .toMatchObject([{ kind: 'worker', isFirst: false }]);
    expect([worker.isFirst(), worker.isThere()]).toEqual([false, true]);
  });

  it('refuses a server beside one of a program that has to be alone', async () => {
    const alone = openClient(server.url, 'rota-lock');
    await alone.connect();
    onTestFinished(() => alone.end());
    await alone.query('SELECT pg_advisory_lock(8028)');
    await expect(
      joinServers(server.url, { id: 'new', kind: 'serve', version: '0.2.0', schema: 1 }),
    ).rejects.toMatchObject({
      key: 'error.server.served',
    });
  });

  it('knows at once, where it is asked to, what another wrote, whether or not it was told', async () => {
    const [one, other] = [await opened(), await opened()];
    for (let i = 0; i < 50; i++) {
      await other.catchUp?.();
      const before = other.stamp();
      await saveUnit(one.db, { ...UNIT, name: `Tên thứ ${i}` });
      await other.catchUp?.();
      expect(other.stamp()).not.toBe(before);
      expect(other.isUnchanged?.(new Set(['unit']), before)).toBe(false);
      expect(other.isUnchanged?.(new Set(['session', 'post']), before)).toBe(true);
    }
  });

  it('lets servers of two versions serve side by side while the schema only grows, and no longer', async () => {
    await server.create('growing');
    const url = server.urlOf('growing');
    const open = async () => {
      const store = await openStore(url);
      onTestFinished(() => store.close());
      return store;
    };
    const { db } = await open();
    const old = await joinServers(url, { id: 'old', kind: 'serve', version: '0.2.0', schema: SCHEMA_NUMBER });
    const [more, less] = [
      {
        number: SCHEMA_NUMBER + 1,
        name: 'more',
        oldest: SCHEMA_NUMBER,
        statements: [`ALTER TABLE unit ADD COLUMN more TEXT NOT NULL DEFAULT ''`],
      },
      { number: SCHEMA_NUMBER + 2, name: 'less', statements: ['ALTER TABLE unit DROP COLUMN more'] },
    ];
    await migrate(db, [...MIGRATIONS, more]);
    // The one that runs goes on, and one that is started anew as well.
    await saveUnit(db, UNIT);
    await saveUnit((await open()).db, { ...UNIT, name: 'Tên khác' });
    await expect(migrate(db, [...MIGRATIONS, more, less])).rejects.toMatchObject({
      key: 'error.server.older',
      params: { count: 1, versions: '0.2.0' },
    });
    await saveUnit(db, UNIT);
    old.release();
    await expect.poll(() => listServers(db)).toEqual([]);
    await migrate(db, [...MIGRATIONS, more, less]);
    await expect(openStore(url)).rejects.toMatchObject({ key: 'error.database.newer' });
  });

  it('is in words away while it starts anew, and nothing remembered counts; then all goes on', async () => {
    const store = await opened();
    await saveUnit(store.db, UNIT);
    const read = () => store.db.selectFrom('unit').select('id').execute();
    const stands = (): boolean => {
      const stamp = store.stamp();
      return store.stamp() === stamp;
    };
    const restarting = server.restart();
    const told: unknown[] = [];
    while (told.length === 0) await read().catch((error: unknown) => told.push(error));
    expect(told[0]).toBeInstanceOf(AppError);
    expect(told[0]).toMatchObject({ code: 'unavailable', key: 'error.server.unreachable' });
    await expect.poll(stands).toBe(false);
    await restarting;
    await expect.poll(() => read().catch(() => [])).toHaveLength(1);
    await expect.poll(stands).toBe(true);
    const before = store.stamp();
    await saveUnit(store.db, { ...UNIT, name: 'Sau khi khởi động lại' });
    expect(store.stamp()).not.toBe(before);
  });

  it('is refused with another key than it was made with, and no connection is left behind', async () => {
    const watching = await opened();
    const count = async () => {
      const { rows } = await sql<{ count: number }>`
        SELECT count(*) AS count FROM pg_stat_activity WHERE application_name LIKE 'rota-%'`.execute(
        watching.db,
      );
      return rows[0]?.count;
    };
    const before = await count();
    const keyOf = (letter: string) => ({ beside: temporaryPath(), key: { text: letter.repeat(43) } });
    await (await openApp(server.url, sampleHolidays(), keyOf('k'))).close();
    const other = openApp(server.url, sampleHolidays(), keyOf('x'));
    await expect(other).rejects.toMatchObject({ key: 'error.key.other' });
    await (await openApp(server.url, sampleHolidays(), keyOf('k'))).close();
    await expect.poll(count).toBe(before);
  });

  it('is told by name and without its password where nobody answers', async () => {
    const url = server.url.replace('postgres@', 'postgres:secret@').replace(/host=.*/, 'host=/nowhere');
    const fault = await openStore(url).catch((error: unknown) => error);
    expect(fault).toMatchObject({ key: 'error.server.unreachable' });
    expect(String(fault)).not.toContain('secret');
    await expect(openStore(server.urlOf('none'))).rejects.toMatchObject({ key: 'error.server.refused' });
  });
});
