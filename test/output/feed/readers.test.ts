/** Whatever people write, two parsers read the same events and the bytes keep to RFC 5545. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALARMS, type FeedScope, STANDBY_DISPLAYS, TITLE_STYLES } from '../../../src/domain/feed.ts';
import type { Post } from '../../../src/domain/unit.ts';
import { renderFeed } from '../../../src/output/calendar-feed.ts';
import { feedEvents } from '../../../src/output/feed-events.ts';
import type { FeedRequest } from '../../../src/output/feed-request.ts';
import {
  member,
  PLAN,
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
} from '../sample.ts';
import { physicalLines, type ReadEvent, readWithIcalJs, readWithNodeIcal } from './reading.ts';

/** Any UTF-16 text, half pairs and all, mixed with what hurts parsers and with Vietnamese; up to 5 kB and more. */
const hostile = fc.constantFrom(
  ...[
    '\r',
    '\n',
    '\r\n',
    '\r\n ',
    '\t',
    '\u2028',
    '\u0000',
    '\u001b',
    '\u0085',
    '\ufeff',
    '\ud800',
    '\udc00',
  ],
  ...['"', "'", ',', ';', ':', '\\', '\\n', '\\,', '^', '{name}', 'BEGIN:VEVENT', '\r\nEND:VCALENDAR\r\n'],
  ...[
    'Nguyễn Hữu Khánh',
    'Nguyễn Hữu Khánh'.normalize('NFD'),
    'ữ',
    'ữ'.normalize('NFD'),
    '😀',
    '👩‍💻',
    'שלום',
    '\u202e',
  ],
);
const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.oneof(hostile, fc.string({ unit: 'binary' })), { maxLength: 12 })
      .map((parts) => parts.join('')),
  },
  {
    weight: 2,
    arbitrary: fc.array(fc.nat(0xffff), { maxLength: 40 }).map((codes) => String.fromCharCode(...codes)),
  },
  {
    weight: 1,
    arbitrary: fc.array(hostile, { minLength: 600, maxLength: 900 }).map((parts) => parts.join('')),
  },
);

interface Writings {
  readonly unit: string;
  readonly post: string;
  readonly label: string;
  readonly system: string;
  readonly contact: string;
  readonly person: string;
  readonly phone: string;
  readonly note: string;
}

const writings: fc.Arbitrary<Writings> = fc.record({
  unit: text,
  post: text,
  label: text,
  system: text,
  contact: text,
  person: text,
  phone: text,
  note: text,
});

/** Two versions of one day, a seat changing hands and one left empty, with the given text wherever people write. */
function requestSaying(words: Writings, facts: Partial<FeedRequest['options']>): FeedRequest {
  const posts: Post[] = POSTS.map((post) => ({
    ...post,
    name: words.post,
    shortName: words.label,
    systems: [words.system],
    contacts: [{ name: words.contact, phone: words.phone, note: words.note }],
    patterns: post.patterns.map((pattern) => ({ ...pattern, label: words.label })),
  }));
  const staff = STAFF.map(({ id }) => member(id, words.person, words.phone));
  const base = samplePlan(1, { posts, staff });
  const plan = { ...base, unit: { ...base.unit, name: words.unit, callNote: words.note } };
  const roster = sampleRoster(plan);
  const changed = reseated(
    reseated(roster, 'watch/night/2027-02-04', 0),
    'watch/morning/2027-02-04',
    0,
    'nv10',
  );
  const period = periodOf(
    version(1, '2027-01-25T09:00', plan, roster),
    version(2, '2027-01-29T16:30', plan, changed),
  );
  return { ...request(UNIT_SCOPE, [period], facts), subject: words.unit };
}

/** What the feed meant to say, in the parsers' form. */
function meant(asked: FeedRequest): ReadEvent[] {
  return feedEvents(asked)
    .map((event) => ({
      uid: event.uid,
      title: event.title,
      description: event.description,
      location: event.location,
      start: Number(event.span.start),
      end: Number(event.span.end),
      sequence: event.sequence,
      status: event.cancelled ? 'CANCELLED' : 'CONFIRMED',
    }))
    .sort((a, b) => (a.uid < b.uid ? -1 : 1));
}

/** Two faults of node-ical 0.26: it takes an escaped backslash and an n for a line break, and strips quotes. */
function asNodeIcalReads(event: ReadEvent): ReadEvent {
  const read = (text: string): string => text.replace(/\\[nN]/g, '\\\n').replace(/^"(.*)"$/u, '$1');
  return {
    ...event,
    title: read(event.title),
    description: read(event.description),
    location: read(event.location),
  };
}

const options = fc.record({
  alarm: fc.constantFrom(...ALARMS),
  title: fc.constantFrom(...TITLE_STYLES),
  language: fc.constantFrom('vi' as const, 'en' as const),
  standby: fc.constantFrom(...STANDBY_DISPLAYS),
  phones: fc.boolean(),
});

const [WATCH_MORNING] = ROSTER.assignments.filter(({ shiftId }) => shiftId === 'watch/morning/2027-02-04');
const scopes = fc.constantFrom<FeedScope>(
  UNIT_SCOPE,
  { kind: 'leaders' },
  { kind: 'post', postId: 'watch' },
  { kind: 'personal', staffId: WATCH_MORNING?.staffId ?? '' },
);

describe('any text, any options', () => {
  it('parses in ical.js and node-ical with the same events, and keeps to lines and characters', () => {
    fc.assert(
      fc.property(writings, options, scopes, (words, chosen, scope) => {
        const asked = { ...requestSaying(words, chosen), scope };
        const feed = renderFeed(asked);
        const events = meant(asked);
        if (scope.kind !== 'unit') expect(events.length).toBeGreaterThan(0);
        else if (chosen.standby !== 'hidden') expect(events).toHaveLength(11);
        expect(readWithIcalJs(feed)).toEqual(events);
        expect(readWithNodeIcal(feed)).toEqual(events.map(asNodeIcalReads));
        expect(feed.replaceAll('\r\n', '')).not.toMatch(/(?!\t)\p{Cc}|\ufeff|\p{Surrogate}/u);
        expect(feed.normalize('NFC')).toBe(feed);
        for (const line of physicalLines(feed)) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).toMatch(/^ |^[A-Z-]+[:;]/);
        }
      }),
      { seed: 1, numRuns: 80 },
    );
  });
});

describe('a roster as published', () => {
  const changed = version(2, '2027-01-29T16:30', PLAN, reseated(ROSTER, 'watch/night/2027-02-05', 1, 'nv05'));
  const asked = request(UNIT_SCOPE, [periodOf(VERSION_1, changed)], { alarm: 'evening-before' });

  it('is rendered to the same bytes every time', () => {
    expect(renderFeed(asked)).toBe(renderFeed(structuredClone(asked)));
  });

  it('is read alike by both parsers', () => {
    const feed = renderFeed(asked);
    expect(readWithIcalJs(feed)).toHaveLength(77);
    expect(readWithIcalJs(feed)).toEqual(meant(asked));
    expect(readWithNodeIcal(feed)).toEqual(meant(asked));
  });
});
