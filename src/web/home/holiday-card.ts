/** The holiday ahead: countdown, its days with moon and cover, and how sure its dates are. */

import { type Day, daysBetween, eachDay } from '../../calendar/day.ts';
import { type BreakSpan, type HolidayBreak, lastDayOf } from '../../calendar/holidays.ts';
import { lunarOf } from '../../calendar/lunar.ts';
import { namedDayOf } from '../../calendar/named-days.ts';
import type { RosterVersion } from '../../domain/version.ts';
import {
  formatDate,
  formatDayMonth,
  formatLunarLong,
  formatWeekday,
  formatWeekdayDate,
} from '../../i18n/format.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { type DayHead, dayHead } from '../../output/roster/day-head.ts';
import { type CoverCount, coverOf, seatsOf } from '../../output/roster/seats.ts';
import type { Visit } from '../kit/visit.ts';
import { printPath, rosterPath } from '../paths/periods.ts';
import { titleOfBreak } from '../roster/period-list.ts';
import { remembered } from '../roster/remembered.ts';

export interface StripDay {
  readonly head: DayHead;
  readonly hasCover: boolean;
  readonly cover: string;
  /** Percent. */
  readonly filled: number;
  readonly short: boolean;
  readonly today: boolean;
}

export interface HolidayCard {
  readonly kicker: string;
  readonly title: string;
  readonly dates: string;
  readonly lunarDates: string;
  readonly counts: readonly { readonly figure: string; readonly words: string; readonly eve: boolean }[];
  readonly days: readonly StripDay[];
  /** Days in a row of the strip. */
  readonly columns: number;
  readonly notice: string;
  readonly noticeText: string;
  readonly sourcesLabel: string;
  readonly sources: readonly string[];
  /** Empty when the holiday has no published roster. */
  readonly rosterHref: string;
  readonly printHref: string;
}

const WIDEST_STRIP = 8;

/** `version` is the published roster of that holiday, if there is one. */
export function holidayCard(
  visit: Visit,
  holiday: HolidayBreak,
  version: RosterVersion | undefined,
): HolidayCard {
  const { language, today, say } = visit;
  const days = version?.plan.days ?? eachDay(holiday.from, holiday.to);
  const first = days[0] ?? holiday.from;
  const last = days.at(-1) ?? lastDayOf(holiday);
  const several = first !== last;
  const lastDate = `${formatWeekday(language, last)} ${formatDate(last)}`;
  const lunar = (day: Day): string => formatLunarLong(language, lunarOf(day));
  return {
    kicker: say(first <= today ? 'web.home.running' : version ? 'web.home.next-roster' : 'web.home.next'),
    title: version?.plan.period.name ?? titleOfBreak(holiday),
    dates: [...(several ? [formatWeekdayDate(language, first)] : []), lastDate].join(' – '),
    lunarDates: (several ? [first, last] : [last]).map(lunar).join(' – '),
    counts: countsOf(visit, days, version !== undefined),
    days: stripOf(visit, days, version).map((each) => ({ ...each, today: each.day === today })),
    columns: days.length <= WIDEST_STRIP ? days.length : Math.min(WIDEST_STRIP, Math.ceil(days.length / 2)),
    ...noticeOf(visit, holiday),
    rosterHref: version ? rosterPath(version.periodId) : '',
    printHref: version ? printPath(version.periodId) : '',
  };
}

function countsOf({ today, say }: Visit, days: readonly Day[], rostered: boolean): HolidayCard['counts'] {
  const first = days[0] ?? today;
  if (first <= today) {
    const nth = Math.min(days.length, daysBetween(first, today) + 1);
    return [{ figure: `${nth}/${days.length}`, words: say('web.home.day-of'), eve: false }];
  }
  const until = (day: Day, key: string, eve: boolean): HolidayCard['counts'][number] => {
    const count = daysBetween(today, day);
    return { figure: String(count), words: say(`web.home.${key}`, { count }), eve };
  };
  const eve = days.find((day) => namedDayOf(day) === 'giao-thua');
  return [
    until(first, rostered ? 'until-duty' : 'until-holiday', false),
    ...(eve ? [until(eve, 'until-eve', true)] : []),
  ];
}

/** Of a version's own days, or of days that nobody has a roster for. */
type Strip = readonly (Omit<StripDay, 'today'> & { readonly day: Day })[];

function stripOf({ language }: Visit, days: readonly Day[], version: RosterVersion | undefined): Strip {
  if (version) return stripOfVersion(language, version);
  return days.map((day) => stripDay(language, day, { filled: 0, needed: 0 }));
}

const stripOfVersion = remembered((language, version): Strip => {
  const { plan, roster } = version;
  const seats = seatsOf(plan, roster);
  return plan.days.map((day) => {
    const shifts = plan.shifts.filter((shift) => shift.day === day);
    return stripDay(language, day, coverOf(shifts, seats, version));
  });
});

function stripDay(language: Language, day: Day, { filled, needed }: CoverCount): Strip[number] {
  return {
    day,
    head: dayHead(language, day),
    hasCover: needed > 0,
    cover: translate(language, 'web.seats', { filled, needed }),
    filled: needed > 0 ? Math.round((filled / needed) * 1000) / 10 : 0,
    short: filled < needed,
  };
}

type Notice = Pick<HolidayCard, 'notice' | 'noticeText' | 'sourcesLabel' | 'sources'>;

/** Dates that are not official say so, with every version still reported. */
export function noticeOf({ say }: Visit, holiday: HolidayBreak): Notice {
  const { status, alternatives, source } = holiday;
  if (status === 'official' && alternatives.length === 0) {
    return { notice: '', noticeText: '', sourcesLabel: '', sources: [] };
  }
  const others = alternatives.map(spanWords).join(', ');
  const named = [
    { span: holiday, source },
    ...alternatives.map((each) => ({ span: each, source: each.source })),
  ];
  const sources = named.filter((each) => each.source !== '');
  return {
    notice: say(`web.holiday.notice.${status}`),
    noticeText:
      status === 'official'
        ? say('web.holiday.also', { others })
        : [
            alternatives.length > 0 ? say('web.holiday.differ', { used: spanWords(holiday), others }) : '',
            say('web.holiday.recheck'),
          ]
            .join(' ')
            .trim(),
    sourcesLabel: say('web.holiday.sources', { count: sources.length }),
    sources: sources.map(({ span, source: name }) => `${spanWords(span)}: ${name}`),
  };
}

function spanWords(span: BreakSpan): string {
  const last = lastDayOf(span);
  if (span.from === last) return formatDayMonth(last);
  const sameMonth = span.from.slice(0, 7) === last.slice(0, 7);
  return `${sameMonth ? span.from.slice(8) : formatDayMonth(span.from)}–${formatDayMonth(last)}`;
}
