/** Posts that another tool's schedule asks for, put beside those a period has; posts of the same name stay as they are. */

import type { PeriodKey } from '../../domain/period.ts';
import type { Post } from '../../domain/unit.ts';
import { hoursOf } from '../../input/on-call/duty-table.ts';
import type { ProposedPattern, ProposedPost } from '../../input/on-call/post-proposals.ts';
import { parsePosts, writtenPost } from '../../input/unit-file.ts';
import type { Fault } from '../../kernel/fault.ts';
import { foldForSearch } from '../../kernel/names.ts';
import { freeSlug } from '../../kernel/slug.ts';
import type { App } from '../app.ts';
import { rewritePeriod } from '../periods/rewrite-period.ts';

export type PostsAdded =
  | { readonly ok: true; readonly added: number }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Throws as `rewritePeriod` does. */
export async function addSchedulePosts(
  app: App,
  {
    key,
    posts,
    actor,
  }: { readonly key: PeriodKey; readonly posts: readonly ProposedPost[]; readonly actor: string },
): Promise<PostsAdded> {
  let added = 0;
  const done = await rewritePeriod(app, {
    key,
    actor,
    agreed: false,
    change(source) {
      const fresh = freshPosts(source.posts, posts);
      added = fresh.length;
      const parsed = parsePosts([...source.posts.map(writtenPost), ...fresh.map(written)]);
      return parsed.ok ? { ...source, posts: parsed.value } : parsed.faults;
    },
    action: 'posts.save',
    details: (source) => ({ posts: source.posts.length }),
  });
  return done.kind === 'refused' ? { ok: false, faults: done.faults } : { ok: true, added };
}

function freshPosts(before: readonly Post[], posts: readonly ProposedPost[]): ProposedPost[] {
  const names = new Set(before.map(({ name }) => foldForSearch(name)));
  const ids = new Set(before.map(({ id }) => id));
  return posts
    .filter(({ name, patterns }) => !names.has(foldForSearch(name)) && patterns.length > 0)
    .map((post) => {
      const id = freeSlug(post.id, ids);
      ids.add(id);
      return { ...post, id };
    });
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** As `unit.json` has it: somebody on call, not on site. */
function written({ id, name, patterns }: ProposedPost) {
  return {
    id,
    name,
    tier: 'response',
    presence: 'standby',
    cover: 1,
    patterns: patterns.map(writtenPattern),
  };
}

function writtenPattern({ weekdays, start, minutes }: ProposedPattern, i: number) {
  const days = weekdays.map((each) => WEEKDAYS[each - 1]).join(',');
  return {
    id: `ca-${i + 1}`,
    label: hoursOf({ start, minutes }),
    start: hoursOf({ start, minutes }).slice(0, 5),
    hours: minutes / 60,
    rrule: weekdays.length === 7 ? 'FREQ=DAILY' : `FREQ=WEEKLY;BYDAY=${days}`,
  };
}
