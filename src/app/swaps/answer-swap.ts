/** The other side's word, or the asker's second thoughts. Where the unit lets legal swaps through, consent is the last step. */

import type { SeatRef } from '../../domain/draft-edit.ts';
import { followShifts, moveSwap, type Swap, type SwapEvent } from '../../domain/swap.ts';
import type { Database } from '../../store/database.ts';
import { readDutyFlow } from '../../store/submission-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { tellOfSwap } from '../notices/tell-people.ts';
import { seatHeldBy } from './ask-swap.ts';
import { carryOutSwap, type NoteOfSwap, type SwapCarriedOut, type SwapStop } from './carry-out-swap.ts';
import { endIfOver } from './expire-swaps.ts';
import { judgeSwap, swapPlans } from './judge-swap.ts';
import { keepSwap, requireSwap } from './keep-swap.ts';

const MOST_NOTE = 500;

export const SWAP_ANSWERS = ['consent', 'decline', 'withdraw'] as const;
export type SwapAnswer = (typeof SWAP_ANSWERS)[number];

export interface SwapAnswering {
  readonly unitId: string;
  readonly swapId: string;
  /** Who answers. */
  readonly staffId: string;
  readonly answer: SwapAnswer;
  /** What is given in return, where the asker wants something. */
  readonly otherShiftId?: string;
  /** Why one declines; may be empty. */
  readonly note: string;
  readonly noteOf: NoteOfSwap;
  readonly actor: string;
}

export type SwapAnswered =
  | { readonly done: true; readonly swap: Swap }
  | Extract<SwapCarriedOut, { readonly done: true }>
  | SwapStop;

/**
 * A swap whose seats are held by others now, or whose time is up, ends when someone tries. Throws `not-found`. Who
 * answers is the caller's to make sure of.
 */
export async function answerSwap(app: App, answering: SwapAnswering): Promise<SwapAnswered> {
  allow(app, 'swap.ask', answering);
  return app.db.transaction().execute(async (trx): Promise<SwapAnswered> => {
    const { answer, actor } = answering;
    const swap = await requireSwap(trx, answering);
    const moved = moveSwap(swap, { ...eventOf(app, answering), ...(await returnOf(trx, swap, answering)) });
    if (!moved.ok) return endIfOver(trx, app, { swap, actor }, { done: false, refusal: moved.refusal });
    const settling = await withDeadline(trx, moved.swap);
    // What is given in return is too near to be settled; the offer itself may still find someone.
    if (answer === 'consent' && app.clock() >= settling.expiresAt)
      return { done: false, refusal: 'no-return' };
    if (answer === 'consent') {
      const stop = await whyNot(trx, app, settling);
      if (stop) return endIfOver(trx, app, { swap, actor }, stop);
    }
    await keepSwap(trx, app, { swap: settling, step: answer, actor });
    const settled: SwapAnswered = { done: true, swap: settling };
    if (answer !== 'consent' || (await readDutyFlow(trx, swap.unitId)).approveSwaps) {
      await tellOfSwap(trx, app, settling);
      return settled;
    }
    const carrying = { swap: settling, note: '', decided: false, noteOf: answering.noteOf, actor };
    const carried = await carryOutSwap(trx, app, carrying);
    // What may not pass unseen waits for someone to look at it.
    if (carried.done) return carried;
    await tellOfSwap(trx, app, settling);
    return settled;
  });
}

function eventOf(app: App, { answer, staffId, note }: SwapAnswering): SwapEvent {
  const at = app.clock();
  if (answer === 'decline') return { kind: 'decline', at, staffId, note: note.trim().slice(0, MOST_NOTE) };
  return { kind: answer, at, staffId };
}

/** Of an offer that has found its return: before either of the two shifts. */
async function withDeadline(trx: Database, swap: Swap): Promise<Swap> {
  if (!swap.wanted || !swap.other) return swap;
  const version = await findNewestVersion(trx, swap);
  return version ? followShifts(swap, version.plan.shifts) : swap;
}

/** The seat that is given in return; nothing where it is not the person's. */
async function returnOf(
  trx: Database,
  swap: Swap,
  { otherShiftId, staffId, answer }: SwapAnswering,
): Promise<{ readonly other?: SeatRef }> {
  if (otherShiftId === undefined || answer !== 'consent') return {};
  const version = await findNewestVersion(trx, swap);
  const other = version && seatHeldBy(version, otherShiftId, staffId);
  return other ? { other } : {};
}

async function whyNot(trx: Database, app: App, swap: Swap): Promise<SwapStop | undefined> {
  const version = await findNewestVersion(trx, swap);
  if (!version) return { done: false, refusal: 'moved' };
  const judgement = judgeSwap(version, await swapPlans(trx, app, version), swap);
  if (judgement.fits) return undefined;
  return judgement.refusal === 'breaks'
    ? { done: false, refusal: 'breaks', violations: judgement.violations, version }
    : { done: false, refusal: judgement.refusal };
}
