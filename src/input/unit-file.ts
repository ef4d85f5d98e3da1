/** `unit.json` → the unit and its posts. Clock times are read later, in the unit's zone. */

import { z } from 'zod';
import type { Day } from '../calendar/day.ts';
import { parseRecurrence } from '../calendar/recurrence-rule.ts';
import { isZone, VIETNAM } from '../calendar/zone.ts';
import { CASE_FILES } from '../domain/case-files.ts';
import { LIST_ORDERS } from '../domain/staff-order.ts';
import {
  type Contact,
  DAY_CHOICES,
  type Post,
  PRESENCES,
  type ShiftPattern,
  TIERS,
  type Unit,
} from '../domain/unit.ts';
import type { Parsed } from '../kernel/fault.ts';
import type { FaultList } from './fault-list.ts';
import { normaliseSkill } from './fields.ts';
import { cleanText, clockText, dayText, idText, recurrenceText, tell, wordyText } from './json-fields.ts';
import { readJson } from './json-file.ts';
import { describeIssue } from './json-issues.ts';

const MOST_POSTS = 60;
const MOST_PATTERNS = 24;
const MOST_SEATS = 50;
/** Two days: longer watches are several shifts. */
const MOST_HOURS = 48;

/** `2`, or `{ "minimum": 2, "target": 3 }`. */
const cover = z
  .union([
    z.int().min(0).max(MOST_SEATS),
    z.strictObject({
      minimum: z.int().min(0).max(MOST_SEATS),
      target: z.int().min(0).max(MOST_SEATS).optional(),
    }),
  ])
  .transform((given, context) => {
    const { minimum, target = minimum } = typeof given === 'number' ? { minimum: given } : given;
    return target >= minimum ? { minimum, target } : tell(context, 'fault.unit.cover', { minimum, target });
  });

const pattern = z
  .strictObject({
    id: idText,
    label: wordyText(40),
    start: clockText,
    hours: z.number().gt(0).max(MOST_HOURS),
    rrule: recurrenceText.default('FREQ=DAILY'),
    from: dayText.optional(),
    days: z.enum(DAY_CHOICES).optional(),
    cover: cover.optional(),
  })
  .superRefine(tellAnchor)
  .transform(({ hours, cover: own, days, from, ...given }, context): ShiftPattern => {
    const durationMinutes = Math.round(hours * 60);
    // A minute is no finite share of an hour: 8:10 comes as 8.1666666666666667.
    if (Math.abs(hours * 60 - durationMinutes) > 1e-6)
      return tell(context, 'fault.unit.hours', { hours }, ['hours']);
    return { ...given, durationMinutes, ...withoutUndefined({ from, days, cover: own }) };
  });

const contact = z
  .strictObject({
    name: wordyText(),
    phone: cleanText(40).optional(),
    email: cleanText().optional(),
    note: cleanText(500).optional(),
  })
  .transform((given): Contact => withoutUndefined(given));

const post = z
  .strictObject({
    id: idText,
    name: wordyText(),
    shortName: wordyText(60).optional(),
    tier: z.enum(TIERS),
    presence: z.enum(PRESENCES).default('on-site'),
    skills: z.array(wordyText(60).transform(normaliseSkill)).max(20).default([]),
    cover,
    systems: z.array(wordyText()).max(40).default([]),
    contacts: z.array(contact).max(40).default([]),
    patterns: z.array(pattern).min(1).max(MOST_PATTERNS),
  })
  .superRefine((given, context) => tellTwice(given.patterns, ['patterns'], context))
  .transform((given): Post => ({ ...given, shortName: given.shortName ?? given.name }));

const posts = z
  .array(post)
  .min(1)
  .max(MOST_POSTS)
  .superRefine((given, context) => tellTwice(given, [], context));

const schema = z.strictObject({
  id: idText,
  name: wordyText(),
  parentName: wordyText().optional(),
  place: wordyText().optional(),
  zone: z
    .string()
    .default(VIETNAM)
    .refine(isZone, { params: { key: 'fault.unit.zone' } }),
  callNote: cleanText(1_000).optional(),
  listOrder: z.enum(LIST_ORDERS).optional(),
  posts,
});

/** COUNT counts from a day, and one day only. */
function tellAnchor(
  { rrule, from }: { readonly rrule: string; readonly from?: Day | undefined },
  context: Parameters<typeof tell>[0],
): void {
  const check = parseRecurrence(rrule);
  if (!check.ok) return;
  const { start, count } = check.rule;
  if (start !== undefined && from !== undefined)
    tell(context, 'fault.unit.two-anchors', { start, from }, ['from']);
  if (count !== undefined && start === undefined && from === undefined) {
    tell(context, 'fault.unit.count-anchor', { count }, ['from']);
  }
}

/** Ids that stand twice in one list. */
function tellTwice(
  list: readonly { readonly id: string }[],
  path: PropertyKey[],
  context: Parameters<typeof tell>[0],
): void {
  list.forEach(({ id }, i) => {
    if (list.findIndex((each) => each.id === id) < i) {
      tell(context, 'fault.unit.id-twice', { id }, [...path, i, 'id']);
    }
  });
}

function withoutUndefined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** A post as `unit.json` has it: what `parsePosts` reads back as the same post. */
export function writtenPost({ patterns, contacts, ...post }: Post) {
  return {
    ...post,
    contacts: contacts.map((each) => ({ ...each })),
    patterns: patterns.map(({ durationMinutes, ...pattern }) => ({
      ...pattern,
      hours: durationMinutes / 60,
    })),
  };
}

export type WrittenPost = ReturnType<typeof writtenPost>;

const postList = z.strictObject({ posts });

/** Posts of any origin, a form for one, written as in `unit.json`; the column of a fault is `posts[2].patterns[0].rrule`. */
export function parsePosts(written: readonly unknown[]): Parsed<readonly Post[]> {
  const raw = { posts: written };
  const result = postList.safeParse(raw);
  if (result.success) return { ok: true, value: result.data.posts, warnings: [] };
  const found = result.error.issues.flatMap((issue) => describeIssue(issue, raw, postList));
  return { ok: false, faults: found.map((fault) => ({ ...fault, file: CASE_FILES.unit })) };
}

export interface UnitFile {
  readonly unit: Unit;
  readonly posts: readonly Post[];
}

/** Undefined after telling at least one fault. */
export function parseUnitFile(bytes: Uint8Array, faults: FaultList): UnitFile | undefined {
  const read = readJson(CASE_FILES.unit, bytes, schema, faults);
  if (!read) return undefined;
  const { posts, ...unit } = read;
  return { unit: withoutUndefined(unit), posts };
}
