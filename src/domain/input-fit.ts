/**
 * Pins and past duties of a period, fitted to posts, people and span as they are now: what no longer means anything is
 * named. Leave and wishes are people's own and never fall away: a plan reads what touches it.
 */

import type { Case } from './case.ts';
import type { FixedDuty } from './duty-stream.ts';
import type { Pin } from './roster.ts';

export interface FallenInputs {
  readonly pins: readonly Pin[];
  readonly past: readonly FixedDuty[];
}

/** @param shiftIds the shifts there are now. */
export function fitInputs(
  source: Case,
  shiftIds: ReadonlySet<string>,
): { readonly source: Case; readonly fallen: FallenInputs } {
  const people = new Set(source.staff.map(({ id }) => id));
  const pins = parted(source.pins, ({ shiftId, staffId }) => shiftIds.has(shiftId) && people.has(staffId));
  const past = parted(
    source.past,
    ({ staffId, span }) => people.has(staffId) && span.start < source.period.span.start,
  );
  return {
    source: { ...source, pins: pins.kept, past: past.kept },
    fallen: { pins: pins.fallen, past: past.fallen },
  };
}

function parted<T>(all: readonly T[], stays: (each: T) => boolean): { kept: T[]; fallen: T[] } {
  return { kept: all.filter(stays), fallen: all.filter((each) => !stays(each)) };
}
