/**
 * A swap that whoever decides arranges for two others: judged like any, published at once, both told. It is kept as arranged by
 * whom, in place of the two people's own word.
 */

import type { PeriodKey } from '../../domain/period.ts';
import type { Swap } from '../../domain/swap.ts';
import { AppError } from '../../kernel/app-error.ts';
import { insertSwap } from '../../store/swap-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { type Prepared, type SwapAsked, swapOf } from './ask-swap.ts';
import { carryOutSwap, type NoteOfSwap, type SwapCarriedOut } from './carry-out-swap.ts';
import { judgeSwap, swapPlans } from './judge-swap.ts';

const MOST_NOTE = 500;

export interface SwapArranging {
  readonly key: PeriodKey;
  /** Whose shift goes to `partnerId`. */
  readonly askerId: string;
  readonly shiftId: string;
  readonly partnerId: string;
  /** The partner's shift that goes the other way. */
  readonly otherShiftId?: string;
  readonly note: string;
  readonly noteOf: NoteOfSwap;
  readonly actor: string;
}

export type SwapArranged =
  | Extract<SwapCarriedOut, { readonly done: true }>
  | Exclude<SwapAsked, { readonly asked: true }>;

/** Nothing changes when it refuses. Throws `not-found` when nothing is published, `forbidden`. */
export async function arrangeSwap(app: App, arranging: SwapArranging): Promise<SwapArranged> {
  const { key, actor, noteOf } = arranging;
  allow(app, 'swap.decide', key);
  return app.db.transaction().execute(async (trx): Promise<SwapArranged> => {
    const version = await findNewestVersion(trx, key);
    if (!version || version.withdrawn) {
      throw new AppError('not-found', 'error.version.nothing-published', { period: key.periodId });
    }
    const note = arranging.note.trim().slice(0, MOST_NOTE);
    const prepared = swapOf(app, version, { ...arranging, message: '' });
    if (!prepared) return { asked: false, refusal: 'moved' };
    const judgement = judgeSwap(version, await swapPlans(trx, app, version), prepared);
    if (!judgement.fits) {
      return judgement.refusal === 'breaks'
        ? { asked: false, refusal: 'breaks', violations: judgement.violations, version }
        : { asked: false, refusal: judgement.refusal };
    }
    const swap = arrangedOf(prepared, actor);
    if (!swap) return { asked: false, refusal: 'too-late' };
    if (!(await insertSwap(trx, swap))) return { asked: false, refusal: 'asked-already' };
    const details = { shift: arranging.shiftId, other: arranging.otherShiftId ?? '' };
    await record(trx, app, { actor, action: 'swap.arrange', unitId: key.unitId, subject: swap.id }, details);
    const carried = await carryOutSwap(trx, app, { swap, note, decided: true, noteOf, actor });
    // It was judged in this very transaction.
    if (!carried.done) throw new AppError('conflict', 'swap.refusal.moved');
    return carried;
  });
}

/** Undefined when a shift is too near. */
function arrangedOf(prepared: Prepared, actor: string): Swap | undefined {
  const { expiresAt, askedAt } = prepared;
  if (expiresAt === undefined) return undefined;
  return { ...prepared, expiresAt, state: 'consented', answeredAt: askedAt, arrangedBy: actor };
}
