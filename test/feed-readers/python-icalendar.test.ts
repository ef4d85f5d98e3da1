/**
 * A third parser, written by others in another language: Debian's python3-icalendar reads what was meant, hostile text and
 * all.
 */

import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import type { FeedOptions } from '../../src/domain/feed.ts';
import { renderFeed } from '../../src/output/calendar-feed.ts';
import { feedEvents } from '../../src/output/feed-events.ts';
import { cleanText } from '../../src/output/plain-text.ts';
import {
  member,
  POSTS,
  periodOf,
  ROSTER,
  request,
  reseated,
  STAFF,
  samplePlan,
  sampleRoster,
  UNIT_SCOPE,
  VERSION_1,
  version,
} from '../output/sample.ts';
import { describeWith, pathOf } from '../programs.ts';

const PYTHON = pathOf('python3-icalendar') ?? '';

const READ = `
import json, sys
from icalendar import Calendar
calendar = Calendar.from_ical(sys.stdin.buffer.read())
events = []
for event in calendar.walk('VEVENT'):
    if event.errors:
        raise Exception(event.errors)
    events.append([
        str(event['UID']), str(event['SUMMARY']), str(event['DESCRIPTION']), str(event.get('LOCATION', '')),
        int(event['DTSTART'].dt.timestamp() * 1000), int(event['DTEND'].dt.timestamp() * 1000),
        int(event['SEQUENCE']), str(event['STATUS']),
        [str(alarm['TRIGGER'].to_ical(), 'utf-8') for alarm in event.walk('VALARM')],
    ])
print(json.dumps([str(calendar['NAME']), events]))
`;

function read(feed: string): unknown {
  const { stdout, stderr, status } = spawnSync(PYTHON, ['-c', READ], {
    input: feed,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr.toString());
  return JSON.parse(stdout.toString());
}

/** Also as python3-icalendar reads it: it takes an escaped backslash and an n for a line break, as node-ical does. */
const asRead = (text: string): string => text.replace(/\\[nN]/g, '\n');

const TEXTS = [
  ['five kilobytes', 'Trực giám sát an toàn thông tin, hệ thống một cửa; tầng 3'.repeat(90)],
  ['line breaks that would end an event', 'a\r\nEND:VEVENT\rBEGIN:VEVENT\nSUMMARY:x'],
  ['signs that mean something', '"Ba", \'Tư\': \\ ; , ^ {name} 👩‍💻 שלום'],
  ['letters taken apart', 'Nguyễn Hữu Khánh'.normalize('NFD')],
] as const;

describeWith(['python3-icalendar'], 'python3-icalendar', () => {
  it.each(TEXTS)('reads what was meant where people wrote %s', (_what, text) => {
    const posts = POSTS.map((post) => ({ ...post, name: text, shortName: text, systems: [text] }));
    const staff = STAFF.map(({ id }) => member(id, text, text));
    const base = samplePlan(1, { posts, staff });
    const plan = { ...base, unit: { ...base.unit, name: text, callNote: text } };
    const roster = sampleRoster(plan);
    const empty = reseated(roster, 'watch/night/2027-02-04', 0);
    const period = periodOf(
      version(1, '2027-01-25T09:00', plan, roster),
      version(2, '2027-01-29T16:30', plan, empty),
    );
    expectRead({ ...request(UNIT_SCOPE, [period], { alarm: 'evening-before' }), subject: text });
  });

  it.each<Partial<FeedOptions>>([{ alarm: '1h' }, { alarm: '12h', language: 'en' }, { standby: 'hidden' }])(
    'reads a whole roster: %j',
    (options) => {
      expect(ROSTER.assignments.length).toBeGreaterThan(70);
      expectRead(request(UNIT_SCOPE, [periodOf(VERSION_1)], options));
    },
  );

  function expectRead(asked: Parameters<typeof renderFeed>[0]): void {
    const feed = renderFeed(asked);
    const [, events] = read(feed) as [string, [string, ...unknown[]][]];
    const wanted = feedEvents(asked).map((event) => [
      event.uid,
      ...[event.title, event.description, event.location].map((text) => asRead(cleanText(text))),
      Number(event.span.start),
      Number(event.span.end),
      event.sequence,
      event.cancelled ? 'CANCELLED' : 'CONFIRMED',
    ]);
    expect(events.map((event) => event.slice(0, 8))).toEqual(wanted);
    const alarms = events.map((event) => (event[8] as string[]).length);
    expect(alarms).toEqual(feedEvents(asked).map(({ alarmMinutes }) => (alarmMinutes === undefined ? 0 : 1)));
  }
});
