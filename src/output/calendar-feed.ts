/**
 * An iCalendar feed as text, and the only door to `ics`: what goes in is cleaned and escaped where `ics` 3.12 does not,
 * what comes out is mended where its bytes break RFC 5545. Bytes depend on the request alone, never on clock or zone.
 */

import { createEvents, type EventAttributes } from 'ics';
import type { Language } from '../i18n/translate.ts';
import { translate } from '../i18n/translate.ts';
import { type FeedEvent, feedEvents } from './feed-events.ts';
import type { FeedRequest } from './feed-request.ts';
import { cleanLine, contentLines, escapeText, foldLine } from './ical-text.ts';

const PRODUCT_ID = '-//Lich Truc//Duty rota//VI';

/**
 * How often to come back (RFC 7986 §5.7); readers poll far less often whatever is said. `ics` writes the older
 * X-PUBLISHED-TTL with the same hour itself.
 */
const REFRESH_INTERVAL = 'REFRESH-INTERVAL;VALUE=DURATION:PT1H';

/**
 * UTC+7 without daylight saving since 13 June 1975, when the south came over from UTC+8. Events are in UTC and do not
 * need it; with it a calendar without events still has the component that RFC 5545 §3.6 demands.
 */
const VTIMEZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Ho_Chi_Minh',
  'BEGIN:STANDARD',
  'DTSTART:19750613T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0700',
  'TZNAME:+07',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/**
 * The whole feed: CRLF lines of at most 75 octets in NFC, to be sent as `text/calendar; charset=utf-8`.
 * Throws when `ics` refuses an event, which no cleaned text and no shift of a plan makes it do.
 */
export function renderFeed(request: FeedRequest): string {
  const { language } = request.options;
  const calendarName = escapeText(
    translate(language, `feed.calendar.${request.scope.kind}`, { name: cleanLine(request.scope.name) }),
  );
  const { error, value } = createEvents(
    feedEvents(request).map((event) => toAttributes(event, language)),
    // An empty method keeps METHOD out: PUBLISH, the default of `ics`, would demand an ORGANIZER (RFC 5546 §3.2.1).
    { productId: PRODUCT_ID, method: '', calName: calendarName },
  );
  if (value === null) throw new Error('ics refused the feed', { cause: error });
  return mend(value, calendarName);
}

/** `timestamp` becomes DTSTAMP; the typings of `ics` forget it. */
type Attributes = EventAttributes & { readonly timestamp: number };

function toAttributes(event: FeedEvent, language: Language): Attributes {
  return {
    uid: event.uid,
    sequence: event.sequence,
    // Numbers are read as UTC milliseconds and written in UTC, with no regard to the process's zone.
    timestamp: event.revised,
    lastModified: event.revised,
    start: event.span.start,
    end: event.span.end,
    title: event.title,
    description: event.description,
    ...(event.location ? { location: event.location } : {}),
    ...(event.category ? { categories: [escapeText(event.category)] } : {}),
    status: event.cancelled ? 'CANCELLED' : 'CONFIRMED',
    transp: event.transparent ? 'TRANSPARENT' : 'OPAQUE',
    ...(event.alarmMinutes === undefined ? {} : { alarms: [toAlarm(event.alarmMinutes, event, language)] }),
  };
}

function toAlarm(
  minutes: number,
  { title }: FeedEvent,
  language: Language,
): NonNullable<EventAttributes['alarms']>[number] {
  return {
    action: 'display',
    description: escapeText(translate(language, 'feed.alarm', { title })),
    trigger: {
      before: true,
      days: Math.floor(minutes / 1440),
      hours: Math.floor((minutes % 1440) / 60),
      minutes: minutes % 60,
    },
  };
}

/** What `ics` leaves wrong or out: lines folded by characters, `-P1DT`, NAME, REFRESH-INTERVAL, VTIMEZONE. */
function mend(stream: string, calendarName: string): string {
  const lines = contentLines(stream).map((line) => line.replace(/^(TRIGGER:-P\d+D)T$/, '$1'));
  const afterHeader = lines.findIndex((line) => line === 'BEGIN:VEVENT' || line === 'END:VCALENDAR');
  lines.splice(afterHeader, 0, `NAME:${calendarName}`, REFRESH_INTERVAL, ...VTIMEZONE);
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}
