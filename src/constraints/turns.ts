/**
 * How often each person's turn comes, and what it asks of distances, months and stretches. It sets no price.
 */

import { type Day, daysBetween } from '../calendar/day.ts';
import type { Plan } from '../domain/plan.ts';
import { fairShares } from './fair-share.ts';
import { leaderContinuity } from './leader-continuity.ts';
import { shiftsDuringLeave } from './leave.ts';
import { missingSkills } from './qualified.ts';
import { fixedInScope, type ShiftScope, shiftsInScope } from './shift-scope.ts';

/** Distances between two duties, in turns. */
const CLOSEST = 2 / 3;
const FURTHEST = 7 / 5;
/** Even the shortest turns leave so many days' play between the two. */
const LEAST_PLAY = 2;
/** In any so many turns on end stand at most so many duties. */
const STRETCH_TURNS = 3.5;
const STRETCH_DUTIES = 4;
/** Shorter turns are no turns: whoever is on duty most days is bound by the rules on rest. */
const LEAST_TURN = 2;
/** Stretches begin every quarter of a turn. */
const STRETCH_STEPS_A_TURN = 4;
const NEAR = 1e-6;

/** A part of the period and the duties that should fall into it. */
export interface Portion {
  readonly kind: 'month' | 'stretch';
  readonly days: number;
  /** Indices of the plan's shifts, and what each counts: 1, or of a leader's day in several shifts its part. */
  readonly shifts: readonly number[];
  readonly units: readonly number[];
  readonly least: number;
  readonly most: number;
}

export interface Turn {
  readonly staffId: string;
  /** Indices of the plan's shifts in turn, whoever can stand them. */
  readonly shifts: readonly number[];
  /** Fewest and most days from the beginning of one duty to that of the next. */
  readonly least: number;
  readonly most: number;
  /** Day indices that are on whatever the roster says; the last duty before the plan and the first after it. */
  readonly fixed: { readonly on: readonly number[]; readonly last?: number; readonly next?: number };
  /** Day indices on which leave takes all the person could stand. */
  readonly away: readonly number[];
  readonly portions: readonly Portion[];
}

/** Of everyone who can stand something in scope; `reach` days beside the plan are looked at for the duties before and after. */
export function turnsOf(plan: Plan, scope: ShiftScope, reach: number): Turn[] {
  const first = plan.days[0];
  if (first === undefined) return [];
  const turning = shiftsInTurn(plan, scope);
  const units = dayUnits(plan);
  const leave = shiftsDuringLeave(plan);
  const inTurn = [...plan.shifts.keys()].filter((s) => turning.has(plan.shifts[s]?.id ?? ''));
  const dayOf = plan.shifts.map(({ day }) => daysBetween(first, day));
  return plan.staff.flatMap((member): Turn[] => {
    const parts = fairShares(plan).get(member.id) ?? new Float64Array();
    const shifts = inTurn.filter((s) => (parts[s] ?? 0) > 0);
    if (shifts.length === 0) return [];
    const there = new Set(shifts.map((s) => dayOf[s] ?? 0));
    const skilled = new Set(
      plan.posts.filter((post) => missingSkills(member, post).length === 0).map(({ id }) => id),
    );
    const missed = (leave.get(member.id) ?? []).filter(
      ({ id, postId }) => turning.has(id) && skilled.has(postId),
    );
    const away = [...new Set(missed.map(({ day }) => daysBetween(first, day)))].filter(
      (day) => !there.has(day),
    );
    const sum = (list: readonly number[]): number =>
      list.reduce((total, s) => total + (parts[s] ?? 0) * (units[s] ?? 1), 0);
    const turn = (plan.days.length - away.length) / Math.max(NEAR, sum(shifts));
    const least = Math.max(1, Math.round(CLOSEST * turn));
    const portion = (kind: Portion['kind'], days: number, own: readonly number[]) => ({
      kind,
      days,
      shifts: own,
      units: own.map((s) => units[s] ?? 1),
    });
    const months = monthsOf(plan, shifts).map(({ days, own }): Portion => {
      const fair = sum(own);
      return { ...portion('month', days, own), least: Math.floor(fair + NEAR), most: Math.ceil(fair - NEAR) };
    });
    const stretches = stretchesOf(plan.days.length, turn).map((from): Portion => {
      const days = Math.round(STRETCH_TURNS * turn);
      const own = shifts.filter((s) => from <= (dayOf[s] ?? 0) && (dayOf[s] ?? 0) < from + days);
      return { ...portion('stretch', days, own), least: 0, most: STRETCH_DUTIES };
    });
    return [
      {
        staffId: member.id,
        shifts: inTurn,
        least,
        most: Math.max(least + LEAST_PLAY, Math.round(FURTHEST * turn)),
        fixed: fixedDuties(plan, { scope, staffId: member.id, reach }),
        away: away.sort((a, b) => a - b),
        portions: [...months, ...stretches],
      },
    ];
  });
}

/** Who stands blocks of days on end, as leaders do, is not in turn day by day. */
function shiftsInTurn(plan: Plan, scope: ShiftScope): Set<string> {
  const inTurn = new Set(shiftsInScope(plan, scope).map(({ id }) => id));
  for (const { constraint, params } of plan.ruleSet.rules) {
    if (constraint !== leaderContinuity.code) continue;
    const asked = leaderContinuity.params.parse(params);
    if (asked.blockDays > 1) for (const { id } of shiftsInScope(plan, asked.scope)) inTurn.delete(id);
  }
  return inTurn;
}

/** By shift: the same leader stays all day, so each of a leader's shifts of a day is a part of one duty. */
function dayUnits(plan: Plan): number[] {
  const leaders = new Set(plan.posts.filter(({ tier }) => tier === 'leader').map(({ id }) => id));
  const count = new Map<string, number>();
  const keyOf = ({ postId, day }: { postId: string; day: Day }): string => `${postId} ${day}`;
  for (const shift of plan.shifts) count.set(keyOf(shift), (count.get(keyOf(shift)) ?? 0) + 1);
  return plan.shifts.map((shift) => (leaders.has(shift.postId) ? 1 / (count.get(keyOf(shift)) ?? 1) : 1));
}

/** Calendar months that the plan touches, where there are several. */
function monthsOf(plan: Plan, shifts: readonly number[]): { days: number; own: number[] }[] {
  const monthOf = (day: Day): string => day.slice(0, 7);
  const months = [...new Set(plan.days.map(monthOf))];
  if (months.length < 2) return [];
  return months.flatMap((month) => {
    const own = shifts.filter((s) => monthOf(plan.shifts[s]?.day ?? ('' as Day)) === month);
    const days = plan.days.filter((day) => monthOf(day) === month).length;
    return own.length === 0 ? [] : [{ days, own }];
  });
}

/** First days of the stretches that lie wholly in the plan. */
function stretchesOf(days: number, turn: number): number[] {
  const length = Math.round(STRETCH_TURNS * turn);
  if (turn < LEAST_TURN || length >= days) return [];
  const step = Math.max(1, Math.floor(turn / STRETCH_STEPS_A_TURN));
  const firsts: number[] = [];
  for (let from = 0; from + length <= days; from += step) firsts.push(from);
  return firsts;
}

function fixedDuties(
  plan: Plan,
  { scope, staffId, reach }: { readonly scope: ShiftScope; readonly staffId: string; readonly reach: number },
): Turn['fixed'] {
  const first = plan.days[0];
  const length = plan.days.length;
  if (first === undefined) return { on: [] };
  const days = [
    ...new Set(fixedInScope(plan, scope, staffId).map(({ day }) => daysBetween(first, day))),
  ].sort((a, b) => a - b);
  const last = days.findLast((day) => -reach <= day && day < 0);
  const next = days.find((day) => length <= day && day < length + reach);
  return {
    on: days.filter((day) => 0 <= day && day < length),
    ...(last === undefined ? {} : { last }),
    ...(next === undefined ? {} : { next }),
  };
}
