/** The head of a day wherever days are shown: weekday, solar date, moon and lunar date, and the name people know. */

import type { Day } from '../../calendar/day.ts';
import { isLunarDay, lunarOf } from '../../calendar/lunar.ts';
import { type Moon, moonOf } from '../../calendar/moon.ts';
import { type NamedDay, namedDayOf } from '../../calendar/named-days.ts';
import {
  formatDayMonth,
  formatLunarShort,
  formatNamedDay,
  formatWeekday,
  formatWeekdayShort,
} from '../../i18n/format.ts';
import type { Language } from '../../i18n/translate.ts';

export interface DayHead {
  readonly weekday: string;
  readonly weekdayShort: string;
  readonly date: string;
  readonly dayOfMonth: string;
  readonly moon: Moon;
  readonly lunar: string;
  /** Empty on days without a name. */
  readonly named: string;
}

/** Days whose lunar date already says all there is to say. */
const PLAIN: readonly NamedDay[] = ['mung-4', 'mung-5'];

export function dayHead(language: Language, day: Day): DayHead {
  const named = namedDayOf(day);
  return {
    weekday: formatWeekday(language, day),
    weekdayShort: formatWeekdayShort(language, day),
    date: formatDayMonth(day),
    dayOfMonth: day.slice(8),
    moon: moonOf(day),
    lunar: isLunarDay(day) ? formatLunarShort(language, lunarOf(day)) : '',
    named: named && !PLAIN.includes(named) ? formatNamedDay(language, named) : '',
  };
}
