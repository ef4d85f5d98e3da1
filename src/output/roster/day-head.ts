/** The head of a day wherever days are shown, on pages and on paper: weekday, both calendars, and the name people know. */

import type { Day } from '../../calendar/day.ts';
import { isLunarDay, type LunarDate, lunarOf } from '../../calendar/lunar.ts';
import { type Moon, moonOf } from '../../calendar/moon.ts';
import type { Plan } from '../../domain/plan.ts';
import {
  formatDayMonth,
  formatDayName,
  formatLunarLong,
  formatLunarShort,
  formatWeekday,
  formatWeekdayShort,
} from '../../i18n/format.ts';
import type { Language } from '../../i18n/translate.ts';
import { onceForEach } from '../../kernel/once-for.ts';

export interface DayHead {
  readonly day: Day;
  readonly weekday: string;
  readonly weekdayShort: string;
  /** `04/02`. */
  readonly date: string;
  readonly dayOfMonth: string;
  readonly moon: Moon;
  /** `28 Chạp`; the three lunar dates are empty outside the years the lunar calendar is known for. */
  readonly lunar: string;
  /** `28 tháng Chạp`. */
  readonly lunarLong: string;
  /** `28/12`, `15/04N` in a leap month, as notices write lunar dates. */
  readonly lunarFigures: string;
  /** `Giao thừa`; empty on days without a name. */
  readonly named: string;
}

/** A list of slips asks for the same days again and again. */
const MOST_KNOWN = 1000;
const heads = onceForEach(MOST_KNOWN, (language: Language) =>
  onceForEach(MOST_KNOWN, (day: Day) => headOf(language, day)),
);

export function dayHead(language: Language, day: Day): DayHead {
  return heads(language)(day);
}

function headOf(language: Language, day: Day): DayHead {
  const lunar = isLunarDay(day) ? lunarOf(day) : undefined;
  return {
    day,
    weekday: formatWeekday(language, day),
    weekdayShort: formatWeekdayShort(language, day),
    date: formatDayMonth(day),
    dayOfMonth: day.slice(8),
    moon: moonOf(day),
    lunar: lunar ? formatLunarShort(language, lunar) : '',
    lunarLong: lunar ? formatLunarLong(language, lunar) : '',
    lunarFigures: lunar ? figures(lunar) : '',
    named: formatDayName(language, day),
  };
}

function figures({ day, month, leap }: LunarDate): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(day)}/${two(month)}${leap ? 'N' : ''}`;
}

/** The days on which a shift begins: between the parts of a period there are days without. */
export function rosterDays({ days, shifts }: Plan): Day[] {
  const used = new Set(shifts.map(({ day }) => day));
  return days.filter((day) => used.has(day));
}
