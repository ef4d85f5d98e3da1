/**
 * Answers of another tool's API in one JSON file, however they were put together: one answer as it came, several in an array
 * or under names of one's own. What looks like what is asked for is found wherever it stands.
 */

import { z } from 'zod';
import type { Instant } from '../../calendar/interval.ts';

const MOST_OBJECTS = 200_000;
const MOST_DEPTH = 12;

export const shortText = z.string().max(500);
/** RFC 3339, with its offset. */
export const instantText = z.iso
  .datetime({ offset: true })
  .transform((text): Instant => Date.parse(text) as Instant);

export interface Found {
  /** Everything of that shape, in the file's order; outermost first, and nothing within it. */
  all<T>(schema: z.ZodType<T>): T[];
}

/** Undefined for more than anyone's schedule. */
export function answersIn(json: unknown): Found | undefined {
  const objects: { readonly value: object; readonly depth: number }[] = [];
  const visit = (value: unknown, depth: number): boolean => {
    if (typeof value !== 'object' || value === null) return true;
    if (depth > MOST_DEPTH || objects.length >= MOST_OBJECTS) return false;
    if (!Array.isArray(value)) objects.push({ value, depth });
    return Object.values(value).every((each) => visit(each, depth + 1));
  };
  if (!visit(json, 0)) return undefined;
  return {
    all: (schema) =>
      objects.flatMap(({ value }) => {
        const read = schema.safeParse(value);
        return read.success ? [read.data] : [];
      }),
  };
}
