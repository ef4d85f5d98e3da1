/**
 * What an even turn would give: each person's expected part of every shift, by who can stand it at all. People without the
 * skill, on leave, or held to no nights have no part; who is held to few shifts has few; the others share the rest so that
 * burden comes out level, in proportion to their share of full time and the days they are there.
 */

import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import type { StaffMember } from '../domain/staff.ts';
import { onceFor } from '../kernel/once-for.ts';
import { shiftsDuringLeave } from './leave.ts';
import { missingSkills } from './qualified.ts';
import { ruledOut } from './ruled-out.ts';
import { planForRule, wholePlan } from './staff-scope.ts';

/** Steps towards the level; people of one kind are level after the first. */
const STEPS = 40;
/** Most that one step changes a person's weight. */
const MOST_STEP = 2;
/** Nobody's time counts as less, as in `load-balance`. */
const LEAST_CAPACITY = 0.1;

/** By staff id, the expected part of each of the plan's shifts; 0 where the person cannot stand it. */
export type FairShares = ReadonlyMap<string, Float64Array>;

const sharesOf = onceFor((plan: Plan): FairShares => new Sharing(plan).run());

/** Worked out once for a plan; of a rule for some people, from the plan of everyone. */
export function fairShares(part: Plan): FairShares {
  return sharesOf(wholePlan(part));
}

/** Whether days away lessen what somebody owes; a unit may say that they don't, so that rest days alone are no lighter turn. */
export function leaveLessens(plan: Plan): (staffId: string) => boolean {
  const owing = plan.ruleSet.rules
    .filter(({ constraint, params }) => constraint === 'load-balance' && params.owedDespiteLeave === true)
    .map((rule) => new Set(planForRule(plan, rule).staff.map(({ id }) => id)));
  return (staffId) => !owing.some((people) => people.has(staffId));
}

interface Sharer {
  readonly member: StaffMember;
  readonly capacity: number;
  /** Sought after in proportion to it: once for all shifts, once more for nights. */
  weight: number;
  nightWeight: number;
  points: number;
  count: number;
  minutes: number;
  nights: number;
}

class Sharing {
  readonly #shifts: readonly Shift[];
  readonly #sharers: readonly Sharer[];
  /** By shift, those who can stand it. */
  readonly #able: readonly (readonly Sharer[])[];

  constructor(plan: Plan) {
    this.#shifts = plan.shifts;
    const leave = shiftsDuringLeave(plan);
    const away = plan.staff.map(({ id }) => new Set(leave.get(id)));
    const skilled = new Map(
      plan.posts.map((post) => [
        post.id,
        plan.staff.flatMap((member, i) => (missingSkills(member, post).length === 0 ? [i] : [])),
      ]),
    );
    const isOut = ruledOut(plan);
    const lessens = leaveLessens(plan);
    const own = plan.staff.map(() => 0);
    const able = plan.shifts.map((shift) =>
      (skilled.get(shift.postId) ?? []).filter((i) => {
        const member = plan.staff[i];
        if (!member || isOut(member, shift)) return false;
        own[i] = (own[i] ?? 0) + 1;
        return !away[i]?.has(shift);
      }),
    );
    const there = plan.staff.map(() => 0);
    for (const each of able) for (const i of each) there[i] = (there[i] ?? 0) + 1;
    this.#sharers = plan.staff.map((member, i) => {
      const free = lessens(member.id) ? (there[i] ?? 0) / Math.max(1, own[i] ?? 0) : 1;
      const capacity = Math.max(LEAST_CAPACITY, member.share * free);
      return {
        member,
        capacity,
        weight: capacity,
        nightWeight: 1,
        points: 0,
        count: 0,
        minutes: 0,
        nights: 0,
      };
    });
    this.#able = able.map((each) => each.flatMap((i) => this.#sharers[i] ?? []));
  }

  run(): FairShares {
    for (let step = 0; step < STEPS; step++) {
      this.#share();
      if (!this.#adjust()) break;
    }
    const shares = new Map(
      this.#sharers.map(({ member }) => [member.id, new Float64Array(this.#shifts.length)]),
    );
    this.#share((sharer, shift, part) => {
      const own = shares.get(sharer.member.id);
      if (own) own[shift] = part;
    });
    return shares;
  }

  /** Hands every shift out by the weights. */
  #share(tell?: (sharer: Sharer, shift: number, part: number) => void): void {
    for (const sharer of this.#sharers) Object.assign(sharer, { points: 0, count: 0, minutes: 0, nights: 0 });
    this.#shifts.forEach((shift, s) => {
      const able = this.#able[s] ?? [];
      const weightOf = ({ weight, nightWeight }: Sharer): number =>
        shift.night ? weight * nightWeight : weight;
      const total = able.reduce((sum, sharer) => sum + weightOf(sharer), 0);
      if (total <= 0) return;
      for (const sharer of able) {
        const part = Math.min(1, (shift.cover.target * weightOf(sharer)) / total);
        sharer.points += part * Math.max(1, shift.points);
        sharer.count += part;
        sharer.minutes += part * shift.minutes;
        if (shift.night) sharer.nights += part;
        tell?.(sharer, s, part);
      }
    });
  }

  /** Towards the level, and below everyone's limits; false when nothing is left to change. */
  #adjust(): boolean {
    const level = (over: readonly Sharer[]): number =>
      over.reduce((sum, { points }) => sum + points, 0) /
      over.reduce((sum, { capacity }) => sum + capacity, 0);
    const mean = level(this.#sharers);
    let most = 0;
    for (const sharer of this.#sharers) {
      if (sharer.count === 0) continue;
      const { limits } = sharer.member;
      const wanted = Math.sqrt((mean * sharer.capacity) / sharer.points);
      const within = Math.min(
        (limits.shifts ?? Infinity) / sharer.count,
        ((limits.hours ?? Infinity) * 60) / sharer.minutes,
      );
      const step = Math.min(within, Math.max(1 / MOST_STEP, Math.min(MOST_STEP, wanted)));
      sharer.weight *= step;
      if (limits.nights !== undefined && sharer.nights > limits.nights) {
        sharer.nightWeight *= limits.nights / sharer.nights;
      }
      most = Math.max(most, Math.abs(step - 1));
    }
    return most > 1e-9;
  }
}
