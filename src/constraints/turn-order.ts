/**
 * Turns go by a list (xoay vòng theo danh sách): seat after seat the next of the list, from where the turn stood at the end
 * of the last period. Whoever is away or lacks a skill when their turn comes is passed over, and either comes next as soon as
 * they can or waits for the next round. Whoever stands a seat whose turn it is not counts 1.
 */

import { z } from 'zod';
import { type Interval, overlaps } from '../calendar/interval.ts';
import { streamOf } from '../domain/duty-stream.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import { groupedBy } from '../kernel/groups.ts';
import { defineConstraint } from './constraint.ts';
import { missingSkills } from './qualified.ts';
import { ruledOut } from './ruled-out.ts';
import { fixedInScope, type ShiftScope, shiftScope, shiftsInScope } from './shift-scope.ts';
import { staffScope, wholePlan } from './staff-scope.ts';

const AWAY = ['next', 'skipped'] as const;

const params = z.strictObject({
  /** In the order of turns. */
  staffIds: z
    .array(z.string().min(1))
    .min(2)
    .max(2000)
    .refine((ids) => new Set(ids).size === ids.length, { params: { key: 'fault.rule.turn-twice' } })
    .meta({ field: 'list' }),
  away: z.enum(AWAY).default('next'),
  scope: shiftScope,
  /** Who stands these shifts in turn alone; absent: everyone. Others, listed or not, take what is left open. */
  who: staffScope,
});

type Params = z.infer<typeof params>;

/** How far back the last turn is looked for: from one Tết to the next, for units that are on duty at holidays alone. */
const REACH_DAYS = 400;

/** Where the turn stands. */
interface Standing {
  /** The place in the list of whoever comes next, counted on round after round. */
  at: number;
  /** Passed over, in the order of their turns. */
  waiting: string[];
}

/** Whose turn each shift in scope is, in the plan's order of shifts; as many as the shift should have. */
export function turnsOf(part: Plan, asked: Params): Map<Shift, ReadonlySet<string>> {
  const { staffIds, away, scope } = asked;
  const plan = wholePlan(part);
  const listed = staffIds.filter((id) => plan.staff.some((member) => member.id === id));
  const standing = standingBefore(plan, asked, listed);
  const canStand = canStandIn(plan);
  const turns = new Map<Shift, ReadonlySet<string>>();
  const own = new Map(listed.map((id) => [id, [] as Interval[]]));
  for (const shift of shiftsInScope(plan, scope)) {
    const chosen = new Set<string>();
    const most = Math.min(shift.cover.target, listed.length);
    const isOn = (id: string): boolean => own.get(id)?.some((span) => overlaps(span, shift.span)) === true;
    for (const id of standing.waiting) {
      if (chosen.size < most && !isOn(id) && canStand(id, shift)) chosen.add(id);
    }
    standing.waiting = standing.waiting.filter((id) => !chosen.has(id));
    for (let tried = 0; chosen.size < most && tried < listed.length; tried++) {
      const id = listed[standing.at++ % listed.length] ?? '';
      if (chosen.has(id) || isOn(id) || standing.waiting.includes(id)) continue;
      if (canStand(id, shift)) chosen.add(id);
      else if (away === 'next') standing.waiting.push(id);
    }
    for (const id of chosen) own.get(id)?.push(shift.span);
    turns.set(shift, chosen);
  }
  return turns;
}

/**
 * After what was stood before the plan, from the first duty known on. Where who is away comes next, whoever was passed over
 * since still does: on leave at the end of the last period, replaced by hand, or exchanged for a duty that is yet to come.
 * Whoever never stood is new to the list and waits for their place in it.
 */
function standingBefore(plan: Plan, { scope, away }: Params, listed: readonly string[]): Standing {
  const duties = dutiesBefore(plan, scope, listed);
  const known = new Set(duties.flatMap((ids) => [...ids]));
  const standing: Standing = { at: 0, waiting: [] };
  duties.forEach((ids, i) => {
    const left = new Set(ids);
    for (const id of standing.waiting) left.delete(id);
    standing.waiting = standing.waiting.filter((id) => !ids.has(id));
    if (i === 0) standing.at = beginningOf(ids, listed);
    while (left.size > 0) {
      const id = listed[standing.at++ % listed.length] ?? '';
      if (left.delete(id) || away === 'skipped' || standing.waiting.includes(id)) continue;
      if (known.has(id) && !ids.has(id)) standing.waiting.push(id);
    }
  });
  return standing;
}

/** Of those who stood together, the place of the first: the widest gap of the round lies before it. */
function beginningOf(ids: ReadonlySet<string>, listed: readonly string[]): number {
  const places = listed.flatMap((id, at) => (ids.has(id) ? [at] : []));
  const gaps = places.map((at, i) => (at - (places.at(i - 1) ?? at) + listed.length) % listed.length);
  return places[gaps.indexOf(Math.max(...gaps))] ?? 0;
}

/**
 * Who of the list came on duty together, by start; duties typed by hand name no post, so they tell it where every post is in
 * turn.
 */
function dutiesBefore(plan: Plan, scope: ShiftScope, listed: readonly string[]): ReadonlySet<string>[] {
  const first = plan.days[0];
  const { days: _, ...anyDay } = scope;
  const isWhole = shiftsInScope(plan, anyDay).length === plan.shifts.length;
  const stood = listed.flatMap((id) =>
    fixedInScope(plan, scope, id)
      .filter(({ day, seat }) => (isWhole || seat !== undefined) && first !== undefined && day < first)
      .map(({ span }) => ({ id, start: span.start })),
  );
  const together = groupedBy(stood, ({ start }) => start);
  return [...together].sort(([a], [b]) => a - b).map(([, duties]) => new Set(duties.map(({ id }) => id)));
}

/** Neither on leave, nor on duty elsewhere, nor without a skill of the post, nor kept off it by a limit of nought. */
function canStandIn(plan: Plan): (staffId: string, shift: Shift) => boolean {
  const posts = new Map(plan.posts.map((post) => [post.id, post]));
  const members = new Map(plan.staff.map((member) => [member.id, member]));
  const taken = new Map(
    plan.staff.map(({ id }) => [
      id,
      [
        ...plan.leave.filter(({ staffId }) => staffId === id).map(({ span }) => span),
        ...streamOf(plan.fixed)
          .of(id)
          .map(({ span }) => span),
      ],
    ]),
  );
  const isOut = ruledOut(plan);
  return (staffId, shift) => {
    const post = posts.get(shift.postId);
    const member = members.get(staffId);
    if (!post || !member || missingSkills(member, post).length > 0 || isOut(member, shift)) return false;
    return !(taken.get(staffId) ?? []).some((span) => overlaps(span, shift.span));
  };
}

export const turnOrder = defineConstraint({
  code: 'turn-order',
  worsens: true,
  ofMaking: true,
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'soft', weight: 50 }, params: { staffIds: [], away: 'next', scope: {} } },
  variant: ({ away }) => away,
  reachDays: () => REACH_DAYS,

  violations(plan, roster, asked) {
    return [...turnsOf(plan, asked)].flatMap(([shift, turn]) =>
      roster
        .staffOf(shift.id)
        .filter((staffId) => !turn.has(staffId))
        .map((staffId) => ({ amount: 1, staffIds: [staffId], shiftIds: [shift.id], params: {} })),
    );
  },

  terms(plan, asked, sink) {
    for (const [shift, turn] of turnsOf(plan, asked)) {
      const others = plan.staff.filter(({ id }) => !turn.has(id)).map(({ id }) => sink.person(id));
      sink.mask(others, [sink.shift(shift.id)]);
    }
  },
});
