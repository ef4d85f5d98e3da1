/**
 * A constraint is one file with two faces: `violations`, the plain definition that the referee and people read, and
 * `terms`, the same rule in the shapes the solver understands. The sum over both must agree, for any roster.
 */

import type { z } from 'zod';
import type { FixedDuty } from '../domain/duty-stream.ts';
import type { Plan } from '../domain/plan.ts';
import type { RosterIndex } from '../domain/roster-index.ts';
import type { Strength } from '../domain/rule-set.ts';
import type { Params } from '../kernel/app-error.ts';
import type { TermSink } from './term-sink.ts';

/** What a rule found, before the referee adds rule, level and cost. */
export interface Finding {
  /** Units broken (people, shifts, minutes, days …), whole and ≥ 1. */
  readonly amount: number;
  readonly staffIds: readonly string[];
  readonly shiftIds: readonly string[];
  /** Duties of other periods, or from before the period, that the plan's shifts collide with; absent: none. */
  readonly fixed?: readonly FixedDuty[];
  /** Figures for the sentence `constraint.<code>.violation`, which names neither people nor shifts: the page does. */
  readonly params: Params;
}

/** `rule`: something is wrong; `preference`: something wished; `balance`: a measure that is seldom nought. */
export type ConstraintKind = 'rule' | 'preference' | 'balance';

export interface Constraint<P = unknown> {
  /** Kebab-case; also the file's name and the stem of its phrases. */
  readonly code: string;
  readonly kind: ConstraintKind;
  /** `cover` findings count between hard and soft, whatever the strength says. */
  readonly level?: 'cover';
  /** Its findings about someone depend on nobody else's shifts, so it is asked of each candidate for a seat by itself. */
  readonly personal?: true;
  /** Its parameter `most` is a limit that a repair may raise by one. */
  readonly limit?: true;
  /** More seats can only make its findings worse: pins that break it break it whatever stands beside them. */
  readonly worsens?: true;
  /** It says how a roster is made: who exchanges or stands in in a published one is told of it, and not refused. */
  readonly ofMaking?: true;
  readonly params: z.ZodType<P>;
  readonly defaults: { readonly strength: Strength; readonly params: P };
  /**
   * Which of the constraint's sentences fits the parameters: `constraint.<code>.sentence.<variant>`, or without a
   * variant `constraint.<code>.sentence`. Sentences name parameters in braces, for pages to make editable.
   */
  variant?(params: P): string | undefined;
  /** Days beyond the plan on which a duty of another period can matter to the rule; absent: none. */
  reachDays?(params: P): number;
  violations(plan: Plan, roster: RosterIndex, params: P): Finding[];
  terms(plan: Plan, params: P, sink: TermSink): void;
}

/** Ties the parameter type to its schema; the catalogue then holds constraints of any parameters. */
export function defineConstraint<P>(constraint: Constraint<P>): Constraint<P> {
  return constraint;
}
