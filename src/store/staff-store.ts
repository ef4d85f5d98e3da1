/** Staff members of a unit, and which of them take part in a period. */

import type { Instant } from '../calendar/interval.ts';
import type { PeriodKey } from '../domain/period.ts';
import type { StaffMember } from '../domain/staff.ts';
import type { KnownPeople } from '../domain/todays-people.ts';
import { withoutNulls } from './absent.ts';
import type { Database } from './database.ts';
import { changeIn, deleteIn, insertIn, rowIn, rowsIn, someIn } from './rows.ts';
import { staffFromRow, staffToRow } from './staff-row.ts';

/** Adds the people or replaces what is known of them; nobody is taken away, and who left stays away. */
export async function saveStaff(
  db: Database,
  unitId: string,
  members: readonly StaffMember[],
): Promise<void> {
  for (const member of members) {
    const row = staffToRow(unitId, member);
    await db
      .insertInto('staff_member')
      .values({ ...row, list_place: null, left_at: null })
      .onConflict((conflict) => conflict.columns(['unit_id', 'id']).doUpdateSet(row))
      .execute();
  }
}

/** The unit's own list as it was taken in: who stood where. Others keep the place they had. */
export async function setListPlaces(
  db: Database,
  unitId: string,
  staffIds: readonly string[],
): Promise<void> {
  for (const [i, id] of staffIds.entries()) {
    await changeIn(db, 'staff_member', { unit_id: unitId, id }).to({ list_place: i + 1 });
  }
}

/** These and no others take part, in this order. What others had said for the period goes with them. */
export async function replaceParticipants(
  db: Database,
  { unitId, periodId }: PeriodKey,
  staffIds: readonly string[],
): Promise<void> {
  await deleteIn(db, 'period_staff', { unit_id: unitId, period_id: periodId });
  for (const [position, staffId] of staffIds.entries()) {
    await insertIn(db, 'period_staff', { unit_id: unitId, period_id: periodId, staff_id: staffId, position });
  }
}

/** Who takes part in the period, in the order they were given. */
export async function listParticipants(
  db: Database,
  { unitId, periodId }: PeriodKey,
): Promise<StaffMember[]> {
  const rows = await db
    .selectFrom('period_staff')
    .innerJoin('staff_member', (join) =>
      join
        .onRef('staff_member.unit_id', '=', 'period_staff.unit_id')
        .onRef('staff_member.id', '=', 'period_staff.staff_id'),
    )
    .selectAll('staff_member')
    .where('period_staff.unit_id', '=', unitId)
    .where('period_staff.period_id', '=', periodId)
    .orderBy('period_staff.position')
    .execute();
  return rows.map(staffFromRow);
}

export async function findStaffMember(
  db: Database,
  unitId: string,
  id: string,
): Promise<StaffMember | undefined> {
  const row = await rowIn(db, 'staff_member', { unit_id: unitId, id });
  return row && staffFromRow(row);
}

/** Who is on the unit's list under exactly this name, by id. */
export async function listNamesakes(db: Database, unitId: string, name: string): Promise<StaffMember[]> {
  const rows = await rowsIn(db, 'staff_member', { unit_id: unitId, name, left_at: null })
    .orderBy('id')
    .execute();
  return rows.map(staffFromRow);
}

/** Who is on the unit's list, by id. */
export async function listStaff(db: Database, unitId: string): Promise<StaffMember[]> {
  const rows = await rowsIn(db, 'staff_member', { unit_id: unitId, left_at: null }).orderBy('id').execute();
  return rows.map(staffFromRow);
}

/** Everyone on the unit's list or taken off it, by id. */
export async function listKnownPeople(db: Database, unitId: string): Promise<KnownPeople> {
  const rows = await rowsIn(db, 'staff_member', { unit_id: unitId }).orderBy('id').execute();
  return new Map(
    rows.map((row) => [row.id, { member: staffFromRow(row), ...withoutNulls({ leftAt: row.left_at }) }]),
  );
}

export interface Leaver {
  readonly member: StaffMember;
  readonly leftAt: Instant;
}

/** Who was taken off the list and is still known, the last one first. */
export async function listLeavers(db: Database, unitId: string): Promise<Leaver[]> {
  const rows = await rowsIn(db, 'staff_member', { unit_id: unitId })
    .where('left_at', 'is not', null)
    .orderBy('left_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.flatMap((row) =>
    row.left_at === null ? [] : [{ member: staffFromRow(row), leftAt: row.left_at }],
  );
}

/** Off the list from then on; null brings them back. */
export async function setLeft(
  db: Database,
  { unitId, staffId }: { readonly unitId: string; readonly staffId: string },
  leftAt: Instant | null,
): Promise<void> {
  await changeIn(db, 'staff_member', { unit_id: unitId, id: staffId }).to({ left_at: leftAt });
}

/** After those who take part already; nothing happens for someone who does. */
export async function addParticipant(
  db: Database,
  { unitId, periodId }: PeriodKey,
  staffId: string,
): Promise<void> {
  const { last } = await someIn(db, 'period_staff', { unit_id: unitId, period_id: periodId })
    .select((eb) => eb.fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  await db
    .insertInto('period_staff')
    .values({ unit_id: unitId, period_id: periodId, staff_id: staffId, position: (last ?? -1) + 1 })
    .onConflict((conflict) => conflict.columns(['unit_id', 'period_id', 'staff_id']).doNothing())
    .execute();
}

/** What the person had said for the period, and pins, go with it. */
export async function removeParticipant(
  db: Database,
  { unitId, periodId }: PeriodKey,
  staffId: string,
): Promise<void> {
  await deleteIn(db, 'period_staff', { unit_id: unitId, period_id: periodId, staff_id: staffId });
}

/** The periods someone takes part in, by start. */
export async function listPeriodsOf(
  db: Database,
  unitId: string,
  staffId: string,
): Promise<{ readonly periodId: string; readonly startsAt: Instant; readonly endsAt: Instant }[]> {
  const rows = await db
    .selectFrom('period_staff')
    .innerJoin('period', (join) =>
      join
        .onRef('period.unit_id', '=', 'period_staff.unit_id')
        .onRef('period.id', '=', 'period_staff.period_id'),
    )
    .select(['period.id', 'period.starts_at', 'period.ends_at'])
    .where('period_staff.unit_id', '=', unitId)
    .where('period_staff.staff_id', '=', staffId)
    .orderBy('period.starts_at')
    .execute();
  return rows.map((row) => ({ periodId: row.id, startsAt: row.starts_at, endsAt: row.ends_at }));
}

/** The database refuses while anything still points to the person. */
export async function deleteStaffMember(db: Database, unitId: string, id: string): Promise<void> {
  await deleteIn(db, 'staff_member', { unit_id: unitId, id });
}
