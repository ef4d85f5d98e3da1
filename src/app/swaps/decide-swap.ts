/** The word of who decides on a swap both sides want: through, as the next version, or not, and why. */

import { moveSwap, type Swap } from '../../domain/swap.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { tellOfSwap } from '../notices/tell-people.ts';
import { carryOutSwap, type NoteOfSwap, type SwapCarriedOut, type SwapStop } from './carry-out-swap.ts';
import { endIfOver } from './expire-swaps.ts';
import { keepSwap, requireSwap } from './keep-swap.ts';

const MOST_NOTE = 500;

export interface SwapDeciding {
  readonly unitId: string;
  readonly swapId: string;
  readonly decision: 'approve' | 'refuse';
  readonly note: string;
  readonly noteOf: NoteOfSwap;
  readonly actor: string;
}

export type SwapDecided =
  | { readonly done: true; readonly swap: Swap }
  | Extract<SwapCarriedOut, { readonly done: true }>
  | SwapStop;

/**
 * A swap whose seats are held by others now, or whose time is up, ends when someone tries. Throws `not-found`. Who
 * decides is the caller's to make sure of.
 */
export async function decideSwap(app: App, deciding: SwapDeciding): Promise<SwapDecided> {
  allow(app, 'swap.decide', deciding);
  return app.db.transaction().execute(async (trx): Promise<SwapDecided> => {
    const swap = await requireSwap(trx, deciding);
    const { decision, noteOf, actor } = deciding;
    const note = deciding.note.trim().slice(0, MOST_NOTE);
    if (decision === 'approve') {
      const carried = await carryOutSwap(trx, app, { swap, note, decided: true, noteOf, actor });
      return carried.done ? carried : endIfOver(trx, app, { swap, actor }, carried);
    }
    const moved = moveSwap(swap, { kind: 'refuse', at: app.clock(), note });
    if (!moved.ok) return endIfOver(trx, app, { swap, actor }, { done: false, refusal: moved.refusal });
    await keepSwap(trx, app, { swap: moved.swap, step: 'refuse', actor });
    await tellOfSwap(trx, app, moved.swap);
    return { done: true, swap: moved.swap };
  });
}
