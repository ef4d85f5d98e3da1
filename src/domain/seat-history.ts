/**
 * What became of every seat over the versions of one period: who holds it, who held it, how often it changed and
 * when. Feeds read SEQUENCE, DTSTAMP and cancellations from here; of iCalendar's text this file knows nothing.
 */

import type { Instant } from '../calendar/interval.ts';
import { nextShifts } from './handover.ts';
import { RosterIndex } from './roster-index.ts';
import type { Shift } from './shift.ts';
import type { StaffMember } from './staff.ts';
import { staffName } from './staff-names.ts';
import type { Post } from './unit.ts';
import type { RosterVersion } from './version.ts';

/** Someone who held the seat and lost it to another, or to a cancelling. Who regains the seat leaves this list. */
export interface FormerHolder {
  readonly staff: StaffMember;
  /** Publishing of the version that took the seat away: the stamp of this person's cancellation. */
  readonly lostAt: Instant;
  /** The seat's sequence at that publishing; what happens to the seat later does not concern this person. */
  readonly sequence: number;
  /** Shift and post as this person last knew them. */
  readonly shift: Shift;
  readonly post: Post;
}

interface SeatFacts {
  /**
   * `installation/unit/period/shift/place`, or without the installation as the version says: the same for ever, whoever sits there and whenever the shift begins. Holds no personal
   * data and no host name, but may hold any character an id may: encode it before it becomes a UID.
   */
  readonly uidSeed: string;
  readonly periodId: string;
  /** 0-based within the shift. */
  readonly place: number;
  /** As the newest version that has them tells; of a cancelled seat, as they last stood. */
  readonly shift: Shift;
  readonly post: Post;
  /** 0 when first published, +1 on every change of time, person, post or cancelling (RFC 5545 §3.8.7.4). */
  readonly sequence: number;
  /** Publishing of the version that last raised the sequence. */
  readonly lastChanged: Instant;
  /**
   * Publishing of the version that last changed anything one is told of the seat: besides the above its label, systems
   * and contacts, who shares the shift and who takes over from it, phones included. Never before `lastChanged`.
   */
  readonly lastRevised: Instant;
  /** By `lostAt`, each person once. */
  readonly former: readonly FormerHolder[];
}

export interface HeldSeat extends SeatFacts {
  readonly status: 'held';
  readonly holder: StaffMember;
}

/** A seat nobody holds any more: its shift is gone, it was left empty, or the roster was withdrawn. */
export interface CancelledSeat extends SeatFacts {
  readonly status: 'cancelled';
}

export type SeatState = HeldSeat | CancelledSeat;

/** How long a cancelled seat stays in feeds, so that readers that poll rarely take it off their calendars. */
export const CANCELLED_KEPT_DAYS = 30;

/** Whether a cancellation published at `since` still belongs in a feed read at `now`. */
export function cancellationIsKept(since: Instant, now: Instant): boolean {
  return now - since < CANCELLED_KEPT_DAYS * 86_400_000;
}

/**
 * Folds the versions of one period, ascending by number and without gaps, into the state of every seat that was ever
 * held; sorted by start, shift id, place. Places must be kept between versions (`keepPlaces`).
 */
export function seatHistory(versions: readonly RosterVersion[]): SeatState[] {
  const seats = new Map<string, Seat>();
  for (const version of versions) foldVersion(seats, version);
  return [...seats.values()]
    .map((seat) => seat.state)
    .sort(
      (a, b) =>
        a.shift.span.start - b.shift.span.start ||
        (a.shift.id < b.shift.id ? -1 : a.shift.id > b.shift.id ? 1 : a.place - b.place),
    );
}

/** A state with what was told of it, as text to compare. */
interface Seat {
  readonly state: SeatState;
  readonly told: string;
}

interface Sitting {
  readonly uidSeed: string;
  readonly place: number;
  readonly shift: Shift;
  readonly post: Post;
  readonly holder: StaffMember;
  readonly told: string;
}

function foldVersion(seats: Map<string, Seat>, version: RosterVersion): void {
  const held = new Set<string>();
  for (const sitting of sittings(version)) {
    held.add(sitting.uidSeed);
    seats.set(sitting.uidSeed, seated(seats.get(sitting.uidSeed), sitting, version));
  }
  for (const [seed, { state, told }] of seats) {
    if (state.status === 'held' && !held.has(seed)) {
      seats.set(seed, { state: cancelled(state, version.publishedAt), told });
    }
  }
}

/** The seats a version fills, each with all that is told of it. */
function sittings(version: RosterVersion): Sitting[] {
  const { plan, roster } = version;
  const index = new RosterIndex(plan, roster);
  const people = (shift: Shift): unknown[] =>
    index.staffOf(shift.id).map((id) => {
      const member = index.staffById.get(id);
      return [id, member && staffName(plan.staff, id), member?.phone];
    });
  return roster.assignments.flatMap(({ shiftId, place, staffId }) => {
    const shift = index.shiftById.get(shiftId);
    const holder = index.staffById.get(staffId);
    const post = shift && index.postById.get(shift.postId);
    if (!shift || !holder || !post) return [];
    const told = JSON.stringify([
      shift.label,
      shift.namedDay,
      post.shortName,
      post.systems,
      post.contacts,
      people(shift),
      nextShifts(plan, shift).map((next) => [next.span.start, people(next)]),
      plan.unit.name,
      plan.unit.callNote,
    ]);
    const scope = version.uidScope === undefined ? [] : [version.uidScope];
    const uidSeed = [...scope, plan.unit.id, version.periodId, shiftId, place].join('/');
    return [{ uidSeed, place, shift, post, holder, told }];
  });
}

function seated(before: Seat | undefined, sitting: Sitting, version: RosterVersion): Seat {
  const at = version.publishedAt;
  const { uidSeed, place, shift, post, holder, told } = sitting;
  const was = before?.state;
  const changed = !was || isChange(was, sitting);
  const sequence = was ? was.sequence + (changed ? 1 : 0) : 0;
  const former = [...(was?.former ?? []), ...(was?.status === 'held' ? [lost(was, at, sequence)] : [])];
  const state: HeldSeat = {
    status: 'held',
    uidSeed,
    periodId: version.periodId,
    place,
    shift,
    post,
    holder,
    sequence,
    lastChanged: changed ? at : was.lastChanged,
    lastRevised: changed || before?.told !== told ? at : was.lastRevised,
    former: former.filter(({ staff }) => staff.id !== holder.id),
  };
  return { state, told };
}

/** What calendars must be made to notice: Google applies an edit only when SEQUENCE rises. */
function isChange(was: SeatState, { holder, shift, post }: Sitting): boolean {
  return (
    was.status === 'cancelled' ||
    was.holder.id !== holder.id ||
    was.shift.span.start !== shift.span.start ||
    was.shift.span.end !== shift.span.end ||
    was.post.name !== post.name ||
    was.post.presence !== post.presence
  );
}

function cancelled(was: HeldSeat, at: Instant): CancelledSeat {
  const { holder: _, former, ...facts } = was;
  const sequence = was.sequence + 1;
  return {
    ...facts,
    status: 'cancelled',
    sequence,
    lastChanged: at,
    lastRevised: at,
    former: [...former, lost(was, at, sequence)],
  };
}

function lost(was: HeldSeat, lostAt: Instant, sequence: number): FormerHolder {
  return { staff: was.holder, lostAt, sequence, shift: was.shift, post: was.post };
}
