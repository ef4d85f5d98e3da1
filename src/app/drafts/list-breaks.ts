/** The breaks that touch a span of days, as one unit sees them. */

import type { Day } from '../../calendar/day.ts';
import { breaksOfSpan, type HolidaySources } from '../../calendar/holiday-sources.ts';
import type { HolidayBreak } from '../../calendar/holidays.ts';
import { onceFor } from '../../kernel/once-for.ts';
import { Recent } from '../../kernel/recent.ts';
import { listHolidays } from '../../store/holiday-store.ts';
import type { App } from '../app.ts';

export interface BreakSearch {
  /** Absent for what holds where no unit has said otherwise. */
  readonly unitId?: string;
  /** [from, to). */
  readonly from: Day;
  readonly to: Day;
}

/** By span: pages ask from today on, in each zone there is. */
const recentBreaks = onceFor((_sources: HolidaySources) => new Recent<HolidayBreak[]>(8));

/** By first day. */
export async function listBreaks(app: App, { unitId, from, to }: BreakSearch): Promise<HolidayBreak[]> {
  if (unitId === undefined) return shippedBreaks(app.holidays, from, to);
  return breaksOfSpan(from, to, { ...app.holidays, overrides: await listHolidays(app.db, unitId) });
}

function shippedBreaks(holidays: HolidaySources, from: Day, to: Day): HolidayBreak[] {
  const recent = recentBreaks(holidays);
  const key = `${from} ${to}`;
  const breaks = recent.get(key) ?? breaksOfSpan(from, to, holidays);
  recent.set(key, breaks);
  return breaks;
}
