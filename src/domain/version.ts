/** A published version: immutable, numbered from 1 within its period, and all that feed, print and pages may read. */

import type { Instant } from '../calendar/interval.ts';
import type { Plan } from './plan.ts';
import type { Roster } from './roster.ts';
import type { Shift } from './shift.ts';

/** What the solver could certify of a roster; amounts by level, as the referee counts them. */
export interface Certificate {
  readonly score: { readonly hard: number; readonly cover: number; readonly soft: number };
  /** No roster can score below this, compared level by level; absent when no bound is known. */
  readonly bound?: { readonly hard: number; readonly cover: number; readonly soft: number };
  /** True when the bound proves that no better roster exists. */
  readonly proven: boolean;
  readonly seed: number;
}

export type AwayReason = 'leave' | 'skill';

/** Names who stands a shift. */
export function seatKey(shiftId: string, staffId: string): string {
  return `${shiftId} ${staffId}`;
}

export interface RosterVersion {
  readonly periodId: string;
  readonly number: number;
  readonly publishedAt: Instant;
  readonly note: string;
  readonly plan: Plan;
  readonly roster: Roster;
  /** Absent when people edited the roster after it was solved. */
  readonly certificate?: Certificate;
  /** Why it was published although it breaks hard rules; absent when it breaks none. */
  readonly overrideReason?: string;
  /**
   * Id of the installation that first published the period: begins the UIDs of its events, so that two installations with
   * units and periods of one name never send the same. Absent for periods whose UIDs were sent before there was one.
   */
  readonly uidScope?: string;
  /**
   * Only on a version as it is shown today, never kept: who has left the staff list since, by id, and when. Their seats
   * that end later are nobody's.
   */
  readonly left?: Readonly<Record<string, Instant>>;
  /** Only on a version as it is shown today: seats whose people are on the list and can't stand them, by `seatKey`. */
  readonly away?: Readonly<Record<string, AwayReason>>;
  /** Only on a version as it is shown: who of those who stand has another number today than was printed, by id. */
  readonly oldPhones?: readonly string[];
  /** Published to take the roster back: its roster is empty, and feeds cancel what stood before. */
  readonly withdrawn?: true;
}

/** Who has left the unit, and who can't stand their seats, as versions shown today have it. */
export type Absences = Pick<RosterVersion, 'left' | 'away'>;

/** Whether the seat is held by someone who has left before it was over, or can't stand it by now. */
export function isUnstood({ left, away }: Absences, staffId: string, { id, span }: Shift): boolean {
  const leftAt = left?.[staffId];
  return (leftAt !== undefined && span.end > leftAt) || away?.[seatKey(id, staffId)] !== undefined;
}
