/** Reports that units owe under an order: which are due when, and what one says. */

import type { Day } from '../calendar/day.ts';
import type { Instant } from '../calendar/interval.ts';
import { instantAt } from '../calendar/zone.ts';
import { daysOf, type Order, type ReportDuty, reportsFor } from './order.ts';

export interface ReportText {
  readonly heading: string;
  readonly text: string;
}

/** `dueAt` 0 for what was reported because something arose. */
export interface DutyReport {
  readonly orderId: string;
  readonly unitId: string;
  /** Of the order; by it and the moment a report is found. */
  readonly dutyId: string;
  readonly dueAt: Instant;
  readonly sentAt: Instant;
  readonly sentBy: string;
  /** Who was on duty and signed. */
  readonly signer: string;
  /** “Bình thường”: nothing arose. */
  readonly calm: boolean;
  readonly late: boolean;
  readonly texts: readonly ReportText[];
}

export interface ReportDue {
  readonly dutyId: string;
  readonly dueAt: Instant;
}

/** By moment; of one until lifted those of the days known by `now`. What is only owed if something arises has no moment. */
export function reportsDue(
  order: Pick<Order, 'content' | 'zone' | 'liftedAt'>,
  kind: string,
  now: Instant,
): ReportDue[] {
  const days = daysOf(order, now);
  return reportsFor(order.content, kind)
    .flatMap((duty) => momentsOf(duty, days, order.zone).map((dueAt) => ({ dutyId: duty.id, dueAt })))
    .sort((a, b) => a.dueAt - b.dueAt || (a.dutyId < b.dutyId ? -1 : 1));
}

function momentsOf({ mode, clock, at }: ReportDuty, days: readonly Day[], zone: string): readonly Instant[] {
  if (mode === 'if-any') return [];
  if (mode !== 'daily') return at;
  return clock === undefined ? [] : days.map((day) => instantAt(day, clock, zone));
}
