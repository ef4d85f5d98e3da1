/** What the referee found, in words: what is wrong, and who and which shifts it concerns. It judges nothing itself. */

import type { Violation } from '../constraints/check.ts';
import type { PublishedSeat } from '../domain/duty-stream.ts';
import type { Plan } from '../domain/plan.ts';
import { staffName } from '../domain/staff-names.ts';
import { isMessageKey, type Language, translate } from '../i18n/translate.ts';
import { fixedLine, shiftLine } from './roster/shift-words.ts';

/** The most shifts named in a line; beyond it a line would not be read. */
const MOST_SHIFTS = 4;

/** `Chỉ nghỉ 8 giờ, cần 12`. */
export function violationText(language: Language, { constraint, params }: Violation): string {
  const whole = `constraint.${constraint}.violation`;
  const ofKind = `constraint.${constraint}.violation.${params.kind}`;
  return translate(language, isMessageKey(ofKind) ? ofKind : whole, params);
}

/**
 * `Bùi Đức Anh · CN 07/02 Chiều 14–22 → T2 08/02 Sáng 06–14`, duties of other periods with them; the post's name where it
 * concerns nobody.
 */
export function violationWhere(
  language: Language,
  plan: Plan,
  { staffIds, shiftIds, fixed = [] }: Pick<Violation, 'staffIds' | 'shiftIds' | 'fixed'>,
): string {
  const people = plan.staff.filter(({ id }) => staffIds.includes(id));
  const names = people.map(({ id }) => staffName(plan.staff, id));
  const shifts = plan.shifts.filter(({ id }) => shiftIds.includes(id));
  const duties = [
    ...shifts.map((shift) => ({ start: shift.span.start, words: shiftLine(language, plan, shift) })),
    ...fixed.map((duty) => ({ start: duty.span.start, words: fixedLine(language, plan, duty) })),
  ].sort((a, b) => a.start - b.start);
  const spans = duties.slice(0, MOST_SHIFTS).map(({ words }) => words);
  const more = duties.length > MOST_SHIFTS ? ['…'] : [];
  const post =
    names.length === 0 ? plan.posts.find(({ id }) => id === shifts[0]?.postId)?.shortName : undefined;
  return [names.join(', '), post, [...spans, ...more].join(' → ')].filter(Boolean).join(' · ');
}

/** Periods whose published duties a violation names, each once. */
export function periodsBeside({ fixed = [] }: Pick<Violation, 'fixed'>): PublishedSeat['period'][] {
  const periods = fixed.flatMap(({ seat }) => (seat ? [seat.period] : []));
  return [...new Map(periods.map((period) => [period.id, period])).values()];
}
