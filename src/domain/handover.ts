/** Who takes over from whom: the shifts of a post that follow one another, over the seam of two periods as well. */

import { type Instant, type Interval, plusMinutes } from '../calendar/interval.ts';
import type { FixedDuty } from './duty-stream.ts';
import type { Plan } from './plan.ts';
import { type RosterIndex, versionIndex } from './roster-index.ts';
import type { Shift } from './shift.ts';
import { staffName } from './staff-names.ts';
import type { RosterVersion } from './version.ts';

/**
 * The shifts of the same post that begin first at or after the end of `shift`: to their people one hands over. Usually
 * one; several when patterns begin together; none at the end of the period.
 */
export function nextShifts(plan: Plan, shift: Shift): Shift[] {
  const later = plan.shifts.filter(
    (other) => other.postId === shift.postId && other.span.start >= shift.span.end,
  );
  const first = Math.min(...later.map((other) => other.span.start));
  return later.filter((other) => other.span.start === first);
}

/** The shifts of the same post that end last at or before the beginning of `shift`: from their people one takes over. */
function previousShifts(plan: Plan, shift: Shift): Shift[] {
  const earlier = plan.shifts.filter(
    (other) => other.postId === shift.postId && other.span.end <= shift.span.start,
  );
  const last = Math.max(...earlier.map((other) => other.span.end));
  return earlier.filter((other) => other.span.end === last);
}

/**
 * Who stands the post next after the shift: of the plan's own roster, or of the period that follows; whichever begins
 * first. Nobody where the stream beside the plan ends.
 */
export function takersOf(plan: Plan, roster: RosterIndex, shift: Shift): string[] {
  const own = nextShifts(plan, shift);
  const beside = ofPost(plan, shift).filter(({ span }) => span.start >= shift.span.end);
  const first = Math.min(...own.map(({ span }) => span.start), ...beside.map(({ span }) => span.start));
  const follows = ({ span }: { readonly span: Interval }): boolean => span.start === first;
  return standing(roster, own.filter(follows), beside.filter(follows));
}

/** Who stood the post last before the shift, likewise. */
export function giversOf(plan: Plan, roster: RosterIndex, shift: Shift): string[] {
  const own = previousShifts(plan, shift);
  const beside = ofPost(plan, shift).filter(({ span }) => span.end <= shift.span.start);
  const last = Math.max(...own.map(({ span }) => span.end), ...beside.map(({ span }) => span.end));
  const precedes = ({ span }: { readonly span: Interval }): boolean => span.end === last;
  return standing(roster, own.filter(precedes), beside.filter(precedes));
}

function ofPost({ fixed }: Plan, { postId }: Shift): FixedDuty[] {
  return fixed.filter(({ seat }) => seat?.post.id === postId);
}

function standing(roster: RosterIndex, shifts: readonly Shift[], duties: readonly FixedDuty[]): string[] {
  const ids = [...shifts.flatMap(({ id }) => roster.staffOf(id)), ...duties.map(({ staffId }) => staffId)];
  return [...new Set(ids)];
}

/** Who takes the post over, and from when. */
export interface Takeover {
  readonly start: Instant;
  /** Namesakes told apart. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly phone: string }[];
}

/** A crew of another period that comes later than this after the shift's end takes nothing over. */
const SEAM_MINUTES = 24 * 60;

/**
 * As `takersOf`, among published rosters: of the shift's own one or, where one of the others stands the post sooner, of
 * that. Undefined when nothing follows.
 */
export function takeoverOf(
  version: RosterVersion,
  others: readonly RosterVersion[],
  shift: Shift,
): Takeover | undefined {
  const own = nextShifts(version.plan, shift).map((next) => ({ version, next }));
  const latest = own[0]?.next.span.start ?? plusMinutes(shift.span.end, SEAM_MINUTES);
  const beside = others.flatMap((other) =>
    stoodFrom(other, shift, latest).map((next) => ({ version: other, next })),
  );
  const start = Math.min(...[...own, ...beside].map(({ next }) => next.span.start)) as Instant;
  if (!Number.isFinite(start)) return undefined;
  const people = [...own, ...beside]
    .filter(({ next }) => next.span.start === start)
    .flatMap((each) => standingOf(each.version, each.next));
  return { start, people: [...new Map(people.map((person) => [person.id, person])).values()] };
}

/** Shifts of the same post with somebody on them, that begin from the shift's end up to an instant. */
function stoodFrom(version: RosterVersion, { postId, span }: Shift, latest: Instant): Shift[] {
  const index = versionIndex(version);
  return version.plan.shifts.filter(
    (other) =>
      other.postId === postId &&
      other.span.start >= span.end &&
      other.span.start <= latest &&
      index.staffOf(other.id).length > 0,
  );
}

function standingOf(version: RosterVersion, shift: Shift): Takeover['people'] {
  const index = versionIndex(version);
  return index.staffOf(shift.id).map((id) => ({
    id,
    name: staffName(version.plan.staff, id),
    phone: index.staffById.get(id)?.phone ?? '',
  }));
}

/** Whether a crew of the version may take over at some end of a shift of the span. */
export function mayFollow({ plan }: RosterVersion, span: Interval): boolean {
  const { start, end } = plan.period.span;
  return start <= plusMinutes(span.end, SEAM_MINUTES) && span.start <= end;
}
