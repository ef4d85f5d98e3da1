/** A small published roster to feed and print: 7 days of Tết 2027, three posts, invented people. */

import { addDays, type Day, dayFrom, eachDay } from '../../src/calendar/day.ts';
import { type Instant, plusMinutes } from '../../src/calendar/interval.ts';
import { namedDayOfShift } from '../../src/calendar/named-days.ts';
import { type ClockTime, instantAt, parseInstant, VIETNAM } from '../../src/calendar/zone.ts';
import { DEFAULT_FEED_OPTIONS, type FeedOptions, type FeedScope } from '../../src/domain/feed.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { Assignment, Roster } from '../../src/domain/roster.ts';
import { seatHistory } from '../../src/domain/seat-history.ts';
import { type Shift, shiftId } from '../../src/domain/shift.ts';
import { BLANK_MEMBER, type StaffMember } from '../../src/domain/staff.ts';
import type { Post } from '../../src/domain/unit.ts';
import type { RosterVersion } from '../../src/domain/version.ts';
import { compareNames } from '../../src/kernel/names.ts';
import type { FeedPeriod, FeedRequest } from '../../src/output/feed-request.ts';

export const FIRST_DAY = dayFrom(2027, 2, 4);
export const PERIOD = 'tet-2027';

export function at(text: string): Instant {
  const instant = parseInstant(text, VIETNAM);
  if (instant === undefined) throw new Error(`not an instant: ${text}`);
  return instant;
}

function post(id: string, name: string, facts: Partial<Post>): Post {
  return {
    id,
    name,
    shortName: name,
    tier: 'watch',
    presence: 'on-site',
    skills: [],
    cover: { minimum: 2, target: 2 },
    systems: [],
    contacts: [],
    patterns: [],
    ...facts,
  };
}

function pattern(id: string, label: string, start: string, hours: number): Post['patterns'][number] {
  return { id, label, rrule: 'FREQ=DAILY', start: start as ClockTime, durationMinutes: hours * 60 };
}

export const POSTS: readonly Post[] = [
  post('leader', 'Trực lãnh đạo', {
    tier: 'leader',
    cover: { minimum: 1, target: 1 },
    patterns: [pattern('day', '', '07:00', 24)],
  }),
  post('watch', 'Giám sát an toàn thông tin', {
    shortName: 'Giám sát ATTT',
    systems: ['Cổng dịch vụ công', 'Trục liên thông, kho dữ liệu'],
    contacts: [
      { name: 'Đầu mối ứng cứu tỉnh', phone: '0900 000 090', note: 'gọi trước tiên' },
      { name: 'Trực kỹ thuật nhà mạng', phone: '0900 000 091', email: 'truc@nhamang.example' },
    ],
    patterns: [
      pattern('morning', 'Sáng', '06:00', 8),
      pattern('afternoon', 'Chiều', '14:00', 8),
      pattern('night', 'Đêm', '22:00', 8),
    ],
  }),
  post('response', 'Ứng cứu sự cố, dự phòng', {
    shortName: 'Ứng cứu',
    tier: 'response',
    presence: 'standby',
    patterns: [pattern('day', 'Ngày', '06:00', 12), pattern('night', 'Đêm', '18:00', 12)],
  }),
];

const NAMES = [
  ...['Nguyễn Hữu Khánh', 'Trần Thị Bích Hà', 'Phạm Văn Thuận', 'Lê Quang Duy'],
  ...['Bùi Đức Anh', 'Đặng Thu Cúc', 'Đinh Văn Cường', 'Đỗ Hải Đăng', 'Hoàng Minh Đức', 'Hồ Thị Giang'],
  ...['Lương Thanh Hải', 'Lý Gia Hân', 'Mai Xuân Hiếu', 'Ngô Thị Hoa', 'Phan Đình Huy', 'Tạ Quốc Hưng'],
  ...['Cao Bá Mạnh', 'Chu Thị Nga', 'Kiều Minh Quân', 'La Văn Sơn', 'Nông Thị Thảo', 'Vũ Tiến Long'],
];

export function member(id: string, name: string, phone: string): StaffMember {
  return {
    ...BLANK_MEMBER,
    id,
    name,
    title: 'Chuyên viên',
    department: 'Phòng Giám sát',
    phone,
  };
}

export const STAFF: readonly StaffMember[] = NAMES.map((name, i) =>
  member(`nv${String(i + 1).padStart(2, '0')}`, name, `0900 000 0${i + 11}`),
).sort((a, b) => compareNames(a.name, b.name));

/** The first four lead, the next twelve watch, the last six respond. */
const TEAMS: Readonly<Record<string, readonly string[]>> = {
  leader: idsOf(0, 4),
  watch: idsOf(4, 16),
  response: idsOf(16, 22),
};

function idsOf(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, i) => `nv${String(from + i + 1).padStart(2, '0')}`);
}

export function idOf(name: string): string {
  const found = STAFF.find((staff) => staff.name === name);
  if (!found) throw new Error(`no such person: ${name}`);
  return found.id;
}

function shiftOf(
  owner: Post,
  { id, label, start, durationMinutes }: Post['patterns'][number],
  day: Day,
): Shift {
  const begin = instantAt(day, start, VIETNAM);
  const span = { start: begin, end: plusMinutes(begin, durationMinutes) };
  const namedDay = namedDayOfShift(span, VIETNAM);
  return {
    id: shiftId(owner.id, id, day),
    postId: owner.id,
    patternId: id,
    label,
    day,
    span,
    minutes: durationMinutes,
    nightMinutes: id === 'night' ? 480 : 0,
    night: id === 'night',
    cover: owner.cover,
    points: 1,
    ...(namedDay ? { namedDay } : {}),
  };
}

export function samplePlan(dayCount = 7, facts: Partial<Pick<Plan, 'posts' | 'staff' | 'unit'>> = {}): Plan {
  const posts = facts.posts ?? POSTS;
  const days = eachDay(FIRST_DAY, addDays(FIRST_DAY, dayCount));
  const shifts = days
    .flatMap((day) => posts.flatMap((owner) => owner.patterns.map((p) => shiftOf(owner, p, day))))
    .sort((a, b) => a.span.start - b.span.start);
  return {
    unit: {
      id: 'lam-giang',
      name: 'Trung tâm Công nghệ số Lam Giang',
      place: 'Lam Giang',
      zone: VIETNAM,
      callNote: 'Gọi người giám sát đang trực, rồi người ứng cứu, rồi lãnh đạo trực.',
    },
    period: {
      id: PERIOD,
      name: 'Tết Đinh Mùi 2027',
      span: { start: at(`${FIRST_DAY}T06:00`), end: at(`${addDays(FIRST_DAY, dayCount)}T06:00`) },
      holidays: ['tet'],
    },
    staff: STAFF,
    posts,
    days,
    shifts,
    breaks: [],
    leave: [],
    wishes: [],
    ruleSet: {
      profile: 'duty',
      rules: [],
      points: { base: { 'on-site': 2, standby: 1 }, night: 1, restDay: 1, namedDays: {} },
    },
    ledger: [],
    pins: [],
    fixed: [],
    ...facts,
  };
}

/** Fills every seat in turn from the post's team. */
export function sampleRoster(plan: Plan): Roster {
  const turn = new Map<string, number>();
  const assignments = plan.shifts.flatMap((shift): Assignment[] =>
    Array.from({ length: shift.cover.target }, (_, place) => {
      const team = TEAMS[shift.postId] ?? [];
      const next = turn.get(shift.postId) ?? 0;
      turn.set(shift.postId, next + 1);
      return { shiftId: shift.id, place, staffId: team[next % team.length] ?? '' };
    }),
  );
  return { periodId: plan.period.id, assignments };
}

/** The roster with one seat given to someone else, or left empty. */
export function reseated(roster: Roster, shift: string, place: number, staffId?: string): Roster {
  return {
    ...roster,
    assignments: roster.assignments.flatMap((seat) => {
      if (seat.shiftId !== shift || seat.place !== place) return [seat];
      return staffId ? [{ ...seat, staffId }] : [];
    }),
  };
}

export function version(number: number, publishedAt: string, plan: Plan, roster: Roster): RosterVersion {
  return { periodId: plan.period.id, number, publishedAt: at(publishedAt), note: '', plan, roster };
}

export const PLAN = samplePlan();
export const ROSTER = sampleRoster(PLAN);
export const VERSION_1 = version(1, '2027-01-25T09:00', PLAN, ROSTER);

export function periodOf(...versions: readonly RosterVersion[]): FeedPeriod {
  const latest = versions.at(-1);
  if (!latest) throw new Error('a period needs a version');
  return { latest, beside: [], seats: seatHistory(versions) };
}

export const UNIT_SCOPE: FeedScope = { kind: 'unit' };

export function personal(name: string): FeedScope {
  return { kind: 'personal', staffId: idOf(name) };
}

export function request(
  scope: FeedScope,
  periods: readonly FeedPeriod[],
  options: Partial<FeedOptions> = {},
): FeedRequest {
  return {
    scope,
    subject: PLAN.unit.name,
    periods,
    options: { ...DEFAULT_FEED_OPTIONS, ...options },
    guarded: true,
    readAt: at('2027-02-03T12:00'),
  };
}
