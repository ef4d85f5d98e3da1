/** Whom to call when nobody on duty has a number: one telephone of the unit, told to whoever may see phones. */

import { findLastResort } from '../../store/unit-store.ts';
import { isAllowed } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';

const readPhone = keptReading((db, unitId: string) => findLastResort(db, unitId), { most: 1000 });

/** Empty for none, and for who may not see phones. */
export async function lastResortOf(app: App, unitId: string): Promise<string> {
  return isAllowed(app, 'phones.view', { unitId }) ? readPhone(app, unitId) : '';
}
