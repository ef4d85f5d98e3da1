/** Where people's own pages live: under the unit for who signs in, under a secret for who has a private link. */

import { type Query, withQuery } from './query.ts';

const PAGES = {
  duty: '',
  swaps: '/swaps',
  ask: '/swaps/new',
  team: '/team',
  why: '/why',
  notices: '/notices',
  receive: '/receive',
  absent: '/absent',
  call: '/call',
  checkIn: '/check-in',
  ways: '/ways',
  leave: '/leave',
  data: '/data',
  dataFile: '/data.json',
  calendar: '/calendar',
  endCalendar: '/calendar/end',
  push: '/push',
  endPush: '/push/end',
  manifest: '/manifest.webmanifest',
  shift: '/shift',
  entry: '/shift/entry',
  close: '/shift/close',
  check: '/shift/check',
  alert: '/shift/alert',
  handover: '/shift/handover',
} as const;

export type OwnPage = keyof typeof PAGES;

export type OwnPath = (page: OwnPage, query?: Readonly<Record<string, string>>) => string;

/** @param kept what every address goes on carrying: whose page it is, where that is not the visitor's own. */
export function ownPaths(base: string, kept: Readonly<Record<string, string>> = {}): OwnPath {
  return (page, query = {}) => {
    const search = new URLSearchParams({ ...kept, ...query }).toString();
    return `${base}${PAGES[page]}${search === '' ? '' : `?${search}`}`;
  };
}

export const ownPath = (unitId: string): string => `${unitPath(unitId)}/me`;
export const personalPath = (token: string): string => `/me/${encodeURIComponent(token)}`;
export const unitSwapsPath = (unitId: string, query: Query = {}): string =>
  withQuery(`${unitPath(unitId)}/swaps`, query);
export const arrangePath = (unitId: string, query: Query = {}): string =>
  withQuery(`${unitPath(unitId)}/swaps/new`, query);
export const flowPath = (unitId: string): string => `${unitPath(unitId)}/flow`;
export const personalLinksPath = (unitId: string): string => `${unitPath(unitId)}/personal-links`;
export const allLinksPath = (unitId: string): string => `${personalLinksPath(unitId)}/all`;
export const personalLinkPath = (unitId: string, staffId: string, step: 'make' | 'revoke'): string =>
  `${personalLinksPath(unitId)}/${encodeURIComponent(staffId)}/${step}`;

function unitPath(unitId: string): string {
  return `/units/${encodeURIComponent(unitId)}`;
}
