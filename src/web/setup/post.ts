/** One post of a period: what it is, what it watches, whom it calls, and its shifts. */

import { getCase } from '../../app/periods/get-case.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { postsSeen, previewPosts, savePosts, writtenPost } from '../../app/periods/save-posts.ts';
import { stampOf } from '../../app/stamp.ts';
import { keepForUnit } from '../../app/standing/take-standing.ts';
import type { Case } from '../../domain/case.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { postPath, postsPath, unitStandingPath } from '../paths/setup.ts';
import { dayPictures } from './day-picture.ts';
import { postFault, rowsOf, typedPost, valuesOfPost } from './post-form.ts';
import { postFormView } from './post-form-view.ts';
import { type ShownForm, settle } from './settle.ts';
import { setupBar } from './setup-bar.ts';

/** Saves for the period and for the unit. */
const KEEP = 'save-unit';

export async function showPost(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { source, post } = await open(visit, deps);
  return page(visit, deps, source, { values: valuesOfPost(writtenPost(post)), faults: [], fallen: [] });
}

export async function savePost(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { key, source, post, index } = await open(visit, deps);
  const values = new URLSearchParams(visit.form);
  const step = values.get('step') ?? 'save';
  if (step === 'more-shifts') values.set('shifts', String(rowsOf(values, 'shift') + 1));
  if (step === 'more-contacts') values.set('contacts', String(rowsOf(values, 'contact') + 1));
  if (step !== 'save' && step !== KEEP) return page(visit, deps, source, { values, faults: [], fallen: [] });
  const typed = typedPost(values, post.id);
  const saving = savePosts(deps.app, {
    key,
    written: writtenPosts(source, index, typed),
    seen: values.get('seen') ?? '',
    agreed: values.has('agreed'),
    actor: visit.actor,
  });
  const faultOf = (fault: Fault) => postFault(fault, index, typed);
  const unsettled = await settle(visit, saving, { values, source, faultOf });
  if (unsettled) return page(visit, deps, source, { values, ...unsettled });
  if (step !== KEEP) return { kind: 'redirect', to: postsPath(key.periodId, 'saved') };
  await keepForUnit(deps.app, { key, part: 'posts', by: visit });
  return { kind: 'redirect', to: `${unitStandingPath(key.unitId)}?done=kept` };
}

async function open(visit: Visit, { app }: WebDeps) {
  const key = await resolvePeriod(app, visit.param('period'));
  const source = await getCase(app, key);
  const index = source.posts.findIndex(({ id }) => id === visit.param('post'));
  const post = source.posts[index];
  if (!post) throw new AppError('not-found', 'setup.failure.post', { post: visit.param('post') });
  return { key, source, post, index };
}

async function page(visit: Visit, { app }: WebDeps, source: Case, shown: ShownForm): Promise<Reply> {
  const { unit, period } = source;
  const { values, fallen, status } = shown;
  const key = { unitId: unit.id, periodId: period.id };
  const index = source.posts.findIndex(({ id }) => id === visit.param('post'));
  const typed = typedPost(values, visit.param('post'));
  const preview = await previewPosts(app, key, writtenPosts(source, index, typed));
  const previewed = preview.ok ? preview.value.posts[index] : undefined;
  return {
    kind: 'page',
    view: 'setup/post',
    title: visit.say('posts.post-title', { post: values.get('name') ?? '' }),
    unitName: unit.name,
    ...(status === undefined ? {} : { status }),
    model: {
      bar: setupBar(visit, { unitId: unit.id, id: period.id, name: period.name }, { page: 'posts' }),
      ...postFormView(visit, source, shown),
      pictures: preview.ok && previewed ? dayPictures(visit, preview.value, previewed) : [],
      seen: values.get('seen') ?? stampOf(postsSeen(source)),
      fallen,
      action: postPath(period.id, visit.param('post')),
      back: postsPath(period.id),
    },
  };
}

/** The posts as stored, one of them as typed: nobody has looked over that one yet. */
function writtenPosts(
  { posts }: Pick<Case, 'posts'>,
  index: number,
  typed: { readonly written: object },
): unknown[] {
  return posts.map((post, i) => (i === index ? typed.written : writtenPost(post)));
}
