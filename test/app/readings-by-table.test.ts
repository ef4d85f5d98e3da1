/** A reading is kept while others' tables are written to, and never a moment longer than what it was read from stays as it was. */

import SqliteFile from 'better-sqlite3';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keptReading } from '../../src/app/readings.ts';
import type { Database } from '../../src/store/database.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { emptyFile, pathOfCopy } from '../store/temporary-database.ts';

const UNITS = ['a', 'b', 'c'];

const unitRow = (id: string, name: string) => ({ id, name, zone: 'Asia/Ho_Chi_Minh' });
const systemRow = (unit: string, id: string, name: string) => ({
  ...{ unit_id: unit, id, name, level: 3 as const, owner: '', phone: '', email: '', note: '', former: '[]' },
});

async function opened() {
  const path = pathOfCopy(await emptyFile());
  const store = await openStore(path);
  onTestFinished(() => store.close());
  let reads = 0;
  const counting =
    <T>(read: (db: Database) => Promise<T>) =>
    (db: Database): Promise<T> => {
      reads++;
      return read(db);
    };
  const readings = {
    units: counting((db) => db.selectFrom('unit').select(['id', 'name']).orderBy('id').execute()),
    systems: counting((db) =>
      db.selectFrom('watched_system').selectAll().orderBy('unit_id').orderBy('id').execute(),
    ),
    // Within a transaction, below another query, and in words of its own.
    together: counting((db) =>
      db
        .transaction()
        .setAccessMode('read only')
        .execute((trx) =>
          trx
            .selectFrom('unit')
            .select((eb) => [
              'unit.id',
              eb
                .selectFrom('watched_system as s')
                .whereRef('s.unit_id', '=', 'unit.id')
                .select((inner) => inner.fn.countAll<number>().as('n'))
                .as('n'),
            ])
            .execute(),
        ),
    ),
    raw: counting(async (db) => (await sql`SELECT count(*) AS n FROM system_setting`.execute(db)).rows),
  };
  const kept = Object.entries(readings).map(([name, read]) => ({
    name,
    read,
    kept: keptReading(read, { most: 4 }),
  }));
  return { store, path, kept, reads: () => reads };
}

/** Each as it is kept and as it stands. */
async function look({ store, kept }: Awaited<ReturnType<typeof opened>>): Promise<void> {
  for (const { name, read, kept: again } of kept) {
    expect([name, await again(store)]).toEqual([name, await read(store.db)]);
  }
}

type Step = (store: Store, path: string) => Promise<void>;

const unit = fc.constantFrom(...UNITS);
const word = fc.string({ maxLength: 3 });

const STEPS: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ unit, word }).map(
    ({ unit: id, word: name }): Step =>
      async ({ db }) => {
        await db
          .insertInto('unit')
          .values(unitRow(id, name))
          .onConflict((on) => on.column('id').doUpdateSet({ name }))
          .execute();
      },
  ),
  fc.record({ unit, word }).map(
    ({ unit: id, word: name }): Step =>
      async ({ db }) => {
        // Refused where there is no such unit: nothing was written.
        await db
          .insertInto('watched_system')
          .values(systemRow(id, name, name))
          .execute()
          .catch(() => undefined);
      },
  ),
  fc.record({ unit, word }).map(
    ({ unit: id, word: name }): Step =>
      async ({ db }) => {
        await db.updateTable('watched_system').set({ name }).where('unit_id', '=', id).execute();
      },
  ),
  unit.map(
    (id): Step =>
      async ({ db }) => {
        // What stands under it goes with it.
        await db.deleteFrom('unit').where('id', '=', id).execute();
      },
  ),
  unit.map(
    (id): Step =>
      async ({ db }) => {
        await sql`INSERT INTO system_setting SELECT id, '[]' FROM unit WHERE id = ${id} ON CONFLICT DO NOTHING`.execute(
          db,
        );
      },
  ),
  unit.map(
    (id): Step =>
      async ({ db }) => {
        const act = db.transaction().execute(async (trx) => {
          await trx.deleteFrom('unit').where('id', '=', id).execute();
          throw new Error('changed my mind');
        });
        await expect(act).rejects.toThrow('changed my mind');
      },
  ),
  fc.record({ unit, word }).map(
    ({ unit: id, word: name }): Step =>
      async ({ db }) => {
        await db.transaction().execute(async (trx) => {
          await trx
            .insertInto('unit')
            .values(unitRow(id, name))
            .onConflict((on) => on.doNothing())
            .execute();
          await trx
            .insertInto('watched_system')
            .values(systemRow(id, name, name))
            .onConflict((on) => on.doNothing())
            .execute();
        });
      },
  ),
  word.map(
    (name): Step =>
      async (_store, path) => {
        const other = new SqliteFile(path);
        other.prepare('UPDATE unit SET name = ?').run(name);
        other.close();
      },
  ),
  fc.record({ unit, word }).map(
    ({ unit: id, word: name }): Step =>
      async ({ db }, path) => {
        const other = new SqliteFile(path);
        other.prepare('UPDATE watched_system SET name = ?').run(name);
        await db.updateTable('unit').set({ name }).where('id', '=', id).execute();
        other.prepare('UPDATE unit SET name = ?').run(`${name}'`);
        other.close();
      },
  ),
);

describe('what is kept of a reading', () => {
  it('is what stands in the database, whatever is written by whom', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(STEPS, { maxLength: 25 }), async (steps) => {
        const at = await opened();
        for (const step of steps) {
          await step(at.store, at.path);
          await look(at);
        }
      }),
      { numRuns: 40, seed: 20_270_206 },
    );
  });

  it('stays while other tables are written to, and is read anew when one of its own is', async () => {
    const { store, kept, reads } = await opened();
    await store.db.insertInto('unit').values(unitRow('a', 'A')).execute();
    for (const { kept: read } of kept) await read(store);
    const before = reads();
    await store.db
      .insertInto('watched_system')
      .values(systemRow('a', 's', 'S'))
      .execute();
    const [units, systems, together, raw] = kept;
    await units?.kept(store);
    await raw?.kept(store);
    expect(reads()).toBe(before);
    await systems?.kept(store);
    await together?.kept(store);
    expect(reads()).toBe(before + 2);
  });
});
