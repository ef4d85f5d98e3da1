/** Where a superior looks at the units below it: an order's overview, its list, who is on duty, what was reported. */

export interface OrderAddress {
  readonly unitId: string;
  readonly orderId: string;
}

type OrderPart = 'overview' | 'remind' | 'list' | 'list-form' | 'answers';

export function orderPartPath(
  { unitId, orderId }: OrderAddress,
  part: OrderPart,
  query: Readonly<Record<string, string>> = {},
): string {
  return withQuery(
    `/units/${encodeURIComponent(unitId)}/orders/${encodeURIComponent(orderId)}/${part}`,
    query,
  );
}

export const LIST_FORMATS = ['pdf', 'docx', 'xlsx', 'csv'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** Of every list sent up there is a CSV only. */
export function orderFilePath(address: OrderAddress, part: 'list' | 'answers', format: ListFormat): string {
  return `${orderPartPath(address, part)}.${format}`;
}

export function belowDutyPath(unitId: string, query: Readonly<Record<string, string>> = {}): string {
  return withQuery(`/units/${encodeURIComponent(unitId)}/on-duty`, query);
}

function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}
