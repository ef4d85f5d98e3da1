/** A schedule that was read, as one text for a form to carry along and bring back. */

import { z } from 'zod';
import type { MovedSchedule } from '../../input/on-call/read-on-call.ts';
import { SOURCES } from '../../input/on-call/schedule.ts';
import { packBook, unpackBook } from '../../input/tables/list-table.ts';

export { hoursOf } from '../../input/on-call/duty-table.ts';
export type { MovedSchedule };

const count = z.int().min(0).max(10_000_000);
const text = z.string().max(500);
const CARRIED = z.strictObject({
  source: z.enum(SOURCES),
  name: text,
  named: count,
  overrides: count,
  posts: z
    .array(
      z.strictObject({
        id: text,
        name: text,
        patterns: z
          .array(
            z.strictObject({
              weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
              start: z.int().min(0).max(1439),
              minutes: z.int().min(1).max(1440),
            }),
          )
          .max(24),
      }),
    )
    .max(200),
  left: z.array(z.strictObject({ what: text, name: text })).max(5_000),
  duties: count,
  all: count,
  shared: count,
  unlistedBook: z.string(),
  dutiesBook: z.string(),
});

export function packSchedule({ unlisted, duties, ...rest }: MovedSchedule): string {
  return JSON.stringify({
    ...rest,
    duties: duties.duties,
    all: duties.all,
    shared: duties.shared,
    unlistedBook: packBook(unlisted),
    dutiesBook: packBook(duties.book),
  });
}

/** Undefined for what no form of ours sent. */
export function resumeSchedule(packed: string): MovedSchedule | undefined {
  let given: unknown;
  try {
    given = JSON.parse(packed);
  } catch {
    return undefined;
  }
  const read = CARRIED.safeParse(given);
  if (!read.success) return undefined;
  const { unlistedBook, dutiesBook, duties, all, shared, ...rest } = read.data;
  const [unlisted, book] = [unpackBook(unlistedBook), unpackBook(dutiesBook)];
  return unlisted && book && { ...rest, unlisted, duties: { book, duties, all, shared } };
}
