/** Between a period and what stands for its unit: differences told, taken from the unit one by one or all, or kept for the unit. */

import { fitRules } from '../../constraints/rule-fit.ts';
import type { Case } from '../../domain/case.ts';
import type { PeriodKey } from '../../domain/period.ts';
import {
  keepRules,
  type PostDifference,
  postDifferences,
  type RuleDifference,
  ruleDifferences,
  type Standing,
  takePosts,
  takeRules,
} from '../../domain/standing.ts';
import { readOnly } from '../../store/read-only.ts';
import { findStanding, saveStanding } from '../../store/standing-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import type { By } from '../availability/availability-access.ts';
import { type PeriodRewritten, rewritePeriod } from '../periods/rewrite-period.ts';
import { requireCase } from '../require.ts';
import { fittedRules, recordStanding, type StandingPart, standingWithin } from './open-standing.ts';

export interface Differences {
  readonly posts: readonly PostDifference[];
  readonly rules: readonly RuleDifference[];
}

/** Nothing differs while nothing stands for the unit. Throws `not-found`. */
export function listDifferences(app: App, key: PeriodKey): Promise<Differences> {
  allow(app, 'draft.view', key);
  return readOnly(app.db, async (trx) => {
    const source = await requireCase(trx, key);
    const standing = await findStanding(trx, key.unitId);
    return standing ? differencesOf(standing, source) : { posts: [], rules: [] };
  });
}

function differencesOf(standing: Standing, source: Case): Differences {
  return {
    posts: postDifferences(standing.posts, source.posts),
    rules: ruleDifferences(fittedRules(standing, source), source.ruleSet),
  };
}

export interface StandingTaking {
  readonly key: PeriodKey;
  readonly part: StandingPart;
  /** Of the differences, by name; absent takes all. */
  readonly refs?: readonly string[];
  /** What falls away was shown and may go. */
  readonly agreed: boolean;
  readonly by: By;
}

/** The period as the unit stands. A difference that is gone meanwhile is passed over. Throws `not-found`, `forbidden`. */
export async function takeStanding(app: App, taking: StandingTaking): Promise<PeriodRewritten> {
  const { key, part, refs, agreed, by } = taking;
  requireMay(app, key.unitId, part);
  const { standing } = await readOnly(app.db, (trx) => standingWithin(trx, key.unitId));
  return rewritePeriod(app, {
    key,
    agreed,
    actor: by.actor,
    action: part === 'posts' ? 'posts.save' : 'rules.save',
    change: (source) => taken(standing, source, { part, refs }),
    details: ({ posts, ruleSet }) =>
      part === 'posts' ? { posts: posts.length } : { rules: ruleSet.rules.length },
  });
}

function taken(
  standing: Standing,
  source: Case,
  { part, refs }: { readonly part: StandingPart; readonly refs: readonly string[] | undefined },
): Case {
  const all = differencesOf(standing, source)[part].map(({ ref }) => ref);
  const wanted = new Set(refs ?? all);
  if (part === 'posts') return { ...source, posts: takePosts(standing.posts, source.posts, wanted) };
  return { ...source, ruleSet: takeRules(fittedRules(standing, source), source.ruleSet, wanted) };
}

export interface StandingKeeping {
  readonly key: PeriodKey;
  readonly part: StandingPart;
  readonly by: By;
}

/** What the period has stands for the unit from now on; the unit's rules about others than its people stay. Throws `not-found`, `forbidden`. */
export async function keepForUnit(app: App, { key, part, by }: StandingKeeping): Promise<void> {
  const { unitId } = key;
  requireMay(app, unitId, part);
  return app.db.transaction().execute(async (trx) => {
    const source = await requireCase(trx, key);
    const before = (await findStanding(trx, unitId)) ?? source;
    await saveStanding(trx, unitId, {
      posts: part === 'posts' ? source.posts : before.posts,
      ruleSet: part === 'rules' ? keptRules(before, source) : before.ruleSet,
    });
    await recordStanding(trx, app, { by, part, unitId, subject: key.periodId }, source);
  });
}

function keptRules(before: Standing, { staff, posts, ruleSet }: Case): Standing['ruleSet'] {
  const { dropped } = fitRules(before.ruleSet, { staffIds: new Set(staff.map(({ id }) => id)), posts });
  return keepRules(before.ruleSet, ruleSet, dropped);
}

function requireMay(app: App, unitId: string, part: StandingPart): void {
  allow(app, part === 'posts' ? 'period.edit' : 'rules.edit', { unitId });
}
