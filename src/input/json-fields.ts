/** Zod pieces shared by the JSON files: clean text, days, clock times, ids, recurrences. */

import { z } from 'zod';
import { type Day, parseDay } from '../calendar/day.ts';
import { parseRecurrence } from '../calendar/recurrence-rule.ts';
import { type ClockTime, parseClockTime } from '../calendar/zone.ts';
import { unwantedMark } from './marks.ts';

/** A custom issue that `json-file.ts` turns into the fault `key`. */
export function tell(
  context: {
    addIssue(issue: { code: 'custom'; params: Record<string, unknown>; path?: PropertyKey[] }): void;
  },
  key: string,
  params: Readonly<Record<string, string | number>> = {},
  path?: PropertyKey[],
): typeof z.NEVER {
  context.addIssue({ code: 'custom', params: { key, ...params }, ...(path ? { path } : {}) });
  return z.NEVER;
}

/** Trimmed NFC text without control or directional marks, at most `most` characters. */
export function cleanText(most = 200) {
  return z
    .string()
    .trim()
    .max(most)
    .transform((text, context) => {
      const code = unwantedMark(text);
      return code === undefined ? text.normalize('NFC') : tell(context, 'fault.json.control-mark', { code });
    });
}

export function wordyText(most = 200) {
  return z.string().trim().min(1).pipe(cleanText(most));
}

/** Ids stand in shift ids, addresses and UIDs, so they keep to what needs no escaping. */
export const idText = z
  .string()
  .transform((text, context) =>
    /^[a-z0-9][a-z0-9-]{0,39}$/.test(text) ? text : tell(context, 'fault.json.id'),
  );

export const clockText = z
  .string()
  .transform((text, context): ClockTime => parseClockTime(text) ?? tell(context, 'fault.json.clock'));

export const dayText = z
  .string()
  .transform((text, context): Day => parseDay(text) ?? tell(context, 'fault.json.day'));

/** Kept as text; each fault of the rule is told at its place. */
export const recurrenceText = z.string().transform((text, context) => {
  const check = parseRecurrence(text);
  if (check.ok) return text;
  for (const { key, params } of check.faults) tell(context, key, params);
  return z.NEVER;
});
