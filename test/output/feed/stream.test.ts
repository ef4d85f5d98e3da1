/** FEEDS rows 1–7: the stream. */

import { describe, expect, it } from 'vitest';
import type { StaffMember } from '../../../src/domain/staff.ts';
import type { Post } from '../../../src/domain/unit.ts';
import { renderFeed } from '../../../src/output/calendar-feed.ts';
import { escapeText, foldLine } from '../../../src/output/ical-text.ts';
import { cleanLine, cleanText } from '../../../src/output/plain-text.ts';
import {
  member,
  POSTS,
  periodOf,
  personal,
  request,
  STAFF,
  samplePlan,
  sampleRoster,
  UNIT_SCOPE,
  VERSION_1,
  version,
} from '../sample.ts';
import { eventLines, logicalLines, physicalLines, propertyOf } from './reading.ts';

const UNIT_FEED = renderFeed(request(UNIT_SCOPE, [periodOf(VERSION_1)], { alarm: '12h' }));
const EMPTY_FEED = renderFeed(request(UNIT_SCOPE, []));

/** A feed of one day in which everything a unit may write is `text`. */
function feedSaying(text: string): string {
  const posts: Post[] = POSTS.map((post) => ({
    ...post,
    name: text,
    systems: [text],
    contacts: [{ name: text, phone: text, email: text, note: text }],
  }));
  const staff: StaffMember[] = STAFF.map(({ id }) => member(id, text, text));
  const base = samplePlan(1, { posts, staff });
  const plan = { ...base, unit: { ...base.unit, name: text, callNote: text } };
  const period = periodOf(version(1, '2027-01-25T09:00', plan, sampleRoster(plan)));
  const asked = request(personal('Hoàng Minh Đức'), [period], { alarm: '1h' });
  return renderFeed({ ...asked, subject: text });
}

describe('row 1: lines', () => {
  it('end in CRLF and hold at most 75 octets', () => {
    expect(UNIT_FEED.endsWith('\r\n')).toBe(true);
    expect(UNIT_FEED.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lengths = physicalLines(UNIT_FEED).map((line) => Buffer.byteLength(line));
    expect(Math.max(...lengths)).toBe(75);
    expect(Math.min(...lengths)).toBeGreaterThan(0);
  });

  it.each([
    ['75 octets stay whole', 'a'.repeat(75), ['a'.repeat(75)]],
    ['76 are cut', 'a'.repeat(76), ['a'.repeat(75), ' a']],
    ['a continuation has room for 74', 'a'.repeat(150), ['a'.repeat(75), ` ${'a'.repeat(74)}`, ' a']],
    ['three octets do not fit into two', `${'a'.repeat(73)}ế`, ['a'.repeat(73), ' ế']],
    ['three octets fit into three', `${'a'.repeat(72)}ế`, [`${'a'.repeat(72)}ế`]],
    ['four octets stay together', `${'a'.repeat(72)}😀`, ['a'.repeat(72), ' 😀']],
  ])('%s', (_, line, expected) => {
    expect(foldLine(line).split('\r\n')).toEqual(expected);
  });
});

describe('row 2: characters', () => {
  it('begin without a byte order mark and stand in NFC whatever came in', () => {
    const decomposed = feedSaying('Trực giám sát ATTT: Đỗ Hải Đăng'.normalize('NFD'));
    expect(decomposed.startsWith('BEGIN:VCALENDAR')).toBe(true);
    expect(decomposed.normalize('NFC')).toBe(decomposed);
    expect(decomposed).toBe(feedSaying('Trực giám sát ATTT: Đỗ Hải Đăng'));
    expect(feedSaying('\ufeffTên')).toBe(feedSaying('Tên'));
  });
});

describe('row 3: control characters and escapes', () => {
  it.each([
    ['every line break becomes LF', 'a\r\nb\rc\nd\u2028e\u2029f\u0085g', 'a\nb\nc\nd\ne\nf\ng'],
    ['TAB stays', 'a\tb', 'a\tb'],
    ['other control characters go', 'a\u0000b\u0007c\u001bd\u007fe\u009ff', 'abcdef'],
    ['half a surrogate pair becomes U+FFFD', 'a\ud800b', 'a\ufffdb'],
    ['a whole pair stays', 'a😀b', 'a😀b'],
  ])('%s', (_, dirty, clean) => {
    expect(cleanText(dirty)).toBe(clean);
  });

  it('folds white space in what stands on one line', () => {
    expect(cleanLine('  Đỗ \r\n Hải\tĐăng ')).toBe('Đỗ Hải Đăng');
  });

  it('escapes backslash, semicolon, comma and line break', () => {
    expect(escapeText('a\\b;c,d\ne')).toBe('a\\\\b\\;c\\,d\\ne');
  });

  it('lets no line break inject a property', () => {
    for (const breakCharacter of ['\r', '\n', '\r\n', '\u2028', '\u0085', '\v', '\f']) {
      const lines = logicalLines(feedSaying(`x${breakCharacter}ATTENDEE:mailto:y@example.org`));
      expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toEqual([]);
      expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    }
  });

  it('escapes in SUMMARY, DESCRIPTION, LOCATION, CATEGORIES, X-WR-CALNAME, NAME and alarm text', () => {
    const feed = feedSaying('a\\b;c,d');
    const lines = eventLines(feed, 'night~2027-02-04~0');
    const [beforeAlarm, alarm] = [
      lines.slice(0, lines.indexOf('BEGIN:VALARM')),
      lines.slice(lines.indexOf('BEGIN:VALARM')),
    ];
    const escaped = 'a\\\\b\\;c\\,d';
    expect(propertyOf(beforeAlarm, 'SUMMARY')).toBe(`${escaped} · Đêm 22–06`);
    expect(propertyOf(beforeAlarm, 'LOCATION')).toBe(escaped);
    expect(propertyOf(beforeAlarm, 'CATEGORIES')).toBe(escaped);
    expect(propertyOf(beforeAlarm, 'DESCRIPTION')).toContain(`Theo dõi: ${escaped}\\n`);
    expect(propertyOf(alarm, 'DESCRIPTION')).toBe(`Sắp đến ca trực: ${escaped} · Đêm 22–06`);
    expect(propertyOf(logicalLines(feed), 'X-WR-CALNAME')).toBe(`Lịch trực của ${escaped}`);
    expect(propertyOf(logicalLines(feed), 'NAME')).toBe(`Lịch trực của ${escaped}`);
  });
});

describe('row 4: parameters', () => {
  it('hold nothing that people wrote, hence no double quote', () => {
    const feed = feedSaying('Anh "Ba";X="y":z');
    const parameters = logicalLines(feed).flatMap((line) => /^[A-Z-]+(;[^:]*)/.exec(line)?.[1] ?? []);
    expect([...new Set(parameters)]).toEqual([';VALUE=DURATION']);
  });
});

describe('row 5: header', () => {
  it.each([
    ['a feed with events', UNIT_FEED],
    ['an empty feed', EMPTY_FEED],
  ])('%s has PRODID, VERSION and VTIMEZONE once', (_, feed) => {
    const lines = logicalLines(feed);
    expect(propertyOf(lines, 'VERSION')).toBe('2.0');
    expect(propertyOf(lines, 'PRODID')).toBe('-//Lich Truc//Duty rota//VI');
    expect(lines.filter((line) => line === 'BEGIN:VTIMEZONE')).toHaveLength(1);
    expect(lines.at(-1)).toBe('END:VCALENDAR');
  });
});

describe('row 6: method', () => {
  it('is not said', () => {
    expect(logicalLines(UNIT_FEED).filter((line) => line.startsWith('METHOD'))).toEqual([]);
    expect(logicalLines(EMPTY_FEED).filter((line) => line.startsWith('METHOD'))).toEqual([]);
  });
});

describe('row 7: name and refresh', () => {
  it.each([
    ['personal', personal('Hoàng Minh Đức'), 'Lịch trực của Hoàng Minh Đức'],
    ['post', { kind: 'post', postId: 'watch' }, 'Lịch trực: Hoàng Minh Đức'],
    ['unit', UNIT_SCOPE, 'Lịch trực: Hoàng Minh Đức'],
    ['leaders', { kind: 'leaders' }, 'Lịch trực lãnh đạo: Hoàng Minh Đức'],
  ] as const)('%s', (_, scope, name) => {
    const asked = { ...request(scope, []), subject: 'Hoàng Minh Đức' };
    const lines = logicalLines(renderFeed(asked));
    expect(propertyOf(lines, 'X-WR-CALNAME')).toBe(name);
    expect(propertyOf(lines, 'NAME')).toBe(name);
    expect(lines).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H');
    expect(lines).toContain('X-PUBLISHED-TTL:PT1H');
  });

  it('speaks the language of the subscriber', () => {
    const lines = logicalLines(renderFeed(request(UNIT_SCOPE, [], { language: 'en' })));
    expect(propertyOf(lines, 'NAME')).toBe('Duty roster: Trung tâm Công nghệ số Lam Giang');
  });
});
