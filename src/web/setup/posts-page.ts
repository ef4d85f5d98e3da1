/** Posts as the page lists them, and the templates one can start from. */

import type { ClockTime } from '../../calendar/zone.ts';
import type { Plan } from '../../domain/plan.ts';
import { POST_TEMPLATES } from '../../domain/post-templates.ts';
import type { Contact, Cover, Post } from '../../domain/unit.ts';
import type { Visit } from '../kit/visit.ts';
import { telephonePath } from '../paths/periods.ts';
import { postPath } from '../paths/setup.ts';
import { dayPictures, templatePictures } from './day-picture.ts';
import { setupBar } from './setup-bar.ts';
import { patternsOfTemplate } from './template-posts.ts';

export function postsModel(visit: Visit, plan: Plan) {
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
export function templateCards(visit: Visit, start?: ClockTime) {
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
) {
  const { say } = visit;
  return {
    id: post.id,
    name: post.name,
    tier: say(`posts.tier.${post.tier}`),
    presence: say(`posts.presence.${post.presence}`),
    standby: post.presence === 'standby',
    cover: coverWords(visit, post.cover),
    // Covers of single shifts that differ from the post's.
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

function contactOf({ name, phone = '', email = '', note = '' }: Contact) {
  const more = [email, note].filter((text) => text !== '').join(' · ');
  return { name, phone, tel: phone === '' ? '' : telephonePath(phone), more };
}

export function coverWords({ say }: Visit, { minimum, target }: Cover): string {
  return target > minimum ? say('posts.cover-range', { minimum, target }) : say('posts.cover', { minimum });
}
