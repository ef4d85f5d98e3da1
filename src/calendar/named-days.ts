/**
 * The named days people remember who stood watch on: fairness over the years is kept by them. Only days inside or
 * just before a public holiday have a name here; whether a day is off work stands in `holidays.ts`.
 */

import { addDays, type Day, daysBetween, yearOf } from './day.ts';
import type { Interval } from './interval.ts';
import { isLunarDay, lastDayOfChap, lunarOf } from './lunar.ts';
import { dayOf, startOfDay } from './zone.ts';

/** In the order of the civil year, the Tết days together. */
export const NAMED_DAYS = [
  'new-year',
  'ong-tao',
  'tat-nien',
  'giao-thua',
  'mung-1',
  'mung-2',
  'mung-3',
  'mung-4',
  'mung-5',
  'gio-to',
  'liberation',
  'labour',
  'national',
  'culture',
  'new-year-eve',
] as const;

export type NamedDay = (typeof NAMED_DAYS)[number];

const MUNG = ['mung-1', 'mung-2', 'mung-3', 'mung-4', 'mung-5'] as const;

const SOLAR: ReadonlyMap<string, NamedDay> = new Map([
  ['01-01', 'new-year'],
  ['04-30', 'liberation'],
  ['05-01', 'labour'],
  ['09-02', 'national'],
  ['11-24', 'culture'],
  ['12-31', 'new-year-eve'],
]);

/** Resolution 28/2026/QH16 makes 24/11 a day off from 1/7/2026. */
const FIRST_CULTURE_YEAR = 2026;

/** A shift is hours long; one that spans more midnights than this is not looked at any further. */
const MOST_MIDNIGHTS = 31;

function lunarName(day: Day): NamedDay | undefined {
  if (!isLunarDay(day)) return undefined;
  const lunar = lunarOf(day);
  if (lunar.leap) return undefined;
  if (lunar.month === 1) return MUNG[lunar.day - 1];
  if (lunar.month === 3 && lunar.day === 10) return 'gio-to';
  if (lunar.month !== 12) return undefined;
  if (lunar.day === lastDayOfChap(lunar.year)) return 'giao-thua';
  return lunar.day === 23 ? 'ong-tao' : undefined;
}

/**
 * What the day's header shows. The last day of Chạp, the 29th or the 30th, shows Giao thừa; 31/12 shows the eve.
 * In the supported years no lunar name meets a solar one. Outside them only the solar names remain.
 */
export function namedDayOf(day: Day): NamedDay | undefined {
  const solar = SOLAR.get(day.slice(5));
  if (solar === 'culture' && yearOf(day) < FIRST_CULTURE_YEAR) return lunarName(day);
  return solar ?? lunarName(day);
}

/**
 * The first mùng 1 or 1/1 whose opening midnight the span is there for; mùng 1 wins. Both who end and who begin at that
 * midnight hand over as the year turns and are there; but who begins then and stays the whole day stands that day.
 */
function midnightName({ start, end }: Interval, zone: string): NamedDay | undefined {
  const first = dayOf(start, zone);
  const midnights = Math.min(MOST_MIDNIGHTS, daysBetween(first, dayOf(end, zone)));
  const wholeDay = startOfDay(first, zone) === start && startOfDay(addDays(first, 1), zone) <= end;
  let found: NamedDay | undefined;
  for (let i = wholeDay ? 1 : 0; i <= midnights; i++) {
    const day = addDays(first, i);
    const midnight = startOfDay(day, zone);
    if (midnight < start || midnight > end) continue;
    const name = namedDayOf(day);
    if (name === 'mung-1') return 'giao-thua';
    if (name === 'new-year') found = 'new-year-eve';
  }
  return found;
}

/**
 * What a shift counts as when duty is shared fairly. The eve is the midnight, not the date:
 * - a shift that is there as the year turns, its first and last moment included, is Giao thừa before mùng 1 and the eve
 *   before 1/1; of those that begin at that midnight one that lasts the whole day is mùng 1's or 1/1's instead;
 * - another shift that starts on the last day of Chạp is Tất niên, another that starts on 31/12 is no named day;
 * - any other shift has the name of the day on which it starts.
 */
export function namedDayOfShift(span: Interval, zone: string): NamedDay | undefined {
  const midnight = midnightName(span, zone);
  if (midnight) return midnight;
  const name = namedDayOf(dayOf(span.start, zone));
  if (name === 'giao-thua') return 'tat-nien';
  return name === 'new-year-eve' ? undefined : name;
}
