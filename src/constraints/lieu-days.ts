/** Nobody works on the days off that their long duties earned: nghỉ bù (Labour Code, Art. 110 and the unit's own table). */

import { z } from 'zod';
import type { Day } from '../calendar/day.ts';
import { type FixedDuty, streamOf } from '../domain/duty-stream.ts';
import { AFTER_WEEKEND, HOLIDAY_COUNTS, type LieuTable, lieuDaysOf } from '../domain/lieu-days.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import { defineConstraint, type Finding } from './constraint.ts';
import { sumTerms, sumViolations } from './lieu-sums.ts';
import { fixedInScope, type ShiftScope, shiftScope, shiftsInScope } from './shift-scope.ts';
import { staffScope } from './staff-scope.ts';

/** A break of nine days and a weekend after it lie between a duty and its last day off. */
const REACH_DAYS = 16;
const LONGEST_BREAK = 10;
const HOURS_A_DAY = 24;

const params = z.strictObject({
  leastHours: z.int().min(8).max(72).default(24),
  afterWeekend: z.enum(AFTER_WEEKEND).default('tuesday'),
  holidayDays: z.int().min(0).max(5).default(2),
  holidayCount: z.enum(HOLIDAY_COUNTS).default('once'),
  scope: shiftScope,
  who: staffScope,
});

interface Earned {
  /** The days off that a duty earns; none outside the rule's scope. */
  readonly shift: (shift: Shift) => readonly Day[];
  readonly fixed: (duty: FixedDuty) => readonly Day[];
}

const NONE: readonly Day[] = [];

export function earnedIn(plan: Plan, table: LieuTable & { readonly scope: ShiftScope }): Earned {
  const posts = new Map(plan.posts.map((post) => [post.id, post]));
  const days = new Map(
    shiftsInScope(plan, table.scope).map((shift) => {
      const presence = posts.get(shift.postId)?.presence ?? 'on-site';
      return [shift.id, lieuDaysOf({ day: shift.day, span: shift.span, presence }, table, plan.breaks)];
    }),
  );
  return {
    shift: ({ id }) => days.get(id) ?? NONE,
    fixed: (duty) => {
      if (!fixedInScope(plan, table.scope, duty.staffId).includes(duty)) return NONE;
      const presence = duty.seat?.post.presence ?? 'on-site';
      return lieuDaysOf({ day: duty.day, span: duty.span, presence }, table, plan.breaks);
    },
  };
}

export const lieuDays = defineConstraint({
  code: 'lieu-days',
  personal: true,
  worsens: true,
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'hard' }, params: params.parse({}) },
  /** Where duties are added up, the days off of somebody on duty throughout a break lie between. */
  reachDays: ({ holidayCount, holidayDays, leastHours }) => {
    if (holidayCount === 'once') return REACH_DAYS;
    const owed = LONGEST_BREAK * holidayDays * Math.floor(HOURS_A_DAY / Math.min(HOURS_A_DAY, leastHours));
    return REACH_DAYS + Math.ceil((owed * 7) / 5);
  },

  violations(plan, roster, table) {
    const earned = earnedIn(plan, table);
    const found: Finding[] = [];
    for (const { id } of plan.staff) {
      const shifts = roster.shiftsOf(id);
      for (const shift of shifts) {
        const off = earned.shift(shift);
        for (const later of shifts.filter(({ day }) => off.includes(day))) {
          found.push({ amount: 1, staffIds: [id], shiftIds: [shift.id, later.id], params: {} });
        }
      }
      for (const duty of streamOf(plan.fixed).of(id)) {
        const off = earned.fixed(duty);
        for (const shift of shifts) {
          if (!off.includes(shift.day) && !earned.shift(shift).includes(duty.day)) continue;
          found.push({ amount: 1, staffIds: [id], shiftIds: [shift.id], params: {}, fixed: [duty] });
        }
      }
    }
    return [...found, ...sumViolations(plan, roster, table)];
  },

  terms(plan, table, sink) {
    sumTerms(plan, table, sink);
    const earned = earnedIn(plan, table);
    for (const shift of plan.shifts) {
      const off = earned.shift(shift);
      if (off.length === 0) continue;
      for (const later of plan.shifts.filter(({ day }) => off.includes(day))) {
        sink.conflict(sink.shift(shift.id), sink.shift(later.id));
      }
    }
    for (const { id } of plan.staff) {
      for (const duty of streamOf(plan.fixed).of(id)) {
        const off = earned.fixed(duty);
        for (const shift of plan.shifts) {
          if (!off.includes(shift.day) && !earned.shift(shift).includes(duty.day)) continue;
          sink.mask([sink.person(id)], [sink.shift(shift.id)]);
        }
      }
    }
  },
});
