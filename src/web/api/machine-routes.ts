/** Addresses about other programs: the API explained, its tokens, web hooks. The API itself has an endpoint of its own. */

import type { Route } from '../kit/route.ts';
import { showApi } from './api-page.ts';
import { endApiToken, makeApiToken, makeWebHook, showMachines, stopWebHook } from './machines.ts';

const MACHINES = '/units/:unit/machines';

export const MACHINE_ROUTES: readonly Route[] = [
  { method: 'get', path: '/api', show: showApi, scope: 'anyone' },
  { method: 'get', path: MACHINES, show: showMachines, action: 'machine.edit' },
  { method: 'post', path: `${MACHINES}/tokens`, show: makeApiToken, action: 'machine.edit' },
  { method: 'post', path: `${MACHINES}/tokens/:token/revoke`, show: endApiToken, action: 'machine.edit' },
  { method: 'post', path: `${MACHINES}/hooks`, show: makeWebHook, action: 'machine.edit' },
  { method: 'post', path: `${MACHINES}/hooks/:hook/end`, show: stopWebHook, action: 'machine.edit' },
];
