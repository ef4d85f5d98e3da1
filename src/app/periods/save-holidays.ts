/** A unit's own word on the breaks of a year, in place of whatever it said before: none means as shipped. */

import type { HolidayBreak } from '../../calendar/holidays.ts';
import { replaceHolidays } from '../../store/holiday-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';

export interface HolidaysSaving {
  readonly unitId: string;
  readonly year: number;
  /** All of this year; as `parseHolidayFile` reads them. */
  readonly breaks: readonly HolidayBreak[];
  readonly actor: string;
}

/** Drafts and versions stay; plans built from now on see the entries. Throws `not-found` without such a unit. */
export async function saveHolidays(app: App, { unitId, year, breaks, actor }: HolidaysSaving): Promise<void> {
  allow(app, 'holidays.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    await requireUnit(trx, unitId);
    await replaceHolidays(trx, { unitId, year }, breaks);
    const details = { breaks: breaks.length };
    await record(trx, app, { actor, action: 'holidays.save', unitId, subject: String(year) }, details);
  });
}
