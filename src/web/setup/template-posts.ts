/** Posts from templates, as `unit.json` would have them, in the words of the reader's language. */

import type { WrittenPost } from '../../app/periods/save-posts.ts';
import type { ClockTime } from '../../calendar/zone.ts';
import { type PostTemplate, startingAt } from '../../domain/post-templates.ts';
import type { ShiftPattern } from '../../domain/unit.ts';
import { foldForSearch } from '../../kernel/names.ts';
import { freeSlug, slugOf } from '../../kernel/slug.ts';
import type { Visit } from '../kit/visit.ts';

export const MOST_ID = 36;

export interface TemplateTaking {
  /** Words of skills people of the unit have: a template asks for its own only where someone has it. */
  readonly skills: readonly string[];
  /** Ids that are taken. */
  readonly taken: ReadonlySet<string>;
  /** Shifts begin then instead: an urgent rota begins now. */
  readonly start?: ClockTime;
}

export function postOfTemplate(
  { say }: Visit,
  template: PostTemplate,
  { skills, taken, start }: TemplateTaking,
): WrittenPost {
  const name = say(`post-template.${template.code}.post`);
  const own = foldForSearch(say(`post-template.skill.${template.tier}`));
  return {
    id: freeSlug(slugOf(name, { most: MOST_ID, fallback: 'post' }), taken),
    name,
    shortName: say(`post-template.${template.code}.short`),
    tier: template.tier,
    presence: template.presence,
    skills: skills.filter((skill) => foldForSearch(skill) === own),
    cover: template.cover,
    systems: [],
    contacts: [],
    patterns: patternsOf(say, start === undefined ? template.patterns : startingAt(template.patterns, start)),
  };
}

/** For a picture: as patterns of a post. */
export function patternsOfTemplate(
  { say }: Visit,
  { patterns }: PostTemplate,
  start?: ClockTime,
): ShiftPattern[] {
  const moved = start === undefined ? patterns : startingAt(patterns, start);
  return patternsOf(say, moved).map(({ hours, ...rest }) => ({ ...rest, durationMinutes: hours * 60 }));
}

function patternsOf(say: Visit['say'], patterns: PostTemplate['patterns']): WrittenPost['patterns'] {
  const ids = new Set<string>();
  return patterns.map(({ name, start, durationMinutes, days, cover }) => {
    const label = say(`post-template.shift.${name}`);
    const id = freeSlug(slugOf(label, { most: MOST_ID, fallback: 'shift' }), ids);
    ids.add(id);
    return {
      id,
      label,
      rrule: 'FREQ=DAILY',
      start,
      hours: durationMinutes / 60,
      ...(days === undefined ? {} : { days }),
      ...(cover === undefined ? {} : { cover }),
    };
  });
}
