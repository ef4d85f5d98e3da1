/** One swap of a unit's period, for who decides on swaps. */

import type { PeriodKey } from '../../domain/period.ts';
import type { Swap } from '../../domain/swap.ts';
import { AppError } from '../../kernel/app-error.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { listSwaps } from './list-swaps.ts';

/** Throws `not-found`. */
export async function findSwap(app: App, { unitId, periodId }: PeriodKey, id: string): Promise<Swap> {
  allow(app, 'swap.decide', { unitId });
  const found = (await listSwaps(app, unitId)).find(
    ({ swap }) => swap.id === id && swap.periodId === periodId,
  );
  if (!found) throw new AppError('not-found', 'web.failure.no-page');
  return found.swap;
}
