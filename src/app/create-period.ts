/** Makes a period ready to be filled from an earlier one of the same unit: posts, rules and people come along. */

import type { Interval } from '../calendar/interval.ts';
import type { PeriodKey } from '../domain/period.ts';
import { AppError } from '../kernel/app-error.ts';
import type { Parsed } from '../kernel/fault.ts';
import { foldForSearch } from '../kernel/names.ts';
import { findCase } from '../store/case-store.ts';
import { findPeriodKeys, savePeriod } from '../store/period-store.ts';
import { replacePosts } from '../store/post-store.ts';
import { saveRuleSet } from '../store/rule-set-store.ts';
import { replaceParticipants } from '../store/staff-store.ts';
import type { App } from './app.ts';
import { planOf } from './get-plan.ts';
import { record } from './record.ts';

export interface PeriodCreating {
  /** The period whose posts, rules and people it starts from. */
  readonly template: PeriodKey;
  readonly name: string;
  readonly span: Interval;
  /** Keys of the holiday breaks it serves; none for an urgent rota. */
  readonly holidays: readonly string[];
  readonly postIds: readonly string[];
  readonly staffIds: readonly string[];
  readonly actor: string;
}

/** Refuses, with every fault, what no plan can be made from. Throws `not-found` without the template. */
export function createPeriod(app: App, creating: PeriodCreating): Promise<Parsed<PeriodKey>> {
  const { template, name, span, holidays, postIds, staffIds, actor } = creating;
  return app.db.transaction().execute(async (trx): Promise<Parsed<PeriodKey>> => {
    const source = await findCase(trx, template);
    if (!source) throw new AppError('not-found', 'error.period.missing', { period: template.periodId });
    const taken = async (id: string): Promise<boolean> => (await findPeriodKeys(trx, id)).length > 0;
    const id = await freeId(slugOf(name), taken);
    const fresh = {
      ...source,
      period: { id, name, span, holidays },
      posts: source.posts.filter((post) => postIds.includes(post.id)),
      staff: source.staff.filter((member) => staffIds.includes(member.id)),
      availability: [],
      pins: [],
      past: [],
    };
    const plan = planOf(app, fresh);
    if (!plan.ok) return plan;
    const key = { unitId: template.unitId, periodId: id };
    await savePeriod(trx, key.unitId, fresh.period);
    await saveRuleSet(trx, key, fresh.ruleSet);
    await replacePosts(trx, key, fresh.posts);
    await replaceParticipants(
      trx,
      key,
      fresh.staff.map((member) => member.id),
    );
    await record(trx, app, {
      actor,
      action: 'case.load',
      unitId: key.unitId,
      subject: id,
      details: { staff: fresh.staff.length, posts: fresh.posts.length },
    });
    return { ok: true, value: key, warnings: plan.warnings };
  });
}

/** `Quốc khánh 2027` → `quoc-khanh-2027`. */
function slugOf(name: string): string {
  return (
    foldForSearch(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'period'
  );
}

async function freeId(slug: string, taken: (id: string) => Promise<boolean>): Promise<string> {
  for (let n = 1; ; n++) {
    const id = n === 1 ? slug : `${slug}-${n}`;
    if (!(await taken(id))) return id;
  }
}
