/**
 * What JSON text in the database must look like: the same shapes as the domain's, checked when read. Loose: a field
 * added to the domain later passes through, and old text stays readable when the new field is optional.
 */

import { z } from 'zod';
import { type Day, parseDay } from '../calendar/day.ts';
import { HOLIDAY_KINDS, HOLIDAY_STATUSES, type HolidayBreak } from '../calendar/holidays.ts';
import type { Instant, Interval } from '../calendar/interval.ts';
import { NAMED_DAYS } from '../calendar/named-days.ts';
import { type ClockTime, parseClockTime } from '../calendar/zone.ts';
import { ruleOfToday } from '../constraints/rule-parser.ts';
import { ALARMS, type FeedOptions, STANDBY_DISPLAYS, TITLE_STYLES } from '../domain/feed.ts';
import type { RunHistory } from '../domain/kept-run.ts';
import { LEAVE_KINDS } from '../domain/leave-kind.ts';
import { LEDGER_KINDS } from '../domain/ledger.ts';
import { type Plan, withoutLeaveNotes } from '../domain/plan.ts';
import type { Assignment } from '../domain/roster.ts';
import type { Rule, RuleSet } from '../domain/rule-set.ts';
import type { Shift } from '../domain/shift.ts';
import { BLANK_VALUES, type StaffMember } from '../domain/staff.ts';
import {
  STAFF_RECORD_FIELDS,
  type StaffKindValues,
  type StaffRecordField,
  type StaffValue,
  staffKind,
} from '../domain/staff-fields.ts';
import { LIST_ORDERS } from '../domain/staff-order.ts';
import { type Contact, DAY_CHOICES, type Post, PRESENCES, TIERS } from '../domain/unit.ts';
import type { Certificate } from '../domain/version.ts';
import { LANGUAGES } from '../kernel/languages.ts';

const text = z.string();
const whole = z.int();
const optional = z.exactOptional;

export const day = z.custom<Day>((value) => typeof value === 'string' && parseDay(value) !== undefined);
const clockTime = z.custom<ClockTime>(
  (value) => typeof value === 'string' && parseClockTime(value) !== undefined,
);
export const instant = z.custom<Instant>(Number.isSafeInteger);
export const span: z.ZodType<Interval> = z.looseObject({ start: instant, end: instant });

export const texts = z.array(text);
export const limits: z.ZodType<StaffMember['limits']> = z.looseObject({
  shifts: optional(whole),
  hours: optional(z.number()),
  nights: optional(whole),
});

/** A field that a snapshot is older than is blank. */
const STAFF_VALUES: { readonly [K in keyof StaffKindValues]: z.ZodType<StaffKindValues[K]> } = {
  code: text,
  name: text,
  text: text.default(BLANK_VALUES.text),
  phone: text.default(BLANK_VALUES.phone),
  email: text.default(BLANK_VALUES.email),
  words: texts.default([...BLANK_VALUES.words]),
  flag: z.boolean().default(BLANK_VALUES.flag),
  share: z.number().default(BLANK_VALUES.share),
};

const staffShapes = Object.fromEntries(
  STAFF_RECORD_FIELDS.map((field) => [field, STAFF_VALUES[staffKind(field)]]),
) as { [F in StaffRecordField]: z.ZodType<StaffValue<F>> };

const staffMember: z.ZodType<StaffMember> = z.looseObject({
  ...staffShapes,
  limits,
  listPlace: optional(whole),
});

const cover = z.looseObject({ minimum: whole, target: whole });

export const contacts: z.ZodType<readonly Contact[]> = z.array(
  z.looseObject({ name: text, phone: optional(text), email: optional(text), note: optional(text) }),
);

const pattern = z.looseObject({
  id: text,
  label: text,
  rrule: text,
  start: clockTime,
  durationMinutes: whole,
  days: optional(z.enum(DAY_CHOICES)),
  from: optional(day),
  cover: optional(cover),
});

const post: z.ZodType<Post> = z.looseObject({
  id: text,
  name: text,
  shortName: text,
  tier: z.enum(TIERS),
  presence: z.enum(PRESENCES),
  skills: texts,
  cover,
  systems: texts,
  contacts,
  patterns: z.array(pattern),
});

const shift: z.ZodType<Shift> = z.looseObject({
  id: text,
  postId: text,
  patternId: text,
  label: text,
  day,
  span,
  minutes: whole,
  nightMinutes: whole,
  night: z.boolean(),
  cover,
  namedDay: optional(z.enum(NAMED_DAYS)),
  points: whole,
});

const strength = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hard') }),
  z.object({ kind: z.literal('soft'), weight: z.number() }),
]);

export const rules: z.ZodType<readonly Rule[]> = z.array(
  z
    .looseObject({ id: text, constraint: text, strength, params: z.record(text, z.unknown()) })
    .transform(ruleOfToday),
);

export const points: z.ZodType<RuleSet['points']> = z.looseObject({
  base: z.record(z.enum(PRESENCES), z.number()),
  night: z.number(),
  restDay: z.number(),
  namedDays: z.partialRecord(z.enum(NAMED_DAYS), z.number()),
});

const breakSpan = {
  from: day,
  to: day,
  swaps: z.array(z.looseObject({ off: day, worked: z.nullable(day) })),
};

export const holidayBreak: z.ZodType<HolidayBreak> = z.looseObject({
  ...breakSpan,
  key: text,
  year: whole,
  kind: z.enum(HOLIDAY_KINDS),
  title: text,
  holidays: z.array(day),
  status: z.enum(HOLIDAY_STATUSES),
  source: text,
  note: optional(text),
  alternatives: z.array(z.looseObject({ ...breakSpan, source: text, note: optional(text) })),
});

export const spans = z.array(span);

export const ceded = z.array(z.looseObject({ postId: text, span, to: text }));

const period = z.looseObject({
  id: text,
  name: text,
  span,
  parts: optional(spans),
  holidays: texts,
  untilLifted: optional(z.literal(true)),
  submitBy: optional(instant),
  wishesUntil: optional(instant),
  ceded: optional(ceded),
});

const unit = z.looseObject({
  id: text,
  name: text,
  parentName: optional(text),
  place: optional(text),
  zone: text,
  callNote: optional(text),
  listOrder: optional(z.enum(LIST_ORDERS)),
});

const planRecord = z.looseObject({
  unit,
  period,
  staff: z.array(staffMember),
  posts: z.array(post),
  days: z.array(day),
  shifts: z.array(shift),
  breaks: z.array(holidayBreak),
  leave: z.array(z.looseObject({ staffId: text, span, note: text, kind: optional(z.enum(LEAVE_KINDS)) })),
  wishes: z.array(
    z.looseObject({
      staffId: text,
      direction: z.enum(['for', 'against']),
      span,
      postId: optional(text),
      weight: z.number(),
    }),
  ),
  ruleSet: z.looseObject({ profile: text, rules, points }),
  ledger: z.array(
    z.looseObject({ staffId: text, year: whole, kind: z.enum(LEDGER_KINDS), amount: z.number() }),
  ),
  pins: z.array(z.looseObject({ shiftId: text, staffId: text })),
  past: z.array(z.looseObject({ staffId: text, day, span, night: z.boolean() })),
});

/** A snapshot keeps the duties typed by hand alone: what other periods have published is read as it stands today. */
export const plan: z.ZodType<Plan> = planRecord.transform(({ past, ...kept }) => ({ ...kept, fixed: past }));

/** What `plan` reads. */
export function planToRecord(plan: Plan): unknown {
  const { fixed, ...kept } = withoutLeaveNotes(plan);
  return { ...kept, past: fixed.filter(({ seat }) => seat === undefined) };
}

export const assignments: z.ZodType<readonly Assignment[]> = z.array(
  z.looseObject({ shiftId: text, place: whole, staffId: text }),
);

const score = z.looseObject({ hard: z.number(), cover: z.number(), soft: z.number() });

export const certificate: z.ZodType<Certificate> = z.looseObject({
  score,
  bound: optional(score),
  proven: z.boolean(),
  seed: z.number(),
});

export const runHistory: z.ZodType<RunHistory> = z.looseObject({
  points: z.array(z.looseObject({ ms: z.number(), score, bound: optional(score), seatsChanged: z.number() })),
  phases: z.array(z.looseObject({ phase: text, ms: z.number() })),
  proven: z.boolean(),
  certificate: optional(certificate),
});

export const feedOptions: z.ZodType<FeedOptions> = z.looseObject({
  language: z.enum(LANGUAGES),
  alarm: z.enum(ALARMS),
  standby: z.enum(STANDBY_DISPLAYS),
  title: z.enum(TITLE_STYLES),
  phones: z.boolean(),
});

/** Reads a JSON column. Throws when it does not hold the shape: the file was changed by something else. */
export function readJson<T>(shape: z.ZodType<T>, json: string): T {
  return shape.parse(JSON.parse(json));
}
