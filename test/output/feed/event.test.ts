/** FEEDS rows 8–19: the events. */

import { describe, expect, it } from 'vitest';
import type { FeedOptions, FeedScope } from '../../../src/domain/feed.ts';
import type { RosterVersion } from '../../../src/domain/version.ts';
import { renderFeed } from '../../../src/output/calendar-feed.ts';
import {
  at,
  idOf,
  PLAN,
  periodOf,
  personal,
  ROSTER,
  request,
  reseated,
  samplePlan,
  sampleRoster,
  UNIT_SCOPE,
  VERSION_1,
  version,
} from '../sample.ts';
import { eventLines, logicalLines, propertyOf, readWithIcalJs } from './reading.ts';

const NIGHT = 'watch/night/2027-02-04';
const NIGHT_UID = 'watch~night~2027-02-04~0';
const OLD = 'Hoàng Minh Đức';
const NEW = 'Bùi Đức Anh';
const WATCH_SCOPE: FeedScope = { kind: 'post', postId: 'watch' };
const LEADERS_SCOPE: FeedScope = { kind: 'leaders' };

function feed(
  scope: FeedScope,
  versions: readonly RosterVersion[] = [VERSION_1],
  options: Partial<FeedOptions> = {},
): string {
  return renderFeed(request(scope, [periodOf(...versions)], options));
}

function all(text: string, property: string): string[] {
  return logicalLines(text)
    .filter((line) => line.startsWith(`${property}:`))
    .map((line) => line.slice(property.length + 1));
}

const GIVEN_AWAY = version(2, '2027-01-29T16:30', PLAN, reseated(ROSTER, NIGHT, 0, idOf(NEW)));
const LEFT_EMPTY = version(2, '2027-01-29T16:30', PLAN, reseated(ROSTER, NIGHT, 0));
const MOVED_PLAN = {
  ...PLAN,
  shifts: PLAN.shifts.map((shift) =>
    shift.id === NIGHT
      ? { ...shift, span: { start: at('2027-02-04T22:30'), end: at('2027-02-05T06:00') }, minutes: 450 }
      : shift,
  ),
};
const MOVED = version(2, '2027-01-29T16:30', MOVED_PLAN, ROSTER);

describe('row 8: UID', () => {
  it('is the seat, whoever sits there and whenever it begins', () => {
    for (const versions of [[VERSION_1], [VERSION_1, GIVEN_AWAY], [VERSION_1, MOVED]]) {
      expect(all(feed(UNIT_SCOPE, versions), 'UID')).toContain(`lam-giang~tet-2027~${NIGHT_UID}`);
    }
  });

  it('is unique, and holds neither host nor person', () => {
    const uids = all(feed(UNIT_SCOPE), 'UID');
    expect(new Set(uids).size).toBe(uids.length);
    expect(uids.length).toBe(ROSTER.assignments.length);
    expect(uids.filter((uid) => !/^[a-z0-9~-]+$/.test(uid) || uid.includes('nv'))).toEqual([]);
  });

  it('keeps seats apart whose ids differ only in signs', () => {
    const seats = periodOf(VERSION_1).seats.slice(0, 4);
    const seeds = ['a/b~c/0', 'a/b/c/0', 'a~b/c/0', 'a b/ç%2F/0'];
    const latest = VERSION_1;
    const odd = seats.map((seat, i) => ({ ...seat, uidSeed: seeds[i] ?? '' }));
    const uids = all(renderFeed(request(UNIT_SCOPE, [{ latest, beside: [], seats: odd }])), 'UID');
    expect(new Set(uids).size).toBe(4);
    expect(uids.filter((uid) => !/^[\w~%.!*'()-]+$/.test(uid))).toEqual([]);
  });
});

describe('row 9: DTSTAMP and LAST-MODIFIED', () => {
  it('are the publishing of the last change, in UTC', () => {
    const first = eventLines(feed(UNIT_SCOPE), NIGHT_UID);
    expect(propertyOf(first, 'DTSTAMP')).toBe('20270125T020000Z');
    expect(propertyOf(first, 'LAST-MODIFIED')).toBe('20270125T020000Z');
    const second = feed(UNIT_SCOPE, [VERSION_1, GIVEN_AWAY]);
    expect(propertyOf(eventLines(second, NIGHT_UID), 'DTSTAMP')).toBe('20270129T093000Z');
    expect(propertyOf(eventLines(second, 'watch~night~2027-02-08~0'), 'DTSTAMP')).toBe('20270125T020000Z');
  });

  it('move for whoever shares the shift, without raising the sequence', () => {
    const neighbour = eventLines(feed(UNIT_SCOPE, [VERSION_1, GIVEN_AWAY]), 'watch~night~2027-02-04~1');
    expect(propertyOf(neighbour, 'LAST-MODIFIED')).toBe('20270129T093000Z');
    expect(propertyOf(neighbour, 'SEQUENCE')).toBe('0');
  });

  it('do not follow the reader’s clock', () => {
    const early = request(UNIT_SCOPE, [periodOf(VERSION_1)]);
    expect(renderFeed({ ...early, readAt: at('2027-03-01T00:00') })).toBe(renderFeed(early));
  });
});

describe('row 10: SEQUENCE', () => {
  it.each([
    ['first published', [VERSION_1], '0'],
    ['republished unchanged', [VERSION_1, version(2, '2027-01-29T16:30', PLAN, ROSTER)], '0'],
    ['given to another', [VERSION_1, GIVEN_AWAY], '1'],
    ['moved in time', [VERSION_1, MOVED], '1'],
    ['cancelled', [VERSION_1, LEFT_EMPTY], '1'],
    [
      'cancelled and filled again',
      [VERSION_1, LEFT_EMPTY, version(3, '2027-01-30T08:00', PLAN, ROSTER)],
      '2',
    ],
  ])('%s', (_, versions, sequence) => {
    expect(propertyOf(eventLines(feed(UNIT_SCOPE, versions), NIGHT_UID), 'SEQUENCE')).toBe(sequence);
  });
});

describe('row 11: start and end', () => {
  it.each([
    ['across midnight', NIGHT_UID, '20270204T150000Z', '20270204T230000Z'],
    ['24 hours', 'leader~day~2027-02-04~0', '20270204T000000Z', '20270205T000000Z'],
    ['over Giao thừa', 'watch~night~2027-02-05~0', '20270205T150000Z', '20270205T230000Z'],
  ])('%s, in UTC', (_, uid, start, end) => {
    const lines = eventLines(feed(UNIT_SCOPE), uid);
    expect(propertyOf(lines, 'DTSTART')).toBe(start);
    expect(propertyOf(lines, 'DTEND')).toBe(end);
  });

  it('never meet', () => {
    expect(readWithIcalJs(feed(UNIT_SCOPE)).filter(({ start, end }) => end <= start)).toEqual([]);
  });
});

describe('row 12: zone', () => {
  it('every moment is in UTC, none floats', () => {
    const moments = logicalLines(feed(UNIT_SCOPE, [VERSION_1], { alarm: '12h' }))
      .filter((line) => /^(DTSTART|DTEND|DTSTAMP|LAST-MODIFIED)/.test(line))
      .filter((line) => line !== 'DTSTART:19750613T000000');
    expect(moments).toHaveLength(ROSTER.assignments.length * 4);
    expect(moments.filter((line) => !/^[A-Z-]+:\d{8}T\d{6}Z$/.test(line))).toEqual([]);
  });

  it('stands beside that of Vietnam, as configured', () => {
    expect(feed(UNIT_SCOPE)).toContain(
      [
        'BEGIN:VTIMEZONE',
        'TZID:Asia/Ho_Chi_Minh',
        'BEGIN:STANDARD',
        'DTSTART:19750613T000000',
        'TZOFFSETFROM:+0800',
        'TZOFFSETTO:+0700',
        'TZNAME:+07',
        'END:STANDARD',
        'END:VTIMEZONE',
      ].join('\r\n'),
    );
  });
});

describe('row 13: one event a seat', () => {
  it('without recurrence', () => {
    const text = feed(UNIT_SCOPE);
    expect(all(text, 'BEGIN').filter((name) => name === 'VEVENT')).toHaveLength(ROSTER.assignments.length);
    expect(all(text, 'RRULE')).toEqual([]);
  });

  it.each([
    ['a person’s own', personal(OLD), 'watch', 4],
    ['a post’s', WATCH_SCOPE, 'watch', 42],
    ['the leaders’', LEADERS_SCOPE, 'leader', 7],
  ] as const)('%s only', (_, scope, postId, count) => {
    const uids = all(feed(scope), 'UID');
    expect(uids).toHaveLength(count);
    expect(uids.filter((uid) => !uid.includes(`~${postId}~`))).toEqual([]);
  });

  it('over several periods, in order of time', () => {
    const plan = samplePlan(2);
    const other = {
      ...version(1, '2026-12-20T09:00', plan, sampleRoster(plan)),
      periodId: 'new-year-2027',
    };
    const uids = all(
      renderFeed(request(personal('Nguyễn Hữu Khánh'), [periodOf(VERSION_1), periodOf(other)])),
      'UID',
    );
    expect(uids).toEqual([
      'lam-giang~new-year-2027~leader~day~2027-02-04~0',
      'lam-giang~tet-2027~leader~day~2027-02-04~0',
      'lam-giang~tet-2027~leader~day~2027-02-08~0',
    ]);
  });
});

describe('row 14: a removed shift', () => {
  const withoutNight = { ...PLAN, shifts: PLAN.shifts.filter(({ id }) => id !== NIGHT) };
  const removed = version(2, '2027-01-29T16:30', withoutNight, {
    ...ROSTER,
    assignments: ROSTER.assignments.filter(({ shiftId }) => shiftId !== NIGHT),
  });

  it.each([
    ['the unit’s', UNIT_SCOPE, `ĐÃ HỦY – ${OLD} · Giám sát an toàn thông tin · Đêm 22–06`],
    ['the post’s', WATCH_SCOPE, `ĐÃ HỦY – ${OLD} · Giám sát an toàn thông tin · Đêm 22–06`],
    ['the old holder’s', personal(OLD), 'ĐÃ HỦY – Giám sát an toàn thông tin · Đêm 22–06'],
  ])('is cancelled in %s feed, without an alarm', (_, scope, title) => {
    const lines = eventLines(feed(scope, [VERSION_1, removed], { alarm: '1h' }), NIGHT_UID);
    expect(propertyOf(lines, 'STATUS')).toBe('CANCELLED');
    expect(propertyOf(lines, 'SEQUENCE')).toBe('1');
    expect(propertyOf(lines, 'SUMMARY')).toBe(title);
    expect(propertyOf(lines, 'DTSTAMP')).toBe('20270129T093000Z');
    expect(lines).not.toContain('BEGIN:VALARM');
  });

  it('is told for 30 days', () => {
    const base = request(UNIT_SCOPE, [periodOf(VERSION_1, removed)]);
    const uidsAt = (readAt: string): string[] => all(renderFeed({ ...base, readAt: at(readAt) }), 'UID');
    expect(uidsAt('2027-02-28T16:29')).toContain(`lam-giang~tet-2027~${NIGHT_UID}`);
    expect(uidsAt('2027-02-28T16:30')).not.toContain(`lam-giang~tet-2027~${NIGHT_UID}`);
  });

  it('goes with all the others when the roster is withdrawn', () => {
    const withdrawn: RosterVersion = {
      ...version(2, '2027-01-29T16:30', PLAN, { ...ROSTER, assignments: [] }),
      withdrawn: true,
    };
    const statuses = all(feed(UNIT_SCOPE, [VERSION_1, withdrawn]), 'STATUS');
    expect(statuses).toEqual(ROSTER.assignments.map(() => 'CANCELLED'));
  });
});

describe('row 15: reassignment', () => {
  const versions = [VERSION_1, GIVEN_AWAY];

  it('cancels in the old holder’s feed without naming the new one', () => {
    const lines = eventLines(feed(personal(OLD), versions), NIGHT_UID);
    expect(propertyOf(lines, 'STATUS')).toBe('CANCELLED');
    expect(propertyOf(lines, 'SEQUENCE')).toBe('1');
    expect(lines.join()).not.toContain(NEW);
  });

  it('gives the event to the new holder and the new name to the unit', () => {
    const mine = eventLines(feed(personal(NEW), versions), NIGHT_UID);
    expect(propertyOf(mine, 'STATUS')).toBe('CONFIRMED');
    expect(propertyOf(mine, 'SEQUENCE')).toBe('1');
    const ours = eventLines(feed(UNIT_SCOPE, versions), NIGHT_UID);
    expect(propertyOf(ours, 'STATUS')).toBe('CONFIRMED');
    expect(propertyOf(ours, 'SUMMARY')).toBe(`${NEW} · Giám sát an toàn thông tin · Đêm 22–06`);
  });

  it('gives it back as one confirmed event', () => {
    const back = version(3, '2027-01-30T08:00', PLAN, ROSTER);
    const lines = eventLines(feed(personal(OLD), [...versions, back]), NIGHT_UID);
    expect(propertyOf(lines, 'STATUS')).toBe('CONFIRMED');
    expect(propertyOf(lines, 'SEQUENCE')).toBe('2');
    expect(propertyOf(eventLines(feed(personal(NEW), [...versions, back]), NIGHT_UID), 'STATUS')).toBe(
      'CANCELLED',
    );
  });
});

describe('row 16: TRANSP', () => {
  const standby = 'response~day~2027-02-04~0';

  it.each([
    ['free', 'TRANSPARENT'],
    ['busy', 'OPAQUE'],
  ] as const)('a standby shift shown as %s is %s', (display, transp) => {
    const text = feed(UNIT_SCOPE, [VERSION_1], { standby: display });
    expect(propertyOf(eventLines(text, standby), 'TRANSP')).toBe(transp);
    expect(propertyOf(eventLines(text, NIGHT_UID), 'TRANSP')).toBe('OPAQUE');
  });

  it('hidden standby shifts are not told, not even when cancelled', () => {
    const empty = version(2, '2027-01-29T16:30', PLAN, reseated(ROSTER, 'response/day/2027-02-04', 0));
    const uids = all(feed(UNIT_SCOPE, [VERSION_1, empty], { standby: 'hidden' }), 'UID');
    expect(uids).toHaveLength(49);
    expect(uids.filter((uid) => uid.includes('~response~'))).toEqual([]);
  });
});

describe('row 17: VALARM', () => {
  it.each([
    ['1h', NIGHT_UID, '-PT1H'],
    ['12h', NIGHT_UID, '-PT12H'],
    ['evening-before', NIGHT_UID, '-P1DT2H'],
    ['evening-before', 'watch~morning~2027-02-04~0', '-PT10H'],
    ['evening-before', 'response~night~2027-02-04~0', '-PT22H'],
  ] as const)('%s of %s is %s', (alarm, uid, trigger) => {
    const lines = eventLines(feed(UNIT_SCOPE, [VERSION_1], { alarm }), uid);
    const alarmLines = lines.slice(lines.indexOf('BEGIN:VALARM'), lines.indexOf('END:VALARM'));
    expect(propertyOf(alarmLines, 'ACTION')).toBe('DISPLAY');
    expect(propertyOf(alarmLines, 'DESCRIPTION')).toMatch(/^Sắp đến ca trực: /);
    expect(propertyOf(alarmLines, 'TRIGGER')).toBe(trigger);
  });

  it('a whole day before is -P1D, never -P1DT', () => {
    const eight = { ...PLAN, shifts: PLAN.shifts.map((s) => (s.id === NIGHT ? atEight(s) : s)) };
    const text = feed(UNIT_SCOPE, [version(1, '2027-01-25T09:00', eight, ROSTER)], {
      alarm: 'evening-before',
    });
    expect(propertyOf(eventLines(text, NIGHT_UID), 'TRIGGER')).toBe('-P1D');
    expect(text).not.toMatch(/TRIGGER:\S*T\r/);
  });

  it('is absent unless chosen', () => {
    expect(feed(UNIT_SCOPE)).not.toContain('VALARM');
  });

  function atEight<T extends object>(shift: T): T {
    return { ...shift, span: { start: at('2027-02-04T20:00'), end: at('2027-02-05T06:00') } };
  }
});

describe('row 18: phone numbers', () => {
  it('stand behind a token when asked for', () => {
    expect(feed(personal(OLD))).toMatch(/0900 000 0/);
    expect(feed(UNIT_SCOPE)).toMatch(/0900 000 0/);
    expect(logicalLines(feed(UNIT_SCOPE, [VERSION_1], { phones: false })).join()).not.toMatch(/0900/);
  });

  it.each([UNIT_SCOPE, WATCH_SCOPE, LEADERS_SCOPE])('never leave an unguarded feed: %o', (scope) => {
    const open = { ...request(scope, [periodOf(VERSION_1)]), guarded: false };
    expect(logicalLines(renderFeed(open)).join()).not.toMatch(/0900/);
  });
});

describe('row 19: what the event says', () => {
  it('in Vietnamese, to the holder', () => {
    const event = readWithIcalJs(feed(personal(OLD))).find(({ uid }) => uid.endsWith(NIGHT_UID));
    expect(event?.title).toBe('Giám sát an toàn thông tin · Đêm 22–06');
    expect(event?.location).toBe('Trung tâm Công nghệ số Lam Giang');
    expect(event?.description.split('\n')).toEqual([
      'Thứ Năm 04/02/2027, 22–06 (8 giờ)',
      'Âm lịch: 28 tháng Chạp năm Bính Ngọ',
      'Vị trí: Giám sát an toàn thông tin. Trực tại chỗ.',
      'Theo dõi: Cổng dịch vụ công; Trục liên thông, kho dữ liệu',
      'Trực cùng: Hồ Thị Giang, 0900 000 020',
      'Bàn giao cho: Lương Thanh Hải, 0900 000 021; Lý Gia Hân, 0900 000 022 (lúc 06:00 thứ Sáu 05/02)',
      'Khi có sự cố, gọi lần lượt:',
      '1. Đầu mối ứng cứu tỉnh, 0900 000 090, gọi trước tiên',
      '2. Trực kỹ thuật nhà mạng, 0900 000 091, truc@nhamang.example',
      'Gọi người giám sát đang trực, rồi người ứng cứu, rồi lãnh đạo trực.',
    ]);
  });

  it('in English, to the unit, on the night of Giao thừa', () => {
    const event = readWithIcalJs(
      feed(UNIT_SCOPE, [VERSION_1], { language: 'en', phones: false, title: 'short' }),
    ).find(({ uid }) => uid.endsWith('response~night~2027-02-05~1'));
    expect(event?.title).toBe('Chu Thị Nga · Ứng cứu · Đêm');
    expect(event?.location).toBe('');
    expect(event?.description.split('\n')).toEqual([
      'Friday 05/02/2027, 18–06 (12 h)',
      'Lunar date: 29th of the 12th lunar month, year Bính Ngọ, Lunar New Year’s Eve',
      'Post: Ứng cứu sự cố, dự phòng. On standby, come when called.',
      'On duty: Chu Thị Nga',
      'Together with: Cao Bá Mạnh',
      'Hand over to: Kiều Minh Quân; La Văn Sơn (at 06:00 Saturday 06/02)',
      'Gọi người giám sát đang trực, rồi người ứng cứu, rồi lãnh đạo trực.',
    ]);
  });

  it('names the night of Giao thừa in full titles and nothing at all in discreet ones', () => {
    const uid = 'watch~night~2027-02-05~0';
    const title = (style: FeedOptions['title'], scope: FeedScope): string | undefined =>
      propertyOf(eventLines(feed(scope, [VERSION_1], { title: style }), uid), 'SUMMARY');
    expect(title('full', UNIT_SCOPE)).toBe(
      'Phan Đình Huy · Giám sát an toàn thông tin · Đêm 22–06 · Giao thừa',
    );
    expect(title('discreet', UNIT_SCOPE)).toBe('Phan Đình Huy · Trực');
    expect(title('discreet', personal('Phan Đình Huy'))).toBe('Trực');
  });
});
