/** Where reports under an order are read, gathered, and sent by a unit that owes them. */

import type { OrderAddress } from './overview.ts';
import { type Query, withQuery } from './query.ts';

function orderPart({ unitId, orderId }: OrderAddress, part: 'orders' | 'asked', rest: string): string {
  return `/units/${encodeURIComponent(unitId)}/${part}/${encodeURIComponent(orderId)}/${rest}`;
}

export const reportsPath = (address: OrderAddress, query: Query = {}): string =>
  withQuery(`${orderPart(address, 'orders', 'reports')}`, query);
export const summaryPath = (address: OrderAddress, format: 'pdf' | 'docx'): string =>
  orderPart(address, 'orders', `report-summary.${format}`);

/** Of a unit that is asked. */
export const ownReportsPath = (address: OrderAddress): string => orderPart(address, 'asked', 'reports');
