/** The breaks that touch a span of days, as one unit sees them. */

import type { Day } from '../../calendar/day.ts';
import { breaksOfSpan } from '../../calendar/holiday-sources.ts';
import type { HolidayBreak } from '../../calendar/holidays.ts';
import { listHolidays } from '../../store/holiday-store.ts';
import type { App } from '../app.ts';

export interface BreakSearch {
  /** Absent for what holds where no unit has said otherwise. */
  readonly unitId?: string;
  /** [from, to). */
  readonly from: Day;
  readonly to: Day;
}

/** By first day. */
export async function listBreaks(app: App, { unitId, from, to }: BreakSearch): Promise<HolidayBreak[]> {
  const overrides = unitId === undefined ? [] : await listHolidays(app.db, unitId);
  return breaksOfSpan(from, to, { ...app.holidays, overrides });
}
