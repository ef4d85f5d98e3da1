/** The notice of a holiday in words: what it says, what it takes the place of, and what it changes in a period. */

import type { Day } from '../calendar/day.ts';
import { type HolidayBreak, lastDayOf } from '../calendar/holidays.ts';
import { changesAnything, type NoticeEffect } from '../domain/notice-effect.ts';
import { formatDate, formatWeekday } from '../i18n/format.ts';
import { type Language, translate } from '../i18n/translate.ts';

export interface ToldNotice {
  readonly entry: HolidayBreak;
  readonly replaced: readonly HolidayBreak[];
  /** False for what is only looked at beforehand. */
  readonly saved: boolean;
}

export function noticeLines(language: Language, { entry, replaced, saved }: ToldNotice): string[] {
  const head = { title: entry.title, ...spanParams(language, entry), source: entry.source };
  return [
    translate(language, saved ? 'holiday-notice.entered' : 'holiday-notice.preview', head),
    translate(language, 'holiday-notice.paid', { days: daysInWords(language, entry.holidays) }),
    ...entry.swaps.map(({ off, worked }) =>
      translate(language, 'holiday-notice.worked', {
        off: dayInWords(language, off),
        worked: worked === null ? '–' : dayInWords(language, worked),
      }),
    ),
    ...replaced.map((each) =>
      translate(language, 'holiday-notice.replaced', {
        title: each.title,
        ...spanParams(language, each),
        status: translate(language, `holiday-notice.status.${each.status}`),
      }),
    ),
  ];
}

/** What changes in one period, a line each. */
export function effectLines(language: Language, effect: NoticeEffect): string[] {
  const { days, outside, added, removed, points, pins, draft, published } = effect;
  const outsideLine =
    outside.length > 0
      ? [translate(language, 'holiday-notice.outside', { days: daysInWords(language, outside) })]
      : [];
  if (!changesAnything(effect)) return [translate(language, 'holiday-notice.unchanged'), ...outsideLine];
  return [
    ...days.map(({ day, before, after }) =>
      translate(language, 'holiday-notice.day', {
        day: dayInWords(language, day),
        before: translate(language, `holiday-notice.standing.${before}`),
        after: translate(language, `holiday-notice.standing.${after}`),
      }),
    ),
    ...outsideLine,
    ...(added + removed > 0 ? [translate(language, 'holiday-notice.shifts', { added, removed })] : []),
    ...(points.before !== points.after ? [translate(language, 'holiday-notice.points', points)] : []),
    ...(pins > 0 ? [translate(language, 'holiday-notice.pins', { count: pins })] : []),
    ...(draft ? [translate(language, 'holiday-notice.draft', draft)] : []),
    ...(published ? [translate(language, 'holiday-notice.published', published)] : []),
  ];
}

function spanParams(
  language: Language,
  span: HolidayBreak,
): { readonly first: string; readonly last: string } {
  return { first: dayInWords(language, span.from), last: dayInWords(language, lastDayOf(span)) };
}

function daysInWords(language: Language, days: readonly Day[]): string {
  return days.map((day) => dayInWords(language, day)).join(', ');
}

function dayInWords(language: Language, day: Day): string {
  return `${formatWeekday(language, day)} ${formatDate(day)}`;
}
