/** Where the pages live that a unit sets itself up by: posts, rules and settings of a period; ledger and contacts. */

import { NEW_PERIOD_PATH, periodPath } from './periods.ts';
import { type Query, withQuery } from './query.ts';

export const postsPath = (periodId: string, done?: string): string =>
  withQuery(`${periodPath(periodId)}/posts`, { done });
export const postPath = (periodId: string, postId: string): string =>
  `${periodPath(periodId)}/posts/${encodeURIComponent(postId)}`;

/** Leaves the post to whom titles propose. */
export const postProposalPath = (periodId: string, postId: string): string =>
  `${postPath(periodId, postId)}/proposal`;
export const rulesPath = (periodId: string, done?: string): string =>
  withQuery(`${periodPath(periodId)}/rules`, { done });
export const settingsPath = (periodId: string, done?: string): string =>
  withQuery(`${periodPath(periodId)}/settings`, { done });
export const liftPath = (periodId: string): string => `${periodPath(periodId)}/lift`;
export const extendPath = (periodId: string): string => `${periodPath(periodId)}/extend`;
export const withdrawPath = (periodId: string): string => `${periodPath(periodId)}/withdraw`;
export const deletePath = (periodId: string): string => `${periodPath(periodId)}/delete`;
export const standingPath = (periodId: string): string => `${periodPath(periodId)}/standing`;
export const unitStandingPath = (unitId: string): string => `${unitPath(unitId)}/standing`;

/** `holiday` chosen beforehand. */
export const holidayNoticePath = (unitId: string, holiday?: string): string =>
  withQuery(`${unitPath(unitId)}/holidays`, { holiday });
export const unitPath = (unitId: string): string => `/units/${encodeURIComponent(unitId)}`;
export const ledgerPath = (unitId: string, query: Query = {}): string =>
  withQuery(`${unitPath(unitId)}/ledger`, query);

/** From figures or rosters of the past. */
export const ledgerImportPath = (unitId: string): string => `${unitPath(unitId)}/ledger-import`;
export const ledgerFilePath = (unitId: string, format: 'csv' | 'xlsx'): string =>
  `${unitPath(unitId)}/ledger.${format}`;
export const personLedgerPath = (unitId: string, staffId: string): string =>
  `${unitPath(unitId)}/ledger/${encodeURIComponent(staffId)}`;
export const contactsPath = (unitId: string): string => `${unitPath(unitId)}/contacts`;

/** `replaces` is the shipped entry it shall stand for. */
export const newContactPath = (unitId: string, replaces?: string): string =>
  withQuery(`${unitPath(unitId)}/contacts/new`, { replaces });
export const contactPath = (unitId: string, contactId: string): string =>
  `${unitPath(unitId)}/contacts/${encodeURIComponent(contactId)}`;

export function newPeriodPath(query: URLSearchParams): string {
  const search = query.toString();
  return `${NEW_PERIOD_PATH}${search === '' ? '' : `?${search}`}`;
}
