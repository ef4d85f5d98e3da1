/** Ends swaps that can come to nothing any more: their time is up, or others sit on their seats. */

import type { Instant } from '../../calendar/interval.ts';
import { type ExpiryCause, exchanged, isLive, moveSwap, type Swap } from '../../domain/swap.ts';
import type { RosterVersion } from '../../domain/version.ts';
import type { Database } from '../../store/database.ts';
import { findSwap, listLiveSwaps } from '../../store/swap-store.ts';
import { findNewestVersion, newestNumber } from '../../store/version-store.ts';
import { requireMachine } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { tellOfSwap } from '../notices/tell-people.ts';
import type { SwapStop } from './carry-out-swap.ts';
import { keepSwap } from './keep-swap.ts';

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

/**
 * How many ended. Rosters are read before anything is locked, each once: hundreds of swaps waiting hold up nobody who
 * writes. Inside the lock it only asks whether what was read still stands.
 */
export async function expireSwaps(app: App): Promise<number> {
  requireMachine(app);
  let ended = 0;
  for (const { swap, number, cause } of await listOver(app)) {
    const isEnded = await app.db.transaction().execute(async (trx) => {
      const now = await findSwap(trx, { unitId: swap.unitId, swapId: swap.id });
      const isSame = now && isLive(now) && (await newestNumber(trx, swap)) === number;
      if (isSame) await expireWithin(trx, app, { swap: now, cause, actor: ACTOR });
      return isSame === true;
    });
    if (isEnded) ended++;
  }
  return ended;
}

interface OverSwap {
  readonly swap: Swap;
  readonly cause: ExpiryCause;
  /** Of the version it was judged by; 0 for none. */
  readonly number: number;
}

async function listOver(app: App): Promise<OverSwap[]> {
  const over: OverSwap[] = [];
  let last: { readonly period: string; readonly version: RosterVersion | undefined } | undefined;
  // Side by side by period, so that no more than one roster is held.
  const live = (await listLiveSwaps(app.db)).map((swap) => ({
    swap,
    period: `${swap.unitId} ${swap.periodId}`,
  }));
  for (const { swap, period } of live.toSorted((a, b) => (a.period < b.period ? -1 : 1))) {
    if (last?.period !== period) last = { period, version: await findNewestVersion(app.db, swap) };
    const cause = expiryOf(swap, last.version, app.clock());
    if (cause !== undefined) over.push({ swap, cause, number: last.version?.number ?? 0 });
  }
  return over;
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
  await keepSwap(trx, app, { swap: moved.swap, step: 'expire', actor, details: { cause } });
  await tellOfSwap(trx, app, moved.swap);
}
