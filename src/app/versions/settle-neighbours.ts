/** What a new version moves besides itself: deadlines of swaps that wait, and proofs of rosters in the making beside it. */

import { MS_PER_MINUTE } from '../../calendar/interval.ts';
import { reachDays } from '../../constraints/reach.ts';
import { followShifts } from '../../domain/swap.ts';
import type { RosterVersion } from '../../domain/version.ts';
import type { Database } from '../../store/database.ts';
import { dropCertificate, listCertified } from '../../store/draft-store.ts';
import { findRuleSet } from '../../store/rule-set-store.ts';
import { listLiveSwaps, saveSwap } from '../../store/swap-store.ts';

const MS_PER_DAY = 24 * 60 * MS_PER_MINUTE;

/** A swap is settled before its shift begins, whenever that is now. */
export async function moveDeadlines(trx: Database, { plan, periodId }: RosterVersion): Promise<void> {
  for (const swap of await listLiveSwaps(trx, { unitId: plan.unit.id, periodId })) {
    const followed = followShifts(swap, plan.shifts);
    if (followed !== swap) await saveSwap(trx, followed);
  }
}

/** A roster proven the best beside other duties than there are now is proven no more. */
export async function dropProofsBeside(trx: Database, { plan, periodId }: RosterVersion): Promise<void> {
  const start = plan.period.span.start;
  const end = Math.max(plan.period.span.end, ...plan.shifts.map(({ span }) => span.end));
  for (const { span, ...key } of await listCertified(trx, plan.unit.id)) {
    if (key.periodId === periodId) continue;
    const ruleSet = await findRuleSet(trx, key);
    // Two days more: one as rules count days, one for a last shift that ends after its period.
    const reach = ((ruleSet ? reachDays(ruleSet) : 0) + 2) * MS_PER_DAY;
    if (start < span.end + reach && span.start - reach < end) await dropCertificate(trx, key);
  }
}
