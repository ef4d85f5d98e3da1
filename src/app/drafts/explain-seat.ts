/**
 * Who else could stand a seat, cheapest first by the pricer, and what each would break or cost by the referee. The work is
 * bounded: everyone is priced, and a few are judged, visits answered in between.
 */

import { setImmediate } from 'node:timers/promises';
import { cellsOf, compile } from '../../constraints/compile.ts';
import { missingSkills } from '../../constraints/qualified.ts';
import type { SeatRef } from '../../domain/draft-edit.ts';
import { holderOf } from '../../domain/draft-edit.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Shift } from '../../domain/shift.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { type SeatWhy, seatJudge } from '../../output/roster/seat-why.ts';
import { ChangePricer } from '../../solver/change-pricer.ts';

const MOST_JUDGED = 10;

export interface ExplainedSeat {
  readonly shift: Shift;
  readonly holder: StaffMember;
  readonly others: readonly SeatWhy[];
  /** With the skills of the post, and told nothing of. */
  readonly more: number;
}

/** Undefined for a seat that is not there, or empty. Who may ask is asked where plan and roster are read. */
export async function explainSeat(
  plan: Plan,
  roster: Roster,
  seat: SeatRef,
): Promise<ExplainedSeat | undefined> {
  const at = plan.shifts.findIndex(({ id }) => id === seat.shiftId);
  const shift = plan.shifts[at];
  const holderAt = plan.staff.findIndex(({ id }) => id === holderOf(roster, seat));
  const holder = plan.staff[holderAt];
  const judge = seatJudge(plan, roster, seat);
  const post = plan.posts.find(({ id }) => id === shift?.postId);
  if (!shift || !holder || !judge || !post) return undefined;
  const pricer = new ChangePricer(compile(plan));
  pricer.seat(cellsOf(plan, roster));
  const able = pricer
    .candidates(at, holderAt)
    .flatMap(({ person }) => plan.staff[person] ?? [])
    // Nobody wonders why those who never stand at the post don't stand here.
    .filter((member) => missingSkills(member, post).length === 0);
  const others: SeatWhy[] = [];
  for (const { id } of able.slice(0, MOST_JUDGED)) {
    await setImmediate();
    others.push(judge(id));
  }
  return { shift, holder, others, more: able.length - others.length };
}
