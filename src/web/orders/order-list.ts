/** A superior's orders, and the private links by which units without an account answer one of them. */

import { issueAnswerLinks, revokeAnswerLink } from '../../app/orders/answer-links.ts';
import {
  type LinkState,
  listLinkStates,
  listOrdersOfBelow,
  listUnitOrders,
  openOrder,
} from '../../app/orders/open-orders.ts';
import { phoneDaysOf, setPhoneDays } from '../../app/orders/phone-days.ts';
import { formatStamp } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { mayIn, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf } from '../kit/fields.ts';
import { orderDays } from '../kit/order-days.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { answerPath, newOrderPath, orderPath, ordersPath, phoneDaysPath, treePath } from '../paths/orders.ts';
import { orderPartPath } from '../paths/overview.ts';

/** The newest. */
const MOST_BELOW = 60;

export function showOrders(visit: Visit, deps: WebDeps): Promise<Reply> {
  return ordersPage(visit, deps, []);
}

async function ordersPage(visit: Visit, { app }: WebDeps, faults: readonly FormFault[]): Promise<Reply> {
  const unitId = visit.param('unit');
  const { say, language } = visit;
  const orders = await listUnitOrders(app, unitId);
  const ofBelow = await listOrdersOfBelow(app, unitId);
  const title = say('orders.title');
  const edits = mayIn(visit, 'order.edit', unitId);
  const days = visit.form.get('days') ?? String(await phoneDaysOf(app, unitId));
  const form = formOf(visit, new URLSearchParams({ days }), faults);
  return {
    kind: 'page',
    view: 'orders/list',
    title,
    ...refusedIf(faults.length > 0),
    model: {
      title,
      newPath: edits ? newOrderPath(unitId) : '',
      treePath: treePath(unitId),
      phonesPath: mayIn(visit, 'tree.edit', unitId) ? phoneDaysPath(unitId) : '',
      phones: form.text('days', 'orders.phones.days', { hintKey: 'orders.phones.hint', maxlength: 4 }),
      below: ofBelow.slice(0, MOST_BELOW).map(({ id, superiorName, content, state }) => ({
        ...{ name: content.name, superior: superiorName, days: orderDays(visit, content) },
        ...{ state: say(`orders.state.${state}`), standing: state === 'sent' },
        href: orderPartPath({ unitId, orderId: id }, 'overview'),
      })),
      orders: orders.map(({ order, asked, answered }) => ({
        name: order.content.name || say('orders.unnamed'),
        number: order.content.dispatchNumber,
        days: orderDays(visit, order.content),
        state: say(`orders.state.${order.state}`),
        draft: order.state === 'draft',
        standing: order.state === 'sent',
        figures: order.state === 'draft' ? '' : say('orders.list.figures', { answered, asked }),
        at: formatStamp(language, order.changedAt ?? order.sentAt ?? order.updatedAt, order.zone),
        href: edits ? orderPath(unitId, order.id, 'edit') : '',
        overviewPath: order.state === 'draft' ? '' : orderPartPath({ unitId, orderId: order.id }, 'overview'),
        linksPath: edits && order.state === 'sent' ? orderPath(unitId, order.id, 'links') : '',
      })),
    },
  };
}

export async function savePhoneDays(visit: Visit, deps: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const written = (visit.form.get('days') ?? '').trim();
  const days = /^\d{1,4}$/.test(written) ? Number(written) : -1;
  try {
    await setPhoneDays(deps.app, { unitId, days, actor: visit.actor });
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'invalid')) throw error;
    return ordersPage(visit, deps, [{ field: 'days', key: error.key, params: error.params }]);
  }
  return redirect(ordersPath(unitId));
}

export function showLinks(visit: Visit, deps: WebDeps): Promise<Reply> {
  return linksPage(visit, deps, new Map());
}

/** For all units asked, or for those ticked. Links are told once. */
export async function makeLinks(visit: Visit, deps: WebDeps): Promise<Reply> {
  const key = { unitId: visit.param('unit'), orderId: visit.param('order') };
  const ticked = visit.form.getAll('only');
  const only = visit.form.get('which') === 'ticked' ? { only: ticked } : {};
  if (only.only?.length === 0) return linksPage(visit, deps, new Map(), true);
  const issued = await issueAnswerLinks(deps.app, { ...key, ...only, actor: visit.actor });
  return linksPage(visit, deps, new Map(issued.map(({ unitId, token }) => [unitId, token])));
}

export async function endLink(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const key = { unitId: visit.param('unit'), orderId: visit.param('order') };
  await revokeAnswerLink(app, { ...key, askedId: visit.form.get('asked') ?? '', actor: visit.actor });
  return redirect(orderPath(key.unitId, key.orderId, 'links'));
}

/** @param tokens of those just made, by unit. */
async function linksPage(
  visit: Visit,
  { app, publicUrl }: WebDeps,
  tokens: ReadonlyMap<string, string>,
  noneTicked = false,
): Promise<Reply> {
  const key = { unitId: visit.param('unit'), orderId: visit.param('order') };
  const order = await openOrder(app, key);
  const states = await listLinkStates(app, key);
  const made = new Map([...tokens].map(([id, token]) => [id, `${publicUrl}${answerPath(token)}`]));
  const title = visit.say('orders.links.title', { name: order.content.name });
  const lines = states.flatMap(({ unitId, name }) => {
    const address = made.get(unitId);
    return address === undefined
      ? []
      : [visit.say('orders.links.line', { unit: name, order: order.content.name, address })];
  });
  return {
    kind: 'page',
    view: 'orders/links',
    title,
    script: 'copy.js',
    ...(made.size > 0 ? { secret: 'with-forms' as const } : {}),
    ...refusedIf(noneTicked),
    model: {
      title,
      noneTicked,
      orderName: order.content.name,
      editPath: orderPath(key.unitId, key.orderId, 'edit'),
      listPath: ordersPath(key.unitId),
      makePath: orderPath(key.unitId, key.orderId, 'links'),
      endPath: orderPath(key.unitId, key.orderId, 'links/end'),
      made: made.size > 0,
      slipsPath: orderPath(key.unitId, key.orderId, 'links/slips'),
      tokens: [...tokens.values()],
      all: lines.join('\n\n'),
      rows: states.map((state) => linkRow(visit, state, made.get(state.unitId) ?? '')),
      none: states.length === 0,
    },
  };
}

function linkRow(
  { say }: Visit,
  { unitId, name, contact, state, answered }: LinkState,
  address: string,
): object {
  return {
    ...{ unitId, name, address, contact: [contact.name, contact.title].filter(Boolean).join(', ') },
    phone: contact.phone,
    state: say(`orders.links.state.${state}`),
    live: state !== 'none',
    answered: say(answered ? 'orders.links.answered' : 'orders.links.unanswered'),
    isAnswered: answered,
    chosen: state === 'none' && !answered,
  };
}
