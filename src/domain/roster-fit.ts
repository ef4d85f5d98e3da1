/** Fits a roster to the plan it is for: what no longer resolves is dropped and named, and seats keep their places. */

import type { Plan } from './plan.ts';
import type { Assignment, Roster } from './roster.ts';

export interface FittedRoster {
  readonly roster: Roster;
  /** Assignments to shifts or people that the plan does not have. */
  readonly dropped: readonly Assignment[];
}

/** Ordered as a roster must be: by the plan's shifts, then place. */
export function fitRoster(plan: Plan, { periodId, assignments }: Roster): FittedRoster {
  const position = new Map(plan.shifts.map((shift, i) => [shift.id, i]));
  const known = new Set(plan.staff.map(({ id }) => id));
  const fits = ({ shiftId, staffId }: Assignment): boolean => position.has(shiftId) && known.has(staffId);
  const orderOf = ({ shiftId }: Assignment): number => position.get(shiftId) ?? 0;
  return {
    roster: {
      periodId,
      assignments: assignments.filter(fits).sort((a, b) => orderOf(a) - orderOf(b) || a.place - b.place),
    },
    dropped: assignments.filter((assignment) => !fits(assignment)),
  };
}

/**
 * The same people on the same shifts, in places that change for nobody who stays: who stood the shift before keeps the
 * place, who is new takes the lowest free one. A seat is a shift and a place, so without this a swap of two names in a
 * list would cancel and rewrite two calendars for nothing.
 */
export function keepPlaces(before: Roster, { periodId, assignments }: Roster): Roster {
  const seatOf = ({ shiftId, staffId }: Assignment): string => JSON.stringify([shiftId, staffId]);
  const placeBefore = new Map(before.assignments.map((each) => [seatOf(each), each.place]));
  const byShift = new Map<string, Assignment[]>();
  for (const each of assignments) {
    const shift = byShift.get(each.shiftId);
    if (shift) shift.push(each);
    else byShift.set(each.shiftId, [each]);
  }
  const placed = [...byShift.values()].flatMap((shift) => {
    const kept = shift.map((each) => placeBefore.get(seatOf(each)));
    const taken = new Set(kept);
    let free = 0;
    return shift
      .map((each, i) => {
        if (kept[i] !== undefined) return { ...each, place: kept[i] };
        while (taken.has(free)) free++;
        return { ...each, place: free++ };
      })
      .sort((a, b) => a.place - b.place);
  });
  return { periodId, assignments: placed };
}
