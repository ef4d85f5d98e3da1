/** Where people's own pages live: under the unit for who signs in, under a secret for who has a private link. */

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

export function ownPath(unitId: string): string {
  return `${unitPath(unitId)}/me`;
}

export function personalPath(token: string): string {
  return `/me/${encodeURIComponent(token)}`;
}

export function unitSwapsPath(unitId: string, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `${unitPath(unitId)}/swaps${search === '' ? '' : `?${search}`}`;
}

export function arrangePath(unitId: string, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `${unitPath(unitId)}/swaps/new${search === '' ? '' : `?${search}`}`;
}

export function flowPath(unitId: string): string {
  return `${unitPath(unitId)}/flow`;
}

export function personalLinksPath(unitId: string): string {
  return `${unitPath(unitId)}/personal-links`;
}

export function allLinksPath(unitId: string): string {
  return `${personalLinksPath(unitId)}/all`;
}

export function personalLinkPath(unitId: string, staffId: string, step: 'make' | 'revoke'): string {
  return `${personalLinksPath(unitId)}/${encodeURIComponent(staffId)}/${step}`;
}

function unitPath(unitId: string): string {
  return `/units/${encodeURIComponent(unitId)}`;
}
