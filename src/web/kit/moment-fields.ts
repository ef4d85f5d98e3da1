/**
 * Fields of days and hours. Browsers show theirs in their own language, month first in some: ours are text, always day first
 * and 24 hours, and take days as people write them. A hidden field beside names each, so that one place reads them all.
 */

import {
  LONGEST_MOMENT,
  MOMENT_KINDS,
  type MomentKind,
  shownMoment,
  typedMoment,
} from '../../app/typed-moments.ts';
import { type Day, parseDay } from '../../calendar/day.ts';
import { isLunarDay, lunarOf } from '../../calendar/lunar.ts';
import { formatDayName, formatLunarLong, formatWeekday, joinLunarAndName } from '../../i18n/format.ts';
import type { Language } from '../../i18n/translate.ts';

/** By the type a field was asked for. */
export const MOMENT_FIELDS: Readonly<Record<string, MomentKind | undefined>> = {
  date: 'day',
  time: 'time',
  'datetime-local': 'moment',
};

export function shownValue(kind: MomentKind, value: string): string {
  return shownMoment(kind, value);
}

/** What stands under a field of a day: `Thứ Năm, 28 tháng Chạp`, with the day's name where it has one. */
export function sayDay(language: Language, day: Day): string {
  const weekday = formatWeekday(language, day);
  if (!isLunarDay(day)) return weekday;
  return `${weekday}, ${joinLunarAndName(formatLunarLong(language, lunarOf(day)), formatDayName(language, day))}`;
}

/** The same of a stored value, or of what was typed where it is a day for sure; empty for anything else. */
export function saidOfValue(language: Language, kind: MomentKind, value: string): string {
  const day = kind === 'time' ? undefined : parseDay(value.slice(0, ISO_DAY));
  return day === undefined ? '' : sayDay(language, day);
}

const NAMES = 'moment-of-';
const ISO_DAY = 'yyyy-mm-dd'.length;

/** What a form sent, its days and hours as everything behind it reads them. */
export function withMoments(form: URLSearchParams, today: Day): URLSearchParams {
  const kinds = new Map<string, MomentKind>();
  for (const [name, value] of form) {
    const kind = MOMENT_KINDS.find((each) => each === value);
    if (kind && name.startsWith(NAMES)) kinds.set(name.slice(NAMES.length), kind);
  }
  return new URLSearchParams(
    [...form].map(([name, value]): [string, string] => {
      const kind = value.length <= LONGEST_MOMENT ? kinds.get(name) : undefined;
      return [name, kind ? typedMoment(kind, value, today) : value];
    }),
  );
}
