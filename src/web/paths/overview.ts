/** Where a superior looks at the units below it: an order's overview, its list, who is on duty, what was reported. */

import { type Query, withQuery } from './query.ts';

export interface OrderAddress {
  readonly unitId: string;
  readonly orderId: string;
}

type OrderPart = 'overview' | 'remind' | 'list' | 'list-form' | 'answers';

export const orderPartPath = (
  { unitId, orderId }: OrderAddress,
  part: OrderPart,
  query: Query = {},
): string =>
  withQuery(`/units/${encodeURIComponent(unitId)}/orders/${encodeURIComponent(orderId)}/${part}`, query);

export const LIST_FORMATS = ['pdf', 'docx', 'xlsx', 'csv'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** Of every list sent up there is a CSV only. */
export const orderFilePath = (address: OrderAddress, part: 'list' | 'answers', format: ListFormat): string =>
  `${orderPartPath(address, part)}.${format}`;
export const belowDutyPath = (unitId: string, query: Query = {}): string =>
  withQuery(`/units/${encodeURIComponent(unitId)}/on-duty`, query);
