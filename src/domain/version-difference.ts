/** What changed between two versions of a period, by seat and by person: who must be told, and what. */

import { compareNames } from '../kernel/names.ts';
import { RosterIndex } from './roster-index.ts';
import type { Shift } from './shift.ts';
import type { StaffMember } from './staff.ts';
import type { Post } from './unit.ts';
import type { RosterVersion } from './version.ts';

/** A seat held differently: nobody before means filled, nobody after means emptied or gone. */
export interface SeatChange {
  /** Shift and post as the newer version tells them; as the older one did when it alone has them. */
  readonly shift: Shift;
  readonly post: Post;
  readonly place: number;
  readonly before?: StaffMember;
  readonly after?: StaffMember;
  /** The shift as it stood before, when its time changed. */
  readonly movedFrom?: Shift;
}

export interface MovedShift {
  readonly before: Shift;
  readonly after: Shift;
}

/** What changed for one person; who keeps every shift at its time is not listed. */
export interface PersonChange {
  readonly staff: StaffMember;
  readonly gained: readonly Shift[];
  readonly lost: readonly Shift[];
  readonly moved: readonly MovedShift[];
}

export interface VersionDifference {
  /** By start, shift id, place. */
  readonly seats: readonly SeatChange[];
  /** By given name. */
  readonly people: readonly PersonChange[];
}

/** What of a version is compared. */
type Compared = Pick<RosterVersion, 'plan' | 'roster'>;

/** Both versions must be of one period; either may be the newer one. */
export function versionDifference(before: Compared, after: Compared): VersionDifference {
  const from = new RosterIndex(before.plan, before.roster);
  const to = new RosterIndex(after.plan, after.roster);
  return {
    seats: seatChanges({ before, from }, { after, to }),
    people: peopleOf(from, to)
      .map((staff) => personChange(staff, from, to))
      .filter(({ gained, lost, moved }) => gained.length + lost.length + moved.length > 0),
  };
}

function seatChanges(
  { before, from }: { readonly before: Compared; readonly from: RosterIndex },
  { after, to }: { readonly after: Compared; readonly to: RosterIndex },
): SeatChange[] {
  const seats = new Map<string, { shiftId: string; place: number; before?: string; after?: string }>();
  for (const { shiftId, place, staffId } of before.roster.assignments) {
    seats.set(JSON.stringify([shiftId, place]), { shiftId, place, before: staffId });
  }
  for (const { shiftId, place, staffId } of after.roster.assignments) {
    const key = JSON.stringify([shiftId, place]);
    seats.set(key, { ...seats.get(key), shiftId, place, after: staffId });
  }
  return [...seats.values()]
    .flatMap((seat): SeatChange[] => {
      const old = from.shiftById.get(seat.shiftId);
      const shift = to.shiftById.get(seat.shiftId) ?? old;
      const post = shift && (to.postById.get(shift.postId) ?? from.postById.get(shift.postId));
      if (!shift || !post) return [];
      const was = from.staffById.get(seat.before ?? '');
      const is = to.staffById.get(seat.after ?? '');
      const moved = old !== undefined && isMoved(old, shift);
      if (was?.id === is?.id && !moved) return [];
      return [
        {
          shift,
          post,
          place: seat.place,
          ...(was ? { before: was } : {}),
          ...(is ? { after: is } : {}),
          ...(moved ? { movedFrom: old } : {}),
        },
      ];
    })
    .sort((a, b) => byStart(a.shift, b.shift) || a.place - b.place);
}

function personChange(staff: StaffMember, from: RosterIndex, to: RosterIndex): PersonChange {
  const had = new Map(from.shiftsOf(staff.id).map((shift) => [shift.id, shift]));
  const has = new Map(to.shiftsOf(staff.id).map((shift) => [shift.id, shift]));
  return {
    staff,
    gained: [...has.values()].filter(({ id }) => !had.has(id)),
    lost: [...had.values()].filter(({ id }) => !has.has(id)),
    moved: [...has.values()].flatMap((after) => {
      const before = had.get(after.id);
      return before && isMoved(before, after) ? [{ before, after }] : [];
    }),
  };
}

/** Everyone of either version, as the newer one knows them. */
function peopleOf(from: RosterIndex, to: RosterIndex): StaffMember[] {
  return [...new Map([...from.staffById, ...to.staffById]).values()].sort(
    (a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1),
  );
}

function isMoved(before: Shift, after: Shift): boolean {
  return before.span.start !== after.span.start || before.span.end !== after.span.end;
}

function byStart(a: Shift, b: Shift): number {
  return a.span.start - b.span.start || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
