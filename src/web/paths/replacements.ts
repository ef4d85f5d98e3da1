/** Where published seats are given to others at short notice: of a unit what needs a hand, one seat, a call in sick. */

/** `staff` for one person's alone; `done` names a replacement that was just made. */
export function replacementsPath(unitId: string, query: Readonly<Record<string, string>> = {}): string {
  return withQuery(`/units/${encodeURIComponent(unitId)}/replacements`, query);
}

export function sickPath(unitId: string, query: Readonly<Record<string, string>> = {}): string {
  return withQuery(`/units/${encodeURIComponent(unitId)}/sick`, query);
}

/** `seat` as `shift@place`. */
export function replacePath(periodId: string, seat?: string): string {
  return withQuery(`/periods/${encodeURIComponent(periodId)}/replace`, seat === undefined ? {} : { seat });
}

function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}
