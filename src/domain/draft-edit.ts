/**
 * What a person may do to a roster in work, seat by seat, and what it changes. Pinned seats refuse; rules do not: the
 * referee says afterwards what is broken. It knows no clock, no store and no undo list.
 */

import type { Assignment, Pin, Roster } from './roster.ts';

/** One place of one shift, whether someone stands it or not. */
export interface SeatRef {
  readonly shiftId: string;
  readonly place: number;
}

/** All that edits touch. */
export interface Work {
  readonly roster: Roster;
  readonly pins: readonly Pin[];
}

/** `swap` with an empty seat moves whoever stands the other one. */
export type DraftEdit =
  | { readonly kind: 'assign'; readonly seat: SeatRef; readonly staffId: string }
  | { readonly kind: 'swap'; readonly seat: SeatRef; readonly other: SeatRef }
  | { readonly kind: 'empty' | 'pin' | 'unpin'; readonly seat: SeatRef };

/** `pinned`: a pin holds a seat. `stands-already`: nobody stands a shift twice. `nothing`: it would change nothing. */
export type EditRefusal = 'pinned' | 'stands-already' | 'nothing';

export type Edited =
  | { readonly ok: true; readonly work: Work }
  | { readonly ok: false; readonly refusal: EditRefusal };

export function holderOf({ assignments }: Roster, { shiftId, place }: SeatRef): string | undefined {
  return assignments.find((each) => each.shiftId === shiftId && each.place === place)?.staffId;
}

/** `shiftIds` in the plan's order, to keep the roster ordered. */
export function applyEdit(work: Work, edit: DraftEdit, shiftIds: readonly string[]): Edited {
  const holder = holderOf(work.roster, edit.seat);
  if (edit.kind === 'pin' || edit.kind === 'unpin') return editPin(work, edit.kind, edit.seat, holder);
  const target = edit.kind === 'assign' ? edit.staffId : undefined;
  const changes: [SeatRef, string | undefined][] =
    edit.kind === 'swap'
      ? [
          [edit.seat, holderOf(work.roster, edit.other)],
          [edit.other, holder],
        ]
      : [[edit.seat, target]];
  return reseat(work, changes, shiftIds);
}

function editPin(work: Work, kind: 'pin' | 'unpin', seat: SeatRef, holder: string | undefined): Edited {
  if (holder === undefined) return { ok: false, refusal: 'nothing' };
  const pin = { shiftId: seat.shiftId, staffId: holder };
  const pinned = isPinned(work.pins, pin);
  if (pinned === (kind === 'pin')) return { ok: false, refusal: 'nothing' };
  const others = work.pins.filter((each) => !samePin(each, pin));
  return { ok: true, work: { ...work, pins: kind === 'pin' ? [...others, pin] : others } };
}

function reseat(
  { roster, pins }: Work,
  changes: readonly (readonly [SeatRef, string | undefined])[],
  shiftIds: readonly string[],
): Edited {
  const changed = changes.filter(([seat, staffId]) => holderOf(roster, seat) !== staffId);
  if (changed.length === 0) return { ok: false, refusal: 'nothing' };
  const held = changed.some(([seat]) => {
    const staffId = holderOf(roster, seat);
    return staffId !== undefined && isPinned(pins, { shiftId: seat.shiftId, staffId });
  });
  if (held) return { ok: false, refusal: 'pinned' };
  const untouched = roster.assignments.filter(
    (each) => !changed.some(([seat]) => seat.shiftId === each.shiftId && seat.place === each.place),
  );
  const seated = changed.flatMap(([seat, staffId]) => (staffId === undefined ? [] : [{ ...seat, staffId }]));
  const twice = seated.some(({ shiftId, staffId }) =>
    [...untouched, ...seated].some(
      (each) =>
        each.shiftId === shiftId && each.staffId === staffId && !seated.includes(each as (typeof seated)[0]),
    ),
  );
  if (twice || isSameShiftSwap(changes)) return { ok: false, refusal: twice ? 'stands-already' : 'nothing' };
  return {
    ok: true,
    work: { roster: { ...roster, assignments: inOrder([...untouched, ...seated], shiftIds) }, pins },
  };
}

/** Two places of one shift are alike. */
function isSameShiftSwap(changes: readonly (readonly [SeatRef, string | undefined])[]): boolean {
  const [first, second] = changes;
  return second !== undefined && first?.[0].shiftId === second[0].shiftId;
}

function inOrder(assignments: readonly Assignment[], shiftIds: readonly string[]): Assignment[] {
  const order = new Map(shiftIds.map((id, i) => [id, i]));
  const at = ({ shiftId }: Assignment): number => order.get(shiftId) ?? 0;
  return [...assignments].sort((a, b) => at(a) - at(b) || a.place - b.place);
}

function samePin(a: Pin, b: Pin): boolean {
  return a.shiftId === b.shiftId && a.staffId === b.staffId;
}

export function isPinned(pins: readonly Pin[], pin: Pin): boolean {
  return pins.some((each) => samePin(each, pin));
}
