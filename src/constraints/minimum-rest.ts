/**
 * A person rests long enough between two duties: 12 hours before changing to another shift (Labour Code Art. 110), less
 * where one of the two is standby at home. Overlaps are `no-overlap`'s alone, so that one fault is not told twice.
 */

import { z } from 'zod';
import { type Interval, minutesBetween } from '../calendar/interval.ts';
import type { FixedDuty } from '../domain/duty-stream.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import type { Post } from '../domain/unit.ts';
import { defineConstraint, type Finding } from './constraint.ts';
import { closePairs, gapMinutes } from './duty-pairs.ts';
import { fixedInScope, shiftScope, shiftsInScope } from './shift-scope.ts';
import { staffScope } from './staff-scope.ts';

const WEEK_HOURS = 7 * 24;

const params = z.strictObject({
  restHours: z.number().min(0).max(WEEK_HOURS).default(12),
  /** Rest asked when the duty before or after is standby; 0 asks for none. */
  standbyRestHours: z.number().min(0).max(WEEK_HOURS).default(8),
  /** After a duty on site the rest is at least as long as that duty: nghỉ bù after 24/24. */
  asLongAsDuty: z.boolean().default(false),
  /** Leaders keep watch by staying within call: between shifts of the same leader post no rest is asked. */
  leadersContinue: z.boolean().default(true),
  /** Both duties lie in it. */
  scope: shiftScope,
  who: staffScope,
});

type Params = z.infer<typeof params>;

const postsById = (plan: Plan): Map<string, Post> => new Map(plan.posts.map((post) => [post.id, post]));

type DutyPost = Pick<Post, 'id' | 'tier' | 'presence'>;

/** A duty of any period; without a post it was typed by hand, and counts as on site. */
interface Duty {
  readonly span: Interval;
  readonly post?: DutyPost | undefined;
}

const fixedDuty = ({ span, seat }: FixedDuty): Duty => ({ span, post: seat?.post });

/** Minutes of rest asked between two duties, whichever comes first. */
function restBetween(asked: Params, one: Duty, other: Duty): number {
  return one.span.start <= other.span.start ? restAsked(asked, one, other) : restAsked(asked, other, one);
}

/** Minutes of rest asked between a duty and a later one. */
function restAsked(asked: Params, before: Duty, { post: after }: Duty): number {
  if (asked.leadersContinue && before.post?.tier === 'leader' && before.post.id === after?.id) return 0;
  const standby = before.post?.presence === 'standby' || after?.presence === 'standby';
  if (standby) return asked.standbyRestHours * 60;
  const duty = asked.asLongAsDuty ? minutesBetween(before.span.start, before.span.end) : 0;
  return Math.max(asked.restHours * 60, duty);
}

/** Begun hours of rest that are missing; 0 when the rest is long enough, or when there is none because they overlap. */
function hoursShort(asked: number, gap: number): number {
  return gap < 0 || gap >= asked ? 0 : Math.ceil((asked - gap) / 60);
}

export const minimumRest = defineConstraint({
  code: 'minimum-rest',
  personal: true,
  worsens: true,
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'hard' }, params: params.parse({}) },
  /** A duty may last as long as a week, and the rest after it as well. */
  reachDays: ({ restHours, standbyRestHours, asLongAsDuty }) =>
    asLongAsDuty ? WEEK_HOURS / 24 : Math.ceil(Math.max(restHours, standbyRestHours) / 24),
  variant: ({ asLongAsDuty }) => (asLongAsDuty ? 'as-long-as-duty' : undefined),

  violations(plan, roster, rest) {
    const posts = postsById(plan);
    const dutyOf = ({ span, postId }: Shift): Duty => ({ span, post: posts.get(postId) });
    const inside = new Set(shiftsInScope(plan, rest.scope));
    const found: Finding[] = [];
    const judge = (one: Duty, other: Duty, about: Omit<Finding, 'amount' | 'params'>): void => {
      const asked = restBetween(rest, one, other);
      const gap = gapMinutes(one.span, other.span);
      const amount = hoursShort(asked, gap);
      if (amount > 0) found.push({ ...about, amount, params: { rest: gap / 60, asked: asked / 60 } });
    };
    for (const { id } of plan.staff) {
      const shifts = roster.shiftsOf(id).filter((shift) => inside.has(shift));
      for (const duty of fixedInScope(plan, rest.scope, id)) {
        for (const shift of shifts) {
          judge(fixedDuty(duty), dutyOf(shift), { staffIds: [id], shiftIds: [shift.id], fixed: [duty] });
        }
      }
      for (const [a, b] of closePairs(shifts, WEEK_HOURS * 60)) {
        judge(dutyOf(a), dutyOf(b), { staffIds: [id], shiftIds: [a.id, b.id] });
      }
    }
    return found;
  },

  terms(plan, rest, sink) {
    const posts = postsById(plan);
    const dutyOf = ({ span, postId }: Shift): Duty => ({ span, post: posts.get(postId) });
    const hoursBetween = (one: Duty, other: Duty): number =>
      hoursShort(restBetween(rest, one, other), gapMinutes(one.span, other.span));
    const inside = shiftsInScope(plan, rest.scope);
    for (const [a, b] of closePairs(inside, WEEK_HOURS * 60)) {
      const hours = hoursBetween(dutyOf(a), dutyOf(b));
      if (hours > 0) sink.conflict(sink.shift(a.id), sink.shift(b.id), hours);
    }
    for (const { id } of plan.staff) {
      for (const duty of fixedInScope(plan, rest.scope, id)) {
        for (const shift of inside) {
          const hours = hoursBetween(fixedDuty(duty), dutyOf(shift));
          if (hours > 0) sink.mask([sink.person(id)], [sink.shift(shift.id)], hours);
        }
      }
    }
  },
});
