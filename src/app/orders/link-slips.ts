/** Printed slips of private links: for links that were just made, by their tokens, as whoever made them has them before their eyes. */

import type { Instant } from '../../calendar/interval.ts';
import type { Order } from '../../domain/order.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findAnswerLink } from '../../store/answer-link-store.ts';
import { listAsked } from '../../store/order-store.ts';
import { isPast } from '../../store/token-store.ts';
import { listBelow } from '../../store/unit-tree-store.ts';
import type { App } from '../app.ts';
import { hashOfToken, isToken } from '../secret-token.ts';
import { type OrderKey, requireOrder } from './order-access.ts';

export interface LinkSlip {
  readonly unit: string;
  readonly branch: string;
  readonly deadline: Instant;
  readonly token: string;
}

/** Of more units than anybody prints for at once. */
const MOST_SLIPS = 5_000;

/**
 * In the order of the tokens; those that open this order no more are left out. Nothing is kept: a token is known here by
 * its hash alone. Throws `not-found`, `forbidden`; `conflict` where none is left.
 */
export async function readLinkSlips(
  app: App,
  key: OrderKey,
  tokens: readonly string[],
): Promise<{ readonly order: Order; readonly slips: readonly LinkSlip[] }> {
  const order = await requireOrder(app.db, app, key, 'order.edit');
  const asked = new Map((await listAsked(app.db, order.id)).map((each) => [each.unitId, each]));
  const names = new Map((await listBelow(app.db, key.unitId)).map(({ unitId, name }) => [unitId, name]));
  const slips: LinkSlip[] = [];
  for (const token of tokens.slice(0, MOST_SLIPS)) {
    const link = isToken(token) ? await findAnswerLink(app.db, hashOfToken(token)) : undefined;
    const unit = link && asked.get(link.unitId);
    if (!unit || link.orderId !== order.id || link.revokedAt !== undefined) continue;
    if (isPast(link, app.clock())) continue;
    const { branch, deadline, unitId } = unit;
    slips.push({ unit: names.get(unitId) ?? unitId, branch, deadline, token });
  }
  if (slips.length === 0) throw new AppError('conflict', 'orders.slips.none');
  return { order, slips };
}
