/** A unit's own Word forms: sent, tried on the roster before they are kept, filled, taken back. */

import { findWordForm } from '../../app/documents/find-word-form.ts';
import { removeWordForm } from '../../app/documents/remove-word-form.ts';
import { saveWordForm } from '../../app/documents/save-word-form.ts';
import type { Fault } from '../../kernel/fault.ts';
import { DOCUMENT_FILES } from '../../output/documents/document-files.ts';
import { MOST_FORM_BYTES } from '../../output/documents/form-archive.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { documentsPath } from '../paths/periods.ts';
import { openVersion } from '../roster/open-version.ts';
import { documentReply, keyOf, requestOf, visitorDocuments } from './asked-document.ts';
import { documentsReply } from './documents.ts';

/** The file, and room for the fields beside it: what is larger is told in the form's own words. */
export const MOST_UPLOAD_BYTES = MOST_FORM_BYTES + 256 * 1024;
const MOST_NAME = 80;

/** A new form, or the file of one there is. It is kept only when it can be filled whole. */
export async function sendWordForm(visit: Visit, deps: WebDeps): Promise<Reply> {
  const open = await openVersion(visit, deps);
  const { unitId, periodId } = keyOf(open);
  const id = visit.param('form');
  const before = id === '' ? undefined : await findWordForm(deps.app, { unitId, id });
  const file = visit.files.get('file');
  const name = nameOf(visit, before?.name ?? (file?.name ?? '').replace(/\.docx$/i, ''));
  const refuse = (faults: readonly Fault[]): Promise<Reply> =>
    documentsReply(visit, deps, open, { refused: { name, faults, ...(before && { id }) } });
  if (!file) return refuse([{ key: 'fault.form.absent', params: {}, file: '' }]);
  const request = await requestOf(visit, deps, open);
  const tried = await visitorDocuments(visit, deps).fill({
    ...request,
    form: file.bytes,
    formName: file.name,
  });
  if (!tried.ok) return refuse(tried.faults);
  await saveWordForm(deps.app, {
    unitId,
    ...(before && { id }),
    name,
    fileName: file.name,
    content: file.bytes,
    actor: visit.actor,
  });
  return redirect(documentsPath(periodId));
}

/** As the sender calls it, else as it was called before, else as the file is. */
function nameOf({ form }: Visit, otherwise: string): string {
  const typed = (form.get('name') ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return (typed || otherwise).slice(0, MOST_NAME);
}

/** Filled with the opened version; or the page again, when the roster asks for more than the form knows. */
export async function showFilledForm(visit: Visit, deps: WebDeps): Promise<Reply> {
  const open = await openVersion(visit, deps);
  const id = visit.param('form');
  const { name, fileName, content } = await findWordForm(deps.app, { unitId: keyOf(open).unitId, id });
  const request = await requestOf(visit, deps, open);
  const filled = await visitorDocuments(visit, deps).fill({ ...request, form: content, formName: fileName });
  if (filled.ok) return documentReply(filled.value);
  return documentsReply(visit, deps, open, { refused: { id, name, faults: filled.faults } });
}

export async function showOriginalForm(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { unitId } = keyOf(await openVersion(visit, deps));
  const { content } = await findWordForm(deps.app, { unitId, id: visit.param('form') });
  return documentReply({ content, mediaType: DOCUMENT_FILES.docx.mediaType, fileName: 'mau.docx' });
}

export async function dropWordForm(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { unitId, periodId } = keyOf(await openVersion(visit, deps));
  await removeWordForm(deps.app, { unitId, id: visit.param('form'), actor: visit.actor });
  return redirect(documentsPath(periodId));
}
