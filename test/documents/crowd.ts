/** A made-up unit of any number of people, with names as long as wished: what layouts must bear. */

import { addDays, type Day, dayFrom, eachDay } from '../../src/calendar/day.ts';
import { plusMinutes } from '../../src/calendar/interval.ts';
import { namedDayOfShift } from '../../src/calendar/named-days.ts';
import { type ClockTime, instantAt, VIETNAM } from '../../src/calendar/zone.ts';
import { isNight, nightMinutesOf } from '../../src/domain/demand.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { Roster } from '../../src/domain/roster.ts';
import { type Shift, shiftId } from '../../src/domain/shift.ts';
import { BLANK_MEMBER } from '../../src/domain/staff.ts';
import type { Post } from '../../src/domain/unit.ts';
import { compareNames } from '../../src/kernel/names.ts';

export interface Crowd {
  readonly people: number;
  readonly days: number;
  readonly posts: number;
  /** How many stand each shift. */
  readonly cover: number;
  readonly nameOf?: (index: number) => string;
}

const FAMILIES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Huỳnh',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Ngô',
  'Dương',
];
const MIDDLES = ['Thị', 'Văn', 'Hữu', 'Đức', 'Ngọc', 'Quốc', 'Thanh', 'Minh', 'Bích', 'Trọng'];
const GIVENS = [
  'Ẩn',
  'Ế',
  'Ổn',
  'Nghĩa',
  'Thưởng',
  'Phượng',
  'Quỳnh',
  'Hường',
  'Khuê',
  'Trưởng',
  'Yến',
  'Giang',
];

export function usualName(index: number): string {
  const of = (words: readonly string[], step: number): string =>
    words[Math.floor(index / step) % words.length] ?? '';
  return `${of(FAMILIES, 1)} ${of(MIDDLES, 5)} ${of(GIVENS, 7)} ${index + 1}`;
}

/** 40 letters and spaces, and a number to tell people apart. */
export function longName(index: number): string {
  return `Công Tằng Tôn Nữ Nguyễn Phước Hoàng Trân${index + 1}`;
}

const PATTERNS: Post['patterns'] = [
  { id: 'sang', label: 'Sáng', rrule: 'FREQ=DAILY', start: '06:00' as ClockTime, durationMinutes: 480 },
  { id: 'chieu', label: 'Chiều', rrule: 'FREQ=DAILY', start: '14:00' as ClockTime, durationMinutes: 480 },
  { id: 'dem', label: 'Đêm', rrule: 'FREQ=DAILY', start: '22:00' as ClockTime, durationMinutes: 480 },
];

const FIRST_DAY = dayFrom(2027, 2, 4);

export function crowdPlan({ people, days, posts, cover, nameOf = usualName }: Crowd): Plan {
  const allPosts = Array.from({ length: posts }, (_, i) => postOf(i, cover));
  const span = {
    start: instantAt(FIRST_DAY, '06:00' as ClockTime, VIETNAM),
    end: instantAt(addDays(FIRST_DAY, days), '06:00' as ClockTime, VIETNAM),
  };
  const allDays = eachDay(FIRST_DAY, addDays(FIRST_DAY, days));
  return {
    unit: { id: 'don-vi', name: 'Trung tâm Vận hành', place: 'Hà Nội', zone: VIETNAM },
    period: { id: 'tet-2027', name: 'Tết Đinh Mùi 2027', span, holidays: [] },
    staff: Array.from({ length: people }, (_, i) => memberOf(i, nameOf(i))).sort((a, b) =>
      compareNames(a.name, b.name),
    ),
    posts: allPosts,
    days: allDays,
    shifts: allDays.flatMap((day) => allPosts.flatMap((post) => shiftsOf(post, day))),
    breaks: [],
    leave: [],
    wishes: [],
    ruleSet: {
      profile: 'fixture',
      rules: [],
      points: { base: { 'on-site': 2, standby: 1 }, night: 1, restDay: 1, namedDays: {} },
    },
    ledger: [],
    pins: [],
    fixed: [],
  };
}

/** Everyone in turn, so that all stand on paper. */
export function turnRoster(plan: Plan): Roster {
  let turn = 0;
  return {
    periodId: plan.period.id,
    assignments: plan.shifts.flatMap(({ id, cover }) =>
      Array.from({ length: cover.target }, (_, place) => ({
        shiftId: id,
        place,
        staffId: plan.staff[turn++ % plan.staff.length]?.id ?? '',
      })),
    ),
  };
}

function postOf(index: number, cover: number): Post {
  return {
    id: `p${index}`,
    name: `Giám sát hệ thống ${index + 1}`,
    shortName: `Hệ thống ${index + 1}`,
    tier: 'watch',
    presence: 'on-site',
    skills: [],
    cover: { minimum: cover, target: cover },
    systems: [],
    contacts: [],
    patterns: PATTERNS,
  };
}

function memberOf(index: number, name: string): Plan['staff'][number] {
  return {
    ...BLANK_MEMBER,
    id: `nv${index}`,
    name,
    title: 'Kỹ sư',
    department: 'Phòng Vận hành',
    phone: `0900 ${String(index).padStart(6, '0').slice(0, 3)} ${String(index).padStart(6, '0').slice(3)}`,
  };
}

function shiftsOf(post: Post, day: Day): Shift[] {
  return post.patterns.map(({ id, label, start, durationMinutes }) => {
    const begin = instantAt(day, start, VIETNAM);
    const span = { start: begin, end: plusMinutes(begin, durationMinutes) };
    const namedDay = namedDayOfShift(span, VIETNAM);
    return {
      id: shiftId(post.id, id, day),
      postId: post.id,
      patternId: id,
      label,
      day,
      span,
      minutes: durationMinutes,
      nightMinutes: nightMinutesOf(span, VIETNAM),
      night: isNight(span, VIETNAM),
      cover: post.cover,
      points: 2,
      ...(namedDay ? { namedDay } : {}),
    };
  });
}
