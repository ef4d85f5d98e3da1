/** Addresses of a superior's pages over the units below, one line each. */

import type { Route } from '../kit/route.ts';
import { showBelowWall } from './below-wall.ts';
import { showHistory, showList } from './list-files.ts';
import { showBelowDuty } from './on-duty-page.ts';
import { showOverview } from './overview-page.ts';
import { sendRemind, showRemind } from './remind.ts';

const ORDER = '/units/:unit/orders/:order';

export const OVERVIEW_ROUTES: readonly Route[] = [
  { method: 'get', path: `${ORDER}/overview`, show: showOverview, action: 'below.view', reads: 'people' },
  { method: 'get', path: '/units/:unit/on-duty', show: showBelowDuty, action: 'below.view', reads: 'people' },
  { method: 'get', path: '/wall/:token/below', show: showBelowWall, scope: 'anyone' },
  { method: 'get', path: `${ORDER}/list.:format`, show: showList, action: 'below.view', reads: 'people' },
  { method: 'get', path: `${ORDER}/answers.csv`, show: showHistory, action: 'below.view', reads: 'people' },
  { method: 'get', path: `${ORDER}/remind`, show: showRemind, action: 'order.edit' },
  { method: 'post', path: `${ORDER}/remind`, show: sendRemind, action: 'order.edit' },
];
