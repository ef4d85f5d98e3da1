/**
 * Makes a swap that both sides want, and nobody refuses, part of the roster: the next version, and the draft in work
 * when it still seats the two as the published roster did.
 */

import type { Violation } from '../../constraints/check.ts';
import type { Work } from '../../domain/draft-edit.ts';
import type { StepName } from '../../domain/draft-step.ts';
import { type Exchange, exchanged, moveSwap, type Swap, type SwapRefusal } from '../../domain/swap.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { addParticipant } from '../../store/staff-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { changeDraft } from '../drafts/change-draft.ts';
import { openDraftWithin } from '../drafts/open-draft.ts';
import { addVersion } from '../versions/add-version.ts';
import { judgeSwap, swapPlans } from './judge-swap.ts';
import { keepSwap } from './keep-swap.ts';

/** The words of the version's note; sentences are not made here. */
export type NoteOfSwap = (swap: Swap, version: RosterVersion) => string;

/** What a swap cannot be taken further for. */
export type SwapStop =
  | { readonly done: false; readonly refusal: SwapRefusal | 'moved' | 'stands-already' | 'left' | 'carries' }
  | {
      readonly done: false;
      readonly refusal: 'breaks';
      readonly violations: readonly Violation[];
      readonly version: RosterVersion;
    };

/** `apart`: the draft seats the two otherwise, so it does not have the swap. */
export type DraftAfterSwap = 'changed' | 'apart' | 'none';

export type SwapCarriedOut =
  | {
      readonly done: true;
      readonly swap: Swap;
      readonly version: RosterVersion;
      readonly draft: DraftAfterSwap;
    }
  | SwapStop;

export interface CarryingOut {
  readonly swap: Swap;
  /** What who decided said; empty when nobody had to. */
  readonly note: string;
  /** False when nobody looks at it: then a roster that breaks hard rules already is not touched. */
  readonly decided: boolean;
  readonly noteOf: NoteOfSwap;
  readonly actor: string;
}

/** Call it inside a transaction. A swap that cannot stand any more is not ended here. */
export async function carryOutSwap(trx: Database, app: App, carrying: CarryingOut): Promise<SwapCarriedOut> {
  const { swap, note, actor } = carrying;
  const key = { unitId: swap.unitId, periodId: swap.periodId };
  const previous = await findNewestVersion(trx, key);
  if (!previous) return { done: false, refusal: 'moved' };
  const moved = moveSwap(swap, { kind: 'approve', at: app.clock(), note, version: previous.number + 1 });
  if (!moved.ok) return { done: false, refusal: moved.refusal };
  const judgement = judgeSwap(previous, await swapPlans(trx, app, previous), swap);
  if (!judgement.fits) {
    return judgement.refusal === 'breaks'
      ? { done: false, refusal: 'breaks', violations: judgement.violations, version: previous }
      : { done: false, refusal: judgement.refusal };
  }
  const { plan, roster, overrides } = judgement;
  if (overrides && !carrying.decided) return { done: false, refusal: 'carries' };
  const version = await addVersion(trx, app, {
    previous,
    actor,
    content: {
      plan,
      roster,
      note: carrying.noteOf(moved.swap, { ...previous, plan }),
      // The reason why those rules are broken was given before, and stays with the roster.
      ...(overrides ? { overrideReason: previous.overrideReason ?? note } : {}),
    },
  });
  if (swap.partnerId !== undefined) await addParticipant(trx, key, swap.partnerId);
  const details = { version: version.number, decided: carrying.decided ? 1 : 0 };
  await keepSwap(trx, app, { swap: moved.swap, step: 'approve', actor, details });
  return { done: true, swap: moved.swap, version, draft: await followInDraft(trx, app, carrying) };
}

/** The draft in work has the exchange too, when it still seats the two as the published roster did. */
export async function followInDraft(
  trx: Database,
  app: App,
  { swap, actor }: { readonly swap: Exchange & Pick<Swap, 'unitId' | 'periodId'>; readonly actor: string },
): Promise<DraftAfterSwap> {
  const key = { unitId: swap.unitId, periodId: swap.periodId };
  const open = await openDraftWithin(trx, app, key).catch((error: unknown) => {
    if (error instanceof AppError) return undefined;
    throw error;
  });
  if (!open) return 'apart';
  if (!open.draft) return 'none';
  const after = swappedWork(open.work, swap);
  if (!after) return 'apart';
  const { work: before, revision } = open;
  await changeDraft(trx, app, { key, before, after, revision, step: stepOf(swap), actor });
  return 'changed';
}

/** The draft may have the two in other places of the same shifts; pins go with the seats. */
function swappedWork({ roster, pins }: Work, swap: Exchange): Work | undefined {
  const { askerId, partnerId, seat, other } = swap;
  const placeOf = (shiftId: string, staffId: string | undefined): number =>
    roster.assignments.find((each) => each.shiftId === shiftId && each.staffId === staffId)?.place ?? -1;
  const here: Exchange = {
    askerId,
    seat: { ...seat, place: placeOf(seat.shiftId, askerId) },
    ...(partnerId === undefined ? {} : { partnerId }),
    ...(other ? { other: { ...other, place: placeOf(other.shiftId, partnerId) } } : {}),
  };
  const after = exchanged(roster, here);
  if (!after.ok || partnerId === undefined) return undefined;
  return {
    roster: after.roster,
    pins: pins.map((pin) => {
      if (pin.shiftId === seat.shiftId && pin.staffId === askerId) return { ...pin, staffId: partnerId };
      if (pin.shiftId === other?.shiftId && pin.staffId === partnerId) return { ...pin, staffId: askerId };
      return pin;
    }),
  };
}

function stepOf({ askerId, seat, partnerId = '', other }: Exchange): StepName {
  if (!other) return { kind: 'assign', params: { shift: seat.shiftId, staff: partnerId } };
  const params = { shift: seat.shiftId, staff: askerId, otherShift: other.shiftId, otherStaff: partnerId };
  return { kind: 'swap', params };
}
