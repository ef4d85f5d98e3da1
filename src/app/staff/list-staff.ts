/** The staff list of a unit, with what each person stood lately, and the words in use for skills and departments. */

import { type Instant, MS_PER_MINUTE } from '../../calendar/interval.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { inListOrder } from '../../domain/staff-order.ts';
import type { Unit } from '../../domain/unit.ts';
import { type Leaver, listLeavers, listStaff as listStored } from '../../store/staff-store.ts';
import { listNewestVersions } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requireUnit } from '../require.ts';

/** What is told of each person is of the last year and of what is published ahead. */
const YEAR_MS = 365 * 24 * 60 * MS_PER_MINUTE;

export interface StaffEntry {
  readonly member: StaffMember;
  /** In published rosters. */
  readonly shifts: number;
  readonly points: number;
}

export interface StaffList {
  readonly unit: Unit;
  /** As the unit orders its lists. */
  readonly entries: readonly StaffEntry[];
  /** The last one first. */
  readonly leavers: readonly Leaver[];
  /** In use, in the order of the alphabet. */
  readonly skills: readonly string[];
  readonly departments: readonly string[];
}

/** Throws `not-found`. */
export async function listStaff(app: App, unitId: string): Promise<StaffList> {
  allow(app, 'staff.view', { unitId });
  const { db } = app;
  const unit = await requireUnit(db, unitId);
  const members = await listStored(db, unitId);
  const stood = await standingOf(app, unitId);
  return {
    unit,
    entries: inListOrder(members, unit.listOrder).map((member) => ({
      member,
      ...(stood.get(member.id) ?? { shifts: 0, points: 0 }),
    })),
    leavers: await listLeavers(db, unitId),
    skills: wordsOf(members.flatMap(({ skills }) => skills)),
    departments: wordsOf(members.map(({ department }) => department)),
  };
}

/** Of everyone in a roster. */
async function standingOf(
  app: App,
  unitId: string,
): Promise<ReadonlyMap<string, { readonly shifts: number; readonly points: number }>> {
  const endsAfter = (app.clock() - YEAR_MS) as Instant;
  const standing = new Map<string, { shifts: number; points: number }>();
  for (const { plan, roster, withdrawn } of await listNewestVersions(app.db, { unitId, endsAfter })) {
    if (withdrawn === true) continue;
    const index = new RosterIndex(plan, roster);
    for (const { id } of plan.staff) {
      const own = standing.get(id) ?? { shifts: 0, points: 0 };
      for (const { points } of index.shiftsOf(id)) {
        own.shifts += 1;
        own.points += points;
      }
      standing.set(id, own);
    }
  }
  return standing;
}

function wordsOf(words: readonly string[]): string[] {
  return [...new Set(words)].filter((word) => word !== '').sort((a, b) => a.localeCompare(b, 'vi'));
}
