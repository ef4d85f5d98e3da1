/** Random calendars, read by us and expanded by ical.js: both find someone busy at the same hours. */

import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/calendar/interval.ts';
import { VIETNAM } from '../../src/calendar/zone.ts';
import { readBusyCalendar } from '../../src/input/busy-calendar.ts';

const HOUR = 3_600_000;
const WITHIN = {
  start: Date.parse('2027-02-01T00:00:00Z') as Instant,
  end: Date.parse('2027-04-01T00:00:00Z') as Instant,
};

const stamp = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
const moment = fc
  .integer({ min: 0, max: 120 * 24 })
  .map((hours) => WITHIN.start - 60 * 24 * HOUR + hours * HOUR);
const rule = fc.oneof(
  fc.constantFrom('FREQ=DAILY', 'FREQ=DAILY;INTERVAL=3', 'FREQ=WEEKLY', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH'),
  fc.constantFrom('FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY;BYDAY=2TU', 'FREQ=YEARLY;BYMONTH=3;BYDAY=1SU'),
);
const end = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 40 }).map((count) => `;COUNT=${count}`),
  moment.map((ms) => `;UNTIL=${stamp(ms)}`),
);
const anyEvent = fc
  .record({
    start: moment,
    hours: fc.integer({ min: 1, max: 30 }),
    rule,
    end,
    skips: fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 4 }),
    moved: fc.option(fc.integer({ min: 0, max: 30 })),
  })
  .map(({ start, hours, rule: pattern, end: last, skips, moved }, i = 0) => {
    const [uid, day] = [`UID:${start}-${i}`, (count: number) => start + count * 24 * HOUR];
    const lines = ['BEGIN:VEVENT', uid, `DTSTART:${stamp(start)}`, `DURATION:PT${hours}H`];
    const all = [...lines, `RRULE:${pattern}${last}`, ...skips.map((count) => `EXDATE:${stamp(day(count))}`)];
    if (moved === null) return [...all, 'END:VEVENT'];
    const other = ['BEGIN:VEVENT', uid, `RECURRENCE-ID:${stamp(day(moved))}`];
    const to = [`DTSTART:${stamp(day(moved) + 5 * HOUR)}`, 'DURATION:PT1H', 'END:VEVENT'];
    return [...all, 'END:VEVENT', ...other, ...to];
  });

/** Every busy hour of the span. ical.js takes a moved occurrence for one even where the rule never had it. */
function hoursByLibrary(text: string): Set<number> {
  const root = new ICAL.Component(ICAL.parse(text));
  const hours = new Set<number>();
  const mark = (from: number, to: number): void => {
    for (let at = Math.max(from, WITHIN.start); at < Math.min(to, WITHIN.end); at += HOUR) hours.add(at);
  };
  const events = root.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  const exceptions = events.filter((each) => each.isRecurrenceException());
  for (const each of exceptions) mark(each.startDate.toUnixTime() * 1000, each.endDate.toUnixTime() * 1000);
  for (const each of events.filter((event) => !event.isRecurrenceException())) {
    const gone = new Set(
      exceptions.filter(({ uid }) => uid === each.uid).map(({ recurrenceId }) => recurrenceId.toUnixTime()),
    );
    const length = each.duration.toSeconds() * 1000;
    const skipped = new Set(
      each.component
        .getAllProperties('exdate')
        .map((line) => (line.getFirstValue() as ICAL.Time).toUnixTime()),
    );
    const ruled = each.component.getFirstPropertyValue('rrule') as ICAL.Recur;
    const iterator = ruled.iterator(each.startDate);
    // The start itself counts, whatever the rule says.
    const starts = new Set([each.startDate.toUnixTime()]);
    for (let next = iterator.next(); next; next = iterator.next()) {
      if (next.toUnixTime() * 1000 >= WITHIN.end) break;
      starts.add(next.toUnixTime());
    }
    for (const at of starts) {
      if (!gone.has(at) && !skipped.has(at)) mark(at * 1000, at * 1000 + length);
    }
  }
  return hours;
}

describe('a random calendar', () => {
  it('has the same busy hours for us and for ical.js', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 3 }), (events) => {
        const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR', ''];
        const text = lines.join('\r\n');
        const read = readBusyCalendar(new TextEncoder().encode(text), { zone: VIETNAM, within: WITHIN });
        if (!read.ok) throw new Error(read.key);
        const hours = new Set<number>();
        for (const { start, end: last } of read.spans)
          for (let at: number = start; at < last; at += HOUR) hours.add(at);
        expect(read.notes).toEqual([]);
        expect([...hours].sort((a, b) => a - b)).toEqual([...hoursByLibrary(text)].sort((a, b) => a - b));
      }),
      { seed: 11, numRuns: 400 },
    );
  });
});
