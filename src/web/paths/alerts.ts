/** Where alerts that came in stand. */

import { unitPath } from './setup.ts';

export function alertsPath(unitId: string, act?: 'settings'): string {
  return `${unitPath(unitId)}/alerts${act === undefined ? '' : `/${act}`}`;
}

export function takeAlertPath(unitId: string, number: number): string {
  return `${alertsPath(unitId)}/${number}/take`;
}
