/** Where published seats are given to others at short notice: of a unit what needs a hand, one seat, a call in sick. */

import { type Query, withQuery } from './query.ts';

/** `staff` for one person's alone; `done` names a replacement that was just made. */
export const replacementsPath = (unitId: string, query: Query = {}): string =>
  withQuery(`/units/${encodeURIComponent(unitId)}/replacements`, query);
export const sickPath = (unitId: string, query: Query = {}): string =>
  withQuery(`/units/${encodeURIComponent(unitId)}/sick`, query);

/** `seat` as `shift@place`. */
export const replacePath = (periodId: string, seat?: string): string =>
  withQuery(`/periods/${encodeURIComponent(periodId)}/replace`, { seat });
