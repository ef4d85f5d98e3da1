/** The posts of a period as a page writes them, held to the same rules as `unit.json`. */

import type { Case } from '../../domain/case.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import { parsePosts } from '../../input/unit-file.ts';
import type { Parsed } from '../../kernel/fault.ts';
import { readOnly } from '../../store/read-only.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requireCase } from '../require.ts';
import { planOf } from './get-plan.ts';
import { type PeriodRewritten, rewritePeriod } from './rewrite-period.ts';

export { type WrittenPost, writtenPost } from '../../input/unit-file.ts';

export interface PostsSaving {
  readonly key: PeriodKey;
  /** As in `unit.json`; all of the period's, in order. */
  readonly written: readonly unknown[];
  /** Stamp of the posts this was made from. */
  readonly seen: string;
  readonly agreed: boolean;
  readonly actor: string;
}

/** What the stamp of a page about posts is taken of. */
export const postsSeen = ({ posts }: Case): unknown => posts;

/** Throws as `rewritePeriod` does. */
export function savePosts(app: App, { written, seen, ...rest }: PostsSaving): Promise<PeriodRewritten> {
  return rewritePeriod(app, {
    ...rest,
    seen: { stamp: seen, of: postsSeen },
    change(source) {
      const parsed = parsePosts(written);
      return parsed.ok ? { ...source, posts: parsed.value } : parsed.faults;
    },
    action: 'posts.save',
    details: ({ posts }) => ({ posts: posts.length }),
  });
}

/** The plan as it would be, without what people said for it: to look at before anything is saved. Throws `not-found`. */
export async function previewPosts(
  app: App,
  key: PeriodKey,
  written: readonly unknown[],
): Promise<Parsed<Plan>> {
  allow(app, 'period.edit', key);
  const source = await readOnly(app.db, (trx) => requireCase(trx, key));
  const posts = parsePosts(written);
  if (!posts.ok) return posts;
  const ruleSet = { ...source.ruleSet, rules: [] };
  return planOf(app, { ...source, posts: posts.value, ruleSet, availability: [], pins: [], past: [] });
}
