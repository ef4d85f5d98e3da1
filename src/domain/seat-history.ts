/**
 * What became of every seat over the versions of a unit's periods: who holds it, who held it, how often it changed and
 * when. Feeds read SEQUENCE, DTSTAMP and cancellations from here; of iCalendar's text this file knows nothing.
 */

import type { Instant } from '../calendar/interval.ts';
import { mayFollow, takeoverOf } from './handover.ts';
import { versionIndex } from './roster-index.ts';
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
   * `installation/unit/period/shift/place`, or without the installation as the version says: the same for ever, whoever
   * sits there and whenever the shift begins. Holds no personal data and no host name, but may hold any character an id
   * may: encode it before it becomes a UID.
   */
  readonly uidSeed: string;
  readonly periodId: string;
  /** 0-based within the shift. */
  readonly place: number;
  /** As the newest version that has them tells; of a cancelled seat, as they last stood. */
  readonly shift: Shift;
  readonly post: Post;
  /**
   * 0 when first published, +1 on every change of what one is told of the seat (RFC 5545 §3.8.7.4): some calendars take
   * no change without it. In periods first published under version 0.1 a new version raises it only for time, person,
   * post and cancelling, since what was sent then stays as it was.
   */
  readonly sequence: number;
  /** When the sequence was last raised. */
  readonly lastChanged: Instant;
  /**
   * When anything one is told of the seat last changed: besides time, person and post its label, systems and contacts,
   * who shares the shift and who takes over from it, phones included. Never before `lastChanged`.
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

/** Someone's name or numbers changed, or they left or came back: told at once, not with the next version. */
export interface ContactChange {
  readonly staffId: string;
  readonly at: Instant;
}

/** The seats of one period that has no neighbour. */
export function seatHistory(versions: readonly RosterVersion[]): SeatState[] {
  return unitSeatHistory([versions], [])[0] ?? [];
}

/**
 * Folds the versions of a unit's periods, of each ascending by number and without gaps, into the state of every seat
 * that was ever held: an array a period, sorted by start, shift id, place. Places must be kept between versions
 * (`keepPlaces`).
 */
export function unitSeatHistory(
  periods: readonly (readonly RosterVersion[])[],
  contacts: readonly ContactChange[],
): SeatState[][] {
  const fold = new Fold();
  for (const { version, contact } of timeline(periods, contacts)) {
    if (version) fold.publish(version);
    if (contact) fold.changeContact(contact);
  }
  return periods.map((versions) => fold.statesOf(versions[0]?.periodId));
}

interface Happening {
  readonly at: Instant;
  readonly version?: RosterVersion;
  readonly contact?: ContactChange;
}

/** By moment; versions of a period never trade places, should a clock have been set back between them. */
function timeline(
  periods: readonly (readonly RosterVersion[])[],
  contacts: readonly ContactChange[],
): Happening[] {
  const happenings: Happening[] = contacts.map((contact) => ({ at: contact.at, contact }));
  for (const versions of periods) {
    let at = -Infinity as Instant;
    for (const version of versions) {
      at = Math.max(at, version.publishedAt) as Instant;
      happenings.push({ at, version });
    }
  }
  return happenings.sort((a, b) => a.at - b.at);
}

/** A state with what was told of it, as text to compare, and who is named in it. */
interface Seat {
  readonly state: SeatState;
  readonly told: string;
  readonly named: ReadonlySet<string>;
}

class Fold {
  readonly #seats = new Map<string, Seat>();
  readonly #newest = new Map<string, RosterVersion>();

  publish(version: RosterVersion): void {
    this.#newest.set(version.periodId, version);
    const held = new Set<string>();
    for (const sitting of sittings(version, this.#others(version))) {
      held.add(sitting.uidSeed);
      this.#seats.set(sitting.uidSeed, seated(this.#seats.get(sitting.uidSeed), sitting, version));
    }
    for (const [seed, seat] of this.#seats) {
      const { state } = seat;
      if (state.status !== 'held') continue;
      if (state.periodId !== version.periodId) this.#passOver(seed, state, version);
      else if (!held.has(seed)) {
        this.#seats.set(seed, { ...seat, state: cancelled(state, version.publishedAt) });
      }
    }
  }

  changeContact({ staffId, at }: ContactChange): void {
    for (const [seed, seat] of this.#seats) {
      const { state } = seat;
      if (state.status !== 'held' || !seat.named.has(staffId)) continue;
      this.#seats.set(seed, { ...seat, state: noticed(state, at) });
    }
  }

  statesOf(periodId: string | undefined): SeatState[] {
    return [...this.#seats.values()]
      .flatMap(({ state }) => (state.periodId === periodId ? [state] : []))
      .sort(
        (a, b) =>
          a.shift.span.start - b.shift.span.start ||
          (a.shift.id < b.shift.id ? -1 : a.shift.id > b.shift.id ? 1 : a.place - b.place),
      );
  }

  /** A seat of another period, should who takes over from it be someone else by this version. */
  #passOver(seed: string, state: HeldSeat, version: RosterVersion): void {
    const own = this.#newest.get(state.periodId);
    if (!own || !mayFollow(version, state.shift.span)) return;
    const told = toldOf(own, this.#others(own), state);
    if (told.told === this.#seats.get(seed)?.told) return;
    this.#seats.set(seed, { ...told, state: noticed(state, version.publishedAt, own) });
  }

  #others({ periodId, plan }: RosterVersion): RosterVersion[] {
    return [...this.#newest.values()].filter(
      (other) => other.periodId !== periodId && mayFollow(other, plan.period.span),
    );
  }
}

interface Sitting {
  readonly uidSeed: string;
  readonly place: number;
  readonly shift: Shift;
  readonly post: Post;
  readonly holder: StaffMember;
  readonly told: string;
  readonly named: ReadonlySet<string>;
}

/** The seats a version fills, each with all that is told of it. */
function sittings(version: RosterVersion, others: readonly RosterVersion[]): Sitting[] {
  const { plan, roster } = version;
  const index = versionIndex(version);
  return roster.assignments.flatMap(({ shiftId, place, staffId }) => {
    const shift = index.shiftById.get(shiftId);
    const holder = index.staffById.get(staffId);
    const post = shift && index.postById.get(shift.postId);
    if (!shift || !holder || !post) return [];
    const scope = version.uidScope === undefined ? [] : [version.uidScope];
    const uidSeed = [...scope, plan.unit.id, version.periodId, shiftId, place].join('/');
    return [{ uidSeed, place, shift, post, holder, ...toldOf(version, others, { shift, post }) }];
  });
}

function toldOf(
  version: RosterVersion,
  others: readonly RosterVersion[],
  { shift, post }: { readonly shift: Shift; readonly post: Post },
): { readonly told: string; readonly named: ReadonlySet<string> } {
  const { plan } = version;
  const index = versionIndex(version);
  const together = index.staffOf(shift.id);
  const takeover = takeoverOf(version, others, shift);
  const told = JSON.stringify([
    shift.label,
    shift.namedDay,
    post.shortName,
    post.systems,
    post.contacts,
    together.map((id) => [id, staffName(plan.staff, id), index.staffById.get(id)?.phone]),
    takeover,
    plan.unit.name,
    plan.unit.callNote,
  ]);
  return { told, named: new Set([...together, ...(takeover?.people ?? []).map(({ id }) => id)]) };
}

function seated(before: Seat | undefined, sitting: Sitting, version: RosterVersion): Seat {
  const at = version.publishedAt;
  const { uidSeed, place, shift, post, holder, told, named } = sitting;
  const was = before?.state;
  const revised = before?.told !== told;
  const changed = !was || isChange(was, sitting) || (revised && raises(version));
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
    lastRevised: changed || revised ? at : was.lastRevised,
    former: former.filter(({ staff }) => staff.id !== holder.id),
  };
  return { state, told, named };
}

/** Whether what one is told besides time, person and post counts as a change: see `sequence`. */
function raises({ uidScope }: RosterVersion): boolean {
  return uidScope !== undefined;
}

/** The seat as before, with something told anew that its own version doesn't say. */
function noticed(was: HeldSeat, at: Instant, version?: RosterVersion): HeldSeat {
  if (version && !raises(version)) return { ...was, lastRevised: at };
  return { ...was, sequence: was.sequence + 1, lastChanged: at, lastRevised: at };
}

/** What calendars were always made to notice: Google applies an edit only when SEQUENCE rises. */
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
