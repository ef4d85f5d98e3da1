/** Devices on which people asked to be told. Addresses and keys pass through sealed. */

import type { Instant } from '../calendar/interval.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import type { Person } from './personal-link-store.ts';
import { deleteIn, insertIn } from './rows.ts';

const COLUMNS = ['id', 'unit_id', 'staff_id', 'link_id', 'sealed', 'created_at'] as const;

export interface PushDevice extends Person {
  readonly id: string;
  /** The private link it was asked for behind: it ends with it. */
  readonly linkId?: string;
  /** Where and by which keys it is told, sealed. */
  readonly sealed: string;
  readonly createdAt: Instant;
}

/** A device is one person's of a unit: whoever asked on it before is told there no longer. */
export async function insertPushDevice(
  db: Database,
  device: PushDevice,
  endpointHash: string,
): Promise<void> {
  await deleteIn(db, 'push_subscription', { unit_id: device.unitId, endpoint_hash: endpointHash });
  await insertIn(db, 'push_subscription', {
    ...columnsOf(device, COLUMNS),
    endpoint_hash: endpointHash,
  });
}

/** Those asked for behind no link, or behind one that still opens: a link that came to its last day ends nothing by itself. */
function live(db: Database, now: Instant) {
  return db.selectFrom('push_subscription').where((eb) =>
    eb.or([
      eb('link_id', 'is', null),
      eb.exists(
        eb
          .selectFrom('personal_link')
          .select('personal_link.id')
          .whereRef('personal_link.id', '=', 'push_subscription.link_id')
          .where('personal_link.revoked_at', 'is', null)
          .where((link) =>
            link.or([link('personal_link.ends_at', 'is', null), link('personal_link.ends_at', '>', now)]),
          ),
      ),
    ]),
  );
}

/** Oldest first; those whose link is over are told no more. */
export async function listPushDevices(
  db: Database,
  { unitId, staffId }: Person,
  now: Instant,
): Promise<PushDevice[]> {
  const rows = await live(db, now)
    .selectAll('push_subscription')
    .where('unit_id', '=', unitId)
    .where('staff_id', '=', staffId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => fieldsOf(row, COLUMNS));
}

/** Who of the unit has a device. */
export async function listPushPeople(
  db: Database,
  unitId: string,
  now: Instant,
): Promise<ReadonlySet<string>> {
  const rows = await live(db, now).select('staff_id').distinct().where('unit_id', '=', unitId).execute();
  return new Set(rows.map(({ staff_id }) => staff_id));
}

/** Those a person asked for while signed in, by no link: they end with the account. */
export async function deleteSignedInDevices(db: Database, { unitId, staffId }: Person): Promise<void> {
  await deleteIn(db, 'push_subscription', { unit_id: unitId, staff_id: staffId, link_id: null });
}

/** One device of the person, those asked for behind one link, or all. How many there were. */
export async function deletePushDevices(
  db: Database,
  { unitId, staffId }: Person,
  of: { readonly id?: string; readonly linkId?: string } = {},
): Promise<number> {
  let query = db
    .deleteFrom('push_subscription')
    .where('unit_id', '=', unitId)
    .where('staff_id', '=', staffId);
  if (of.id !== undefined) query = query.where('id', '=', of.id);
  if (of.linkId !== undefined) query = query.where('link_id', '=', of.linkId);
  const { numDeletedRows } = await query.executeTakeFirst();
  return Number(numDeletedRows);
}
