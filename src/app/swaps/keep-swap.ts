/** A swap that is there, and its next state: kept, with who moved it in the audit trail. */

import type { Swap } from '../../domain/swap.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { findSwap, saveSwap } from '../../store/swap-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';

/** Throws `not-found`. */
export async function requireSwap(trx: Database, key: Parameters<typeof findSwap>[1]): Promise<Swap> {
  const swap = await findSwap(trx, key);
  if (!swap) throw new AppError('not-found', 'swap.failure.missing');
  return swap;
}

interface SwapStep {
  readonly swap: Swap;
  readonly step: 'approve' | 'consent' | 'decline' | 'expire' | 'refuse' | 'withdraw';
  readonly actor: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

export async function keepSwap(
  trx: Database,
  app: App,
  { swap, step, actor, details = {} }: SwapStep,
): Promise<void> {
  await saveSwap(trx, swap);
  await record(trx, app, { actor, action: `swap.${step}`, unitId: swap.unitId, subject: swap.id }, details);
}
