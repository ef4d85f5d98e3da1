/** What a change would take away, in words, before anyone says yes to it. */

import type { FallenAway } from '../../app/periods/rewrite-period.ts';
import { parseDay } from '../../calendar/day.ts';
import type { Case } from '../../domain/case.ts';
import type { Assignment } from '../../domain/roster.ts';
import { staffName } from '../../domain/staff-names.ts';
import { formatWeekdayDateShort } from '../../i18n/format.ts';
import { compareNames } from '../../kernel/names.ts';
import type { Visit } from '../kit/visit.ts';

const MOST_NAMED = 6;

/** One line a kind of thing; empty when nothing is lost. `source` is the case before the change. */
export function fallenWords(visit: Visit, fallen: FallenAway, source: Case): string[] {
  const { say } = visit;
  const nameOf = (staffId: string): string => staffName(source.staff, staffId) || staffId;
  const names = (ids: readonly string[]): string =>
    listed([...new Set(ids)].map(nameOf).sort(compareNames), say);
  const seats = (all: readonly Pick<Assignment, 'shiftId' | 'staffId'>[]): string =>
    listed(
      all.map((each) => `${nameOf(each.staffId)} (${casedShift(visit, each.shiftId, source)})`),
      say,
    );
  const { pins, seats: stood, past, rules } = fallen;
  const ruleNames = [...new Set(rules.map(({ constraint }) => say(`constraint.${constraint}.name`)))];
  return [
    ...(stood.length > 0 ? [say('setup.fallen.seats', { count: stood.length, list: seats(stood) })] : []),
    ...(pins.length > 0 ? [say('setup.fallen.pins', { count: pins.length, list: seats(pins) })] : []),
    ...(past.length > 0
      ? [say('setup.fallen.past', { count: past.length, list: names(past.map(({ staffId }) => staffId)) })]
      : []),
    ...(rules.length > 0
      ? [say('setup.fallen.rules', { count: rules.length, list: listed(ruleNames, say) })]
      : []),
  ];
}

/** `Giám sát, Đêm T6 05/02`. */
export function casedShift({ language }: Visit, shiftId: string, { posts }: Pick<Case, 'posts'>): string {
  const [postId, patternId, text = ''] = shiftId.split('/');
  const post = posts.find(({ id }) => id === postId);
  const pattern = post?.patterns.find(({ id }) => id === patternId);
  const day = parseDay(text);
  if (!post || !pattern || !day) return shiftId;
  return `${post.shortName}, ${pattern.label} ${formatWeekdayDateShort(language, day)}`;
}

function listed(words: readonly string[], say: Visit['say']): string {
  const named = words.slice(0, MOST_NAMED);
  const more = words.length - named.length;
  return [...named, ...(more > 0 ? [say('setup.fallen.more', { count: more })] : [])].join('; ');
}
