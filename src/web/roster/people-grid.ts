/** The roster as people × days: a code for every shift stood, leave, and what it adds up to. */

import type { Day } from '../../calendar/day.ts';
import { isHoliday } from '../../calendar/holidays.ts';
import { dayOf, startOfDay } from '../../calendar/zone.ts';
import type { Plan } from '../../domain/plan.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import type { Shift } from '../../domain/shift.ts';
import type { Post, ShiftPattern } from '../../domain/unit.ts';
import { formatClockRange } from '../../i18n/format.ts';
import { formatNumber, type Language } from '../../i18n/translate.ts';
import { type DayHead, dayHead } from './day-head.ts';
import { type Burden, teamsOf } from './fairness.ts';
import { coverOf, type Rostered, seatsOf } from './seats.ts';

interface Code {
  readonly code: string;
  readonly night: boolean;
  /** What the code stands for. */
  readonly words: string;
}

/** A shift someone stands; `href` leads to its seat, and is empty where nothing is edited. */
interface StoodCode extends Code {
  readonly href: string;
}

/** Where the seat of a person on a shift is edited. */
export type SeatHref = (shiftId: string, staffId: string) => string;

export interface PeopleGrid {
  readonly days: readonly DayHead[];
  readonly teams: readonly {
    readonly name: string;
    readonly size: number;
    readonly people: readonly {
      readonly name: string;
      readonly error: boolean;
      readonly cells: readonly {
        readonly named: boolean;
        readonly leave: boolean;
        readonly codes: readonly StoodCode[];
      }[];
      /** In the order of the heads: shifts, hours, night hours, holiday hours, points now, before, together. */
      readonly totals: readonly string[];
    }[];
  }[];
  readonly cover: readonly { readonly words: string; readonly short: boolean; readonly named: boolean }[];
  readonly key: readonly (Code & { readonly hours: string })[];
  readonly span: number;
}

export const TOTAL_HEADS = [
  'web.people.shifts',
  'web.people.hours',
  'web.people.night-hours',
  'web.people.holiday-hours',
  'web.people.points-now',
  'web.people.points-before',
  'web.people.points',
] as const;

export function peopleGrid(
  language: Language,
  version: Rostered,
  { faulty, seatHref = () => '' }: { readonly faulty: ReadonlySet<string>; readonly seatHref?: SeatHref },
): PeopleGrid {
  const { plan, roster } = version;
  const index = new RosterIndex(plan, roster);
  const codes = codesOf(language, plan);
  const heads = plan.days.map((day) => dayHead(language, day));
  const seats = seatsOf(plan, roster);
  const codeOf = (shift: Shift, staffId: string): StoodCode[] => {
    const found = codes.get(patternKey(shift.postId, shift.patternId));
    return found ? [{ ...found, href: seatHref(shift.id, staffId) }] : [];
  };
  return {
    days: heads,
    teams: teamsOf(version).map(({ post, burdens }) => ({
      name: post.shortName,
      size: burdens.length,
      people: burdens.map((burden) => {
        const { member } = burden;
        const shifts = index.shiftsOf(member.id);
        return {
          name: member.name,
          error: faulty.has(member.id),
          cells: plan.days.map((day, i) => ({
            named: heads[i]?.named !== '',
            leave: isOnLeave(plan, member.id, day),
            codes: shifts.filter((shift) => shift.day === day).flatMap((shift) => codeOf(shift, member.id)),
          })),
          totals: totalsOf(language, plan, burden, shifts),
        };
      }),
    })),
    cover: plan.days.map((day, i) => {
      const { filled, needed } = coverOf(
        plan.shifts.filter((shift) => shift.day === day),
        seats,
      );
      return { words: `${filled}/${needed}`, short: filled < needed, named: heads[i]?.named !== '' };
    }),
    key: [...codes.values()],
    span: plan.days.length + TOTAL_HEADS.length + 1,
  };
}

/** Leave that takes any part of the civil day. */
function isOnLeave({ leave, unit }: Plan, staffId: string, day: Day): boolean {
  const start = startOfDay(day, unit.zone);
  return leave.some(
    ({ staffId: who, span }) => who === staffId && span.end > start && dayOf(span.start, unit.zone) <= day,
  );
}

function totalsOf(language: Language, plan: Plan, burden: Burden, shifts: readonly Shift[]): string[] {
  const hours = (minutes: number): string =>
    minutes === 0 ? '–' : formatNumber(language, round(minutes / 60));
  const sum = (amount: (shift: Shift) => number): number =>
    shifts.reduce((total, each) => total + amount(each), 0);
  const points = (value: number): string => formatNumber(language, round(value));
  return [
    String(shifts.length),
    hours(sum(({ minutes }) => minutes)),
    hours(sum(({ nightMinutes }) => nightMinutes)),
    hours(sum((shift) => (isHoliday(shift.day, plan.breaks) ? shift.minutes : 0))),
    points(burden.now),
    points(burden.before),
    points(burden.total),
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function patternKey(postId: string, patternId: string): string {
  return `${postId} ${patternId}`;
}

/** A code a pattern: initials of its label, of its post when another has them, numbered as a last resort. */
function codesOf(language: Language, plan: Plan): Map<string, Code & { readonly hours: string }> {
  const codes = new Map<string, Code & { readonly hours: string }>();
  const taken = new Set<string>();
  for (const post of plan.posts) {
    for (const pattern of post.patterns) {
      const code = freeCode(post, pattern, taken);
      taken.add(code);
      const shift = plan.shifts.find((each) => each.postId === post.id && each.patternId === pattern.id);
      const hours = shift ? formatClockRange(language, shift.span, plan.unit.zone) : pattern.start;
      const night = shift?.night === true;
      const words = `${post.shortName}, ${pattern.label} ${hours}`;
      codes.set(patternKey(post.id, pattern.id), { code, night, hours, words });
    }
  }
  return codes;
}

function freeCode(post: Post, pattern: ShiftPattern, taken: ReadonlySet<string>): string {
  const own = post.patterns.length === 1 ? initials(post.shortName).slice(-2) : initials(pattern.label);
  const candidates = [
    own,
    `${initials(post.shortName).slice(0, 1)}${own}`,
    `${initials(post.shortName)}${own}`,
  ];
  const free = candidates.find((code) => code !== '' && !taken.has(code));
  return free ?? `${own}${taken.size + 1}`;
}

/** `Đ` of Đêm, `LĐ` of lãnh đạo. */
function initials(text: string): string {
  return text
    .split(/[\s,]+/)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}
