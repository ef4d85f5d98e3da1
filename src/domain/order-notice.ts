/** What those who answer for a unit are told of an order: it came, changed, was lifted; time runs out, or has. */

import type { Instant } from '../calendar/interval.ts';
import type { OrderPart } from './order-faults.ts';

/**
 * `near`, `overdue`: of the deadline to answer. `remind`: the superior sent a reminder. `outdated`: a newer roster says otherwise
 * than what was sent. `report`: one is due.
 */
export const ORDER_MATTERS = [
  ...(['came', 'changed', 'lifted', 'near', 'overdue', 'remind', 'outdated', 'report'] as const),
] as const;
export type OrderMatter = (typeof ORDER_MATTERS)[number];

/** Those that go to the unit's contact by mail too; a reminder somebody sends by hand among them. */
export const ORDER_MAILS = ['remind', 'came', 'changed', 'lifted', 'near', 'overdue'] as const;
export type OrderMail = (typeof ORDER_MAILS)[number];

export interface OrderFacts {
  readonly kind: 'order';
  readonly what: OrderMatter;
  /** Of no period. */
  readonly periodId: '';
  readonly orderId: string;
  readonly orderName: string;
  readonly superior: string;
  /** Which of its kind: the same is told once. */
  readonly key: string;
  /** Of a change: what differs. */
  readonly parts: readonly OrderPart[];
  /** The deadline; of a report when it is due. */
  readonly at: Instant;
}
