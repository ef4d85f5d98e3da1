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

/** In the order's own order; of demands whose hours are not now nothing is missing. */
export function missingAt(
  demands: readonly OrderDemand[],
  duties: readonly AnswerDuty[],
  { at, zone }: { readonly at: Instant; readonly zone: string },
): MissingNow[] {
  return demands.flatMap((demand) => {
    if (!isAsked(demand, at, zone)) return [];
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
