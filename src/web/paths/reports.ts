/** Where reports under an order are read, gathered, and sent by a unit that owes them. */

import type { OrderAddress } from './overview.ts';

function orderPart({ unitId, orderId }: OrderAddress, part: 'orders' | 'asked', rest: string): string {
  return `/units/${encodeURIComponent(unitId)}/${part}/${encodeURIComponent(orderId)}/${rest}`;
}

export function reportsPath(address: OrderAddress, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `${orderPart(address, 'orders', 'reports')}${search === '' ? '' : `?${search}`}`;
}

export function summaryPath(address: OrderAddress, format: 'pdf' | 'docx'): string {
  return orderPart(address, 'orders', `report-summary.${format}`);
}

/** Of a unit that is asked. */
export function ownReportsPath(address: OrderAddress): string {
  return orderPart(address, 'asked', 'reports');
}
