/** The smallest things that could be changed in what a period is made from so that one more seat can be filled. */

import { addDays } from '../calendar/day.ts';
import { overlaps, plusMinutes } from '../calendar/interval.ts';
import { dayOf } from '../calendar/zone.ts';
import { expandAvailability } from './availability-spans.ts';
import type { AvailabilityEntry, Case } from './case.ts';
import type { Shift } from './shift.ts';

/**
 * `seat`: nothing need change, the person can simply take it. `leave`: the person works this shift after all. `skill`:
 * the person counts as qualified. `limit`: one more for all. `cover`: one person less is asked for.
 */
export type Repair =
  | { readonly kind: 'seat'; readonly staffId: string }
  | { readonly kind: 'leave'; readonly staffId: string }
  | { readonly kind: 'skill'; readonly staffId: string }
  | { readonly kind: 'limit'; readonly rule: string }
  | { readonly kind: 'cover' };

/** The case with the repair made for the sake of one shift; the same case where there is nothing to repair. */
export function repairCase(source: Case, repair: Repair, shift: Shift): Case {
  if (repair.kind === 'seat') return source;
  if (repair.kind === 'leave') {
    const availability = source.availability.flatMap((entry) =>
      entry.kind === 'leave' && entry.staffId === repair.staffId
        ? withoutShift(entry, shift, source.unit.zone)
        : [entry],
    );
    return { ...source, availability };
  }
  if (repair.kind === 'skill') {
    const asked = source.posts.find(({ id }) => id === shift.postId)?.skills ?? [];
    const staff = source.staff.map((member) =>
      member.id === repair.staffId
        ? { ...member, skills: [...new Set([...member.skills, ...asked])] }
        : member,
    );
    return { ...source, staff };
  }
  return repair.kind === 'limit' ? withHigherLimit(source, repair.rule) : withLowerCover(source, shift);
}

/** Whole days are kept but for those the shift touches; a stretch of the clock or a recurrence goes altogether. */
function withoutShift(entry: AvailabilityEntry, shift: Shift, zone: string): AvailabilityEntry[] {
  const touches = (each: AvailabilityEntry): boolean =>
    expandAvailability([each], shift.span, zone).leave.some(({ span }) => overlaps(span, shift.span));
  if (!touches(entry)) return [entry];
  if (entry.rrule !== undefined || entry.startTime !== undefined) return [];
  const last = dayOf(plusMinutes(shift.span.end, -1), zone);
  const after = addDays(last, 1);
  return [
    ...(entry.from < shift.day ? [{ ...entry, to: shift.day }] : []),
    ...(after < entry.to ? [{ ...entry, from: after }] : []),
  ];
}

function withHigherLimit(source: Case, ruleId: string): Case {
  const rules = source.ruleSet.rules.map((rule) => {
    const { most } = rule.params;
    return rule.id === ruleId && typeof most === 'number'
      ? { ...rule, params: { ...rule.params, most: most + 1 } }
      : rule;
  });
  return { ...source, ruleSet: { ...source.ruleSet, rules } };
}

/** All shifts of the pattern: a post asks for people by pattern, not by day. */
function withLowerCover(source: Case, { postId, patternId, cover }: Shift): Case {
  const minimum = Math.max(0, cover.minimum - 1);
  const posts = source.posts.map((post) =>
    post.id === postId
      ? {
          ...post,
          patterns: post.patterns.map((pattern) =>
            pattern.id === patternId ? { ...pattern, cover: { minimum, target: cover.target } } : pattern,
          ),
        }
      : post,
  );
  return { ...source, posts };
}
