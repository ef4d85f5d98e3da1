/** Small made-up published versions for the web tests: the Tết roster of the design pictures, and a wide, long one. */

import { addDays, type Day, dayFrom, eachDay } from '../../../src/calendar/day.ts';
import type { HolidayBreak } from '../../../src/calendar/holidays.ts';
import { type Instant, plusMinutes } from '../../../src/calendar/interval.ts';
import { type NamedDay, namedDayOfShift } from '../../../src/calendar/named-days.ts';
import { type ClockTime, instantAt, startOfDay, VIETNAM } from '../../../src/calendar/zone.ts';
import { constraintOf } from '../../../src/constraints/catalogue.ts';
import type { LedgerEntry } from '../../../src/domain/ledger.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import type { Assignment } from '../../../src/domain/roster.ts';
import type { Rule } from '../../../src/domain/rule-set.ts';
import { type Shift, shiftId } from '../../../src/domain/shift.ts';
import { BLANK_MEMBER, type StaffMember } from '../../../src/domain/staff.ts';
import type { Post, ShiftPattern, Tier } from '../../../src/domain/unit.ts';
import type { RosterVersion } from '../../../src/domain/version.ts';
import { compareNames } from '../../../src/kernel/names.ts';

const LEADERS = ['Lê Quang Duy', 'Trần Thị Bích Hà', 'Nguyễn Hữu Khánh', 'Phạm Văn Thuận'];
const WATCH = [
  'Bùi Đức Anh',
  'Đặng Thu Cúc',
  'Đinh Văn Cường',
  'Đỗ Hải Đăng',
  'Hoàng Minh Đức',
  'Hồ Thị Giang',
  'Lương Thanh Hải',
  'Lý Gia Hân',
  'Mai Xuân Hiếu',
  'Ngô Thị Hoa',
  'Phan Đình Huy',
  'Tạ Quốc Hưng',
  'Trịnh Ngọc Lan',
  'Võ Hoài Linh',
];
const RESPONSE = [
  'Vũ Tiến Long',
  'Cao Bá Mạnh',
  'Chu Thị Nga',
  'Dương Trọng Nghĩa',
  'Đoàn Yến Nhi',
  'Hà Công Phúc',
  'Kiều Minh Quân',
  'La Văn Sơn',
  'Nông Thị Thảo',
  'Tô Anh Tuấn',
];

function member(name: string, number: number, skill: string): StaffMember {
  return {
    ...BLANK_MEMBER,
    id: `p${number}`,
    name,
    phone: `0900 000 ${String(number).padStart(3, '0')}`,
    skills: [skill],
  };
}

function pattern(id: string, label: string, start: string, hours: number): ShiftPattern {
  return { id, label, rrule: 'FREQ=DAILY', start: start as ClockTime, durationMinutes: hours * 60 };
}

function post(id: string, names: readonly [string, string], tier: Tier, patterns: ShiftPattern[]): Post {
  return {
    id,
    name: names[0],
    shortName: names[1],
    tier,
    presence: tier === 'response' ? 'standby' : 'on-site',
    skills: [id],
    cover: tier === 'leader' ? { minimum: 1, target: 1 } : { minimum: 2, target: 2 },
    systems: [],
    contacts: [],
    patterns,
  };
}

const THREE_SHIFTS = [
  pattern('morning', 'Sáng', '06:00', 8),
  pattern('afternoon', 'Chiều', '14:00', 8),
  pattern('night', 'Đêm', '22:00', 8),
];
const TWO_SHIFTS = [pattern('day', 'Ngày', '06:00', 12), pattern('night', 'Đêm', '18:00', 12)];

const POINTS: Readonly<Partial<Record<NamedDay, number>>> = {
  'giao-thua': 8,
  'mung-1': 4,
  'mung-2': 3,
  'mung-3': 2,
};

function shiftOf(post: Post, { id, label, start, durationMinutes }: ShiftPattern, day: Day): Shift {
  const from = instantAt(day, start, VIETNAM);
  const span = { start: from, end: plusMinutes(from, durationMinutes) };
  const night = id === 'night';
  const namedDay = namedDayOfShift(span, VIETNAM);
  return {
    id: shiftId(post.id, id, day),
    postId: post.id,
    patternId: id,
    label,
    day,
    span,
    minutes: durationMinutes,
    nightMinutes: night || durationMinutes === 1440 ? 480 : 0,
    night,
    cover: post.cover,
    ...(namedDay && { namedDay }),
    points: 2 + (night ? 1 : 0) + ((namedDay && POINTS[namedDay]) ?? 0),
  };
}

function shiftsOf(posts: readonly Post[], days: readonly Day[]): Shift[] {
  return days
    .flatMap((day) => posts.flatMap((post) => post.patterns.map((pattern) => shiftOf(post, pattern, day))))
    .sort((a, b) => a.span.start - b.span.start);
}

export const TET_BREAK: HolidayBreak = {
  key: '2027-tet',
  year: 2027,
  kind: 'tet',
  title: 'Tết Đinh Mùi',
  from: dayFrom(2027, 2, 4),
  to: dayFrom(2027, 2, 11),
  swaps: [],
  holidays: eachDay(dayFrom(2027, 2, 4), dayFrom(2027, 2, 9)),
  status: 'proposal',
  source: 'báo cáo thứ nhất',
  alternatives: [
    { from: dayFrom(2027, 2, 5), to: dayFrom(2027, 2, 15), swaps: [], source: 'báo cáo thứ hai' },
  ],
};

const RULES: readonly Rule[] = ['cover-minimum', 'no-overlap', 'minimum-rest'].map((code) => {
  const { strength, params } = constraintOf(code).defaults;
  return { id: code, constraint: code, strength, params: params as Rule['params'] };
});

interface PlanParts {
  readonly id: string;
  readonly name: string;
  readonly staff: readonly StaffMember[];
  readonly posts: readonly Post[];
  readonly days: readonly Day[];
  readonly breaks: readonly HolidayBreak[];
  readonly ledger?: readonly LedgerEntry[];
}

function planOf({ id, name, staff, posts, days, breaks, ledger = [] }: PlanParts): Plan {
  const first = days[0] ?? dayFrom(2027, 2, 4);
  return {
    unit: {
      id: 'lam-giang',
      name: 'Trung tâm Công nghệ số Lam Giang',
      zone: VIETNAM,
      callNote: 'Gọi người giám sát đang trực, rồi người ứng cứu, rồi lãnh đạo trực.',
    },
    period: {
      id,
      name,
      span: { start: startOfDay(first, VIETNAM), end: startOfDay(addDays(first, days.length), VIETNAM) },
      holidays: breaks.map((each) => each.key),
    },
    staff: [...staff].sort((a, b) => compareNames(a.name, b.name)),
    posts,
    days,
    shifts: shiftsOf(posts, days),
    breaks,
    leave: [],
    wishes: [],
    ruleSet: {
      profile: 'test',
      rules: RULES,
      points: { base: { 'on-site': 2, standby: 1 }, night: 1, restDay: 0, namedDays: POINTS },
    },
    ledger,
    pins: [],
    fixed: [],
  };
}

/** Everyone in turn, team by team: legal enough to look at, not solved. */
function inTurn(plan: Plan): Assignment[] {
  const next = new Map<string, number>();
  return plan.shifts.flatMap((shift) => {
    const team = plan.staff.filter((each) => each.skills.includes(shift.postId));
    return Array.from({ length: shift.cover.minimum }, (_, place) => {
      const turn = next.get(shift.postId) ?? 0;
      next.set(shift.postId, turn + 1);
      return { shiftId: shift.id, place, staffId: team[turn % team.length]?.id ?? '' };
    });
  });
}

/** The province's Tết: 28 people, 7 days, 77 seats; the second watch seat of mùng 3's night stands empty. */
export function tetVersion(changes: Partial<RosterVersion> = {}): RosterVersion {
  const staff = [
    ...LEADERS.map((name, i) => member(name, 11 + i, 'leader')),
    ...WATCH.map((name, i) => member(name, 15 + i, 'watch')),
    ...RESPONSE.map((name, i) => member(name, 29 + i, 'response')),
  ];
  const plan = planOf({
    id: 'tet-2027',
    name: 'Tết Đinh Mùi 2027',
    staff,
    posts: [
      post('leader', ['Trực lãnh đạo', 'Trực lãnh đạo'], 'leader', [pattern('all', 'Cả ngày', '07:00', 24)]),
      post('watch', ['Giám sát an toàn thông tin', 'Giám sát ATTT'], 'watch', THREE_SHIFTS),
      post('response', ['Ứng cứu sự cố, dự phòng', 'Ứng cứu sự cố'], 'response', TWO_SHIFTS),
    ],
    days: eachDay(TET_BREAK.from, TET_BREAK.to),
    breaks: [TET_BREAK],
    ledger: staff.map(({ id }, i) => ({
      staffId: id,
      year: 2026,
      kind: 'points',
      amount: 5 + ((i * 7) % 13),
    })),
  });
  const empty = shiftId('watch', 'night', dayFrom(2027, 2, 8));
  const assignments = inTurn(plan).filter((each) => each.shiftId !== empty || each.place !== 1);
  const pinned = assignments.filter(({ shiftId }) => shiftId.startsWith('leader/')).slice(0, 3);
  return {
    periodId: 'tet-2027',
    number: 1,
    publishedAt: instantAt(dayFrom(2027, 1, 25), '09:00' as ClockTime, VIETNAM),
    note: '',
    plan: { ...plan, pins: pinned.map(({ shiftId, staffId }) => ({ shiftId, staffId })) },
    roster: { periodId: 'tet-2027', assignments },
    certificate: {
      score: { hard: 0, cover: 1, soft: 61200 },
      bound: { hard: 0, cover: 1, soft: 61170 },
      proven: false,
      seed: 20270206,
    },
    ...changes,
  };
}

const SYSTEMS = ['Trục liên thông', 'Cổng dịch vụ công', 'Thư điện tử', 'Trung tâm dữ liệu', 'Giám sát ATTT'];

/** A national unit: 120 people, 8 posts, 14 days. */
export function nationalVersion(): RosterVersion {
  const posts = [
    post('leader', ['Trực lãnh đạo', 'Trực lãnh đạo'], 'leader', [pattern('all', 'Cả ngày', '07:00', 24)]),
    ...SYSTEMS.map((name, i) => post(`watch-${i}`, [name, name], 'watch', THREE_SHIFTS)),
    post('response', ['Ứng cứu sự cố, dự phòng', 'Ứng cứu sự cố'], 'response', TWO_SHIFTS),
    post('premises', ['Trực cơ quan', 'Trực cơ quan'], 'premises', TWO_SHIFTS),
  ];
  const names = [...LEADERS, ...WATCH, ...RESPONSE];
  const staff = Array.from({ length: 120 }, (_, i) => {
    const family = (names[i % 28] ?? '').split(' ')[0];
    const given = (names[(i * 5 + Math.floor(i / 28)) % 28] ?? '').split(' ').slice(1).join(' ');
    return member(`${family} ${given}`, 100 + i, posts[i % posts.length]?.id ?? '');
  });
  const days = eachDay(dayFrom(2027, 2, 1), dayFrom(2027, 2, 15));
  const plan = planOf({ id: 'national', name: 'Tết Đinh Mùi 2027', staff, posts, days, breaks: [TET_BREAK] });
  return {
    periodId: 'national',
    number: 1,
    publishedAt: instantAt(dayFrom(2027, 1, 25), '09:00' as ClockTime, VIETNAM),
    note: '',
    plan,
    roster: { periodId: 'national', assignments: inTurn(plan) },
  };
}

/** The moment of the design's pictures. */
export function momentOf(day: Day, clock: string): Instant {
  return instantAt(day, clock as ClockTime, VIETNAM);
}
