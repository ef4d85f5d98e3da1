/** Puts beside a plan what stands today: what other periods of the unit have published within reach of its rules, and who has left. */

import type { Instant } from '../../calendar/interval.ts';
import { reachSpan } from '../../constraints/reach.ts';
import type { Leave } from '../../domain/availability.ts';
import { withStream } from '../../domain/duty-stream.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Database } from '../../store/database.ts';
import { listDuties } from '../../store/duty-stream-store.ts';
import { listLeavers } from '../../store/staff-store.ts';

/** Whatever stood beside the plan before is read anew; duties typed by hand stay. */
export async function attachStream(db: Database, plan: Plan): Promise<Plan> {
  const { unit, period } = plan;
  const duties = await listDuties(db, { unitId: unit.id, span: reachSpan(plan), except: period.id });
  return { ...plan, fixed: withStream(plan.fixed, duties) };
}

/** The same for a roster that is being made: from when they left on, leavers are away, so that nobody seats them any more. */
export async function attachToday(db: Database, plan: Plan): Promise<Plan> {
  const leave = await leaveOfLeavers(db, plan);
  const beside = await attachStream(db, plan);
  return leave.length === 0 ? beside : { ...beside, leave: [...plan.leave, ...leave] };
}

async function leaveOfLeavers(db: Database, { unit, period, staff, shifts }: Plan): Promise<Leave[]> {
  const end = Math.max(period.span.end, ...shifts.map(({ span }) => span.end)) as Instant;
  const known = new Set(staff.map(({ id }) => id));
  const leavers = await listLeavers(db, unit.id);
  return leavers
    .filter(({ member, leftAt }) => known.has(member.id) && leftAt < end)
    .map(({ member, leftAt }) => ({ staffId: member.id, span: { start: leftAt, end }, note: '' }));
}
