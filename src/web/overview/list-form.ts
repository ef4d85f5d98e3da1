/** The superior's own form of the list, Word or Excel: sent, tried before it is kept, filled; and one of each to start from. */

import { findListForm, saveListForm } from '../../app/overview/list-form.ts';
import { openOrder } from '../../app/overview/open-order.ts';
import { readList } from '../../app/overview/read-list.ts';
import { formatStamp } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Fault } from '../../kernel/fault.ts';
import { MOST_FORM_BYTES } from '../../output/documents/form-archive.ts';
import { listFormSample, listTableSample } from '../../output/documents/list-form.ts';
import type { WrittenOrder } from '../../output/documents/render-document.ts';
import { mayIn, redirect } from '../kit/allowed.ts';
import { askerOf } from '../kit/asker.ts';
import type { WebDeps } from '../kit/deps.ts';
import { fileReply } from '../kit/file-reply.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { orderPartPath } from '../paths/overview.ts';
import { sourceOf } from './list-files.ts';
import { orderTabs } from './order-tabs.ts';

export const MOST_FORM_UPLOAD_BYTES = MOST_FORM_BYTES + 64 * 1024;

function keyOf({ param }: Visit) {
  return { unitId: param('unit'), orderId: param('order') };
}

export function showListForm(visit: Visit, deps: WebDeps): Promise<Reply> {
  return formPage(visit, deps, []);
}

async function formPage(visit: Visit, { app }: WebDeps, faults: readonly Fault[]): Promise<Reply> {
  const key = keyOf(visit);
  const order = await openOrder(app, key);
  const form = await findListForm(app, key);
  const { say, language } = visit;
  const path = orderPartPath(key, 'list-form');
  const title = say('overview.form.page');
  return {
    kind: 'page',
    view: 'overview/list-form',
    title,
    ...refusedIf(faults.length > 0),
    model: {
      ...{ title, order: order.content.name, tabs: orderTabs(visit, key, 'overview'), path },
      sends: order.unitId === key.unitId && mayIn(visit, 'order.edit', key.unitId),
      samples: { docx: `${path}-sample.docx`, xlsx: `${path}-sample.xlsx` },
      text: say('overview.form.text', {
        example: '{ho_ten}',
        loops: '{#nhanh}, {#cac_don_vi}, {#ngay_truc}',
      }),
      filledPath: form ? `${path}/filled` : '',
      kept: form
        ? say('overview.form.kept', {
            name: form.fileName,
            at: formatStamp(language, form.savedAt, order.zone),
          })
        : '',
      faults: faults.map((fault) => faultWords(visit, fault)),
    },
  };
}

/** Of an Excel form with the cell it stands in. */
function faultWords({ say }: Visit, { key, value, params, column }: Fault): string {
  const words = say(key, { ...params, ...(value === undefined ? {} : { value }) });
  return column === undefined ? words : say('overview.form.cell', { cell: column, words });
}

export async function sendListForm(visit: Visit, deps: WebDeps): Promise<Reply> {
  const key = keyOf(visit);
  if ((await openOrder(deps.app, key)).unitId !== key.unitId) {
    throw new AppError('forbidden', 'error.access.forbidden');
  }
  const file = visit.files.get('file');
  if (!file || file.bytes.length === 0) {
    return formPage(visit, deps, [{ key: 'overview.form.absent', params: {}, file: '' }]);
  }
  const filled = await fill(visit, deps, { fileName: file.name, content: file.bytes });
  if (!filled.ok) return formPage(visit, deps, filled.faults);
  await saveListForm(deps.app, { ...key, fileName: file.name, content: file.bytes, actor: visit.actor });
  return redirect(orderPartPath(key, 'list-form'));
}

export async function showFilledList(visit: Visit, deps: WebDeps): Promise<Reply> {
  const form = await findListForm(deps.app, keyOf(visit));
  if (!form) throw new AppError('not-found', 'overview.form.none');
  const filled = await fill(visit, deps, form);
  return filled.ok ? fileReply(filled.value) : formPage(visit, deps, filled.faults);
}

async function fill(
  visit: Visit,
  deps: WebDeps,
  { fileName, content }: { readonly fileName: string; readonly content: Uint8Array },
) {
  if (!deps.documents) throw new AppError('unavailable', 'document.failure.busy');
  const list = sourceOf(visit, await readList(deps.app, keyOf(visit)));
  return deps.documents.fill({ list, form: content, formName: fileName }, askerOf(visit, deps));
}

export async function showListFormSample(visit: Visit, deps: WebDeps): Promise<Reply> {
  await openOrder(deps.app, keyOf(visit));
  if (!deps.documents) throw new AppError('unavailable', 'document.failure.busy');
  const { language, now } = visit;
  const sample: WrittenOrder = visit.path.endsWith('.xlsx')
    ? { format: 'xlsx', stem: 'mau-danh-sach', table: listTableSample(language) }
    : { format: 'docx', document: listFormSample(language, now) };
  return fileReply(await deps.documents.write(sample, askerOf(visit, deps)));
}
