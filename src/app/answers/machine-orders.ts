/** The orders that ask a unit, as its token reads them: for a program of the unit, or its own installation. */

import type { Order } from '../../domain/order.ts';
import { listAnswers } from '../../store/answer-store.ts';
import { type AskedRow, listOrdersAsking } from '../../store/order-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import { listSuperiors } from '../../store/unit-tree-store.ts';
import type { App } from '../app.ts';

export interface MachineOrder {
  readonly order: Order;
  readonly asked: AskedRow;
  /** Number of the newest answer; absent while there is none. */
  readonly answered?: number;
}

export interface MachineOrders {
  /** Of the direct superior; empty for none. */
  readonly superiorName: string;
  /** Those of this installation alone: all that stand, then the newest that were lifted. */
  readonly orders: readonly MachineOrder[];
}

const MOST_LIFTED = 50;

/** Whoever holds the unit's token may read it: the token is the permission. */
export async function readMachineOrders({ db }: App, unitId: string): Promise<MachineOrders> {
  const [superiorId] = await listSuperiors(db, unitId);
  const superior = superiorId === undefined ? undefined : await findUnit(db, superiorId);
  const own = (await listOrdersAsking(db, unitId)).filter(({ order }) => !order.origin);
  const standing = own.filter(({ order }) => order.state === 'sent');
  const found = [...standing, ...own.filter(({ order }) => order.state !== 'sent').slice(0, MOST_LIFTED)];
  return {
    superiorName: superior?.name ?? '',
    orders: await Promise.all(
      found.map(async ({ order, asked }) => {
        const [newest] = await listAnswers(db, asked);
        return { order, asked, ...(newest ? { answered: newest.number } : {}) };
      }),
    ),
  };
}
