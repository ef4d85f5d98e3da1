/** Writing an order: the draft saves as it goes, a look at what sending would do, and sending it. */

import { listBreaks } from '../../app/drafts/list-breaks.ts';
import { attachedName } from '../../app/orders/attached-file.ts';
import { openOrder, openOrderSources } from '../../app/orders/open-orders.ts';
import { dropOrder, saveOrder } from '../../app/orders/save-order.ts';
import { liftOrder, previewOrderChange, sendOrder } from '../../app/orders/send-order.ts';
import { lastDayOf } from '../../calendar/holidays.ts';
import type { Order, OrderContent } from '../../domain/order.ts';
import { formatStamp } from '../../i18n/format.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { FormFault } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { newOrderPath, orderPath, ordersPath } from '../paths/orders.ts';
import { horizonFrom } from '../roster/period-list.ts';
import { type HolidayDays, orderValues, type ReadOrder, readOrder } from './order-fields.ts';
import { orderFormModel } from './order-form.ts';

export async function showNewOrder(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { last, unit } = await openOrderSources(deps.app, visit.param('unit'));
  const blank = emptyContent(visit);
  const { demands, systems, contacts, ask } = last?.content ?? blank;
  const content = visit.query.has('last') ? { ...blank, demands, systems, contacts, ask } : blank;
  const values = orderValues(content, unit.zone);
  values.delete('firstDay');
  return formPage(visit, deps, { content, values, faults: [] });
}

function emptyContent({ today }: Visit): OrderContent {
  return {
    ...{ name: '', dispatchNumber: '', firstDay: today, demands: [], systems: [], deadlines: [] },
    ...{ reports: [], contacts: [], ask: { by: 'kind', names: [], without: [], picked: [] } },
  };
}

export async function showOrder(visit: Visit, deps: WebDeps): Promise<Reply> {
  const order = await openOrder(deps.app, keyOf(visit));
  const values = orderValues(order.content, order.zone);
  return formPage(visit, deps, { content: order.content, values, faults: [], order });
}

function keyOf(visit: Visit): { readonly unitId: string; readonly orderId: string } {
  return { unitId: visit.param('unit'), orderId: visit.param('order') };
}

interface Shown extends ReadOrder {
  readonly values: URLSearchParams;
  readonly order?: Order;
}

async function formPage(
  visit: Visit,
  deps: WebDeps,
  { content, values, faults, order }: Shown,
): Promise<Reply> {
  const unitId = visit.param('unit');
  const sources = await openOrderSources(deps.app, unitId);
  const breaks = await listBreaks(deps.app, { from: visit.today, to: horizonFrom(visit.today) });
  const draft = order === undefined || order.state === 'draft';
  const title = order && !draft ? order.content.name : visit.say('orders.new.title');
  return {
    kind: 'page',
    view: 'orders/form',
    title,
    unitName: sources.unit.name,
    script: 'orders.js',
    ...refusedIf(faults.length > 0),
    model: {
      title,
      draft,
      lifted: order?.state === 'lifted',
      state: visit.say(`orders.state.${order?.state ?? 'draft'}`),
      saved: order
        ? visit.say(draft ? 'orders.form.saved' : 'orders.form.sent', {
            at: formatStamp(visit.language, order.changedAt ?? order.sentAt ?? order.updatedAt, order.zone),
          })
        : visit.say('orders.form.unsaved'),
      to: order ? orderPath(unitId, order.id, 'edit') : newOrderPath(unitId),
      listPath: ordersPath(unitId),
      lastPath: draft && sources.last ? `${newOrderPath(unitId)}?last` : '',
      lastWords: sources.last ? visit.say('orders.form.take-last', { name: sources.last.content.name }) : '',
      dropPath: order && draft ? orderPath(unitId, order.id, 'drop') : '',
      liftPath: order?.state === 'sent' ? orderPath(unitId, order.id, 'lift') : '',
      ...(await attachedModel(visit, deps, order)),
      linksPath: order?.state === 'sent' ? orderPath(unitId, order.id, 'links') : '',
      ...orderFormModel(visit, { sources, breaks, values, content, faults }),
    },
  };
}

/** The file that goes with it; only of an order that was saved once. */
async function attachedModel({ say, query }: Visit, { app }: WebDeps, order: Order | undefined) {
  if (order?.unitId === undefined || order.state === 'lifted') return { attachPath: '' };
  const wrong = query.get('attached');
  return {
    attachPath: orderPath(order.unitId, order.id, 'attached'),
    attached: await attachedName(app, order.id),
    attachFault:
      wrong === null ? '' : say(wrong === 'big' ? 'orders.fault.attached-big' : 'orders.fault.attached'),
  };
}

/** One address for saving, for looking at what sending would do, and for sending. */
export async function runOrder(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app } = deps;
  const unitId = visit.param('unit');
  const orderId = visit.path.endsWith('/new') ? undefined : visit.param('order');
  const { unit } = await openOrderSources(app, unitId);
  const before = orderId === undefined ? undefined : await openOrder(app, { unitId, orderId });
  const holiday = await holidayDays(visit, deps);
  const read = readOrder(visit.form, {
    zone: unit.zone,
    today: visit.today,
    ...(holiday ? { days: holiday } : {}),
  });
  const act = visit.form.get('act');
  const shown = { ...read, values: visit.form, ...(before ? { order: before } : {}) };
  if (read.faults.length > 0) return formPage(visit, deps, shown);
  const { content } = read;
  const id =
    before && before.state !== 'draft'
      ? before.id
      : await saveOrder(app, {
          unitId,
          content,
          actor: visit.actor,
          ...(orderId === undefined ? {} : { orderId }),
        });
  const key = { unitId, orderId: id };
  if (act === 'send') {
    const sent = await sendOrder(app, { ...key, content, actor: visit.actor });
    if (sent.sent) return redirect(orderPath(unitId, id, 'links'));
    return formPage(visit, deps, { ...shown, order: await openOrder(app, key), faults: sent.faults });
  }
  if (act === 'review') return reviewPage(visit, deps, { key, content });
  return redirect(orderPath(unitId, id, 'edit'));
}

async function holidayDays(visit: Visit, { app }: WebDeps): Promise<HolidayDays | undefined> {
  const breaks = await listBreaks(app, { from: visit.today, to: horizonFrom(visit.today) });
  const chosen = breaks.find(({ key }) => key === visit.form.get('holiday'));
  return chosen && { first: chosen.from, last: lastDayOf(chosen) };
}

interface Reviewed {
  readonly key: { readonly unitId: string; readonly orderId: string };
  readonly content: OrderContent;
}

async function reviewPage(visit: Visit, deps: WebDeps, { key, content }: Reviewed): Promise<Reply> {
  const { app } = deps;
  const order = await openOrder(app, key);
  const change = await previewOrderChange(app, key, content);
  if (change.faults.length > 0) {
    const faults: readonly FormFault[] = change.faults;
    return formPage(visit, deps, { content, values: orderValues(content, order.zone), faults, order });
  }
  const first = order.state === 'draft';
  const title = visit.say(first ? 'orders.review.title' : 'orders.review.title-again', {
    name: content.name,
  });
  const names = (list: readonly string[]): string => list.slice(0, 30).join(', ');
  return {
    kind: 'page',
    view: 'orders/review',
    title,
    model: {
      title,
      to: orderPath(key.unitId, key.orderId, 'edit'),
      back: orderPath(key.unitId, key.orderId, 'edit'),
      hidden: [...orderValues(content, order.zone)].map(([name, value]) => ({ name, value })),
      parts: first ? [] : change.parts.map((part) => visit.say(`orders.part.${part}`)),
      unchanged: !first && change.parts.length === 0,
      judged: change.judged > 0 ? visit.say('orders.review.judged', { count: change.judged }) : '',
      joining:
        change.joining.length > 0 ? visit.say('orders.review.joining', { count: change.joining.length }) : '',
      joiningNames: names(change.joining),
      leaving:
        change.leaving.length > 0 ? visit.say('orders.review.leaving', { count: change.leaving.length }) : '',
      leavingNames: names(change.leaving),
      unheard:
        change.unheard.length > 0 ? visit.say('orders.review.unheard', { count: change.unheard.length }) : '',
      unheardNames: names(change.unheard),
      button: visit.say(first ? 'orders.review.send' : 'orders.review.send-again'),
    },
  };
}

export async function endOrder(visit: Visit, { app }: WebDeps): Promise<Reply> {
  await liftOrder(app, keyOf(visit), visit.actor);
  return redirect(ordersPath(visit.param('unit')));
}

export async function dropDraft(visit: Visit, { app }: WebDeps): Promise<Reply> {
  await dropOrder(app, keyOf(visit), visit.actor);
  return redirect(ordersPath(visit.param('unit')));
}
