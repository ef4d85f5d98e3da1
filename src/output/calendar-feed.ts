/**
 * An iCalendar feed as text, and the only adapter to `ics`. Faults of `ics` 3.12 are kept out or mended here: text goes
 * past it, and what it leaves wrong or out is put right. Bytes depend on the request alone, never on clock or zone.
 */

import { createEvents, type EventAttributes } from 'ics';
import { type Language, translate } from '../i18n/translate.ts';
import { type FeedEvent, feedEvents } from './feed-events.ts';
import type { FeedRequest } from './feed-request.ts';
import { contentLines, escapeText, foldLine } from './ical-text.ts';
import { cleanLine } from './plain-text.ts';

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
 * Throws when `ics` refuses an event, which no shift of a plan makes it do.
 */
export function renderFeed(request: FeedRequest): string {
  const { scope, subject, options } = request;
  return renderEvents(feedEvents(request), {
    name: translate(options.language, `feed.calendar.${scope.kind}`, { name: cleanLine(subject) }),
    language: options.language,
  });
}

/** A calendar of these events, which come sorted and each UID once. */
export function renderEvents(
  events: readonly FeedEvent[],
  { name: title, language }: { readonly name: string; readonly language: Language },
): string {
  const texts = new TextsAside();
  const name = texts.put(title);
  const { error, value } = createEvents(
    events.map((event) => toAttributes(event, texts, language)),
    // An empty method keeps METHOD out: PUBLISH, the default of `ics`, would demand an ORGANIZER (RFC 5546 §3.2.1).
    { productId: PRODUCT_ID, method: '', calName: name },
  );
  if (value === null) throw new Error('ics refused the feed', { cause: error });
  return mend(value, `NAME:${name}`, texts);
}

/**
 * People's text, kept aside while `ics` writes the structure: `ics` escapes only some properties, lets a lone CR
 * through, and its folding takes time in the square of the length (24 ms for 5 kB). It sees `text-0`, `text-1`, ….
 */
class TextsAside {
  readonly #escaped: string[] = [];

  put(text: string): string {
    return `text-${this.#escaped.push(escapeText(text)) - 1}`;
  }

  /** The content line with its text instead of the stand-in. */
  restore(line: string): string {
    return line.replace(/:text-(\d+)$/, (whole, index: string) => {
      const text = this.#escaped[Number(index)];
      return text === undefined ? whole : `:${text}`;
    });
  }
}

/** `timestamp` becomes DTSTAMP; the typings of `ics` forget it. */
type Attributes = EventAttributes & { readonly timestamp: number };

function toAttributes(event: FeedEvent, texts: TextsAside, language: Language): Attributes {
  return {
    uid: texts.put(event.uid),
    sequence: event.sequence,
    // Numbers are read as UTC milliseconds and written in UTC, with no regard to the process's zone.
    timestamp: event.revised,
    lastModified: event.revised,
    start: event.span.start,
    end: event.span.end,
    title: texts.put(event.title),
    description: texts.put(event.description),
    ...(event.location ? { location: texts.put(event.location) } : {}),
    ...(event.category ? { categories: [texts.put(event.category)] } : {}),
    status: event.cancelled ? 'CANCELLED' : 'CONFIRMED',
    transp: event.transparent ? 'TRANSPARENT' : 'OPAQUE',
    ...(event.alarmMinutes === undefined
      ? {}
      : {
          alarms: [
            alarm(event.alarmMinutes, texts.put(translate(language, 'feed.alarm', { title: event.title }))),
          ],
        }),
  };
}

function alarm(minutes: number, description: string): NonNullable<EventAttributes['alarms']>[number] {
  return {
    action: 'display',
    description,
    trigger: {
      before: true,
      days: Math.floor(minutes / 1440),
      hours: Math.floor((minutes % 1440) / 60),
      minutes: minutes % 60,
    },
  };
}

/** Puts text in its place, folds by octets, and mends what `ics` writes wrong (`-P1DT`) or not at all. */
function mend(stream: string, nameLine: string, texts: TextsAside): string {
  const lines = contentLines(stream).map((line) => line.replace(/^(TRIGGER:-P\d+D)T$/, '$1'));
  const afterHeader = lines.findIndex((line) => line === 'BEGIN:VEVENT' || line === 'END:VCALENDAR');
  lines.splice(afterHeader, 0, nameLine, REFRESH_INTERVAL, ...VTIMEZONE);
  return lines.map((line) => `${foldLine(texts.restore(line))}\r\n`).join('');
}
