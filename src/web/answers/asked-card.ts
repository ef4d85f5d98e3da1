/** Orders on the home page of an asked unit: what is asked and not yet sent takes the first place; what was sent is one line. */

import { listAskedOrders } from '../../app/answers/asked-orders.ts';
import { daysBetween } from '../../calendar/day.ts';
import { dayOf } from '../../calendar/zone.ts';
import { endOfOrder } from '../../domain/order.ts';
import { mayIn } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { orderDays } from '../kit/order-days.ts';
import type { Visit } from '../kit/visit.ts';
import { askedPath } from '../paths/orders.ts';
import { makingPath } from '../paths/periods.ts';
import { deadlineWords } from './deadline-words.ts';
import { fitWords } from './gap-words.ts';

export interface AskedCard {
  readonly name: string;
  readonly by: string;
  readonly number: string;
  readonly dates: string;
  readonly href: string;
  readonly counts: readonly { readonly figure: string; readonly words: string; readonly soon: boolean }[];
  /** Empty where the period is made, or may not be made by who looks. */
  readonly makePath: string;
  readonly periodHref: string;
  /** What was sent; absent while nothing was. */
  readonly sent?: { readonly words: string; readonly css: string; readonly icon: string };
  readonly outdated: boolean;
}

const DAYS_SOON = 5;

/** Of orders that stand and are not over, by deadline; those not answered first. None for a unit that nobody asks. */
export async function askedCards(visit: Visit, { app }: WebDeps): Promise<AskedCard[]> {
  const unitId = visit.unit?.id;
  if (unitId === undefined) return [];
  const orders = (await listAskedOrders(app, unitId)).filter(({ order }) => {
    const end = endOfOrder(order);
    return order.state === 'sent' && (end === undefined || end > visit.now);
  });
  return orders
    .toSorted(
      (a, b) =>
        Number(a.answer !== undefined) - Number(b.answer !== undefined) ||
        a.asked.deadline - b.asked.deadline,
    )
    .map(({ order, asked, answer, zone }) => {
      const { say, today } = visit;
      const { content } = order;
      const until = daysBetween(today, dayOf(asked.deadline, zone));
      const toDuty = daysBetween(today, content.firstDay);
      const at = deadlineWords(visit, { order, asked, zone });
      const late = asked.deadline < visit.now;
      const makes =
        mayIn(visit, 'period.edit', unitId) && asked.periodId === undefined && answer === undefined;
      return {
        name: content.name,
        by: say('answers.asked.by', { superior: order.superiorName }),
        number: content.dispatchNumber,
        dates: orderDays(visit, content),
        href: askedPath(unitId, order.id),
        counts: [
          late
            ? { figure: String(-until), words: say('answers.card.late', { at, count: -until }), soon: true }
            : {
                figure: String(until),
                words: say('answers.card.deadline', { at, count: until }),
                soon: until <= DAYS_SOON,
              },
          ...(toDuty > 0
            ? [{ figure: String(toDuty), words: say('answers.card.duty', { count: toDuty }), soon: false }]
            : []),
        ],
        makePath: makes ? askedPath(unitId, order.id, 'period') : '',
        periodHref: asked.periodId === undefined ? '' : makingPath(asked.periodId, 'draft'),
        ...(answer ? { sent: fitWords(visit, answer) } : {}),
        outdated: asked.outdatedAt !== undefined,
      };
    });
}
