/** How much memory a version takes, near enough to bound what is kept of them: by the megabyte, not by the piece. */

import type { RosterVersion } from '../../domain/version.ts';

/** Measured: a version of three hundred shifts takes about a megabyte. */
const OCTETS_A_SHIFT = 3_500;
const OCTETS_A_PERSON = 1_000;
const OCTETS_A_SEAT = 150;

export function octetsOf({ plan, roster }: RosterVersion): number {
  return (
    plan.shifts.length * OCTETS_A_SHIFT +
    plan.staff.length * OCTETS_A_PERSON +
    roster.assignments.length * OCTETS_A_SEAT
  );
}
