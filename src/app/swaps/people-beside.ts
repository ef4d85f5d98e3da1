/**
 * Who could take a published seat besides those the roster was made with: everyone on the unit's staff list today, whether
 * they joined later or the period left them out. They are judged by the same rules, with the leave they have.
 */

import type { Instant } from '../../calendar/interval.ts';
import type { Leave } from '../../domain/availability.ts';
import { daysAround } from '../../domain/availability-line.ts';
import { expandAvailability } from '../../domain/availability-spans.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Roster } from '../../domain/roster.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { compareNames } from '../../kernel/names.ts';
import { listLines } from '../../store/availability-store.ts';
import type { Database } from '../../store/database.ts';
import { listStaff } from '../../store/staff-store.ts';

/** In no order; those the plan has are left out. */
export async function listBeside(trx: Database, { unit, staff }: Plan): Promise<StaffMember[]> {
  const known = new Set(staff.map(({ id }) => id));
  return (await listStaff(trx, unit.id)).filter(({ id }) => !known.has(id));
}

/** Granted to the plan's people but `others`, whose leave is known already. */
export async function leaveOfRest(
  trx: Database,
  { unit, period, shifts, staff }: Plan,
  others: readonly StaffMember[],
): Promise<readonly Leave[]> {
  const known = new Set(others.map(({ id }) => id));
  const staffIds = staff.map(({ id }) => id).filter((id) => !known.has(id));
  if (staffIds.length === 0) return [];
  const within = daysAround(period, unit.zone);
  const lines = await listLines(trx, unit.id, { staffIds, within, state: 'granted' });
  const end = Math.max(period.span.end, ...shifts.map(({ span }) => span.end)) as Instant;
  const entries = lines.map(({ entry }) => entry);
  return expandAvailability(entries, { start: period.span.start, end }, unit.zone).leave;
}

/** The same plan when there is nobody to add. */
export function withPeople(plan: Plan, beside: readonly StaffMember[]): Plan {
  if (beside.length === 0) return plan;
  const staff = [...plan.staff, ...beside].sort(
    (a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1),
  );
  return { ...plan, staff };
}

/** Without those of `beside` who stand nothing: a version keeps the people it was made with, and whoever came to help. */
export function withoutIdle(plan: Plan, beside: readonly StaffMember[], { assignments }: Roster): Plan {
  const stands = new Set(assignments.map(({ staffId }) => staffId));
  const idle = new Set(beside.map(({ id }) => id).filter((id) => !stands.has(id)));
  return idle.size === 0 ? plan : { ...plan, staff: plan.staff.filter(({ id }) => !idle.has(id)) };
}

/** As pages show it: whoever is spoken of has a name, and namesakes are told apart. */
export function showingPeople(version: RosterVersion, beside: readonly StaffMember[]): RosterVersion {
  return beside.length === 0 ? version : { ...version, plan: withPeople(version.plan, beside) };
}
