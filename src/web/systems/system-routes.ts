/** Addresses of the systems a unit watches, one line each. */

import type { Route } from '../kit/route.ts';
import {
  addSystem,
  removeSystem,
  saveCertificates,
  saveSystem,
  showNewSystem,
  showSystem,
  showSystems,
} from './systems.ts';
import { downloadWatchedHours, showWatchedHours } from './watched-hours.ts';

const SYSTEMS = '/units/:unit/systems';
const HOURS = '/units/:unit/watched-hours';

export const SYSTEM_ROUTES: readonly Route[] = [
  { method: 'get', path: SYSTEMS, show: showSystems, action: 'roster.view', reads: 'people' },
  { method: 'post', path: `${SYSTEMS}/certificates`, show: saveCertificates, action: 'period.edit' },
  { method: 'get', path: `${SYSTEMS}/new`, show: showNewSystem, action: 'period.edit' },
  { method: 'post', path: `${SYSTEMS}/new`, show: addSystem, action: 'period.edit' },
  { method: 'get', path: `${SYSTEMS}/:system`, show: showSystem, action: 'period.edit' },
  { method: 'post', path: `${SYSTEMS}/:system`, show: saveSystem, action: 'period.edit' },
  { method: 'post', path: `${SYSTEMS}/:system/remove`, show: removeSystem, action: 'period.edit' },
  { method: 'get', path: HOURS, show: showWatchedHours, action: 'roster.view', reads: 'people' },
  { method: 'get', path: `${HOURS}.:format`, show: downloadWatchedHours, action: 'roster.view' },
];
