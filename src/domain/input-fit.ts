/** What people said for a period, fitted to posts, people and span as they are now: what no longer means anything is named. */

import type { AvailabilityEntry, Case } from './case.ts';
import type { FixedDuty } from './duty-stream.ts';
import type { Pin } from './roster.ts';

export interface FallenInputs {
  readonly pins: readonly Pin[];
  readonly availability: readonly AvailabilityEntry[];
  readonly past: readonly FixedDuty[];
}

/** @param shiftIds the shifts there are now. */
export function fitInputs(
  source: Case,
  shiftIds: ReadonlySet<string>,
): { readonly source: Case; readonly fallen: FallenInputs } {
  const people = new Set(source.staff.map(({ id }) => id));
  const posts = new Set(source.posts.map(({ id }) => id));
  const pins = parted(source.pins, ({ shiftId, staffId }) => shiftIds.has(shiftId) && people.has(staffId));
  const availability = parted(
    source.availability,
    ({ staffId, postId }) => people.has(staffId) && (postId === undefined || posts.has(postId)),
  );
  const past = parted(
    source.past,
    ({ staffId, span }) => people.has(staffId) && span.start < source.period.span.start,
  );
  return {
    source: { ...source, pins: pins.kept, availability: availability.kept, past: past.kept },
    fallen: { pins: pins.fallen, availability: availability.fallen, past: past.fallen },
  };
}

function parted<T>(all: readonly T[], stays: (each: T) => boolean): { kept: T[]; fallen: T[] } {
  return { kept: all.filter(stays), fallen: all.filter((each) => !stays(each)) };
}
