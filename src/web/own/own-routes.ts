/** Addresses of people's own pages, of swaps and of how a unit lets changes through, one line each. */

import type { Route } from '../kit/route.ts';
import { sayAbsent } from './absence.ts';
import { sendArrange, showArrange } from './arrange-page.ts';
import { sendAsk, showAsk } from './ask-page.ts';
import { endCalendar, subscribe } from './calendar-page.ts';
import { answerOwnCall } from './calls.ts';
import { takeShift } from './check-in.ts';
import { downloadOwnData, sendDataRequest, showOwnData } from './data-page.ts';
import { addDevice, endDevices, showManifest } from './device.ts';
import { showOwnDuty } from './duty-page.ts';
import { saveFlow, showFlow } from './flow-page.ts';
import { saveLeave, showLeave } from './leave-page.ts';
import { makeAllLinks } from './link-slips.ts';
import { markSeen, showNotices } from './notices-page.ts';
import { endPersonalLink, makePersonalLink, showPersonalLinks } from './personal-links.ts';
import { receive } from './receipts.ts';
import { answerAsk, showSwaps } from './swaps-page.ts';
import { showTeam } from './team-page.ts';
import { decideUnitSwap, showUnitSwaps } from './unit-swaps.ts';
import { showWallCode, takeAtWall } from './wall-code-page.ts';
import { saveWays, showWays } from './ways-page.ts';
import { byLink, type OwnShow, signedIn } from './who.ts';
import { showWhy } from './why-page.ts';

const OWN_PAGES: readonly (readonly [Route['method'], string, OwnShow])[] = [
  ['get', '', showOwnDuty],
  ['get', '/swaps', showSwaps],
  ['get', '/swaps/new', showAsk],
  ['post', '/swaps/new', sendAsk],
  ['post', '/swaps', answerAsk],
  ['get', '/team', showTeam],
  ['get', '/why', showWhy],
  ['get', '/notices', showNotices],
  ['post', '/notices', markSeen],
  ['post', '/receive', receive],
  ['post', '/absent', sayAbsent],
  ['post', '/call', answerOwnCall],
  ['post', '/check-in', takeShift],
  ['get', '/ways', showWays],
  ['post', '/ways', saveWays],
  ['post', '/calendar', subscribe],
  ['post', '/calendar/end', endCalendar],
  ['post', '/push', addDevice],
  ['post', '/push/end', endDevices],
  ['get', '/manifest.webmanifest', showManifest],
  ['get', '/leave', showLeave],
  ['get', '/data', showOwnData],
  ['get', '/data.json', downloadOwnData],
  ['post', '/data', sendDataRequest],
  ['post', '/leave', saveLeave],
];

const LINKS = '/units/:unit/personal-links';

export const OWN_ROUTES: readonly Route[] = [
  ...OWN_PAGES.flatMap(([method, path, show]): Route[] => [
    { method, path: `/units/:unit/me${path}`, show: signedIn(show), action: 'swap.ask', own: true },
    { method, path: `/me/:token${path}`, show: byLink(show), scope: 'anyone' },
  ]),
  { method: 'get', path: '/take/:place/:code', show: showWallCode, scope: 'anyone' },
  { method: 'post', path: '/take/:place/:code', show: takeAtWall, scope: 'anyone' },
  { method: 'get', path: '/units/:unit/swaps', show: showUnitSwaps, action: 'swap.decide' },
  { method: 'post', path: '/units/:unit/swaps', show: decideUnitSwap, action: 'swap.decide' },
  { method: 'get', path: '/units/:unit/swaps/new', show: showArrange, action: 'swap.decide' },
  { method: 'post', path: '/units/:unit/swaps/new', show: sendArrange, action: 'swap.decide' },
  { method: 'get', path: '/units/:unit/flow', show: showFlow, action: 'unit.edit' },
  { method: 'post', path: '/units/:unit/flow', show: saveFlow, action: 'unit.edit' },
  { method: 'get', path: LINKS, show: showPersonalLinks, action: 'feed.edit' },
  { method: 'post', path: `${LINKS}/all`, show: makeAllLinks, action: 'feed.edit' },
  { method: 'post', path: `${LINKS}/:staff/make`, show: makePersonalLink, action: 'feed.edit' },
  { method: 'post', path: `${LINKS}/:staff/revoke`, show: endPersonalLink, action: 'feed.edit' },
];
