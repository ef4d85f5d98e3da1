/** Private links by which units without an account answer one order each: made for all at once, ended, opened. */

import type { Order } from '../../domain/order.ts';
import { endOfOrder } from '../../domain/order.ts';
import { linkEnd } from '../../domain/order-faults.ts';
import { AppError } from '../../kernel/app-error.ts';
import {
  type AnswerLink,
  findAnswerLink,
  insertAnswerLink,
  listAnswerLinks,
} from '../../store/answer-link-store.ts';
import type { Database } from '../../store/database.ts';
import { type AskedRow, findAsked, findOrder, listAsked, markOpened } from '../../store/order-store.ts';
import { recordUsesIn, revokeIn } from '../../store/token-store.ts';
import { listBelow } from '../../store/unit-tree-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { hashOfToken, isToken, newId, newToken } from '../secret-token.ts';
import { type OrderKey, requireOrder } from './order-access.ts';

export interface IssuedLink {
  readonly unitId: string;
  readonly name: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  /** For the link's address; told this once. */
  readonly token: string;
}

/**
 * New links for these units, or for all that are asked; links they had before end. Only the hash is kept: a link cannot be
 * shown twice. Throws `not-found`, `forbidden`.
 */
export function issueAnswerLinks(
  app: App,
  { actor, only, ...key }: OrderKey & { readonly only?: readonly string[]; readonly actor: string },
): Promise<IssuedLink[]> {
  return app.db.transaction().execute(async (trx) => {
    const order = await requireOrder(trx, app, key, 'order.edit');
    if (order.state !== 'sent') throw new AppError('conflict', 'orders.error.not-standing');
    const asked = new Set((await listAsked(trx, order.id)).map(({ unitId }) => unitId));
    const below = (await listBelow(trx, key.unitId)).filter(({ unitId }) => asked.has(unitId));
    const wanted = below.filter(({ unitId }) => only === undefined || only.includes(unitId));
    const issued: IssuedLink[] = [];
    for (const { unitId, name, contact } of wanted) {
      await endLinks(trx, app, { orderId: order.id, unitId, actor });
      issued.push({ unitId, name, contact, token: await issue(trx, app, order, { unitId, actor }) });
    }
    return issued.sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  });
}

async function issue(
  trx: Database,
  app: App,
  order: Order,
  { unitId, actor }: { readonly unitId: string; readonly actor: string },
): Promise<string> {
  const token = newToken(app);
  const endsAt = linkEnd(endOfOrder(order));
  const link: AnswerLink = {
    ...{ id: newId(app), orderId: order.id, unitId, createdAt: app.clock() },
    ...(endsAt === undefined ? {} : { endsAt }),
  };
  await insertAnswerLink(trx, link, hashOfToken(token));
  await record(trx, app, { actor, action: 'answer-link.issue', unitId, subject: link.id });
  return token;
}

async function endLinks(
  trx: Database,
  app: App,
  { orderId, unitId, actor }: { readonly orderId: string; readonly unitId: string; readonly actor: string },
): Promise<number> {
  const at = app.clock();
  let ended = 0;
  for (const link of await listAnswerLinks(trx, orderId)) {
    if (link.unitId !== unitId || link.revokedAt !== undefined) continue;
    await revokeIn(trx, 'answer_link', { unitId, id: link.id, at });
    await record(trx, app, { actor, action: 'answer-link.revoke', unitId, subject: link.id });
    ended++;
  }
  return ended;
}

/** Throws `not-found` where the unit has no live link. */
export function revokeAnswerLink(
  app: App,
  { askedId, actor, ...key }: OrderKey & { readonly askedId: string; readonly actor: string },
): Promise<void> {
  return app.db.transaction().execute(async (trx) => {
    const order = await requireOrder(trx, app, key, 'order.edit');
    const ended = await endLinks(trx, app, { orderId: order.id, unitId: askedId, actor });
    if (ended === 0) throw new AppError('not-found', 'answers.error.no-link');
  });
}

export type OpenedLink =
  | { readonly open: true; readonly link: AnswerLink; readonly order: Order; readonly asked: AskedRow }
  /** Dead: why, and of which order, so that the page can say whom to call. */
  | {
      readonly open: false;
      readonly why: 'ended' | 'revoked' | 'lifted' | 'not-asked';
      readonly order: Order;
    }
  | { readonly open: false; readonly why: 'unknown' };

const HOUR_MS = 3_600_000;

/** Notes that it was opened. */
export async function openAnswerLink(app: App, token: string): Promise<OpenedLink> {
  const link = isToken(token) ? await findAnswerLink(app.db, hashOfToken(token)) : undefined;
  const order = link && (await findOrder(app.db, link.orderId));
  if (!link || !order) return { open: false, why: 'unknown' };
  const now = app.clock();
  if (link.revokedAt !== undefined) return { open: false, why: 'revoked', order };
  const end = link.endsAt ?? linkEnd(endOfOrder(order));
  if (end !== undefined && end <= now) return { open: false, why: 'ended', order };
  if (order.state !== 'sent') return { open: false, why: 'lifted', order };
  const asked = await findAsked(app.db, link);
  if (!asked) return { open: false, why: 'not-asked', order };
  // To the hour, so that a page looked at again and again is not written of again and again.
  if (link.lastUsedAt === undefined || now - link.lastUsedAt >= HOUR_MS) {
    await recordUsesIn(app.db, 'answer_link', new Map([[link.id, { at: now, client: '' }]]));
  }
  if (asked.openedAt === undefined) await markOpened(app.db, link, now);
  return { open: true, link, order, asked };
}
