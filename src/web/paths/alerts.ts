/** Where alerts that came in stand. */

import { unitPath } from './setup.ts';

export const alertsPath = (unitId: string, act?: 'settings'): string =>
  `${unitPath(unitId)}/alerts${act === undefined ? '' : `/${act}`}`;
export const takeAlertPath = (unitId: string, number: number): string =>
  `${alertsPath(unitId)}/${number}/take`;
