/** Ends swaps that can come to nothing any more: their time is up, or others sit on their seats. */

import type { Instant } from '../../calendar/interval.ts';
import { type ExpiryCause, exchanged, isLive, moveSwap, type Swap } from '../../domain/swap.ts';
import type { RosterVersion } from '../../domain/version.ts';
import type { Database } from '../../store/database.ts';
import { listLiveSwaps, saveSwap } from '../../store/swap-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { requireMachine } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { tellOfSwap } from '../notices/tell-people.ts';
import { record } from '../record.ts';
import type { SwapStop } from './carry-out-swap.ts';

/** Who ends a swap that nobody ended. */
const ACTOR = 'clock';

/** Why a live swap can come to nothing; undefined while it still can. */
export function expiryOf(
  swap: Swap,
  version: Pick<RosterVersion, 'roster'> | undefined,
  now: Instant,
): ExpiryCause | undefined {
  if (!isLive(swap)) return undefined;
  if (now >= swap.expiresAt) return 'time';
  const after = version && exchanged(version.roster, swap);
  return after === undefined || (!after.ok && after.refusal === 'moved') ? 'moved' : undefined;
}

/** How many ended. */
export async function expireSwaps(app: App): Promise<number> {
  requireMachine(app);
  return app.db.transaction().execute(async (trx) => {
    let ended = 0;
    for (const swap of await listLiveSwaps(trx)) {
      const cause = expiryOf(swap, await findNewestVersion(trx, swap), app.clock());
      if (cause === undefined) continue;
      await expireWithin(trx, app, { swap, cause, actor: ACTOR });
      ended++;
    }
    return ended;
  });
}

/** Ends the swap where the reason it cannot go on will not go away; gives the reason back. */
export async function endIfOver(
  trx: Database,
  app: App,
  { swap, actor }: { readonly swap: Swap; readonly actor: string },
  stop: SwapStop,
): Promise<SwapStop> {
  if (stop.refusal === 'too-late') await expireWithin(trx, app, { swap, cause: 'time', actor });
  if (stop.refusal === 'moved') await expireWithin(trx, app, { swap, cause: 'moved', actor });
  return stop;
}

async function expireWithin(
  trx: Database,
  app: App,
  { swap, cause, actor }: { readonly swap: Swap; readonly cause: ExpiryCause; readonly actor: string },
): Promise<void> {
  const moved = moveSwap(swap, { kind: 'expire', at: app.clock(), cause });
  if (!moved.ok) return;
  await saveSwap(trx, moved.swap);
  await record(trx, app, {
    actor,
    action: 'swap.expire',
    unitId: swap.unitId,
    subject: swap.id,
    details: { cause },
  });
  await tellOfSwap(trx, app, moved.swap);
}
