/** Posts as the page lists them, and the templates one can start from. */

import type { ClockTime } from '../../calendar/zone.ts';
import type { Plan } from '../../domain/plan.ts';
import { POST_TEMPLATES } from '../../domain/post-templates.ts';
import type { Contact, Cover, Post } from '../../domain/unit.ts';
import type { Visit } from '../kit/visit.ts';
import { telephonePath } from '../paths/periods.ts';
import { postPath } from '../paths/setup.ts';
import { type DayPicture, dayPictures, templatePictures } from './day-picture.ts';
import { type SetupBar, setupBar } from './setup-bar.ts';
import { patternsOfTemplate } from './template-posts.ts';

export interface PostCard {
  readonly id: string;
  readonly name: string;
  readonly tier: string;
  readonly presence: string;
  readonly standby: boolean;
  readonly cover: string;
  /** Covers of single shifts that differ from the post's. */
  readonly ownCovers: readonly string[];
  readonly skills: string;
  readonly systems: readonly string[];
  readonly contacts: readonly {
    readonly name: string;
    readonly phone: string;
    readonly tel: string;
    readonly more: string;
  }[];
  readonly pictures: readonly DayPicture[];
  readonly shifts: string;
  readonly href: string;
  readonly first: boolean;
  readonly last: boolean;
}

export interface TemplateCard {
  readonly code: string;
  readonly name: string;
  readonly about: string;
  readonly pictures: readonly DayPicture[];
}

export function postsModel(
  visit: Visit,
  plan: Plan,
): {
  readonly bar: SetupBar;
  readonly posts: readonly PostCard[];
  readonly templates: readonly TemplateCard[];
  readonly count: string;
} {
  const { period, unit, posts } = plan;
  return {
    bar: setupBar(visit, { unitId: unit.id, id: period.id, name: period.name }, { page: 'posts' }),
    posts: posts.map((post, i) =>
      cardOf(visit, plan, { post, first: i === 0, last: i === posts.length - 1 }),
    ),
    templates: templateCards(visit),
    count: visit.say('posts.count', { count: posts.length }),
  };
}

/** @param start when shifts shall begin instead. */
export function templateCards(visit: Visit, start?: ClockTime): TemplateCard[] {
  return POST_TEMPLATES.map((template) => ({
    code: template.code,
    name: visit.say(`post-template.${template.code}.name`),
    about: [
      visit.say(`posts.tier.${template.tier}`),
      visit.say(`posts.presence.${template.presence}`),
      coverWords(visit, template.cover),
    ].join(' · '),
    pictures: templatePictures(visit, patternsOfTemplate(visit, template, start)),
  }));
}

function cardOf(
  visit: Visit,
  plan: Plan,
  { post, first, last }: { readonly post: Post; readonly first: boolean; readonly last: boolean },
): PostCard {
  const { say } = visit;
  return {
    id: post.id,
    name: post.name,
    tier: say(`posts.tier.${post.tier}`),
    presence: say(`posts.presence.${post.presence}`),
    standby: post.presence === 'standby',
    cover: coverWords(visit, post.cover),
    ownCovers: post.patterns.flatMap(({ label, cover }) =>
      cover === undefined ? [] : [say('posts.own-cover', { shift: label, cover: coverWords(visit, cover) })],
    ),
    skills: post.skills.join(', '),
    systems: post.systems,
    contacts: post.contacts.map(contactOf),
    pictures: dayPictures(visit, plan, post),
    shifts: say('posts.shift-count', {
      count: plan.shifts.filter(({ postId }) => postId === post.id).length,
    }),
    href: postPath(plan.period.id, post.id),
    first,
    last,
  };
}

function contactOf({ name, phone = '', email = '', note = '' }: Contact): PostCard['contacts'][number] {
  const more = [email, note].filter((text) => text !== '').join(' · ');
  return { name, phone, tel: phone === '' ? '' : telephonePath(phone), more };
}

export function coverWords({ say }: Visit, { minimum, target }: Cover): string {
  return target > minimum ? say('posts.cover-range', { minimum, target }) : say('posts.cover', { minimum });
}
