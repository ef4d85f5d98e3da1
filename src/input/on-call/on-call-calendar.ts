/** A feed of whoever is on call (iCalendar), as nearly every tool gives one: an event a duty, with the person in its title. */

import { addDays } from '../../calendar/day.ts';
import type { Interval } from '../../calendar/interval.ts';
import { dayOf } from '../../calendar/zone.ts';
import { busyEvent, type EventReading } from '../busy-event.ts';
import { type CalendarPart, readCalendarStream } from '../calendar-lines.ts';
import { CalendarMoments } from '../calendar-moments.ts';
import { CalendarNotes } from '../calendar-notes.ts';
import type { OnCallPerson, OnCallSchedule, OnCallSpan } from './schedule.ts';

const MOST_EVENTS = 20_000;
const MOST_SPANS = 50_000;
const LONGEST_NAME = 120;

/** Undefined for what is no calendar, or too much of one. @param within what is asked for: rules may go on for ever. */
export function readOnCallCalendar(text: string, zone: string, within: Interval): OnCallSchedule | undefined {
  const stream = readCalendarStream(text, ['SUMMARY', 'ATTENDEE']);
  if (!stream.ok) return undefined;
  const events = stream.parts.filter(({ name }) => name === 'VEVENT');
  if (events.length > MOST_EVENTS) return undefined;
  const notes = new CalendarNotes();
  const moments = new CalendarMoments(
    zone,
    stream.parts.filter(({ name }) => name === 'VTIMEZONE'),
    notes.tell,
  );
  const days = { from: addDays(dayOf(within.start, zone), -40), to: addDays(dayOf(within.end, zone), 2) };
  const people = new Map<string, OnCallPerson>();
  const spans: OnCallSpan[] = [];
  const read = events.map((part) => readEvent(part, { moments, days, tell: notes.tell }));
  for (const each of read) {
    if (!each) continue;
    const { person, event } = each;
    people.set(person.id, person);
    const moved = read.flatMap((other) =>
      other?.event.uid === event.uid ? (other.event.replaces ?? []) : [],
    );
    for (const span of event.spans(moved)) spans.push({ ...span, personId: person.id });
    if (spans.length > MOST_SPANS) return undefined;
  }
  const layers = [{ name: '', zone, level: 0, windows: [], spans }];
  const left = notes.all.length > 0 ? [{ what: 'unread-events', name: String(notes.all.length) }] : [];
  return { source: 'icalendar', name: '', zone, people: [...people.values()], layers, overrides: [], left };
}

function readEvent(part: CalendarPart, reading: EventReading) {
  const person = personOf(part);
  // A duty leaves the time free for other things in many feeds: that is no reason to pass over it.
  const lines = part.lines.filter(({ name }) => name !== 'TRANSP');
  const event = person && busyEvent({ ...part, lines }, reading);
  return event && { person, event };
}

/** `Lê An (Primary)`, `On Call - Lê An` and the like are asked about later, as any other words for a person. */
function personOf({ lines }: CalendarPart): OnCallPerson | undefined {
  const attendee = lines.find(({ name }) => name === 'ATTENDEE');
  const mail = /^mailto:(\S+@\S+)$/i.exec(attendee?.value ?? '')?.[1] ?? '';
  const title = unescaped(lines.find(({ name }) => name === 'SUMMARY')?.value ?? '');
  const name = (attendee?.params.get('CN') ?? (title.replace(/^on[- ]?call\b[\s:–-]*/i, '') || mail))
    .trim()
    .slice(0, LONGEST_NAME);
  return name === '' ? undefined : { id: mail || name, name, email: mail, phone: '' };
}

/** RFC 5545, 3.3.11. */
function unescaped(text: string): string {
  return text.replace(/\\([nN,;\\])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? ' ' : sign));
}
