/** What is offered to whoever can take it, as one person may: as it is, or against each of their own shifts that is wanted. */

import type { App } from '../../app/app.ts';
import type { ListedSwap } from '../../app/swaps/list-swaps.ts';
import { weighSwap } from '../../app/swaps/weigh-swap.ts';
import { LEAST_NOTICE_MS } from '../../domain/swap.ts';
import { shiftWords } from '../../output/roster/shift-words.ts';
import type { Visit } from '../kit/visit.ts';
import { judgementEffect, type SwapEffect } from './swap-effect.ts';

/** Each is a button, and each is judged. */
const MOST_RETURNS = 6;

export interface OfferTo {
  readonly effect: SwapEffect;
  /** One's own shifts that may be given for it; empty where nothing is wanted. */
  readonly returns: readonly { readonly id: string; readonly shift: string; readonly effect: SwapEffect }[];
}

/** Undefined for what the person cannot take. */
export async function offerTo(
  visit: Visit,
  app: App,
  { listed, staffId }: { readonly listed: ListedSwap; readonly staffId: string },
): Promise<OfferTo | undefined> {
  const { swap, version } = listed;
  const { plan, roster } = version;
  const effectOf = async (other?: { readonly shiftId: string; readonly place: number }) => {
    const exchange = { ...swap, partnerId: staffId, ...(other ? { other } : {}) };
    const about = [swap.seat.shiftId, ...(other ? [other.shiftId] : [])];
    return judgementEffect(visit, await weighSwap(app, { swap: exchange, version }), {
      plan,
      staffId,
      about,
    });
  };
  if (!swap.wanted) {
    const effect = await effectOf();
    return effect.standing === 'blocked' ? undefined : { effect, returns: [] };
  }
  const returns: OfferTo['returns'][number][] = [];
  for (const seat of roster.assignments) {
    const shift = plan.shifts.find(({ id }) => id === seat.shiftId);
    if (!shift || seat.staffId !== staffId || !swap.wanted.includes(shift.id)) continue;
    if (shift.span.start - visit.now < LEAST_NOTICE_MS || returns.length >= MOST_RETURNS) continue;
    const effect = await effectOf({ shiftId: seat.shiftId, place: seat.place });
    if (effect.standing === 'blocked') continue;
    returns.push({ id: shift.id, shift: shiftWords(visit.language, plan, shift).whole, effect });
  }
  const [first] = returns;
  return first && { effect: first.effect, returns };
}
