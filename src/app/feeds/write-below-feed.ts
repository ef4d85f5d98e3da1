/**
 * The calendar of leaders on duty in the units below, written from every answer that was sent. An order leaves it when its
 * telephones are hidden again; of one until lifted, duties leave after as long.
 */

import { type Instant, plusMinutes } from '../../calendar/interval.ts';
import { phonesHidden } from '../../domain/answer.ts';
import { answerSeats, liftedSeats } from '../../domain/answer-seats.ts';
import { endOfOrder, type Order } from '../../domain/order.ts';
import { groupedBy } from '../../kernel/groups.ts';
import { type BelowSeats, renderBelowFeed } from '../../output/below-feed.ts';
import type { Database } from '../../store/database.ts';
import { listSentLeaders } from '../../store/leader-duty-store.ts';
import { findPhonesDays } from '../../store/order-setting-store.ts';
import { listOrders, listOrdersBelow } from '../../store/order-store.ts';
import type { FeedDocument } from './feed-cache.ts';
import type { KnownFeed } from './feed-memory.ts';

/** As long as telephones of an order that is over. */
const PAST_KEPT_MINUTES = 30 * 24 * 60;

export async function writeBelowFeed(db: Database, known: KnownFeed): Promise<FeedDocument> {
  const { link, subject, day } = known;
  const readAt = day.start;
  const sent = [...(await listOrders(db, link.unitId)), ...(await listOrdersBelow(db, link.unitId))];
  const orders: Order[] = [];
  for (const order of sent) {
    const days = order.unitId === undefined ? undefined : await findPhonesDays(db, order.unitId);
    if (order.state !== 'draft' && !phonesHidden(endOfOrder(order), readAt, days)) orders.push(order);
  }
  const units: BelowSeats[] = [];
  for (const order of orders) units.push(...(await seatsOf(db, order, readAt)));
  const text = renderBelowFeed({ subject, options: link.options, units, readAt });
  const changes = [
    ...units.flatMap(({ seats }) => seats.map(({ revised }) => revised)),
    ...orders.map(({ updatedAt }) => updatedAt),
  ];
  // What grows too old goes at the start of a day.
  const lastModified = changes.reduce((last, each) => Math.max(last, each) as Instant, readAt);
  return { octets: Buffer.from(text), lastModified };
}

async function seatsOf(db: Database, order: Order, readAt: Instant): Promise<BelowSeats[]> {
  const { id: orderId, zone, content, liftedAt } = order;
  const from = plusMinutes(readAt, -PAST_KEPT_MINUTES);
  const sent = groupedBy(await listSentLeaders(db, orderId, from), ({ unitId }) => unitId);
  return [...sent].flatMap(([unitId, answers]) => {
    const newest = answers.at(-1);
    if (!newest) return [];
    const seats = answerSeats(answers, zone);
    return [
      {
        ...{ orderId, orderName: content.name, zone, unitId },
        ...{ unitName: newest.unitName, branch: newest.branch },
        seats: liftedAt === undefined ? seats : liftedSeats(seats, liftedAt),
      },
    ];
  });
}
