/** The rule of an event of somebody's calendar as civil days, within the span that matters and whatever its age. */

import { addDays, type Day, dayFrom, daysBetween, laterDay, weekday, yearOf } from '../calendar/day.ts';
import { expandRecurrence } from '../calendar/recurrence.ts';
import { WEEKDAYS } from '../calendar/recurrence-rule.ts';
import { ruleParts, type WallTime } from './calendar-values.ts';

export interface RuleSpan {
  /** [from, to). */
  readonly from: Day;
  readonly to: Day;
}

/** Expanding a rule costs up to 6 ms for each twenty years behind it. */
const MOST_YEARS_BEHIND = 20;
const NEAR_DAYS = 400;

/** From the start on, without the rule's own end; undefined for a rule that is not read: sub-daily, too old, none. */
export function ruleDays(rule: string, start: WallTime, { from, to }: RuleSpan): readonly Day[] | undefined {
  const { day } = start;
  if (day >= to) return [];
  const first = laterDay(day, from);
  const near = nearRule(withoutClock(ruleParts(rule).text, start), day, first);
  if (yearOf(first) - yearOf(near.start) > MOST_YEARS_BEHIND) return undefined;
  const expansion = expandRecurrence({ rrule: near.text, start: near.start, from: first, to });
  return expansion.ok ? expansion.days : undefined;
}

/** Some programs repeat the start's own hour and minute in the rule, where they say nothing new. */
function withoutClock(rule: string, { time }: WallTime): string {
  const [hour, minute] = time.split(':').map(Number);
  const own = [`BYHOUR=${hour}`, `BYMINUTE=${minute}`, 'BYSECOND=0'];
  return rule
    .split(';')
    .filter((piece) => !own.includes(piece))
    .join(';');
}

/**
 * A rule that counts nothing may as well have begun lately, once it says by itself what it took from its start: the
 * weekday, the day of the month, the day of the year.
 */
function nearRule(text: string, start: Day, from: Day): { readonly text: string; readonly start: Day } {
  const has = (...names: string[]): boolean => names.some((name) => text.includes(`;${name}=`));
  if (daysBetween(start, from) < NEAR_DAYS || /;COUNT=|;INTERVAL=(?!1(?:;|$))/.test(text))
    return { text, start };
  const [month, dayOfMonth] = [Number(start.slice(5, 7)), Number(start.slice(8, 10))];
  const [frequency] = /(?<=^FREQ=)[A-Z]+/.exec(text) ?? [];
  const near = dayFrom(yearOf(addDays(from, -NEAR_DAYS)), 1, 1);
  const later = (added: string): { readonly text: string; readonly start: Day } => ({
    text: text + added,
    start: laterDay(near, start),
  });
  switch (frequency) {
    case 'DAILY':
      return later('');
    case 'WEEKLY':
      return later(has('BYDAY') ? '' : `;BYDAY=${WEEKDAYS[weekday(start) - 1]}`);
    case 'MONTHLY':
      return later(has('BYDAY', 'BYMONTHDAY') ? '' : `;BYMONTHDAY=${dayOfMonth}`);
    case 'YEARLY':
      if (has('BYDAY', 'BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO')) return later('');
      return later(`${has('BYMONTH') ? '' : `;BYMONTH=${month}`};BYMONTHDAY=${dayOfMonth}`);
    default:
      return { text, start };
  }
}
