/** A unit's own holiday entries, which lie over those that ship with the program. */

import type { HolidayBreak } from '../calendar/holidays.ts';
import type { Database } from './database.ts';
import { holidayBreak, readJson } from './records.ts';
import { deleteIn, insertIn, someIn } from './rows.ts';

/** The unit's entries for the year are these and no others. */
export async function replaceHolidays(
  db: Database,
  { unitId, year }: { readonly unitId: string; readonly year: number },
  breaks: readonly HolidayBreak[],
): Promise<void> {
  await deleteIn(db, 'holiday_entry', { unit_id: unitId, year });
  for (const each of breaks) {
    await insertIn(db, 'holiday_entry', {
      unit_id: unitId,
      year,
      kind: each.kind,
      entry: JSON.stringify(each),
    });
  }
}

/** Takes over handed-over entries: the years they name are replaced whole, other years stay. */
export async function importHolidays(
  db: Database,
  unitId: string,
  breaks: readonly HolidayBreak[],
): Promise<void> {
  for (const year of new Set(breaks.map((each) => each.year))) {
    const ofYear = breaks.filter((each) => each.year === year);
    await replaceHolidays(db, { unitId, year }, ofYear);
  }
}

/** By year, then kind. */
export async function listHolidays(db: Database, unitId: string): Promise<HolidayBreak[]> {
  const rows = await someIn(db, 'holiday_entry', { unit_id: unitId })
    .select('entry')
    .orderBy('year')
    .orderBy('kind')
    .execute();
  return rows.map(({ entry }) => readJson(holidayBreak, entry));
}
