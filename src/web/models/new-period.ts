/** The form of a new period: holidays to choose from, an earlier period to start from, its posts and people. */

import { addDays, type Day } from '../../calendar/day.ts';
import { type HolidayBreak, lastDayOf } from '../../calendar/holidays.ts';
import { isLunarDay, lunarOf } from '../../calendar/lunar.ts';
import type { Case } from '../../domain/case.ts';
import { formatDayMonth, formatLunarShort } from '../../i18n/format.ts';
import type { PeriodEntry } from '../desk.ts';
import type { Visit } from '../visit.ts';
import { titleOfBreak } from './period-list.ts';

/** What was typed or is proposed. */
export interface NewPeriodFields {
  readonly template: string;
  readonly holiday: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly start: string;
  readonly postIds: readonly string[];
  readonly staffIds: readonly string[];
}

export interface NewPeriodSources {
  readonly entries: readonly PeriodEntry[];
  readonly breaks: readonly HolidayBreak[];
  readonly source: Case;
}

/** The first holiday ahead, with the posts and people of the period that was made last. */
export function proposedFields({ entries, breaks, source }: NewPeriodSources): NewPeriodFields {
  const [next] = breaks;
  return {
    template: entries.at(-1)?.periodId ?? '',
    holiday: next?.key ?? '',
    name: next ? titleOfBreak(next) : '',
    from: next?.from ?? '',
    to: next ? lastDayOf(next) : '',
    start: '06:00',
    postIds: source.posts.map(({ id }) => id),
    staffIds: source.staff.map(({ id }) => id),
  };
}

export function newPeriodModel(
  { language, say }: Visit,
  { entries, breaks, source }: NewPeriodSources,
  fields: NewPeriodFields,
) {
  return {
    ...fields,
    templates: entries.toReversed().map(({ periodId, name, unitName }) => ({
      value: periodId,
      label: `${name} · ${unitName}`,
      current: periodId === fields.template,
    })),
    holidays: breaks.map((holiday) => ({
      value: holiday.key,
      name: titleOfBreak(holiday),
      dates: datesOf(language, holiday.from, lastDayOf(holiday)),
      official: holiday.status === 'official',
      status: say(holiday.status === 'official' ? 'editor.new.official' : 'editor.new.provisional'),
      current: holiday.key === fields.holiday,
      href: `?holiday=${encodeURIComponent(holiday.key)}&template=${encodeURIComponent(fields.template)}`,
    })),
    posts: source.posts.map(({ id, name }) => ({ id, name, checked: fields.postIds.includes(id) })),
    people: source.staff.map(({ id, name }) => ({ id, name, checked: fields.staffIds.includes(id) })),
    peopleCount: say('web.people.size', { count: source.staff.length }),
  };
}

function datesOf(language: Visit['language'], first: Day, last: Day): string {
  const dates = `${formatDayMonth(first)} – ${formatDayMonth(last)}`;
  if (!isLunarDay(first) || !isLunarDay(last)) return dates;
  const lunar = (day: Day): string => formatLunarShort(language, lunarOf(day));
  return `${dates} · ${lunar(first)} – ${lunar(last)}`;
}

/** The day after the last one, at the same hour: [from, to]. */
export function lastMoment(to: Day): Day {
  return addDays(to, 1);
}
