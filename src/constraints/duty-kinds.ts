/**
 * The kinds of duty that people compare: nights, weekends, holidays, each shift by its hours, and hours in all. A kind that
 * is the same shifts as one before it is left out: where every duty lasts 24 hours, nights are duties.
 */

import { isHoliday, isWeekend } from '../calendar/holidays.ts';
import { clockTimeOf } from '../calendar/zone.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';

const DUTY_KINDS = ['hours', 'nights', 'weekends', 'holidays', 'shift'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

export interface KindOfDuty {
  readonly kind: DutyKind;
  /** Of a `shift`: its name in the unit, of the first post that has it. */
  readonly label?: string;
  /** Indices of the plan's shifts, ascending. */
  readonly shifts: readonly number[];
}

export function dutyKinds(plan: Plan): KindOfDuty[] {
  const where = (counts: (shift: Shift) => boolean): number[] =>
    plan.shifts.flatMap((shift, s) => (counts(shift) ? [s] : []));
  const kinds: KindOfDuty[] = [
    { kind: 'hours', shifts: where(() => true) },
    { kind: 'nights', shifts: where(({ night }) => night) },
    { kind: 'weekends', shifts: where(({ day }) => isWeekend(day)) },
    { kind: 'holidays', shifts: where(({ day }) => isHoliday(day, plan.breaks)) },
    ...shiftKinds(plan),
  ];
  return distinct(kinds.filter(({ shifts }) => shifts.length > 0));
}

/** Shifts of the same hours are one kind, whatever the post, but for standby at home and leaders. */
function shiftKinds(plan: Plan): KindOfDuty[] {
  const posts = new Map(plan.posts.map((post) => [post.id, post]));
  const kinds = new Map<string, { label: string; shifts: number[] }>();
  plan.shifts.forEach((shift, s) => {
    const post = posts.get(shift.postId);
    const key = `${post?.presence} ${post?.tier === 'leader'} ${clockTimeOf(shift.span.start, plan.unit.zone)} ${shift.minutes}`;
    const known = kinds.get(key) ?? { label: shift.label, shifts: [] };
    kinds.set(key, known);
    known.shifts.push(s);
  });
  return [...kinds.values()].map((kind) => ({ kind: 'shift', ...kind }));
}

/** Without those that are the same shifts as one before. */
export function distinct(kinds: readonly KindOfDuty[]): KindOfDuty[] {
  const seen = new Set<string>();
  return kinds.filter(({ shifts }) => {
    const key = shifts.join();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
