/** Fits a roster to the plan it is for: what no longer resolves is dropped and named, and seats keep their places. */

import type { Plan } from './plan.ts';
import type { Assignment, Roster } from './roster.ts';

export interface FittedRoster {
  readonly roster: Roster;
  /** Assignments to shifts or people that the plan does not have, and a person's second place in one shift. */
  readonly dropped: readonly Assignment[];
}

/** Ordered as a roster must be: by the plan's shifts, then place. */
export function fitRoster(plan: Plan, { periodId, assignments }: Roster): FittedRoster {
  const position = new Map(plan.shifts.map((shift, i) => [shift.id, i]));
  const known = new Set(plan.staff.map(({ id }) => id));
  const orderOf = ({ shiftId }: Assignment): number => position.get(shiftId) ?? 0;
  const fitting = new Map<string, Assignment>();
  const dropped: Assignment[] = [];
  for (const each of assignments) {
    const stands = standsOf(each);
    if (position.has(each.shiftId) && known.has(each.staffId) && !fitting.has(stands))
      fitting.set(stands, each);
    else dropped.push(each);
  }
  const fitted = [...fitting.values()].sort((a, b) => orderOf(a) - orderOf(b) || a.place - b.place);
  return { roster: { periodId, assignments: fitted }, dropped };
}

/**
 * The same people on the same shifts, in places that change for nobody who stays: who stood the shift before keeps the
 * place, who is new takes the lowest free one. A seat is a shift and a place, so without this a swap of two names in a
 * list would cancel and rewrite two calendars for nothing.
 */
export function keepPlaces(before: Roster, { periodId, assignments }: Roster): Roster {
  const placeBefore = new Map(before.assignments.map((each) => [standsOf(each), each.place]));
  const byShift = new Map<string, Assignment[]>();
  for (const each of assignments) {
    const shift = byShift.get(each.shiftId);
    if (shift) shift.push(each);
    else byShift.set(each.shiftId, [each]);
  }
  const placed = [...byShift.values()].flatMap((shift) => {
    const kept = shift.map((each) => placeBefore.get(standsOf(each)));
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

/** Who stands what, wherever in the shift. */
function standsOf({ shiftId, staffId }: Assignment): string {
  return JSON.stringify([shiftId, staffId]);
}
