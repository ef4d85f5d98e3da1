/** Where a superior looks at the units below it: an order's overview, its list, who is on duty, what was reported. */

export interface OrderAddress {
  readonly unitId: string;
  readonly orderId: string;
}

export type OrderPart = 'overview' | 'remind' | 'reports' | 'report-summary' | 'list' | 'answers';

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

/** @param format of a file: `pdf`, `docx`, `xlsx`, `csv`. */
export function orderFilePath(address: OrderAddress, part: 'list' | 'answers', format: string): string {
  return `${orderPartPath(address, part)}.${format}`;
}

export function belowDutyPath(unitId: string, query: Readonly<Record<string, string>> = {}): string {
  return withQuery(`/units/${encodeURIComponent(unitId)}/on-duty`, query);
}

/** The newest order's. */
export function belowReportsPath(unitId: string): string {
  return `/units/${encodeURIComponent(unitId)}/duty-reports`;
}

function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}
