/**
 * How units stand with what an order asks: late, lacking, not sent yet, complete. It reads the figures kept when an answer
 * was sent, never the answer.
 */

import type { Instant } from '../calendar/interval.ts';

/** Worst first. */
export const UNIT_STANDINGS = ['overdue', 'lacking', 'waiting', 'complete'] as const;
export type UnitStanding = (typeof UNIT_STANDINGS)[number];

/** Of a unit that an order asks; figures are those of its answer in force. */
export interface StandingFacts {
  readonly deadline: Instant;
  /** Absent while nothing was sent. */
  readonly answer?: {
    readonly sentAt: Instant;
    readonly late: boolean;
    readonly shortMinutes: number;
    readonly phonesMissing: number;
  };
}

export function standingOf({ deadline, answer }: StandingFacts, now: Instant): UnitStanding {
  if (!answer) return now > deadline ? 'overdue' : 'waiting';
  return answer.shortMinutes > 0 || answer.phonesMissing > 0 ? 'lacking' : 'complete';
}

export interface OrderFigures {
  readonly asked: number;
  readonly by: Readonly<Record<UnitStanding, number>>;
  /** Of those complete, sent after their deadline. */
  readonly late: number;
  /** Of those lacking: hours nobody stands, or only telephones. */
  readonly shortHours: number;
  readonly onlyPhones: number;
  /** By standing, the earliest deadline of those that sent nothing. */
  readonly deadlines: Readonly<Partial<Record<UnitStanding, Instant>>>;
}

export function figuresOf(units: readonly StandingFacts[], now: Instant): OrderFigures {
  const by: Record<UnitStanding, number> = { overdue: 0, lacking: 0, waiting: 0, complete: 0 };
  const deadlines: Partial<Record<UnitStanding, Instant>> = {};
  let [late, shortHours, onlyPhones] = [0, 0, 0];
  for (const unit of units) {
    const standing = standingOf(unit, now);
    by[standing] += 1;
    const { answer, deadline } = unit;
    if (!answer) deadlines[standing] = Math.min(deadlines[standing] ?? deadline, deadline) as Instant;
    else if (standing === 'complete') late += answer.late ? 1 : 0;
    else if (answer.shortMinutes > 0) shortHours += 1;
    else onlyPhones += 1;
  }
  return { asked: units.length, by, late, shortHours, onlyPhones, deadlines };
}

/** Worst first: longest overdue, most hours short, most telephones missing, nearest deadline, newest answer. */
export function compareStandings(now: Instant): (a: StandingFacts, b: StandingFacts) => number {
  return (a, b) => {
    const [of, other] = [standingOf(a, now), standingOf(b, now)];
    if (of !== other) return UNIT_STANDINGS.indexOf(of) - UNIT_STANDINGS.indexOf(other);
    if (of === 'lacking') {
      return (
        (b.answer?.shortMinutes ?? 0) - (a.answer?.shortMinutes ?? 0) ||
        (b.answer?.phonesMissing ?? 0) - (a.answer?.phonesMissing ?? 0)
      );
    }
    if (of === 'complete') return (b.answer?.sentAt ?? 0) - (a.answer?.sentAt ?? 0);
    return a.deadline - b.deadline;
  };
}
