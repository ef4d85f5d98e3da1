/** What the feed benchmarks measure on: a unit with 300 published shifts, in a database of its own. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { App } from '../../../src/app/app.ts';
import { findDraft } from '../../../src/app/drafts/find-draft.ts';
import { saveDraft } from '../../../src/app/drafts/save-draft.ts';
import { issueFeedToken } from '../../../src/app/feeds/issue-feed-token.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import { loadCase } from '../../../src/app/periods/load-case.ts';
import { publishVersion } from '../../../src/app/versions/publish-version.ts';
import { addDays, dayFrom } from '../../../src/calendar/day.ts';
import { startOfDay, VIETNAM } from '../../../src/calendar/zone.ts';
import type { Case } from '../../../src/domain/case.ts';
import { DEFAULT_FEED_OPTIONS, type FeedScope } from '../../../src/domain/feed.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { sampleCase } from '../../sample-case.ts';

export const ROOT = resolve(import.meta.dirname, '../../..');

export interface BenchSize {
  readonly days: number;
  readonly posts: number;
  readonly staff: number;
}

const USUAL: BenchSize = { days: 10, posts: 10, staff: 40 };

/** Three shifts a day at each post, of one seat each, without rules; 300 shifts where no size is said. */
export function benchCase({ days, posts, staff } = USUAL): Case {
  const base = sampleCase('unit-small');
  const watch = base.posts.find(({ tier }) => tier === 'watch');
  const [someone] = base.staff;
  if (!watch || !someone) throw new Error('the sample has a watch and staff');
  const first = dayFrom(2027, 2, 4);
  return {
    ...base,
    period: {
      ...base.period,
      span: {
        start: startOfDay(first, VIETNAM),
        end: startOfDay(addDays(first, days), VIETNAM),
      },
    },
    posts: Array.from({ length: posts }, (_, i) => ({
      ...watch,
      id: `${watch.id}-${i}`,
      name: `${watch.name} ${i + 1}`,
    })),
    staff: Array.from({ length: staff }, (_, i) => ({
      ...someone,
      id: `nv-${i}`,
      name: `${someone.name} ${i + 1}`,
      phone: `0900 000 ${String(i).padStart(3, '0')}`,
    })),
    availability: [],
    ledger: [],
    pins: [],
    past: [],
    ruleSet: { ...base.ruleSet, rules: [] },
  };
}

export interface Published {
  readonly unitId: string;
  readonly plan: Plan;
}

/** Loads the case and publishes it. */
export async function publishBenchCase(app: App, size = USUAL): Promise<Published> {
  const loaded = await loadCase(app, { source: benchCase(size), actor: 'bench' });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  return publishTurn(app, 0);
}

/** Publishes the loaded case with everyone in turn, begun `turn` people on. */
export async function publishTurn(app: App, turn: number): Promise<Published> {
  const { unit, period } = benchCase();
  const key = { unitId: unit.id, periodId: period.id };
  const plan = await getPlan(app, key);
  const assignments = plan.shifts.map(({ id }, i) => ({
    shiftId: id,
    place: 0,
    staffId: plan.staff[(i + turn) % plan.staff.length]?.id ?? '',
  }));
  const seenRevision = (await findDraft(app, key))?.draft.revision ?? 0;
  const roster = { periodId: key.periodId, assignments };
  const { revision } = await saveDraft(app, { key, roster, seenRevision, actor: 'bench' });
  const result = await publishVersion(app, { key, revision, note: '', actor: 'bench' });
  if (!result.published) throw new Error(JSON.stringify(result));
  return { unitId: key.unitId, plan };
}

export async function issueLink(app: App, unitId: string, scope: FeedScope): Promise<string> {
  const issuing = { unitId, scope, options: DEFAULT_FEED_OPTIONS, actor: 'bench' };
  return (await issueFeedToken(app, issuing)).token;
}

/** A folder that is gone when `use` is over. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'rota-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
