/** Files of other tools as their APIs and feeds give them: people, posts, who stands which day, and what has no counterpart. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packSchedule, resumeSchedule } from '../../src/app/move-in/carry-schedule.ts';
import type { Day } from '../../src/calendar/day.ts';
import { startOfDay, VIETNAM } from '../../src/calendar/zone.ts';
import { hoursOf } from '../../src/input/on-call/duty-table.ts';
import { type OnCallQuestion, readOnCall } from '../../src/input/on-call/read-on-call.ts';

const [FROM, TO] = ['2027-02-04' as Day, '2027-02-12' as Day];
const WITHIN = { start: startOfDay(FROM, VIETNAM), end: startOfDay(TO, VIETNAM) };

const bytesOf = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'samples', name)));

function read(bytes: Uint8Array, staff: OnCallQuestion['staff'] = []) {
  const reading = readOnCall(bytes, { zone: VIETNAM, within: WITHIN, staff });
  if (!reading.ok) throw new Error(reading.key);
  const { moved } = reading;
  const cells = (book: typeof moved.unlisted) => book.sheets[0]?.rows.map((row) => row.cells) ?? [];
  const rows = cells(moved.duties.book)
    .slice(1)
    .map((each) => each.slice(0, 4).join(' | '));
  const posts = moved.posts.map(({ name, patterns }) => [
    name,
    ...patterns.map((each) => `${hoursOf(each)} ${each.weekdays.join('')}`),
  ]);
  return { moved, people: cells(moved.unlisted), posts, rows };
}

describe('Opsgenie', () => {
  it('is read with rotations, restrictions and an override', () => {
    const { moved, people, posts, rows } = read(bytesOf('opsgenie.json'));
    expect([moved.source, moved.name, moved.named, moved.overrides]).toEqual([
      'opsgenie',
      'Trực sự cố',
      4,
      1,
    ]);
    expect(people.map((cells) => cells.slice(0, 2))).toEqual([
      ['Họ và tên', 'Thư điện tử'],
      ['Lê An', 'an.le@lamgiang.example'],
      ['binh.tran', 'binh.tran@lamgiang.example'],
      ['chi.do', 'chi.do@lamgiang.example'],
      ['dung.vu', 'dung.vu@lamgiang.example'],
    ]);
    expect(posts).toEqual([
      ['Trực chính', '08:00 - 08:00 1234567'],
      ['Giờ hành chính', '08:00 - 17:00 1', '17:00 - 17:00 56', '17:00 - 08:00 7'],
    ]);
    // The fifth week from Monday 4 January is Bình's; the sixth begins on Monday 8 February, and its first day is taken over.
    expect(rows?.filter((each) => each.includes('Trực chính'))).toEqual([
      ...['04', '05', '06', '07'].map((day) => `${day}/02/2027 | Trực chính | 08:00 - 08:00 | binh.tran`),
      '08/02/2027 | Trực chính | 08:00 - 08:00 | dung.vu',
      ...['09', '10', '11'].map((day) => `${day}/02/2027 | Trực chính | 08:00 - 08:00 | chi.do`),
    ]);
    expect(moved.left).toEqual([{ what: 'no-person', name: 'Giờ hành chính: Hạ tầng' }]);
  });
});

describe('Grafana OnCall', () => {
  it('is read with turns by weeks, levels and an override', () => {
    const { moved, posts, rows } = read(bytesOf('grafana-oncall.json'));
    expect([moved.source, moved.name]).toEqual(['grafana-oncall', 'Trực mạng']);
    expect(posts).toEqual([
      ['Ngày thường', '07:00 - 19:00 12345'],
      ['Dự phòng', '07:00 - 07:00 1234567'],
    ]);
    expect(rows?.filter((each) => each.includes('Ngày thường'))).toEqual([
      '04/02/2027 | Ngày thường | 07:00 - 19:00 | an.le',
      '05/02/2027 | Ngày thường | 07:00 - 19:00 | an.le',
      '08/02/2027 | Ngày thường | 07:00 - 19:00 | binh.tran',
      '09/02/2027 | Ngày thường | 07:00 - 19:00 | binh.tran',
      '10/02/2027 | Ngày thường | 07:00 - 19:00 | chi.do',
      '11/02/2027 | Ngày thường | 07:00 - 19:00 | binh.tran',
    ]);
    expect(moved.overrides).toBe(1);
    expect(moved.left).toEqual([{ what: 'by-month', name: 'Đầu tháng' }]);
  });

  it('is taken from its final shifts where they were asked for', () => {
    const shift = {
      user_pk: 'UA',
      user_email: 'an.le@lamgiang.example',
      user_username: 'an.le',
      shift_start: '2027-02-05T00:00:00Z',
      shift_end: '2027-02-05T12:00:00Z',
    };
    const { rows, people } = read(new TextEncoder().encode(JSON.stringify({ results: [shift] })));
    expect(rows).toEqual(['05/02/2027 | Grafana OnCall | 07:00 - 19:00 | an.le']);
    expect(people.slice(1)).toEqual([['an.le', 'an.le@lamgiang.example', '']]);
  });
});

describe('GoAlert', () => {
  it('is read with rules, a rotation from its next handoff, and overrides', () => {
    const { moved, people, posts, rows } = read(bytesOf('goalert.json'));
    expect([moved.source, moved.name]).toEqual(['goalert', 'Trực hệ thống']);
    expect(posts).toEqual([
      ['Đêm', '19:00 - 07:00 1234567'],
      ['Dũng', '07:00 - 19:00 12345'],
    ]);
    // From 19:00 on 5 February it is the third's; Bình's night of the 7th is Dũng's, An's of the 9th nobody's.
    expect(rows?.filter((each) => each.includes('Đêm'))).toEqual([
      '05/02/2027 | Đêm | 19:00 - 07:00 | Đỗ Chi',
      '06/02/2027 | Đêm | 19:00 - 07:00 | Lê An',
      '07/02/2027 | Đêm | 19:00 - 07:00 | Vũ Dũng',
      '08/02/2027 | Đêm | 19:00 - 07:00 | Đỗ Chi',
      '10/02/2027 | Đêm | 19:00 - 07:00 | Trần Bình',
      '11/02/2027 | Đêm | 19:00 - 07:00 | Đỗ Chi',
    ]);
    expect(people).toContainEqual(['Lê An', 'an.le@lamgiang.example', '+84901000001']);
    expect(moved.left).toEqual([
      { what: 'from-next-handoff', name: 'Đêm' },
      { what: 'rotation-missing', name: 'Không có' },
    ]);
  });
});

describe('a feed', () => {
  it('is read with the person of each event, recurring and moved ones too', () => {
    const { rows, posts } = read(bytesOf('feed.ics'));
    expect(posts).toEqual([['On-call', '08:00 - 08:00 1234567']]);
    expect(rows).toEqual([
      '04/02/2027 | On-call | 08:00 - 08:00 | Lê An',
      '05/02/2027 | On-call | 08:00 - 08:00 | Trần Bình',
      '08/02/2027 | On-call | 08:00 - 08:00 | Đỗ Chi',
      '09/02/2027 | On-call | 08:00 - 08:00 | Trần Bình',
    ]);
  });
});

describe('people', () => {
  it('go by the name they have here, and are strangers no more', () => {
    const staff = [{ name: 'Lê Thị An', email: 'AN.LE@lamgiang.example', phone: '0901' }];
    const { people, rows } = read(bytesOf('goalert.json'), staff);
    expect(people.flat()).not.toContain('Lê An');
    expect(rows).toContain('06/02/2027 | Đêm | 19:00 - 07:00 | Lê Thị An');
  });
});

describe('what is no schedule', () => {
  const key = (text: string): string => {
    const reading = readOnCall(new TextEncoder().encode(text), { zone: VIETNAM, within: WITHIN, staff: [] });
    return reading.ok ? 'read' : reading.key;
  };

  it.each([
    ['', 'move-in.refused.unknown'],
    ['{"a":', 'move-in.refused.unknown'],
    ['{"name":"x","timezone":"UTC","rotations":[]}', 'move-in.refused.empty'],
    ['[1,2,3]', 'move-in.refused.unknown'],
    ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT', 'move-in.refused.unknown'],
    ['BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR', 'move-in.refused.empty'],
    [`${'['.repeat(50)}${']'.repeat(50)}`, 'move-in.refused.too-much'],
  ])('is refused: %s', (text, expected) => {
    expect(key(text)).toBe(expected);
  });

  it('is bounded in posts and duties, and says what is left out', () => {
    const rotation = {
      startDate: '2027-01-01T00:00:00Z',
      type: 'hourly',
      length: 1,
      participants: [{ type: 'user', username: 'a' }],
    };
    const many = { name: 'x', timezone: 'UTC', rotations: Array.from({ length: 61 }, () => rotation) };
    const { moved } = read(new TextEncoder().encode(JSON.stringify(many)));
    expect([moved.posts.length, moved.duties.duties, moved.duties.all]).toEqual([60, 5_000, 60 * 8 * 24]);
    expect(moved.left.map(({ what, name }) => [what, name])).toEqual([
      ['more-layers', '1'],
      ['more-duties', '6520'],
    ]);
    expect(resumeSchedule(packSchedule(moved))).toEqual(moved);
  });

  it('is refused in bounded time, however often it says so', () => {
    const rotation = {
      name: 'x',
      startDate: '1970-01-01T00:00:00Z',
      type: 'hourly',
      length: 1,
      participants: [{ type: 'user', username: 'a@b.example' }],
    };
    const many = { name: 'x', timezone: 'UTC', rotations: Array.from({ length: 201 }, () => rotation) };
    expect(key(JSON.stringify(many))).toBe('move-in.refused.unknown');
  });
});
