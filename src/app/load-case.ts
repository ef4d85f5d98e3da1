/** Takes a case into the store, in place of whatever the period was made from before: whole, or not at all. */

import type { Case } from '../domain/case.ts';
import type { PeriodKey } from '../domain/period.ts';
import type { Parsed } from '../kernel/fault.ts';
import { appendAudit } from '../store/audit-store.ts';
import { replaceCase } from '../store/case-store.ts';
import { dropCertificate } from '../store/draft-store.ts';
import type { App } from './app.ts';
import { planOf } from './get-plan.ts';

export interface CaseLoading {
  readonly source: Case;
  readonly actor: string;
}

/**
 * Refuses, with every fault, a case that no plan can be built from. A draft stays but loses its certificate, published
 * versions stay as they are.
 */
export async function loadCase(app: App, { source, actor }: CaseLoading): Promise<Parsed<PeriodKey>> {
  const plan = planOf(app, source);
  if (!plan.ok) return plan;
  const key = { unitId: source.unit.id, periodId: source.period.id };
  await app.db.transaction().execute(async (trx) => {
    await replaceCase(trx, source);
    await dropCertificate(trx, key);
    await appendAudit(trx, {
      at: app.clock(),
      actor,
      action: 'case.load',
      unitId: key.unitId,
      subject: key.periodId,
      details: { staff: source.staff.length, posts: source.posts.length, ledger: source.ledger.length },
    });
  });
  return { ok: true, value: key, warnings: plan.warnings };
}
