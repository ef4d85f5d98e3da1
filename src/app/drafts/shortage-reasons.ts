/** Why a shift is short: who is kept from it by what, and which other shifts are short for the very same reasons. */

import { overlaps } from '../../calendar/interval.ts';
import { cellsOf, compile } from '../../constraints/compile.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Shift } from '../../domain/shift.ts';
import { explainShortages, type Obstacle, type Shortage as SolverShortage } from '../../solver/explain.ts';

/** People kept from the seat by the same thing. */
export interface ShortageReason {
  readonly obstacle: Obstacle;
  /** Code of the rule's constraint; absent where no rule is in the way. */
  readonly constraint?: string;
  readonly rule?: string;
  /** Of leave: it begins only after the shift does. */
  readonly runsInto?: true;
  readonly staffIds: readonly string[];
}

export interface ShortageReasons {
  readonly missing: number;
  readonly reasons: readonly ShortageReason[];
  /** Other shifts of the post that are short and whose people are kept from them by the very same things. */
  readonly alike: readonly Shift[];
}

/** Undefined when the shift is not short. */
export function shortageReasons(plan: Plan, roster: Roster, shift: Shift): ShortageReasons | undefined {
  const problem = compile(plan);
  const all = explainShortages(problem, cellsOf(plan, roster)).filter(({ shifts }) => shifts.length === 1);
  const shiftOf = ({ shifts }: SolverShortage): Shift | undefined => plan.shifts[shifts[0] ?? -1];
  const found = all.find((each) => shiftOf(each)?.id === shift.id);
  if (!found) return undefined;
  const reasons = found.reasons.flatMap(({ obstacle, rule, people }): ShortageReason[] => {
    const broken = problem.rules[rule ?? -1];
    const staffIds = people.flatMap((person) => plan.staff[person]?.id ?? []);
    const about = { obstacle, ...(broken ? { constraint: broken.constraint, rule: broken.id } : {}) };
    return byLeave(plan, shift, { ...about, staffIds });
  });
  const same = reasonsKey(found);
  const alike = all
    .filter((each) => each !== found && reasonsKey(each) === same)
    .flatMap((each) => shiftOf(each) ?? [])
    .filter(({ postId }) => postId === shift.postId);
  return { missing: found.missing, reasons, alike };
}

/** Who is kept from a shift by what, whoever stands beside: alike for gaps that are told as one. */
function reasonsKey({ reasons, missing }: SolverShortage): string {
  return JSON.stringify([missing, reasons.map(({ obstacle, rule, people }) => [obstacle, rule, people])]);
}

/** A shift that only runs into somebody's leave is told apart from one in the midst of it. */
function byLeave({ leave }: Plan, { span }: Shift, reason: ShortageReason): ShortageReason[] {
  if (reason.constraint !== 'available') return [reason];
  const runsInto = (id: string): boolean => {
    const own = leave.filter((each) => each.staffId === id && overlaps(each.span, span));
    return own.length > 0 && own.every((each) => each.span.start > span.start);
  };
  const parts = [
    { ...reason, staffIds: reason.staffIds.filter((id) => !runsInto(id)) },
    { ...reason, runsInto: true as const, staffIds: reason.staffIds.filter(runsInto) },
  ];
  return parts.filter(({ staffIds }) => staffIds.length > 0);
}
