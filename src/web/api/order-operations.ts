/** What the API reads of duty orders: those that ask the token's unit, with all it takes to judge an answer. */

import { z } from 'zod';
import { type MachineOrder, readMachineOrders } from '../../app/answers/machine-orders.ts';
import type { Instant } from '../../calendar/interval.ts';
import { formatTimestamp } from '../../calendar/zone.ts';
import { demandsFor, reportsFor } from '../../domain/order.ts';
import { AppError } from '../../kernel/app-error.ts';
import { unitAnswer } from './answers.ts';
import type { Operation } from './operation.ts';
import { type OrdersAnswer, orders } from './order-shapes.ts';

export const ORDER_OPERATIONS: readonly Operation[] = [
  {
    name: 'orders',
    query: { order: z.string().optional() },
    answer: orders,
    mays: ['read', 'answer'],
    async find(call, query): Promise<OrdersAnswer> {
      const found = await readMachineOrders(call.app, call.unit.id);
      const meant = found.orders.filter(({ order }) => query.order === undefined || order.id === query.order);
      if (query.order !== undefined && meant.length === 0)
        throw new AppError('not-found', 'orders.error.missing');
      return {
        unit: unitAnswer(call),
        superior: found.superiorName || null,
        orders: meant.map(orderAnswer),
      };
    },
  },
];

function orderAnswer({ order, asked, answered }: MachineOrder): OrdersAnswer['orders'][number] {
  const { id, revision, content, superiorName, zone, state, updatedAt } = order;
  const { name, dispatchNumber, dispatchDay = null, firstDay, lastDay = null, systems, contacts } = content;
  const at = (instant: Instant | undefined): string | null =>
    instant === undefined ? null : formatTimestamp(instant, zone);
  return {
    ...{ id, revision, name, dispatchNumber, dispatchDay, superior: superiorName, zone, firstDay, lastDay },
    state: state === 'lifted' ? 'lifted' : 'sent',
    deadline: formatTimestamp(asked.deadline, zone),
    sentAt: formatTimestamp(order.sentAt ?? updatedAt, zone),
    ...{
      changedAt: at(order.changedAt),
      liftedAt: at(order.liftedAt),
      kind: asked.kind,
      branch: asked.branch,
    },
    demands: demandsFor(content, asked.kind).map(({ id: demandId, tier, name: called, ...demand }) => {
      const { start, minutes, least, phone } = demand;
      return { id: demandId, tier, name: called, start, minutes, least, phone };
    }),
    systems: [...systems],
    contacts: contacts.map(({ name: called, phone }) => ({ name: called, phone: phone || null })),
    reports: reportsFor(content, asked.kind).map((duty) => ({
      ...{ id: duty.id, mode: duty.mode, clock: duty.clock ?? null, headings: [...duty.headings] },
      at: duty.at.map((instant) => formatTimestamp(instant, zone)),
      withinMinutes: duty.withinMinutes ?? null,
    })),
    answered: answered ?? null,
  };
}
