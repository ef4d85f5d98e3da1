/** What of a published roster was stood: the shifts people took themselves, and the seats that went to another at short notice. */

import type { Instant } from '../calendar/interval.ts';
import type { CheckIn } from './check-in.ts';
import type { Replacement } from './replacement.ts';
import type { Assignment, Roster } from './roster.ts';
import type { Shift } from './shift.ts';

/** Of a unit whose people take their shifts. */
export interface Stood {
  /** What began later is still to be stood. */
  readonly asOf: Instant;
  readonly checkIns: readonly Pick<CheckIn, 'shiftId' | 'staffId' | 'at'>[];
  /** In the order they happened. */
  readonly replacements: readonly Pick<Replacement, 'seat' | 'fromId' | 'toId'>[];
}

/** `planned`: nobody said that it was stood; `ahead`: it has not begun. */
export type StoodAs = 'confirmed' | 'planned' | 'ahead';

export interface StoodLine {
  readonly shift: Shift;
  readonly staffId: string;
  readonly as: StoodAs;
  /** When it was taken. */
  readonly at?: Instant;
  /** Whose seat it was before it was given on, the first of them. */
  readonly insteadOf?: string;
}

/** A line a seat, by start, then as the roster has its posts and places. */
export function stoodLines(shifts: readonly Shift[], roster: Roster, stood: Stood): StoodLine[] {
  const byShift = new Map<string, Assignment[]>();
  for (const each of roster.assignments)
    byShift.set(each.shiftId, [...(byShift.get(each.shiftId) ?? []), each]);
  const taken = new Map(stood.checkIns.map((each) => [lineKey(each), each.at]));
  return shifts
    .toSorted((a, b) => a.span.start - b.span.start)
    .flatMap((shift) =>
      (byShift.get(shift.id) ?? [])
        .toSorted((a, b) => a.place - b.place)
        .map(({ place, staffId }): StoodLine => {
          const at = taken.get(lineKey({ shiftId: shift.id, staffId }));
          const first = firstHolder(stood, { shiftId: shift.id, place }, staffId);
          return {
            shift,
            staffId,
            as: at !== undefined ? 'confirmed' : shift.span.start > stood.asOf ? 'ahead' : 'planned',
            ...(at === undefined ? {} : { at }),
            ...(first === undefined || first === staffId ? {} : { insteadOf: first }),
          };
        }),
    );
}

/** Back along the seat's replacements from who holds it; one that a later change undid leads nowhere. */
function firstHolder(
  { replacements }: Stood,
  { shiftId, place }: Replacement['seat'],
  staffId: string,
): string | undefined {
  const own = replacements.filter(({ seat }) => seat.shiftId === shiftId && seat.place === place);
  return own.reduceRight<string | undefined>(
    (holder, { fromId, toId }) => (toId === (holder ?? staffId) ? fromId : holder),
    undefined,
  );
}

function lineKey({ shiftId, staffId }: { readonly shiftId: string; readonly staffId: string }): string {
  return JSON.stringify([shiftId, staffId]);
}
