/**
 * A duty order (yêu cầu trực): what a superior asks of the units below for one stretch of days. It knows units by id, kind
 * and branch; what they answer stands in `answer.ts`.
 */

import { addDays, type Day, eachDay, laterDay } from '../calendar/day.ts';
import type { Instant, Interval } from '../calendar/interval.ts';
import { type ClockTime, dayOf, instantAt, spanByClock } from '../calendar/zone.ts';
import type { Contact, Tier } from './unit.ts';
import type { UnitPlace } from './unit-tree.ts';

const ORDER_STATES = ['draft', 'sent', 'lifted'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** Least cover of one tier by the hours of the day. */
export interface OrderDemand {
  readonly id: string;
  readonly tier: Tier;
  /** As the superior calls it: "Giám sát ATTT". */
  readonly name: string;
  readonly start: ClockTime;
  /** From `start` on, at most a whole day. */
  readonly minutes: number;
  readonly least: number;
  readonly phone: boolean;
  /** Of which kinds of unit it is asked; empty: of all. */
  readonly kinds: readonly string[];
}

/** The first that names the unit's kind counts; one that names none is for the rest. */
export interface OrderDeadline {
  readonly kinds: readonly string[];
  readonly at: Instant;
}

export const REPORT_MODES = ['daily', 'moments', 'if-any', 'summary'] as const;
export type ReportMode = (typeof REPORT_MODES)[number];

/** A report that units of these kinds owe; empty: all. */
export interface ReportDuty {
  readonly id: string;
  readonly kinds: readonly string[];
  readonly mode: ReportMode;
  /** Every day by then; only of `daily`. */
  readonly clock?: ClockTime;
  /** Of `moments` and `summary`, ascending. */
  readonly at: readonly Instant[];
  /** Of `if-any`: how soon after something arises. */
  readonly withinMinutes?: number;
  /** "Tình hình nổi bật", "Kiến nghị sau Tết"; empty: one box. */
  readonly headings: readonly string[];
}

/** Who is asked: the superior's units below of these kinds or branches, with some left out and some picked beside. */
export interface OrderAsk {
  readonly by: 'kind' | 'branch';
  readonly names: readonly string[];
  /** Ids. */
  readonly without: readonly string[];
  readonly picked: readonly string[];
}

/** What stands in an order; each revision that was sent keeps its own. */
export interface OrderContent {
  readonly name: string;
  /** Số, ký hiệu of the dispatch; empty when it has none. */
  readonly dispatchNumber: string;
  readonly dispatchDay?: Day;
  readonly firstDay: Day;
  /** Absent: until lifted. */
  readonly lastDay?: Day;
  /** Key of the holiday break whose days it takes; absent for days of its own. */
  readonly holiday?: string;
  readonly ask: OrderAsk;
  readonly demands: readonly OrderDemand[];
  /** Systems that must be watched, by name. */
  readonly systems: readonly string[];
  readonly deadlines: readonly OrderDeadline[];
  readonly reports: readonly ReportDuty[];
  readonly contacts: readonly Contact[];
}

export interface Order {
  readonly id: string;
  /** The superior that asks; absent for one that came from another installation. */
  readonly unitId?: string;
  /** Of the superior, as it was called when it asked. */
  readonly superiorName: string;
  /** Every clock time of the order is read in it. */
  readonly zone: string;
  readonly content: OrderContent;
  readonly state: OrderState;
  /** 0 while a draft; 1 once sent; one more each time it is sent again changed. */
  readonly revision: number;
  readonly updatedAt: Instant;
  readonly sentAt?: Instant;
  readonly changedAt?: Instant;
  readonly liftedAt?: Instant;
  /** Where it came from, and its id there, of another installation's. */
  readonly origin?: { readonly address: string; readonly orderId: string };
}

/** A unit as an order asks it: how it stood in the tree when it was sent. */
export interface AskedUnit {
  readonly orderId: string;
  readonly unitId: string;
  readonly kind: string;
  readonly branch: string;
  readonly deadline: Instant;
  /** When someone of the unit, or who holds its link, first opened the order. */
  readonly openedAt?: Instant;
}

/** In the order given. */
export function askedOf(ask: OrderAsk, below: readonly UnitPlace[]): UnitPlace[] {
  const [names, without, picked] = [ask.names, ask.without, ask.picked].map((list) => new Set(list));
  return below.filter((place) => {
    if (without?.has(place.unitId)) return false;
    return picked?.has(place.unitId) || names?.has(ask.by === 'kind' ? place.kind : place.branch);
  });
}

function isFor(kinds: readonly string[], kind: string): boolean {
  return kinds.length === 0 || kinds.includes(kind);
}

export function demandsFor({ demands }: Pick<OrderContent, 'demands'>, kind: string): OrderDemand[] {
  return demands.filter(({ kinds }) => isFor(kinds, kind));
}

export function reportsFor({ reports }: Pick<OrderContent, 'reports'>, kind: string): ReportDuty[] {
  return reports.filter(({ kinds }) => isFor(kinds, kind));
}

/** Where no deadline fits, the order's first hour. */
export function deadlineFor(
  { deadlines, firstDay }: Pick<OrderContent, 'deadlines' | 'firstDay'>,
  kind: string,
  zone: string,
): Instant {
  const named = deadlines.find(({ kinds }) => kinds.includes(kind));
  const rest = deadlines.find(({ kinds }) => kinds.length === 0);
  return (named ?? rest)?.at ?? instantAt(firstDay, '00:00' as ClockTime, zone);
}

/** How far ahead an order without an end asks for names. */
const OPEN_ORDER_DAYS = 7;

/** The days asked for, as of `now`: of an order until lifted a week from today on. */
export function daysOf(
  { content, zone, liftedAt }: Pick<Order, 'content' | 'zone' | 'liftedAt'>,
  now: Instant,
): Day[] {
  const { firstDay, lastDay } = content;
  if (lastDay !== undefined) return eachDay(firstDay, addDays(lastDay, 1));
  if (liftedAt !== undefined) {
    const lifted = dayOf(liftedAt, zone);
    return eachDay(firstDay, addDays(laterDay(firstDay, lifted), 1));
  }
  return eachDay(firstDay, addDays(laterDay(firstDay, dayOf(now, zone)), OPEN_ORDER_DAYS));
}

/** From the first demand's first minute to the last one's last; whole days where nothing is demanded. */
export function spanOfOrder(order: Pick<Order, 'content' | 'zone' | 'liftedAt'>, now: Instant): Interval {
  const days = daysOf(order, now);
  const [first = order.content.firstDay, last = order.content.firstDay] = [days[0], days.at(-1)];
  const windows = [first, last].flatMap((day) =>
    order.content.demands.flatMap(({ start, minutes }) => spanByClock(day, start, minutes, order.zone) ?? []),
  );
  const midnight = '00:00' as ClockTime;
  const whole = {
    start: instantAt(first, midnight, order.zone),
    end: instantAt(addDays(last, 1), midnight, order.zone),
  };
  if (windows.length === 0) return whole;
  const start = Math.min(...windows.map((each) => each.start)) as Instant;
  const end = Math.max(...windows.map((each) => each.end)) as Instant;
  return { start, end };
}

/** The last day as far as it is known: of one until lifted undefined while it stands. */
export function endOfOrder({
  content,
  zone,
  liftedAt,
}: Pick<Order, 'content' | 'zone' | 'liftedAt'>): Instant | undefined {
  if (liftedAt !== undefined) return liftedAt;
  if (content.lastDay === undefined) return undefined;
  return instantAt(addDays(content.lastDay, 1), '00:00' as ClockTime, zone);
}
