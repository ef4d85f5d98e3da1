/** The calendar of leaders on duty in the units below: one event a duty, named by unit, with whom to call. */

import { type Instant, minutesBetween } from '../calendar/interval.ts';
import { lunarOf } from '../calendar/lunar.ts';
import { dayOf } from '../calendar/zone.ts';
import type { AnswerSeat } from '../domain/answer-seats.ts';
import type { FeedOptions } from '../domain/feed.ts';
import { cancellationIsKept } from '../domain/seat-history.ts';
import {
  formatClockRange,
  formatDate,
  formatDuration,
  formatLunarFull,
  formatWeekday,
} from '../i18n/format.ts';
import { translate } from '../i18n/translate.ts';
import { renderEvents } from './calendar-feed.ts';
import { type FeedEvent, minutesBefore } from './feed-events.ts';
import { cleanLine } from './plain-text.ts';

/** The seats of one unit under one order. */
export interface BelowSeats {
  readonly orderId: string;
  readonly orderName: string;
  readonly zone: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly branch: string;
  readonly seats: readonly AnswerSeat[];
}

export interface BelowFeed {
  /** The superior, for the calendar's own title. */
  readonly subject: string;
  readonly options: FeedOptions;
  readonly units: readonly BelowSeats[];
  /** Start of a day: decides only which cancellations are still told. */
  readonly readAt: Instant;
}

/** A year of calendars would be too much for a phone; those to come are kept before those that are over. */
const MOST_EVENTS = 10_000;

export function renderBelowFeed({ subject, options, units, readAt }: BelowFeed): string {
  const all = units.flatMap((unit) =>
    unit.seats
      .filter(({ gone, revised }) => !gone || cancellationIsKept(revised, readAt))
      .map((seat) => eventOf(unit, seat, options)),
  );
  const nearest = all
    .toSorted((a, b) => distance(a, readAt) - distance(b, readAt))
    .slice(0, MOST_EVENTS)
    .sort((a, b) => a.span.start - b.span.start || (a.uid < b.uid ? -1 : 1));
  return renderEvents(nearest, {
    name: translate(options.language, 'feed.calendar.leaders-below', { name: cleanLine(subject) }),
    language: options.language,
  });
}

function distance({ span }: FeedEvent, readAt: Instant): number {
  return span.end > readAt ? span.start : Number.MAX_SAFE_INTEGER - span.end;
}

function eventOf(unit: BelowSeats, { key, duty, sequence, revised, gone }: AnswerSeat, options: FeedOptions) {
  const { language, phones } = options;
  const say = (text: string): string => cleanLine(text);
  const full = [`${say(unit.unitName)}: ${say(duty.name)}`, say(duty.title)].filter(Boolean).join(', ');
  const shown = {
    full,
    short: `${say(unit.unitName)}: ${say(duty.name)}`,
    discreet: translate(language, 'feed.title.discreet'),
  }[options.title];
  const title = gone ? translate(language, 'feed.title.cancelled', { title: shown }) : shown;
  const day = dayOf(duty.span.start, unit.zone);
  const alarmMinutes = gone ? undefined : minutesBefore(options.alarm, duty.span.start, unit.zone);
  const phone = phones && !gone ? say(duty.phone) : '';
  const description = [
    ...(gone ? [translate(language, 'feed.cancelled.seat')] : []),
    translate(language, 'feed.when', {
      weekday: formatWeekday(language, day),
      date: formatDate(day),
      range: formatClockRange(language, duty.span, unit.zone),
      duration: formatDuration(language, minutesBetween(duty.span.start, duty.span.end)),
    }),
    translate(language, 'feed.lunar', { lunar: formatLunarFull(language, lunarOf(day)) }),
    ...(phone === '' ? [] : [translate(language, 'feed.below.phone', { phone })]),
    translate(language, 'feed.below.order', { order: say(unit.orderName) }),
  ].join('\n');
  const event: FeedEvent = {
    ...{ title, description, location: '', category: say(unit.branch), sequence, revised, span: duty.span },
    uid: uidOf([unit.orderId, unit.unitId, key]),
    cancelled: gone,
    // Another's duty takes none of the subscriber's time.
    transparent: true,
    ...(alarmMinutes === undefined ? {} : { alarmMinutes }),
  };
  return event;
}

/** In characters every reader takes; one to one, so no two seats share it. */
function uidOf(parts: readonly string[]): string {
  return parts
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('~', '%7E'))
    .join('~');
}
