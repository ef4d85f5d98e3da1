/** Every constraint the product knows, in the order it is shown in. */

import type { Rule } from '../domain/rule-set.ts';
import { AppError } from '../kernel/app-error.ts';
import { afterWhom } from './after-whom.ts';
import { apart } from './apart.ts';
import { available } from './available.ts';
import type { Constraint } from './constraint.ts';
import { coverMinimum } from './cover-minimum.ts';
import { coverMost } from './cover-most.ts';
import { coverTarget } from './cover-target.ts';
import { evenKinds } from './even-kinds.ts';
import { evenTurns } from './even-turns.ts';
import { forbiddenSuccession } from './forbidden-succession.ts';
import { groupQuota } from './group-quota.ts';
import { homeDays } from './home-days.ts';
import { leaderContinuity } from './leader-continuity.ts';
import { leastConsecutiveDays } from './least-consecutive-days.ts';
import { leastDaysOff } from './least-days-off.ts';
import { leastShifts } from './least-shifts.ts';
import { lieuDays } from './lieu-days.ts';
import { loadBalance } from './load-balance.ts';
import { minimumRest } from './minimum-rest.ts';
import { mostConsecutiveDays } from './most-consecutive-days.ts';
import { mostHours } from './most-hours.ts';
import { mostNights } from './most-nights.ts';
import { mostShifts } from './most-shifts.ts';
import { mostWeekends } from './most-weekends.ts';
import { namedDayFairness } from './named-day-fairness.ts';
import { newcomerAccompanied } from './newcomer-accompanied.ts';
import { noOverlap } from './no-overlap.ts';
import { qualified } from './qualified.ts';
import { sameShiftAllWeek } from './same-shift-all-week.ts';
import type { Level } from './shapes.ts';
import { spacing } from './spacing.ts';
import { together } from './together.ts';
import { turnOrder } from './turn-order.ts';
import { wishes } from './wishes.ts';

export const CONSTRAINTS: readonly Constraint[] = [
  coverMinimum,
  coverTarget,
  coverMost,
  qualified,
  available,
  noOverlap,
  minimumRest,
  forbiddenSuccession,
  lieuDays,
  mostHours,
  mostShifts,
  mostNights,
  mostWeekends,
  leastShifts,
  groupQuota,
  mostConsecutiveDays,
  leastConsecutiveDays,
  leastDaysOff,
  turnOrder,
  newcomerAccompanied,
  loadBalance,
  evenKinds,
  evenTurns,
  namedDayFairness,
  homeDays,
  wishes,
  spacing,
  sameShiftAllWeek,
  together,
  apart,
  afterWhom,
  leaderContinuity,
];

const byCode = new Map(CONSTRAINTS.map((constraint) => [constraint.code, constraint]));

export function findConstraint(code: string): Constraint | undefined {
  return byCode.get(code);
}

/** Throws `invalid` when no constraint has this code: a parsed rule never does. */
export function constraintOf(code: string): Constraint {
  const constraint = byCode.get(code);
  if (!constraint) throw new AppError('invalid', 'error.constraint.unknown', { code });
  return constraint;
}

/** Where a rule's findings count, and what one unit of them costs. */
export function priceOfRule({ constraint, strength }: Rule): { level: Level; weight: number } {
  const { level } = constraintOf(constraint);
  if (level) return { level, weight: 1 };
  return strength.kind === 'hard' ? { level: 'hard', weight: 1 } : { level: 'soft', weight: strength.weight };
}
