/** Where the pages live that a unit sets itself up by: posts, rules and settings of a period; ledger and contacts. */

import { NEW_PERIOD_PATH, periodPath } from './periods.ts';

export function postsPath(periodId: string, done?: string): string {
  return `${periodPath(periodId)}/posts${done === undefined ? '' : `?${new URLSearchParams({ done })}`}`;
}

export function postPath(periodId: string, postId: string): string {
  return `${periodPath(periodId)}/posts/${encodeURIComponent(postId)}`;
}

/** Leaves the post to whom titles propose. */
export function postProposalPath(periodId: string, postId: string): string {
  return `${postPath(periodId, postId)}/proposal`;
}

export function rulesPath(periodId: string, done?: string): string {
  return `${periodPath(periodId)}/rules${done === undefined ? '' : `?${new URLSearchParams({ done })}`}`;
}

export function settingsPath(periodId: string, done?: string): string {
  return `${periodPath(periodId)}/settings${done === undefined ? '' : `?${new URLSearchParams({ done })}`}`;
}

export function liftPath(periodId: string): string {
  return `${periodPath(periodId)}/lift`;
}

export function extendPath(periodId: string): string {
  return `${periodPath(periodId)}/extend`;
}

export function withdrawPath(periodId: string): string {
  return `${periodPath(periodId)}/withdraw`;
}

export function deletePath(periodId: string): string {
  return `${periodPath(periodId)}/delete`;
}

export function standingPath(periodId: string): string {
  return `${periodPath(periodId)}/standing`;
}

export function unitStandingPath(unitId: string): string {
  return `${unitPath(unitId)}/standing`;
}

/** `holiday` chosen beforehand. */
export function holidayNoticePath(unitId: string, holiday?: string): string {
  const query = holiday === undefined ? '' : `?${new URLSearchParams({ holiday })}`;
  return `${unitPath(unitId)}/holidays${query}`;
}

export function unitPath(unitId: string): string {
  return `/units/${encodeURIComponent(unitId)}`;
}

export function ledgerPath(unitId: string, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `${unitPath(unitId)}/ledger${search === '' ? '' : `?${search}`}`;
}

/** From figures or rosters of the past. */
export function ledgerImportPath(unitId: string): string {
  return `${unitPath(unitId)}/ledger-import`;
}

export function ledgerFilePath(unitId: string, format: 'csv' | 'xlsx'): string {
  return `${unitPath(unitId)}/ledger.${format}`;
}

export function personLedgerPath(unitId: string, staffId: string): string {
  return `${unitPath(unitId)}/ledger/${encodeURIComponent(staffId)}`;
}

export function contactsPath(unitId: string): string {
  return `${unitPath(unitId)}/contacts`;
}

/** `replaces` is the shipped entry it shall stand for. */
export function newContactPath(unitId: string, replaces?: string): string {
  const query = replaces === undefined ? '' : `?${new URLSearchParams({ replaces })}`;
  return `${unitPath(unitId)}/contacts/new${query}`;
}

export function contactPath(unitId: string, contactId: string): string {
  return `${unitPath(unitId)}/contacts/${encodeURIComponent(contactId)}`;
}

export function newPeriodPath(query: URLSearchParams): string {
  const search = query.toString();
  return `${NEW_PERIOD_PATH}${search === '' ? '' : `?${search}`}`;
}
