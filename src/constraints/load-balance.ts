/**
 * Burden is shared in proportion to what each person can carry, earlier years included.
 *
 * A person's load L is what earlier years left over, plus the points of this period's shifts. The capacity c is the share
 * of full time × the share of shifts that leave allows, where the unit lets leave lessen what is owed. The rule costs Σ (L − mean·c)² / c, which, as the points to be
 * handed out are given, differs only by a constant from Σ L²/c: moving one point from p to q pays while
 * 2·Lp/cp > 2·Lq/cq, so the least cost has L/c equal for all, L proportional to c. Squares prefer two people slightly
 * off over one far off; measured against min-max, range and absolute deviation they spread best. Taking the mean off
 * changes no preference and keeps the figures small.
 *
 * Everything is in whole numbers: the mean is rounded to a point, 1/c to a tenth. So one point off costs about 10 to
 * someone on full time, two points 40.
 */

import { z } from 'zod';
import type { Plan } from '../domain/plan.ts';
import type { StaffMember } from '../domain/staff.ts';
import { defineConstraint } from './constraint.ts';
import { fairShares, leaveLessens } from './fair-share.ts';
import { shiftsDuringLeave } from './leave.ts';
import { recentLedger, sumByStaff } from './recent-ledger.ts';
import { staffScope, wholePlan } from './staff-scope.ts';

const params = z.strictObject({
  /** How many years of the ledger count; 0 leaves only earlier holidays of the same year. */
  years: z.int().min(0).max(20).default(4),
  /** How much of what earlier years left over is made good in this period, in per cent. */
  carryPercent: z.int().min(0).max(100).default(100),
  /** Points off that count as none: so much of a person's share, but less than their lightest duty. */
  tolerancePercent: z.int().min(0).max(50).default(0),
  /** Shares by who can stand which shift, so that leaders are level with leaders; else the same for everyone. */
  byAbility: z.boolean().default(false),
  /** Days away do not lessen what somebody owes: they stand it in the days that are left to them. */
  owedDespiteLeave: z.boolean().default(false),
  /** Held to their part of what everyone carries together. */
  who: staffScope,
});

type Params = z.infer<typeof params>;

/** Cost of being one point off, squared, for someone of capacity 1. */
const FULL_SCALE = 10;
/** Nobody counts as less: the little time left to them would turn each point into a mountain. */
const LEAST_CAPACITY = 0.1;

/** Where one person starts before any shift of the period is handed out. */
export interface Standing {
  readonly staffId: string;
  /** Share of full time × share of shifts not ruled out by leave, 0.1–1. */
  readonly capacity: number;
  /** Points more (or less) than their share that earlier years left over, unrounded. */
  readonly carried: number;
  /** Points that would fall to them if only capacity counted, or what they can stand, unrounded. */
  readonly fair: number;
  /** Whole points off, either way, that cost nothing. */
  readonly slack: number;
}

function standingsOf(part: Plan, asked: Params): Standing[] {
  const plan = wholePlan(part);
  const meant = new Set(part.staff);
  const { years, carryPercent, tolerancePercent, byAbility } = asked;
  const leave = shiftsDuringLeave(plan);
  const lessens = leaveLessens(plan);
  const free = (id: string): number =>
    lessens(id) ? 1 - (leave.get(id)?.length ?? 0) / Math.max(1, plan.shifts.length) : 1;
  const capacities = plan.staff.map(({ id, share }) => Math.max(LEAST_CAPACITY, share * free(id)));
  const demand = plan.shifts.reduce((sum, { points, cover }) => sum + points * cover.target, 0);
  const mean = demand / sum(capacities);
  const carried = carriedPoints(plan, years);
  return plan.staff.flatMap((member, i): Standing[] => {
    if (!meant.has(member)) return [];
    const capacity = capacities[i] ?? LEAST_CAPACITY;
    const left = ((carried.get(member.id) ?? 0) * carryPercent) / 100;
    const parts = fairShares(plan).get(member.id) ?? new Float64Array();
    const fair = byAbility
      ? plan.shifts.reduce((total, { points }, s) => total + points * (parts[s] ?? 0), 0)
      : mean * capacity;
    const own = plan.shifts.filter(({ points }, s) => points > 0 && (parts[s] ?? 0) > 0);
    const lightest = Math.min(...own.map(({ points }) => points));
    const slack = own.length === 0 ? 0 : Math.floor(Math.min(lightest, (fair * tolerancePercent) / 100));
    return [{ staffId: member.id, capacity, carried: left, fair, slack }];
  });
}

/**
 * Ledger points above the mean of those who have any, in proportion to their share of full time. Leave of this period
 * has no say in it. Someone without points in the ledger has just joined: they neither owe nor are owed.
 */
function carriedPoints(plan: Plan, years: number): Map<string, number> {
  const points = sumByStaff(recentLedger(plan, years).filter(({ kind }) => kind === 'points'));
  const known: readonly StaffMember[] = plan.staff.filter(({ id }) => points.has(id));
  const total = sum(known.map(({ id }) => points.get(id) ?? 0));
  const shares = sum(known.map(({ share }) => share));
  return new Map(known.map(({ id, share }) => [id, (points.get(id) ?? 0) - (total * share) / shares]));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** Rounded, with no minus before a nought. */
const whole = (value: number): number => Math.round(value) + 0;
const offsetOf = ({ carried, fair }: Standing): number => whole(carried - fair);
const scaleOf = ({ capacity }: Standing): number => Math.round(FULL_SCALE / capacity);

export const loadBalance = defineConstraint({
  code: 'load-balance',
  kind: 'balance',
  params,
  defaults: { strength: { kind: 'soft', weight: 1 }, params: params.parse({}) },

  violations(plan, roster, asked) {
    return standingsOf(plan, asked).flatMap((standing) => {
      const shifts = roster.shiftsOf(standing.staffId);
      const points = sum(shifts.map((shift) => shift.points));
      const off = points + offsetOf(standing);
      const beyond = Math.max(0, Math.abs(off) - standing.slack);
      if (beyond === 0) return [];
      const params = { points, carried: whole(standing.carried), fair: whole(standing.fair), off };
      const shiftIds = shifts.map(({ id }) => id);
      return [
        { amount: scaleOf(standing) * beyond * beyond, staffIds: [standing.staffId], shiftIds, params },
      ];
    });
  },

  terms(plan, asked, sink) {
    const burdened = plan.shifts.filter(({ points }) => points > 0);
    const shifts = Int32Array.from(burdened, ({ id }) => sink.shift(id));
    const coefficients = Int32Array.from(burdened, ({ points }) => points);
    for (const standing of standingsOf(plan, asked)) {
      sink.counter({
        blocks: [{ people: Int32Array.of(sink.person(standing.staffId)), shifts, coefficients }],
        offset: offsetOf(standing),
        price: {
          kind: 'square',
          scale: scaleOf(standing),
          ...(standing.slack > 0 ? { slack: standing.slack } : {}),
        },
      });
    }
  },
});
