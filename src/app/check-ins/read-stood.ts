/** What was stood of a period, for its attendance sheet. */

import type { PeriodKey } from '../../domain/period.ts';
import type { Stood } from '../../domain/stood.ts';
import { listCheckIns } from '../../store/check-in-store.ts';
import { listReplacementsOf } from '../../store/replacement-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { takesShifts } from '../notices/notice-settings.ts';

/** Undefined where people don't take their shifts: nothing is known then but the roster. Throws `forbidden`. */
export async function readStood(app: App, key: PeriodKey): Promise<Stood | undefined> {
  allow(app, 'roster.view', key);
  if (!(await takesShifts(app, key.unitId))) return undefined;
  return {
    asOf: app.clock(),
    checkIns: await listCheckIns(app.db, key),
    replacements: await listReplacementsOf(app.db, key),
  };
}
