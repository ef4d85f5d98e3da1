/**
 * Turns go by a list (xoay vòng theo danh sách): seat after seat the next of the list, from where the turn stood at the end
 * of the last period. Whoever is away or lacks a skill when their turn comes is passed over, and either comes next as soon as
 * they can or waits for the next round. Whoever stands a seat whose turn it is not counts 1.
 */

import { z } from 'zod';
import { overlaps } from '../calendar/interval.ts';
import { streamOf } from '../domain/duty-stream.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import { defineConstraint } from './constraint.ts';
import { missingSkills } from './qualified.ts';
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

/** Whose turn each shift in scope is, in the plan's order of shifts; as many as the shift should have. */
export function turnsOf(part: Plan, { staffIds, away, scope }: Params): Map<Shift, ReadonlySet<string>> {
  const plan = wholePlan(part);
  const listed = staffIds.filter((id) => plan.staff.some((member) => member.id === id));
  let queue = fromTurn(listed, lastTurn(plan, scope, listed));
  /** Passed over, in the order of their turns. */
  let waiting: string[] = [];
  const canStand = canStandIn(plan);
  const turns = new Map<Shift, ReadonlySet<string>>();
  for (const shift of shiftsInScope(plan, scope)) {
    const chosen = new Set<string>();
    const most = Math.min(shift.cover.target, listed.length);
    for (const id of waiting) if (chosen.size < most && canStand(id, shift)) chosen.add(id);
    waiting = waiting.filter((id) => !chosen.has(id));
    for (let tried = 0; chosen.size < most && tried < listed.length; tried++) {
      const [id = '', ...rest] = queue;
      queue = [...rest, id];
      if (chosen.has(id) || waiting.includes(id)) continue;
      if (canStand(id, shift)) chosen.add(id);
      else if (away === 'next') waiting.push(id);
    }
    turns.set(shift, chosen);
  }
  return turns;
}

/** The list, beginning with whoever comes after `last`. */
function fromTurn(listed: readonly string[], last: string | undefined): string[] {
  const at = last === undefined ? 0 : listed.indexOf(last) + 1;
  return [...listed.slice(at), ...listed.slice(0, at)];
}

/** Who of the list stood last before the plan; duties typed by hand name no post, so they tell it where every post is in turn. */
function lastTurn(plan: Plan, scope: ShiftScope, listed: readonly string[]): string | undefined {
  const first = plan.days[0];
  const { days: _, ...anyDay } = scope;
  const isWhole = shiftsInScope(plan, anyDay).length === plan.shifts.length;
  const stood = listed.flatMap((id) =>
    fixedInScope(plan, scope, id)
      .filter(({ day, seat }) => (isWhole || seat !== undefined) && first !== undefined && day < first)
      .map(({ span }) => ({ id, start: span.start })),
  );
  return stood.sort((a, b) => b.start - a.start || listed.indexOf(b.id) - listed.indexOf(a.id))[0]?.id;
}

/** Neither on leave, nor on duty elsewhere, nor without a skill of the post. */
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
  return (staffId, shift) => {
    const post = posts.get(shift.postId);
    const member = members.get(staffId);
    if (!post || !member || missingSkills(member, post).length > 0) return false;
    return !(taken.get(staffId) ?? []).some((span) => overlaps(span, shift.span));
  };
}

export const turnOrder = defineConstraint({
  code: 'turn-order',
  worsens: true,
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
