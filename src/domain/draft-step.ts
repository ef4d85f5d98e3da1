/** A step in the making of a draft, so that it can be undone and done again: its name, and what it took and gave. */

import type { Instant } from '../calendar/interval.ts';
import type { Params } from '../kernel/app-error.ts';
import type { Work } from './draft-edit.ts';
import { isPinned } from './draft-edit.ts';
import type { Assignment, Pin } from './roster.ts';

export interface DraftChange {
  readonly removed: readonly Assignment[];
  readonly added: readonly Assignment[];
  readonly unpinned: readonly Pin[];
  readonly pinned: readonly Pin[];
}

export const STEP_KINDS = [
  'solve',
  'mend',
  'replace',
  'import',
  'several',
  'repair',
  'assign',
  'empty',
  'swap',
  'move',
  'pin',
  'unpin',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Names the step in the sentence `editor.step.<kind>`; ids of people and shifts, which pages turn into names. */
export interface StepName {
  readonly kind: StepKind;
  readonly params: Params;
}

export interface DraftStep extends StepName {
  /** 1, 2, 3 … within the draft. */
  readonly number: number;
  readonly change: DraftChange;
  readonly at: Instant;
  readonly actor: string;
  readonly undone: boolean;
}

export function changeBetween(before: Work, after: Work): DraftChange {
  return {
    removed: missingFrom(before.roster.assignments, after.roster.assignments),
    added: missingFrom(after.roster.assignments, before.roster.assignments),
    unpinned: before.pins.filter((pin) => !isPinned(after.pins, pin)),
    pinned: after.pins.filter((pin) => !isPinned(before.pins, pin)),
  };
}

export function inverseOf({ removed, added, unpinned, pinned }: DraftChange): DraftChange {
  return { removed: added, added: removed, unpinned: pinned, pinned: unpinned };
}

export function isEmptyChange({ removed, added, unpinned, pinned }: DraftChange): boolean {
  return removed.length + added.length + unpinned.length + pinned.length === 0;
}

/** `shiftIds` in the plan's order; what belongs to shifts outside it is left out. */
export function applyChange(work: Work, change: DraftChange, shiftIds: readonly string[]): Work {
  const { roster, pins } = work;
  const order = new Map(shiftIds.map((id, i) => [id, i]));
  const at = ({ shiftId }: Assignment): number => order.get(shiftId) ?? 0;
  const kept = missingFrom(roster.assignments, change.removed);
  const assignments = [...kept, ...change.added]
    .filter(({ shiftId }) => order.has(shiftId))
    .sort((a, b) => at(a) - at(b) || a.place - b.place);
  return {
    roster: { ...roster, assignments },
    pins: [...pins.filter((pin) => !isPinned(change.unpinned, pin)), ...change.pinned],
  };
}

/** Those of `from` that `others` has not. */
function missingFrom(from: readonly Assignment[], others: readonly Assignment[]): Assignment[] {
  const keyOf = ({ shiftId, place, staffId }: Assignment): string =>
    JSON.stringify([shiftId, place, staffId]);
  const known = new Set(others.map(keyOf));
  return from.filter((each) => !known.has(keyOf(each)));
}
