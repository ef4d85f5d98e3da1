/**
 * Who takes over from whom: the second always stands the next shift of the post after the first, or never does. Each shift that
 * one of the two stands without the other next to it, or that both stand one after the other, counts 1. Shifts of the post that
 * other periods have published go before and after the plan's own.
 */

import { z } from 'zod';
import type { Interval } from '../calendar/interval.ts';
import type { FixedDuty } from '../domain/duty-stream.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import { groupedBy } from '../kernel/groups.ts';
import { defineConstraint } from './constraint.ts';
import { fixedInScope, shiftScope, shiftsInScope } from './shift-scope.ts';
import { staffGroup } from './staff-group.ts';

export const TAKE_OVERS = ['always', 'never'] as const;

/** Days beside the plan in which the shift before and the one after are looked for. */
const REACH_DAYS = 31;

const params = z.strictObject({
  /** Whom, and who comes after. */
  staffIds: staffGroup.max(2).meta({ field: 'people' }),
  takeOver: z.enum(TAKE_OVERS).default('always'),
  scope: shiftScope,
});

type Params = z.infer<typeof params>;

/** A shift of the plan, or one of another period with those who stand it. */
interface Watch {
  readonly postId: string;
  readonly span: Interval;
  readonly shift?: Shift;
  readonly duties: readonly FixedDuty[];
}

function watchesOf(plan: Plan, { scope }: Params): Watch[] {
  const shifts = shiftsInScope(plan, scope);
  const posts = new Set(shifts.map(({ postId }) => postId));
  const seated = [...new Set(plan.fixed.map(({ staffId }) => staffId))]
    .flatMap((staffId) => fixedInScope(plan, scope, staffId))
    .flatMap((duty) =>
      duty.seat && posts.has(duty.seat.post.id) ? [{ duty, postId: duty.seat.post.id }] : [],
    );
  const beside = groupedBy(seated, ({ duty: { span }, postId }) => `${postId} ${span.start} ${span.end}`);
  return [
    ...shifts.map((shift) => ({ postId: shift.postId, span: shift.span, shift, duties: [] })),
    ...[...beside.values()].flatMap((all) =>
      all
        .slice(0, 1)
        .map(({ postId, duty: { span } }) => ({ postId, span, duties: all.map(({ duty }) => duty) })),
    ),
  ].sort((a, b) => a.span.start - b.span.start);
}

/** Each shift with the next of its post that begins when it is over, or later; one of the two is the plan's own. */
function successions(plan: Plan, asked: Params): [Watch, Watch][] {
  return [...groupedBy(watchesOf(plan, asked), ({ postId }) => postId).values()].flatMap((watches) =>
    watches.flatMap((watch, i): [Watch, Watch][] => {
      const next = watches.slice(i + 1).find(({ span }) => span.start >= watch.span.end);
      return next && (watch.shift ?? next.shift) ? [[watch, next]] : [];
    }),
  );
}

const dutiesOf = (staffId: string, { duties }: Watch): FixedDuty[] =>
  duties.filter((duty) => duty.staffId === staffId);

export const afterWhom = defineConstraint({
  code: 'after-whom',
  kind: 'rule',
  params,
  defaults: {
    strength: { kind: 'soft', weight: 50 },
    params: { staffIds: [], takeOver: 'always', scope: {} },
  },
  variant: ({ takeOver }) => takeOver,
  reachDays: () => REACH_DAYS,

  violations(plan, roster, asked) {
    const [first = '', second = ''] = asked.staffIds;
    const isOn = (staffId: string, watch: Watch): boolean =>
      watch.shift ? roster.stands(staffId, watch.shift.id) : dutiesOf(staffId, watch).length > 0;
    return successions(plan, asked).flatMap(([before, next]) => {
      const stands = [isOn(first, before), isOn(second, next)] as const;
      const isBroken = asked.takeOver === 'always' ? stands[0] !== stands[1] : stands[0] && stands[1];
      if (!isBroken) return [];
      const staffIds = [first, second].filter((_, i) => stands[i]);
      const shiftIds = [before, next].flatMap(({ shift }) => shift?.id ?? []);
      const fixed = [...dutiesOf(first, before), ...dutiesOf(second, next)];
      return [{ amount: 1, staffIds, shiftIds, params: {}, ...(fixed.length > 0 ? { fixed } : {}) }];
    });
  },

  terms(plan, asked, sink) {
    const [first = '', second = ''] = asked.staffIds;
    const isAlways = asked.takeOver === 'always';
    for (const [before, next] of successions(plan, asked)) {
      const sides = [
        { staffId: first, watch: before, coefficient: 1 },
        { staffId: second, watch: next, coefficient: isAlways ? -1 : 1 },
      ];
      const blocks = sides.flatMap(({ staffId, watch, coefficient }) => {
        if (!watch.shift) return [];
        const shifts = Int32Array.of(sink.shift(watch.shift.id));
        const coefficients = Int32Array.of(coefficient);
        return [{ people: Int32Array.of(sink.person(staffId)), shifts, coefficients }];
      });
      const offset = sides
        .filter(({ staffId, watch }) => dutiesOf(staffId, watch).length > 0)
        .reduce((sum, { coefficient }) => sum + coefficient, 0);
      const price = isAlways
        ? ({ kind: 'range', below: 0, above: 0 } as const)
        : ({ kind: 'range', above: 1 } as const);
      sink.counter({ blocks, offset, price });
    }
  },
});
