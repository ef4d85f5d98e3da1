/** What of a published roster answers an order: who stands within its hours, as the unit has them today. */

import { type Interval, overlaps } from '../calendar/interval.ts';
import type { AnswerDuty } from './answer.ts';
import { isUnstood, type RosterVersion } from './version.ts';

/** By start. Seats whose people have left or can't stand them are nobody's. */
export function dutiesOf(version: RosterVersion, span: Interval): AnswerDuty[] {
  if (version.withdrawn) return [];
  const { plan, roster } = version;
  const shifts = new Map(plan.shifts.map((shift) => [shift.id, shift]));
  const posts = new Map(plan.posts.map((post) => [post.id, post]));
  const people = new Map(plan.staff.map((member) => [member.id, member]));
  return roster.assignments
    .flatMap(({ shiftId, staffId }): AnswerDuty[] => {
      const shift = shifts.get(shiftId);
      const [post, person] = [posts.get(shift?.postId ?? ''), people.get(staffId)];
      if (!shift || !post || !person || !overlaps(shift.span, span)) return [];
      if (isUnstood(version, staffId, shift)) return [];
      const { name, title, phone, officePhone } = person;
      const called = phone === '' ? officePhone : phone;
      return [
        { tier: post.tier, label: post.shortName, span: shift.span, name, title, phone: called, staffId },
      ];
    })
    .sort((a, b) => a.span.start - b.span.start);
}

/** Whether two lists say the same of the same hours. */
export function sameDuties(a: readonly AnswerDuty[], b: readonly AnswerDuty[]): boolean {
  const text = (duties: readonly AnswerDuty[]): string =>
    JSON.stringify(
      duties
        .map(({ tier, label, span, name, title, phone }) => [tier, label, span, name, title, phone])
        .sort(),
    );
  return text(a) === text(b);
}
