/** The first page of a document as its form stands, before anything of it is kept. */

import { readDocumentFields } from '../../app/documents/read-document-fields.ts';
import { DOCUMENT_KINDS } from '../../output/documents/document.ts';
import type { WebDeps } from '../kit/deps.ts';
import { TICKED } from '../kit/fields.ts';
import { REFUSED } from '../kit/refusal.ts';
import type { BytesReply, Reply, Visit } from '../kit/visit.ts';
import { openVersion } from '../roster/open-version.ts';
import { requestOf, visitorDocuments } from './asked-document.ts';
import { faultsOfFields, OWN_SETTINGS, settingsOf, typedFields } from './document-form.ts';

/** Of the kind that the form names, the letter when it names none; in words what of the form can't be read. */
export async function previewDocument(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { form, say } = visit;
  const query = settingsOf(form);
  query.set(OWN_SETTINGS, TICKED);
  const asking: Visit = { ...visit, query };
  const kind = DOCUMENT_KINDS.find((each) => each === form.get('preview')) ?? 'notice';
  const open = await openVersion(asking, deps);
  const fields = readDocumentFields(typedFields(form));
  if (!fields.ok) {
    const words = faultsOfFields(visit, fields.faults).map(({ key, params }) => say(key, params));
    return wordsReply(words.join(' '));
  }
  const request = await requestOf(asking, deps, open, kind);
  return pictureReply(
    await visitorDocuments(visit, deps).picture({ ...request, kind, fields: fields.value }),
  );
}

export function pictureReply(svg: string): BytesReply {
  const headers = { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': 'private, no-cache' };
  return { kind: 'bytes', status: 200, headers, body: svg };
}

function wordsReply(words: string): BytesReply {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  return { kind: 'bytes', status: REFUSED, headers, body: words };
}
