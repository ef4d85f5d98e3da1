/** Where a superior looks at the units below it: an order's overview, its list, who is on duty, what was reported. */

export interface OrderAddress {
  readonly unitId: string;
  readonly orderId: string;
}

type OrderPart = 'overview' | 'remind';

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

export function belowDutyPath(unitId: string, query: Readonly<Record<string, string>> = {}): string {
  return withQuery(`/units/${encodeURIComponent(unitId)}/on-duty`, query);
}

function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}
