/**
 * A person rests long enough between two duties: 12 hours before changing to another shift (Labour Code Art. 110), less
 * where one of the two is standby at home. Overlaps are `no-overlap`'s alone, so that one fault is not told twice.
 */

import { z } from 'zod';
import { type Interval, minutesBetween } from '../calendar/interval.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import type { Post } from '../domain/unit.ts';
import { defineConstraint, type Finding } from './constraint.ts';
import { closePairs, gapMinutes } from './duty-pairs.ts';

const WEEK_HOURS = 7 * 24;

const params = z.strictObject({
  restHours: z.number().min(0).max(WEEK_HOURS).default(12),
  /** Rest asked when the duty before or after is standby; 0 asks for none. */
  standbyRestHours: z.number().min(0).max(WEEK_HOURS).default(8),
  /** After a duty on site the rest is at least as long as that duty: nghỉ bù after 24/24. */
  asLongAsDuty: z.boolean().default(false),
  /** Leaders keep watch by staying within call: between shifts of the same leader post no rest is asked. */
  leadersContinue: z.boolean().default(true),
});

type Params = z.infer<typeof params>;

const postsById = (plan: Plan): Map<string, Post> => new Map(plan.posts.map((post) => [post.id, post]));

/** The duty that comes first; without a post it is one from before the period, which counts as on site. */
interface Before {
  readonly span: Interval;
  readonly post?: Post | undefined;
}

/** Minutes of rest asked between a duty and a later shift of the post `after`. */
function restAsked(asked: Params, before: Before, after: Post | undefined): number {
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
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'hard' }, params: params.parse({}) },
  variant: ({ asLongAsDuty }) => (asLongAsDuty ? 'as-long-as-duty' : undefined),

  violations(plan, roster, rest) {
    const posts = postsById(plan);
    const found: Finding[] = [];
    const judge = (staffId: string, shifts: readonly Shift[], asked: number, gap: number): void => {
      const amount = hoursShort(asked, gap);
      const params = { rest: gap / 60, asked: asked / 60 };
      if (amount > 0)
        found.push({ amount, staffIds: [staffId], shiftIds: shifts.map(({ id }) => id), params });
    };
    for (const { id } of plan.staff) {
      const shifts = roster.shiftsOf(id);
      for (const duty of plan.past.filter(({ staffId }) => staffId === id)) {
        for (const shift of shifts) {
          const asked = restAsked(rest, duty, posts.get(shift.postId));
          judge(id, [shift], asked, gapMinutes(duty.span, shift.span));
        }
      }
      for (const [a, b] of closePairs(shifts, WEEK_HOURS * 60)) {
        const asked = restAsked(rest, { span: a.span, post: posts.get(a.postId) }, posts.get(b.postId));
        judge(id, [a, b], asked, gapMinutes(a.span, b.span));
      }
    }
    return found;
  },

  terms(plan, rest, sink) {
    const posts = postsById(plan);
    for (const [a, b] of closePairs(plan.shifts, WEEK_HOURS * 60)) {
      const asked = restAsked(rest, { span: a.span, post: posts.get(a.postId) }, posts.get(b.postId));
      const hours = hoursShort(asked, gapMinutes(a.span, b.span));
      if (hours > 0) sink.conflict(sink.shift(a.id), sink.shift(b.id), hours);
    }
    for (const duty of plan.past) {
      for (const shift of plan.shifts) {
        const asked = restAsked(rest, duty, posts.get(shift.postId));
        const hours = hoursShort(asked, gapMinutes(duty.span, shift.span));
        if (hours > 0) sink.mask([sink.person(duty.staffId)], [sink.shift(shift.id)], hours);
      }
    }
  },
});
