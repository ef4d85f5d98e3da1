/** Which duties a rule looks at, for rules that need not look at all of them: standby at home is not counted as hours. */

import { z } from 'zod';
import { type Day, weekday } from '../calendar/day.ts';
import { type HolidayBreak, isHoliday } from '../calendar/holidays.ts';
import { NAMED_DAYS, type NamedDay } from '../calendar/named-days.ts';
import { type FixedDuty, streamOf } from '../domain/duty-stream.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import { type Post, PRESENCES, TIERS } from '../domain/unit.ts';

/** Monday first, as `weekday` counts them. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Days a scope may name: of the week, Monday first, every paid holiday, or one of the days that the years are compared by. */
export const SCOPE_DAYS = [...WEEKDAYS, 'holiday', ...NAMED_DAYS] as const;
export type ScopeDay = (typeof SCOPE_DAYS)[number];

/** Every part given must hold; an empty scope is every duty. */
export const shiftScope = z
  .strictObject({
    presence: z.enum(PRESENCES).optional(),
    tiers: z.array(z.enum(TIERS)).min(1).optional(),
    /** Post ids. */
    posts: z.array(z.string().min(1)).min(1).optional(),
    /** `post/pattern`. */
    patterns: z.array(z.string().min(1)).min(1).optional(),
    /** Any of them; a night counts to the day on which it begins, Giao thừa to who stands at midnight. */
    days: z.array(z.enum(SCOPE_DAYS)).min(1).optional(),
  })
  .meta({ field: 'scope' })
  .default({});

export type ShiftScope = z.infer<typeof shiftScope>;

type ScopedPost = Pick<Post, 'id' | 'tier' | 'presence'>;

function isPostInScope({ presence, tiers, posts }: ShiftScope, post: ScopedPost): boolean {
  return (
    (presence === undefined || presence === post.presence) &&
    (tiers === undefined || tiers.includes(post.tier)) &&
    (posts === undefined || posts.includes(post.id))
  );
}

function isDayInScope(
  { days }: ShiftScope,
  { day, namedDay }: { readonly day: Day; readonly namedDay?: NamedDay | undefined },
  breaks: readonly HolidayBreak[],
): boolean {
  if (days === undefined) return true;
  return days.some(
    (each) =>
      each === namedDay ||
      each === WEEKDAYS[weekday(day) - 1] ||
      (each === 'holiday' && isHoliday(day, breaks)),
  );
}

/** The plan's shifts in scope, in its order. */
export function shiftsInScope(plan: Plan, scope: ShiftScope): Shift[] {
  const posts = new Set(plan.posts.filter((post) => isPostInScope(scope, post)).map(({ id }) => id));
  return plan.shifts.filter(
    (shift) =>
      posts.has(shift.postId) &&
      (scope.patterns?.includes(`${shift.postId}/${shift.patternId}`) ?? true) &&
      isDayInScope(scope, shift, plan.breaks),
  );
}

/** The person's fixed duties in scope, by start; of a hand-typed one only the day is known, so its post always counts. */
export function fixedInScope(plan: Plan, scope: ShiftScope, staffId: string): FixedDuty[] {
  return streamOf(plan.fixed)
    .of(staffId)
    .filter(({ day, seat }) => {
      const isDay = isDayInScope(scope, { day, namedDay: seat?.namedDay }, plan.breaks);
      if (!isDay || seat === undefined) return isDay;
      const { post, patternId } = seat;
      return isPostInScope(scope, post) && (scope.patterns?.includes(`${post.id}/${patternId}`) ?? true);
    });
}
