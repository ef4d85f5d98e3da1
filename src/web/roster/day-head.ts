/** The head of a day wherever days are shown: weekday, solar date, moon and lunar date, and the name people know. */

import type { Day } from '../../calendar/day.ts';
import { isLunarDay, lunarOf } from '../../calendar/lunar.ts';
import { type Moon, moonOf } from '../../calendar/moon.ts';
import {
  formatDayMonth,
  formatDayName,
  formatLunarShort,
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

export function dayHead(language: Language, day: Day): DayHead {
  return {
    weekday: formatWeekday(language, day),
    weekdayShort: formatWeekdayShort(language, day),
    date: formatDayMonth(day),
    dayOfMonth: day.slice(8),
    moon: moonOf(day),
    lunar: isLunarDay(day) ? formatLunarShort(language, lunarOf(day)) : '',
    named: formatDayName(language, day),
  };
}
