/** The consolidated list of an order as a file, and every list that was sent with when it was in force. */

import { openOrder } from '../../app/overview/open-order.ts';
import { type ConsolidatedList, readHistory, readList } from '../../app/overview/read-list.ts';
import type { Instant } from '../../calendar/interval.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import { daysOf } from '../../domain/order.ts';
import { formatDate } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { consolidatedList, type ListSource, listTable } from '../../output/documents/consolidated-list.ts';
import type { WrittenOrder } from '../../output/documents/render-document.ts';
import { formatCsv } from '../../output/roster-csv.ts';
import { askerOf } from '../kit/asker.ts';
import type { WebDeps } from '../kit/deps.ts';
import { fileReply } from '../kit/file-reply.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { LIST_FORMATS } from '../paths/overview.ts';

export async function showList(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, documents } = deps;
  const key = { unitId: visit.param('unit'), orderId: visit.param('order') };
  const format = LIST_FORMATS.find((each) => each === visit.param('format'));
  if (!format) throw new AppError('not-found', 'web.failure.no-page');
  const source = sourceOf(visit, await readList(app, key));
  const stem = `list-${source.id}`;
  if (format === 'csv') {
    const { head, rows } = listTable(source);
    return fileReply({
      content: formatCsv([head, ...rows]),
      mediaType: 'text/csv; charset=utf-8',
      fileName: `${stem}.csv`,
    });
  }
  if (!documents) throw new AppError('unavailable', 'document.failure.busy');
  const order: WrittenOrder =
    format === 'xlsx'
      ? { format, stem, table: { name: visit.say('overview.consolidated'), ...listTable(source) } }
      : { format, document: consolidatedList(source) };
  const { content, mediaType, fileName } = await documents.write(order, askerOf(visit, deps));
  return fileReply({ content, mediaType, fileName });
}

export function sourceOf({ language, now }: Visit, { order, superior, units }: ConsolidatedList): ListSource {
  return {
    ...{
      language,
      zone: order.zone,
      superior: superior.name,
      title: order.content.name,
      at: now,
      id: order.id,
    },
    ...{ dispatchNumber: order.content.dispatchNumber, days: daysOf(order, now) },
    units: units.map(({ unit: { name, branch, kind }, duties }) => ({ name, branch, kind, duties })),
  };
}

export async function showHistory(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const key = { unitId: visit.param('unit'), orderId: visit.param('order') };
  const order = await openOrder(app, key);
  const { say } = visit;
  const moment = (at: Instant | undefined): string =>
    at === undefined ? '' : `${formatDate(dayOf(at, order.zone))} ${clockTimeOf(at, order.zone)}`;
  const heads = ['number', 'sent', 'until', 'source', 'late', 'people', 'short', 'phones'] as const;
  const head = [say('word.unit'), ...heads.map((each) => say(`overview.history.${each}`))];
  const rows = (await readHistory(app, key)).map((each) => [
    ...[each.name, String(each.number), moment(each.sentAt), moment(each.until)],
    ...[say(`overview.source.${each.source}`), each.late ? say('word.yes') : '', String(each.people)],
    ...[String(each.shortMinutes), String(each.phonesMissing)],
  ]);
  return fileReply({
    content: formatCsv([head, ...rows]),
    mediaType: 'text/csv; charset=utf-8',
    fileName: `answers-${order.id}.csv`,
  });
}
