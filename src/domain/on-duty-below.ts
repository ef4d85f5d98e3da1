/** Who stands at one moment in the units below, by what was sent up, and which of what the order asks nobody stands. */

import { addDays } from '../calendar/day.ts';
import { contains, type Instant } from '../calendar/interval.ts';
import { dayOf, spanByClock } from '../calendar/zone.ts';
import type { AnswerDuty } from './answer.ts';
import type { OrderDemand } from './order.ts';

export interface MissingNow {
  readonly demand: OrderDemand;
  readonly held: number;
}

/** Those whose hours are now, in the order's own order. */
export function demandsAt(
  demands: readonly OrderDemand[],
  { at, zone }: { readonly at: Instant; readonly zone: string },
): OrderDemand[] {
  return demands.filter((demand) => isAsked(demand, at, zone));
}

/** @param demands whose hours are now. */
export function missingOf(demands: readonly OrderDemand[], duties: readonly AnswerDuty[]): MissingNow[] {
  return demands.flatMap((demand) => {
    const held = new Set(
      duties
        .filter(({ demandId, tier }) =>
          demandId === undefined ? tier === demand.tier : demandId === demand.id,
        )
        .map(({ staffId, name, phone }) => staffId ?? `${name} ${phone}`),
    ).size;
    return held < demand.least ? [{ demand, held }] : [];
  });
}

/** Its hours of today, or those that began yesterday. */
function isAsked({ start, minutes }: OrderDemand, at: Instant, zone: string): boolean {
  const today = dayOf(at, zone);
  return [today, addDays(today, -1)].some((day) => {
    const span = spanByClock(day, start, minutes, zone);
    return span !== undefined && contains(span, at);
  });
}

/** Leaders first, then as the unit named them. */
export function callOrder(duties: readonly AnswerDuty[]): AnswerDuty[] {
  return duties.toSorted((a, b) => Number(b.tier === 'leader') - Number(a.tier === 'leader'));
}
