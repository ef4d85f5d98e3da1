/** The holidays a new period can be made for, each with the way to take it in or leave it out. */

import type { Day } from '../../calendar/day.ts';
import { type HolidayBreak, lastDayOf } from '../../calendar/holidays.ts';
import { isLunarDay, lunarOf } from '../../calendar/lunar.ts';
import { formatDayMonth, formatLunarShort } from '../../i18n/format.ts';
import type { Visit } from '../kit/visit.ts';
import { newPeriodPath } from '../paths/setup.ts';
import { titleOfBreak } from '../roster/period-list.ts';

interface Asked {
  readonly sources: { readonly unit: { readonly id: string } };
  readonly breaks: readonly HolidayBreak[];
}

export function holidayLinks({ language, say }: Visit, asked: Asked, chosen: readonly HolidayBreak[]) {
  const { sources, breaks } = asked;
  const keys = chosen.map(({ key }) => key);
  const linkTo = (wanted: readonly string[]): string => {
    const query = new URLSearchParams({ unit: sources.unit.id });
    for (const key of wanted) query.append('holiday', key);
    return newPeriodPath(query);
  };
  return breaks.map((holiday) => {
    const current = keys.includes(holiday.key);
    const others = keys.filter((key) => key !== holiday.key);
    return {
      name: titleOfBreak(holiday),
      dates: datesOf(language, holiday.from, lastDayOf(holiday)),
      official: holiday.status === 'official',
      status: say(holiday.status === 'official' ? 'editor.new.official' : 'editor.new.provisional'),
      current,
      href: linkTo([holiday.key]),
      also: current
        ? others.length > 0
          ? { href: linkTo(others), label: say('period.new.without'), icon: 'close' }
          : undefined
        : keys.length > 0
          ? { href: linkTo([...keys, holiday.key]), label: say('period.new.also'), icon: 'plus' }
          : undefined,
    };
  });
}

function datesOf(language: Visit['language'], first: Day, last: Day): string {
  const range = (format: (day: Day) => string): string =>
    first === last ? format(first) : `${format(first)} – ${format(last)}`;
  const dates = range(formatDayMonth);
  if (!isLunarDay(first) || !isLunarDay(last)) return dates;
  return `${dates} · ${range((day) => formatLunarShort(language, lunarOf(day)))}`;
}
