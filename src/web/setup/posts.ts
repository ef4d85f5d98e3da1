/** The posts of a period in order: what each asks for and what its day looks like; added, copied, moved, removed. */

import { getCase } from '../../app/periods/get-case.ts';
import { getPlan } from '../../app/periods/get-plan.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { postsSeen, savePosts, type WrittenPost, writtenPost } from '../../app/periods/save-posts.ts';
import { stampOf } from '../../app/stamp.ts';
import { listDifferences } from '../../app/standing/take-standing.ts';
import { findTemplate } from '../../domain/post-templates.ts';
import { AppError } from '../../kernel/app-error.ts';
import { freeSlug } from '../../kernel/slug.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { FormFault } from '../kit/fields.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { postPath, postsPath } from '../paths/setup.ts';
import { differenceList } from './differences.ts';
import { postsModel } from './posts-page.ts';
import { settle } from './settle.ts';
import { postOfTemplate } from './template-posts.ts';

interface Asked {
  readonly faults: readonly FormFault[];
  /** What would fall away; the same change is then offered again, agreed to. */
  readonly fallen: readonly string[];
  readonly status?: number;
}

export function showPosts(visit: Visit, deps: WebDeps): Promise<Reply> {
  return page(visit, deps, { faults: [], fallen: [] });
}

export async function changePosts(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app } = deps;
  const key = await resolvePeriod(app, visit.param('period'));
  const source = await getCase(app, key);
  const posts = source.posts.map(writtenPost);
  const skills = [...new Set(source.staff.flatMap((member) => member.skills))];
  const changed = changedPosts(visit, posts, skills);
  if (!changed) throw new AppError('invalid', 'setup.failure.change');
  const saving = savePosts(app, {
    key,
    written: changed.posts,
    seen: visit.form.get('seen') ?? '',
    agreed: visit.form.has('agreed'),
    actor: visit.actor,
  });
  const unsettled = await settle(visit, saving, { source });
  if (unsettled) return page(visit, deps, unsettled);
  const { opened } = changed;
  const to = opened === undefined ? postsPath(key.periodId, changed.done) : postPath(key.periodId, opened);
  return { kind: 'redirect', to };
}

interface ChangedPosts {
  readonly posts: readonly WrittenPost[];
  readonly done: string;
  /** The post to go on with. */
  readonly opened?: string;
}

/** Undefined for a change or a post there is not. */
function changedPosts(
  visit: Visit,
  posts: readonly WrittenPost[],
  skills: readonly string[],
): ChangedPosts | undefined {
  const taken = new Set(posts.map(({ id }) => id));
  const template = findTemplate(visit.form.get('template'));
  if (template) {
    const post = postOfTemplate(visit, template, { skills, taken });
    return { posts: [...posts, post], done: 'added', opened: post.id };
  }
  const [operation, id] = (visit.form.get('change') ?? '').split(' ');
  const index = posts.findIndex((post) => post.id === id);
  const post = posts[index];
  if (!post) return undefined;
  switch (operation) {
    case 'up':
      return { posts: swapped(posts, index - 1), done: 'moved' };
    case 'down':
      return { posts: swapped(posts, index), done: 'moved' };
    case 'copy': {
      const copy = copyOf(visit, post, taken);
      return { posts: posts.toSpliced(index + 1, 0, copy), done: 'copied', opened: copy.id };
    }
    case 'remove':
      return { posts: posts.toSpliced(index, 1), done: 'removed' };
    default:
      return undefined;
  }
}

/** The post at `index` changes places with the one after it; none at the ends. */
function swapped(posts: readonly WrittenPost[], index: number): readonly WrittenPost[] {
  const [a, b] = [posts[index], posts[index + 1]];
  return a && b ? posts.toSpliced(index, 2, b, a) : posts;
}

function copyOf({ say }: Visit, post: WrittenPost, taken: ReadonlySet<string>): WrittenPost {
  const name = say('posts.copy-name', { post: post.name });
  return {
    ...post,
    id: freeSlug(post.id, taken),
    name,
    shortName: say('posts.copy-name', { post: post.shortName }),
  };
}

async function page(visit: Visit, { app }: WebDeps, { faults, fallen, status }: Asked): Promise<Reply> {
  const key = await resolvePeriod(app, visit.param('period'));
  const source = await getCase(app, key);
  const plan = await getPlan(app, key);
  return {
    kind: 'page',
    view: 'setup/posts',
    title: visit.say('posts.title', { period: plan.period.name }),
    unitName: plan.unit.name,
    ...(status === undefined ? {} : { status }),
    model: {
      ...postsModel(visit, plan),
      differences: differenceList(visit, key.periodId, {
        part: 'posts',
        found: await listDifferences(app, key),
      }),
      seen: stampOf(postsSeen(source)),
      whole: faults.map(({ key: words, params }) => visit.say(words, params)),
      fallen,
      asked: visit.form.get('change') ?? '',
      action: postsPath(key.periodId),
      done: visit.query.has('done'),
    },
  };
}
