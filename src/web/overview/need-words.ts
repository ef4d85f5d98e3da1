/** What an overview says of a unit in a few words: how it stands, and what one must know of it. */

import type { AskedOverview, Reminder } from '../../app/overview/read-overview.ts';
import { type Instant, minutesBetween } from '../../calendar/interval.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import type { DayJudgement } from '../../domain/answer-judgement.ts';
import type { Order } from '../../domain/order.ts';
import { standingOf } from '../../domain/order-standing.ts';
import {
  formatClockRange,
  formatCountdown,
  formatDayMonth,
  formatWeekdayDateShort,
} from '../../i18n/format.ts';
import type { Visit } from '../kit/visit.ts';

/** `Quá 15 giờ`, `Thiếu 8 giờ`, `Thiếu số máy`, `Còn 3 ngày`, `Đủ`. */
export function standingWords({ language, now, say }: Visit, unit: AskedOverview): string {
  const standing = standingOf(unit, now);
  const { answer, deadline } = unit;
  if (standing === 'overdue') {
    return say('overview.chip.overdue', { time: rough(language, minutesBetween(deadline, now)) });
  }
  if (standing === 'waiting') {
    return say('overview.chip.waiting', { time: rough(language, minutesBetween(now, deadline)) });
  }
  if (!answer || standing === 'complete')
    return say(answer?.late ? 'overview.chip.late' : 'overview.chip.complete');
  if (answer.shortMinutes === 0) return say('overview.chip.phones');
  return say('overview.chip.short', { time: rough(language, answer.shortMinutes) });
}

/** Whole hours from one hour on. */
function rough(language: Visit['language'], minutes: number): string {
  return formatCountdown(language, minutes < 60 ? Math.floor(minutes) : Math.floor(minutes / 60) * 60);
}

/** `Giám sát đêm T7 06/02, 22–06: trống`, and how many more there are. */
export function gapWords(
  { language, say }: Visit,
  { content: { demands }, zone }: Order,
  days: readonly DayJudgement[],
): string {
  const gaps = days.flatMap(({ day, demandId, gaps: found }) => found.map((gap) => ({ day, demandId, gap })));
  const [first, ...more] = gaps;
  if (!first) return '';
  const demand = demands.find(({ id }) => id === first.demandId);
  const { span, held } = first.gap;
  const words = say(held === 0 ? 'overview.need.empty' : 'overview.need.few', {
    demand: demand?.name ?? '',
    day: formatWeekdayDateShort(language, first.day),
    hours: formatClockRange(language, span, zone),
    held,
    least: demand?.least ?? 1,
  });
  return more.length === 0 ? words : `${words} ${say('overview.need.more', { count: more.length })}`;
}

export function phoneWords({ say }: Visit, { answer }: AskedOverview): string {
  const count = answer?.phonesMissing ?? 0;
  return count === 0 ? '' : say('overview.need.phones', { count });
}

/** `Đã mở yêu cầu 21/01` or `Chưa mở yêu cầu`. */
export function openedWords({ say }: Visit, { openedAt }: AskedOverview, zone: string): string {
  if (openedAt === undefined) return say('overview.not-opened');
  return say('overview.opened', { day: formatDayMonth(dayOf(openedAt, zone)) });
}

export interface ReminderWords {
  readonly text: string;
  /** The last mail was given up. */
  readonly failed: boolean;
}

export function reminderWords(
  { say, now }: Visit,
  reminders: readonly Reminder[],
  zone: string,
): ReminderWords {
  const last = reminders.at(-1);
  if (!last) return { text: '', failed: false };
  const at = shortMoment(last.at, now, zone);
  if (last.state === 'failed') return { text: say('overview.reminded.failed', { at }), failed: true };
  return { text: say(`overview.reminded.${last.way}`, { at }), failed: false };
}

/** `08:15` of today, `26/01 15:47` of another day. */
export function shortMoment(at: Instant, now: Instant, zone: string): string {
  const day = dayOf(at, zone);
  const clock = clockTimeOf(at, zone);
  return day === dayOf(now, zone) ? clock : `${formatDayMonth(day)} ${clock}`;
}
