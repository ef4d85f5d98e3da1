/** The shape of an order's JSON text, and of a report's: the domain's own, checked when read. */

import { z } from 'zod';
import type { Instant } from '../calendar/interval.ts';
import { type ClockTime, parseClockTime } from '../calendar/zone.ts';
import type { ReportText } from '../domain/duty-report.ts';
import { type OrderContent, REPORT_MODES } from '../domain/order.ts';
import { TIERS } from '../domain/unit.ts';
import { contacts, day, texts } from './records.ts';

const text = z.string();
const whole = z.int();
const optional = z.exactOptional;
const clockTime = z.custom<ClockTime>(
  (value) => typeof value === 'string' && parseClockTime(value) !== undefined,
);
const instant = z.custom<Instant>(Number.isSafeInteger);

const demand = z.looseObject({
  ...{ id: text, tier: z.enum(TIERS), name: text, start: clockTime, minutes: whole, least: whole },
  ...{ phone: z.boolean(), kinds: texts },
});

const report = z.looseObject({
  ...{ id: text, kinds: texts, mode: z.enum(REPORT_MODES), at: z.array(instant), headings: texts },
  ...{ clock: optional(clockTime), withinMinutes: optional(whole) },
});

export const orderContent: z.ZodType<OrderContent> = z.looseObject({
  name: text,
  dispatchNumber: text,
  dispatchDay: optional(day),
  firstDay: day,
  lastDay: optional(day),
  holiday: optional(text),
  ask: z.looseObject({ by: z.enum(['kind', 'branch']), names: texts, without: texts, picked: texts }),
  demands: z.array(demand),
  systems: texts,
  deadlines: z.array(z.looseObject({ kinds: texts, at: instant })),
  reports: z.array(report),
  contacts,
});

export const reportTexts: z.ZodType<readonly ReportText[]> = z.array(z.looseObject({ heading: text, text }));

export const gapRows = z.array(z.tuple([instant, instant, whole]));
