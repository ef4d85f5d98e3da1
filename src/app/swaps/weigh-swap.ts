/** What a swap would break and cost as the roster stands now, for whoever is to say yes or no to it. */

import type { Swap } from '../../domain/swap.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { readOnly } from '../../store/read-only.ts';
import { allow, isAllowed } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { judgeSwap, type SwapJudgement, swapPlans } from './judge-swap.ts';

export function weighSwap(
  app: App,
  { swap, version }: { readonly swap: Swap; readonly version: RosterVersion },
): Promise<SwapJudgement> {
  const unitId = version.plan.unit.id;
  const sides = [swap.askerId, swap.partnerId ?? ''];
  const isSide = sides.some((staffId) => isAllowed(app, 'swap.ask', { unitId, staffId }));
  if (!isSide) allow(app, 'swap.decide', { unitId });
  return readOnly(app.db, async (trx) => judgeSwap(version, await swapPlans(trx, app, version), swap));
}
