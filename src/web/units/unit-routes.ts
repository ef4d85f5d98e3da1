/** Addresses of units, one line each. */

import type { Route } from '../kit/route.ts';
import { NEW_UNIT_PATH, UNITS_PATH } from '../paths/units.ts';
import { showUnits } from './list.ts';
import { createUnit, showNewUnit } from './new-unit.ts';
import { saveUnitSettings, showUnitSettings } from './settings.ts';

export const UNIT_ROUTES: readonly Route[] = [
  { method: 'get', path: UNITS_PATH, show: showUnits, scope: 'operator' },
  { method: 'get', path: NEW_UNIT_PATH, show: showNewUnit, scope: 'operator' },
  { method: 'post', path: NEW_UNIT_PATH, show: createUnit, scope: 'operator' },
  { method: 'get', path: '/units/:unit/settings', show: showUnitSettings, action: 'unit.edit' },
  { method: 'post', path: '/units/:unit/settings', show: saveUnitSettings, action: 'unit.edit' },
];
