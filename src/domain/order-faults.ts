/** What keeps an order from being sent; a draft may be as unfinished as it likes. */

import type { Instant } from '../calendar/interval.ts';
import type { FieldFault } from '../kernel/field-fault.ts';
import { endOfOrder, type Order, type OrderContent } from './order.ts';

/** Longer ones are "until lifted", or several orders. */
const MOST_DAYS = 62;
const MS_PER_DAY = 86_400_000;

/** By the fields of the form. @param asked how many units it would ask. */
export function orderFaults(order: Pick<Order, 'content' | 'zone'>, asked: number): FieldFault[] {
  const { content } = order;
  const faults: FieldFault[] = [];
  const fault = (field: string, key: string, params: FieldFault['params'] = {}): unknown =>
    faults.push({ field, key, params });
  if (content.name === '') fault('name', 'orders.fault.name');
  if (content.lastDay !== undefined && content.lastDay < content.firstDay)
    fault('lastDay', 'orders.fault.backwards');
  else if (daysBetween(content) > MOST_DAYS) fault('lastDay', 'orders.fault.long', { most: MOST_DAYS });
  if (asked === 0) fault('names', 'orders.fault.nobody');
  if (content.demands.length === 0) fault('demands', 'orders.fault.no-demand');
  if (content.deadlines.length === 0) fault('deadline-0', 'orders.fault.no-deadline');
  const end = endOfOrder(order);
  content.deadlines.forEach(({ at }, i) => {
    if (end !== undefined && at >= end) fault(`deadline-${i}`, 'orders.fault.late-deadline');
  });
  content.reports.forEach((report, i) => {
    if (report.mode === 'daily' && report.clock === undefined)
      fault(`report-${i}`, 'orders.fault.report-clock');
    if ((report.mode === 'moments' || report.mode === 'summary') && report.at.length === 0) {
      fault(`report-${i}`, 'orders.fault.report-moment');
    }
  });
  return faults;
}

function daysBetween({ firstDay, lastDay }: OrderContent): number {
  return lastDay === undefined ? 0 : (Date.parse(lastDay) - Date.parse(firstDay)) / MS_PER_DAY + 1;
}

/** What of an order differs, as its cards have it; in their order. */
export const ORDER_PARTS = [
  'dispatch',
  'days',
  'ask',
  'demands',
  'systems',
  'deadlines',
  'reports',
  'contacts',
] as const;
export type OrderPart = (typeof ORDER_PARTS)[number];

const FIELDS: Readonly<Record<OrderPart, readonly (keyof OrderContent)[]>> = {
  dispatch: ['name', 'dispatchNumber', 'dispatchDay'],
  days: ['firstDay', 'lastDay', 'holiday'],
  ask: ['ask'],
  demands: ['demands'],
  systems: ['systems'],
  deadlines: ['deadlines'],
  reports: ['reports'],
  contacts: ['contacts'],
};

export function changedParts(before: OrderContent, after: OrderContent): OrderPart[] {
  const same = (field: keyof OrderContent): boolean =>
    JSON.stringify(before[field]) === JSON.stringify(after[field]);
  return ORDER_PARTS.filter((part) => !FIELDS[part].every(same));
}

/** Whether answers that came in have to be judged anew. */
export function judgesAnew(parts: readonly OrderPart[]): boolean {
  return parts.includes('days') || parts.includes('demands');
}

/** How long a private link still opens after the order's last day; one until lifted for so long after it is lifted. */
const LINK_DAYS = 7;

export function linkEnd(end: Instant | undefined): Instant | undefined {
  return end === undefined ? undefined : ((end + LINK_DAYS * MS_PER_DAY) as Instant);
}
