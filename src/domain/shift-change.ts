/** A shift is handed over in writing: by those who leave it, to those who take it. All of it stands in the log. */

import type { Instant } from '../calendar/interval.ts';
import type { LogEntry } from './log-entry.ts';
import type { Shift } from './shift.ts';
import type { RosterVersion } from './version.ts';

/** Giao; nhận; lãnh đạo ghi ý kiến. */
const CHANGE_STEPS = ['give', 'receive', 'remark'] as const;
export type ChangeStep = (typeof CHANGE_STEPS)[number];

export interface ShiftCrew {
  readonly version: RosterVersion;
  readonly shift: Shift;
  readonly staffIds: readonly string[];
}

export interface ShiftChange {
  readonly outgoing: ShiftCrew;
  /** Who takes the post over; usually one shift. Empty where nobody follows. */
  readonly incoming: readonly ShiftCrew[];
  readonly at: Instant;
}

/** What was written of a change of shift, in the order in which it was. */
export interface WrittenChange {
  readonly given: readonly LogEntry[];
  readonly received: readonly LogEntry[];
  readonly remarks: readonly LogEntry[];
}

export function writtenOf(entries: readonly LogEntry[]): WrittenChange {
  const of = (step: ChangeStep): LogEntry[] =>
    entries.filter(({ facts }) => facts.step === step).toSorted((a, b) => a.number - b.number);
  return { given: of('give'), received: of('receive'), remarks: of('remark') };
}

/** The subject of its entries: the outgoing shift names it. */
export function changeId({ version, shift }: Pick<ShiftCrew, 'version' | 'shift'>): string {
  return `${version.periodId} ${shift.id}`;
}

/** From then on it may be written, and for so long after the change it may still be signed. */
export const OPENS_MS = 60 * 60_000;
/** Unsigned for so long, whoever leads is told. */
export const UNSIGNED_MS = 15 * 60_000;

function crewOf(version: RosterVersion, shift: Shift): ShiftCrew {
  const staffIds = version.roster.assignments
    .filter(({ shiftId }) => shiftId === shift.id)
    .toSorted((a, b) => a.place - b.place)
    .map(({ staffId }) => staffId);
  return { version, shift, staffIds };
}

/**
 * Changes of shift at a moment or within a span, by the rosters in force: each shift with somebody on it that ends there, and
 * those of the same post that begin as it ends.
 */
export function changesWithin(
  versions: readonly RosterVersion[],
  { start, end }: { readonly start: Instant; readonly end: Instant },
): ShiftChange[] {
  const crews = versions
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap((version) => version.plan.shifts.map((shift) => crewOf(version, shift)))
    .filter(({ staffIds }) => staffIds.length > 0);
  return crews
    .filter(({ shift }) => shift.span.end >= start && shift.span.end < end)
    .map((outgoing) => ({
      outgoing,
      at: outgoing.shift.span.end,
      incoming: crews.filter(
        ({ shift }) => shift.postId === outgoing.shift.postId && shift.span.start === outgoing.shift.span.end,
      ),
    }))
    .toSorted((a, b) => a.at - b.at || (a.outgoing.shift.id < b.outgoing.shift.id ? -1 : 1));
}
