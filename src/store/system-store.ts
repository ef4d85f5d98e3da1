/** What a unit says of the systems its posts watch, and the posts' own words for them. */

import type { WatchedSystem } from '../domain/watched-system.ts';
import { withoutNulls } from './absent.ts';
import type { Database } from './database.ts';
import { readJson, texts } from './records.ts';
import { changeIn, rowsIn, saveIn, someIn } from './rows.ts';
import type { WatchedSystemRow } from './system-tables.ts';

export async function listSystems(db: Database, unitId: string): Promise<WatchedSystem[]> {
  const rows = await rowsIn(db, 'watched_system', { unit_id: unitId }).orderBy('id').execute();
  return rows.map(systemFromRow);
}

/** Adds the system, or replaces what is known of it. */
export async function saveSystem(db: Database, unitId: string, system: WatchedSystem): Promise<void> {
  const row = systemToRow(unitId, system);
  await saveIn(db, 'watched_system', ['unit_id', 'id'], row);
}

/** False when there was none. */
export async function deleteSystem(db: Database, unitId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('watched_system')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export interface WatchingPost {
  readonly id: string;
  readonly name: string;
  readonly systems: readonly string[];
}

/** Every post of the unit's periods, as the latest that has it writes it. */
export async function listWatchingPosts(db: Database, unitId: string): Promise<WatchingPost[]> {
  const rows = await db
    .selectFrom('post')
    .innerJoin('period', (join) =>
      join.onRef('period.unit_id', '=', 'post.unit_id').onRef('period.id', '=', 'post.period_id'),
    )
    .select(['post.id', 'post.name', 'post.systems'])
    .where('post.unit_id', '=', unitId)
    .orderBy('period.starts_at', 'desc')
    .orderBy('period.id')
    .orderBy('post.position')
    .execute();
  return rows
    .filter(({ id }, i) => rows.findIndex((row) => row.id === id) === i)
    .map(({ id, name, systems }) => ({ id, name, systems: readJson(texts, systems) }));
}

/** Every post of the unit, of periods and those that stand, calls the system so from now on. Call it inside a transaction. */
export async function renameInPosts(
  trx: Database,
  unitId: string,
  { from, to }: { readonly from: (name: string) => boolean; readonly to: string },
): Promise<void> {
  const renamed = (systems: string): string =>
    JSON.stringify([...new Set(readJson(texts, systems).map((name) => (from(name) ? to : name)))]);
  const posts = trx.selectFrom('post').select(['period_id', 'id', 'systems']);
  for (const { period_id, id, systems } of await posts.where('unit_id', '=', unitId).execute()) {
    await changeIn(trx, 'post', { unit_id: unitId, period_id, id }).to({ systems: renamed(systems) });
  }
  const standing = trx.selectFrom('unit_post').select(['id', 'systems']);
  for (const { id, systems } of await standing.where('unit_id', '=', unitId).execute()) {
    await changeIn(trx, 'unit_post', { unit_id: unitId, id }).to({ systems: renamed(systems) });
  }
}

/** Skills that count as a certificate; empty while the unit chose none. */
export async function findCertificates(db: Database, unitId: string): Promise<readonly string[]> {
  const row = await someIn(db, 'system_setting', { unit_id: unitId })
    .select('certificates')
    .executeTakeFirst();
  return row ? readJson(texts, row.certificates) : [];
}

export async function saveCertificates(
  db: Database,
  unitId: string,
  certificates: readonly string[],
): Promise<void> {
  const row = { unit_id: unitId, certificates: JSON.stringify(certificates) };
  await saveIn(db, 'system_setting', ['unit_id'], row);
}

function systemToRow(unitId: string, { level, former, ...rest }: WatchedSystem): WatchedSystemRow {
  return { unit_id: unitId, level: level ?? null, former: JSON.stringify(former), ...rest };
}

function systemFromRow({ unit_id: _, level, former, ...rest }: WatchedSystemRow): WatchedSystem {
  return { ...rest, former: readJson(texts, former), ...withoutNulls({ level }) };
}
