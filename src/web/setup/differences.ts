/** Where a period differs from what stands for its unit, a sentence each, with what either side has. */

import { isDeepStrictEqual } from 'node:util';
import type { Differences } from '../../app/standing/take-standing.ts';
import { type Instant, MS_PER_MINUTE } from '../../calendar/interval.ts';
import { constraintOf, findConstraint } from '../../constraints/catalogue.ts';
import { ruleFields } from '../../constraints/rule-fields.ts';
import type { Rule } from '../../domain/rule-set.ts';
import type { PostDifference, RuleDifference } from '../../domain/standing.ts';
import type { Post, ShiftPattern } from '../../domain/unit.ts';
import { formatClockRange } from '../../i18n/format.ts';
import type { Visit } from '../kit/visit.ts';
import { standingPath } from '../paths/setup.ts';
import { coverWords } from './posts-page.ts';

/** False where nothing differs. */
export function differenceList(
  visit: Visit,
  periodId: string,
  { part, found }: { readonly part: 'posts' | 'rules'; readonly found: Differences },
) {
  const lines =
    part === 'posts'
      ? found.posts.map((each) => ({ ref: each.ref, words: postWords(visit, each) }))
      : found.rules.map((each) => ({ ref: each.ref, words: ruleWords(visit, each) }));
  if (lines.length === 0) return false;
  const title = visit.say('standing.title', { count: lines.length });
  return { part, action: standingPath(periodId), title, lines };
}

function postWords(visit: Visit, difference: PostDifference): string {
  const { say } = visit;
  if (difference.kind === 'post') {
    const { unit, period } = difference;
    return say(unit ? 'standing.post.missing' : 'standing.post.added', {
      post: (unit ?? period)?.name ?? '',
    });
  }
  if (difference.kind === 'field') {
    const { field, unit, period } = difference;
    return say('standing.differs', {
      what: say('standing.of-post', { field: say(`standing.field.${field}`), post: period.name }),
      unit: fieldWords(visit, unit, field),
      period: fieldWords(visit, period, field),
    });
  }
  const { post, unit, period } = difference;
  const what = say('standing.shift', { shift: (period ?? unit)?.label ?? '', post: post.name });
  if (!unit) return say('standing.added', { what });
  if (!period) return say('standing.missing', { what, unit: hoursOf(visit, unit) });
  return say('standing.differs', {
    what,
    unit: patternWords(visit, unit, period),
    period: patternWords(visit, period, unit),
  });
}

function fieldWords(visit: Visit, post: Post, field: (PostDifference & { kind: 'field' })['field']): string {
  const { say } = visit;
  switch (field) {
    case 'tier':
      return say(`posts.tier.${post.tier}`);
    case 'presence':
      return say(`posts.presence.${post.presence}`);
    case 'cover':
      return coverWords(visit, post.cover);
    case 'contacts':
      return listed(
        visit,
        post.contacts.map(({ name, phone = '' }) => `${name} ${phone}`.trim()),
      );
    case 'skills':
    case 'systems':
      return listed(visit, post[field]);
    default:
      return post[field];
  }
}

function listed({ say }: Visit, words: readonly string[]): string {
  return words.length > 0 ? words.join(', ') : say('word.none');
}

function hoursOf({ language }: Visit, { start, durationMinutes }: ShiftPattern): string {
  // Of no day in particular: clock times alone.
  const [hours = 0, minutes = 0] = start.split(':').map(Number);
  const begin = ((hours * 60 + minutes) * MS_PER_MINUTE) as Instant;
  const end = (begin + durationMinutes * MS_PER_MINUTE) as Instant;
  return formatClockRange(language, { start: begin, end }, 'UTC');
}

/** Hours, and what else is not the same on the other side. */
function patternWords(visit: Visit, pattern: ShiftPattern, other: ShiftPattern): string {
  const { say } = visit;
  const { label, days, rrule, cover, from } = pattern;
  return [
    ...(label === other.label ? [] : [label]),
    hoursOf(visit, pattern),
    ...(days === other.days ? [] : [say(`posts.days.${days ?? 'every'}`)]),
    ...(rrule === other.rrule ? [] : [rrule]),
    ...(from === other.from ? [] : [say('standing.from', { day: from ?? '–' })]),
    ...(isDeepStrictEqual(cover, other.cover)
      ? []
      : [cover ? coverWords(visit, cover) : say('standing.post-cover')]),
  ].join(', ');
}

function ruleWords(visit: Visit, difference: RuleDifference): string {
  const { say } = visit;
  if (difference.kind === 'points') return say('standing.points');
  const { unit, period } = difference;
  const what = say('standing.rule', { rule: say(`constraint.${(unit ?? period)?.constraint}.name`) });
  if (!unit) return say('standing.added', { what });
  if (!period) return say('standing.missing', { what, unit: strengthOf(visit, unit) });
  const [there, here] = [settings(visit, unit, period), settings(visit, period, unit)];
  return say('standing.differs', { what, unit: there, period: here });
}

/** How strongly it holds, and those of its figures and choices that are not the same on the other side. */
function settings(visit: Visit, rule: Rule, other: Rule): string {
  const { say } = visit;
  const constraint = findConstraint(rule.constraint);
  const fields = constraint ? ruleFields(constraintOf(rule.constraint)) : [];
  const told = fields.flatMap(({ name, kind }) => {
    const value = rule.params[name];
    if (isDeepStrictEqual(value, other.params[name])) return [];
    const label = say(`rules.param.${name}`);
    if (kind === 'number') return [`${label}: ${value === undefined ? '–' : String(value)}`];
    if (kind === 'choice') return [`${label}: ${say(`rules.param.${name}.${String(value)}`)}`];
    if (kind === 'switch') return [`${label}: ${say(value === true ? 'word.yes' : 'standing.no')}`];
    return [say('standing.other', { label })];
  });
  const strength = isDeepStrictEqual(rule.strength, other.strength) ? [] : [strengthOf(visit, rule)];
  return [...strength, ...told].join(', ');
}

function strengthOf({ say }: Visit, { strength }: Rule): string {
  return strength.kind === 'hard' ? say('rules.hard') : `${say('rules.soft')} (${strength.weight})`;
}
