/**
 * The seats of a shift, by place: who sits there, or how badly someone is missing, and in what words. Counts, but judges
 * nothing. The one place where vacancies are found.
 */

import type { Plan } from '../../domain/plan.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Shift } from '../../domain/shift.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { staffName } from '../../domain/staff-names.ts';
import { type Absences, isUnstood } from '../../domain/version.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { onceFor } from '../../kernel/once-for.ts';
import { cleanLine } from '../plain-text.ts';

/** A roster and what it is judged against: a published version, or a draft. */
export interface Rostered {
  readonly plan: Plan;
  readonly roster: Roster;
}

/** `uncovered`: below the minimum. `wanted`: the minimum stands, the target does not. */
export type Seat =
  | { readonly kind: 'held'; readonly place: number; readonly member: StaffMember }
  | { readonly kind: 'uncovered' | 'wanted'; readonly place: number };

export type SeatsOf = (shift: Shift) => readonly Seat[];

const counted = onceFor((roster: Roster) => onceFor((plan: Plan) => onceFor(countSeats(plan, roster))));

/**
 * Empty seats keep the place they have in the roster; the first empty ones are the uncovered ones. Of a roster that was
 * counted before, as an object, what was counted then.
 */
export function seatsOf(plan: Plan, roster: Roster): SeatsOf {
  return counted(roster)(plan);
}

function countSeats(plan: Plan, roster: Roster): SeatsOf {
  const staff = new Map(plan.staff.map((member) => [member.id, member]));
  const places = new Map<string, Map<number, StaffMember>>();
  for (const { shiftId, place, staffId } of roster.assignments) {
    const member = staff.get(staffId);
    const held = places.get(shiftId) ?? new Map<number, StaffMember>();
    if (member) held.set(place, member);
    places.set(shiftId, held);
  }
  return ({ id, cover }) => {
    const held = places.get(id) ?? new Map<number, StaffMember>();
    const last = Math.max(-1, ...held.keys());
    const count = Math.max(cover.minimum, cover.target, last + 1);
    let missing = cover.minimum - held.size;
    return Array.from({ length: count }, (_, place): Seat | undefined => {
      const member = held.get(place);
      if (member) return { kind: 'held', place, member };
      missing--;
      if (missing >= 0) return { kind: 'uncovered', place };
      return place < cover.target ? { kind: 'wanted', place } : undefined;
    }).filter((seat) => seat !== undefined);
  };
}

/** Seats that must be filled, and how many of them are. */
export interface CoverCount {
  readonly needed: number;
  readonly filled: number;
}

/** Seats that must be filled, whoever sits there. */
export function seatsNeeded({ shifts }: Pick<Plan, 'shifts'>): number {
  return shifts.reduce((sum, { cover }) => sum + cover.minimum, 0);
}

export function coverOf(shifts: readonly Shift[], seats: SeatsOf, absences: Absences = {}): CoverCount {
  let needed = 0;
  let filled = 0;
  for (const shift of shifts) {
    const stands = seats(shift).filter(
      (seat) => seat.kind === 'held' && !isUnstood(absences, seat.member.id, shift),
    );
    needed += shift.cover.minimum;
    filled += Math.min(shift.cover.minimum, stands.length);
  }
  return { needed, filled };
}

/** Counted once for the same version, as an object. */
export const coverOfVersion = onceFor(
  ({ plan, roster, ...absences }: Rostered & Absences): CoverCount =>
    coverOf(plan.shifts, seatsOf(plan, roster), absences),
);

/** Seats below the minimum that nobody holds. */
export function vacanciesOf({ plan, roster }: Rostered): number {
  const { needed, filled } = coverOfVersion({ plan, roster });
  return needed - filled;
}

/** The name of who sits there, namesakes told apart, or that nobody does. */
export function seatName(language: Language, plan: Plan, seat: Seat): string {
  return seat.kind === 'held'
    ? cleanLine(staffName(plan.staff, seat.member.id))
    : translate(language, `seat.${seat.kind}`);
}

/** Who is at a seat as of now: nobody, or someone who can't stand it by now, is told as missing and has no number. */
export function standerOf(
  language: Language,
  { plan, ...absences }: Pick<Rostered, 'plan'> & Absences,
  shift: Shift,
  seat: Seat,
): { readonly name: string; readonly phone: string; readonly missing: boolean } {
  const name = seatName(language, plan, seat);
  if (seat.kind !== 'held') return { name, phone: '', missing: true };
  if (isUnstood(absences, seat.member.id, shift))
    return { name: translate(language, 'seat.away', { name }), phone: '', missing: true };
  return { name, phone: seat.member.phone, missing: false };
}
