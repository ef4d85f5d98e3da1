/** What a superior's installation says of the orders that ask a unit (`GET /api/v1/orders`), and of answers and reports it received. */

import { z } from 'zod';
import { parseDay } from '../calendar/day.ts';
import { type ClockTime, isZone, parseClockTime, parseInstant } from '../calendar/zone.ts';
import type { AnswerReceipt } from '../domain/answer-receipt.ts';
import { type Order, type OrderContent, REPORT_MODES } from '../domain/order.ts';
import { TIERS } from '../domain/unit.ts';

const text = z.string().max(1_000);
const day = z.string().transform((written, context) => {
  const found = parseDay(written);
  if (found === undefined) context.addIssue('no day');
  return found ?? z.NEVER;
});
const clock = z.custom<ClockTime>(
  (value) => typeof value === 'string' && parseClockTime(value) !== undefined,
);
const moment = z.string().transform((written, context) => {
  const found = parseInstant(written, 'UTC');
  if (found === undefined) context.addIssue('no moment');
  return found ?? z.NEVER;
});
const whole = z.int().min(0).max(100_000_000);

const demand = z.object({
  ...{ id: text, tier: z.enum(TIERS), name: text, start: clock, least: z.int().min(1).max(20) },
  ...{ minutes: z.int().min(1).max(1440), phone: z.boolean() },
});

const report = z.object({
  ...{ id: text.min(1), mode: z.enum(REPORT_MODES), clock: clock.nullable(), at: z.array(moment).max(500) },
  ...{ withinMinutes: z.int().min(1).max(100_000).nullable(), headings: z.array(text).max(12) },
});

const order = z.object({
  ...{ id: text.min(1), state: z.enum(['sent', 'lifted']), revision: z.int().min(1), name: text },
  ...{ dispatchNumber: text, dispatchDay: day.nullable(), superior: text, firstDay: day },
  ...{ lastDay: day.nullable(), deadline: moment, sentAt: moment, changedAt: moment.nullable() },
  ...{ zone: z.string().refine(isZone), liftedAt: moment.nullable(), kind: text, branch: text },
  demands: z.array(demand).max(50),
  systems: z.array(text).max(200),
  contacts: z.array(z.object({ name: text, phone: text.nullable() })).max(50),
  reports: z.array(report).max(50),
});

const orders = z.object({
  unit: z.object({ id: text, name: text }),
  superior: text.nullable(),
  orders: z.array(order).max(2_000),
});

const receipt = z.object({
  ...{ number: whole, receivedAt: moment, late: z.boolean(), revision: whole },
  ...{ askedMinutes: whole, shortMinutes: whole, phonesMissing: whole },
  gaps: z
    .array(z.object({ day, demand: text, start: moment, end: moment, held: whole, least: whole }))
    .max(5_000),
});

/** An order as it stands there; what it is here called by is not known. */
export interface UpwardOrder extends Pick<Order, 'superiorName' | 'zone' | 'content' | 'revision'> {
  /** Its id there. */
  readonly id: string;
  readonly state: 'sent' | 'lifted';
  readonly kind: string;
  readonly branch: string;
  readonly deadline: NonNullable<Order['sentAt']>;
  readonly sentAt: NonNullable<Order['sentAt']>;
  readonly changedAt?: NonNullable<Order['sentAt']>;
  readonly liftedAt?: NonNullable<Order['sentAt']>;
}

export interface UpwardOrders {
  readonly unitName: string;
  readonly superiorName: string;
  readonly orders: readonly UpwardOrder[];
}

/** Undefined for what no installation of this program says. */
export function parseUpwardOrders(body: string): UpwardOrders | undefined {
  const read = orders.safeParse(parsed(body));
  if (!read.success) return undefined;
  const { unit, superior } = read.data;
  return { unitName: unit.name, superiorName: superior ?? '', orders: read.data.orders.map(orderOf) };
}

function orderOf(given: z.output<typeof order>): UpwardOrder {
  const { id, state, revision, superior, zone, deadline, kind, branch, sentAt } = given;
  const { changedAt, liftedAt, dispatchDay, lastDay } = given;
  const content: OrderContent = {
    ...{ name: given.name, dispatchNumber: given.dispatchNumber, firstDay: given.firstDay },
    ...(dispatchDay === null ? {} : { dispatchDay }),
    ...(lastDay === null ? {} : { lastDay }),
    ask: { by: 'kind', names: [], without: [], picked: [] },
    demands: given.demands.map((each) => ({ ...each, kinds: [] })),
    systems: given.systems,
    deadlines: [{ kinds: [], at: deadline }],
    reports: given.reports.map(({ clock: daily, withinMinutes, ...each }) => ({
      ...{ ...each, kinds: [] },
      ...(daily === null ? {} : { clock: daily }),
      ...(withinMinutes === null ? {} : { withinMinutes }),
    })),
    contacts: given.contacts.map(({ name, phone }) => ({ name, ...(phone === null ? {} : { phone }) })),
  };
  return {
    ...{ id, state, revision, superiorName: superior, zone, content, kind, branch, deadline, sentAt },
    ...(changedAt === null ? {} : { changedAt }),
    ...(liftedAt === null ? {} : { liftedAt }),
  };
}

/** Undefined for what is no acknowledgement. */
export function parseReceipt(body: string): AnswerReceipt | undefined {
  const read = receipt.safeParse(parsed(body));
  return read.success ? read.data : undefined;
}

const reportReceipt = z.object({ receivedAt: moment });

/** When a report was received; undefined for what is no acknowledgement. */
export function parseReportReceipt(body: string): AnswerReceipt['receivedAt'] | undefined {
  return reportReceipt.safeParse(parsed(body)).data?.receivedAt;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
