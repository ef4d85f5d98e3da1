/** Documents of a published version: the page, the fields of its letters, each kind as a file. */

import { listWordForms } from '../../app/documents/list-word-forms.ts';
import { readSignedDocuments } from '../../app/documents/read-signed-documents.ts';
import { saveDocumentFields } from '../../app/documents/save-document-fields.ts';
import { listFeedLinks } from '../../app/feeds/list-feed-links.ts';
import { AppError } from '../../kernel/app-error.ts';
import { openElsewhere } from '../../kernel/loopback.ts';
import { DOCUMENT_KINDS } from '../../output/documents/document.ts';
import { DOCUMENT_FILES, DOCUMENT_FORMATS } from '../../output/documents/document-files.ts';
import { formatSampleForm } from '../../output/documents/docx-form-sample.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { documentsPath } from '../paths/periods.ts';
import { openVersion } from '../roster/open-version.ts';
import type { OpenVersion } from '../roster/period-bar.ts';
import { documentReply, keptOf, keyOf, requestOf, visitorDocuments } from './asked-document.ts';
import { faultsOfFields, passingOf, settingsOf, typedFields } from './document-form.ts';
import { type DocumentsFacts, documentsPage } from './documents-page.ts';
import { pictureReply } from './preview.ts';
import { signedInstead, versionKey } from './signed-file.ts';
import { SIGNING_SERVICE } from './signing-service.ts';

/** The name under which the sample of a Word form stands among the kinds. */
const SAMPLE_FORM = 'form';

export async function showDocuments(visit: Visit, deps: WebDeps): Promise<Reply> {
  return documentsReply(visit, deps, await openVersion(visit, deps));
}

/** Keeps the fields; then the page again, or the file whose button was pressed. */
export async function saveDocuments(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { form } = visit;
  const open = await openVersion({ ...visit, query: settingsOf(form) }, deps);
  const key = keyOf(open);
  const saved = await saveDocumentFields(deps.app, { key, typed: typedFields(form), actor: visit.actor });
  if (!saved.ok) {
    return documentsReply(visit, deps, open, { typed: form, faults: faultsOfFields(visit, saved.faults) });
  }
  const settings = passingOf(form);
  const file = form.get('next') ?? '';
  const home = documentsPath(key.periodId);
  // Only files of this very page: an address from elsewhere is none of them.
  if (file.startsWith(`${home}/`)) return redirect(`${file}${settings.size > 0 ? `?${settings}` : ''}`);
  settings.set('saved', '1');
  return redirect(`${home}?${settings}`);
}

export async function showDocument(visit: Visit, deps: WebDeps): Promise<Reply> {
  const [name, extension] = [visit.param('kind'), visit.param('format')];
  if (name === SAMPLE_FORM && extension === 'docx') return sampleForm(visit);
  const kind = DOCUMENT_KINDS.find((each) => each === name);
  const format = DOCUMENT_FORMATS.find((each) => DOCUMENT_FILES[each].extension === extension);
  if (!kind || !(format || extension === 'svg')) throw new AppError('not-found', 'web.failure.no-page');
  const documents = visitorDocuments(visit, deps);
  const open = await openVersion(visit, deps);
  const request = await requestOf(visit, deps, open, kind);
  if (!format) return pictureReply(await documents.picture({ kind, ...request }));
  const signed =
    format === 'pdf' ? await signedInstead(deps, open, { kind, options: request.options }) : undefined;
  return signed ?? documentReply(await documents.render({ kind, format, ...request }));
}

async function sampleForm({ language }: Visit): Promise<Reply> {
  const content = await formatSampleForm(language);
  return documentReply({
    content,
    mediaType: DOCUMENT_FILES.docx.mediaType,
    fileName: `${SAMPLE_FORM}.docx`,
  });
}

type Typed = Partial<Pick<DocumentsFacts, 'typed' | 'faults'>> &
  Pick<Partial<DocumentsFacts['forms']>, 'refused'> &
  Pick<Partial<DocumentsFacts['signing']>, 'refusal'>;

/** The page, with what was typed and what was wrong with it. */
export async function documentsReply(
  visit: Visit,
  deps: WebDeps,
  open: OpenVersion,
  { typed, faults = [], refused, refusal }: Typed = {},
): Promise<Reply> {
  const { plan } = open.version;
  const key = keyOf(open);
  const facts: DocumentsFacts = {
    open,
    kept: await keptOf(deps, key),
    forms: { forms: await listWordForms(deps.app, key.unitId), ...(refused && { refused }) },
    signing: {
      documents: await readSignedDocuments(deps.app, versionKey(open)),
      ...(deps.seal?.units.includes(key.unitId) && { seal: deps.seal }),
      ...(refusal && { refusal }),
    },
    slips: { liveLinks: await liveLinksOf(deps, open) },
    ...(typed && { typed }),
    faults,
    hasCode: openElsewhere(deps.publicUrl) !== undefined,
  };
  return {
    kind: 'page',
    view: 'documents/documents',
    title: visit.say('document.page.title', { period: plan.period.name }),
    unitName: plan.unit.name,
    script: 'documents.js',
    connects: SIGNING_SERVICE,
    draws: true,
    model: documentsPage(visit, facts),
    ...refusedIf(faults.length > 0 || refused !== undefined || refusal !== undefined),
  };
}

async function liveLinksOf({ app }: WebDeps, { version }: OpenVersion): Promise<Map<string, number>> {
  const standing = new Set(version.roster.assignments.map(({ staffId }) => staffId));
  const counted = new Map<string, number>();
  for (const { scope, revokedAt } of await listFeedLinks(app, version.plan.unit.id)) {
    if (scope.kind !== 'personal' || revokedAt !== undefined || !standing.has(scope.staffId)) continue;
    counted.set(scope.staffId, (counted.get(scope.staffId) ?? 0) + 1);
  }
  return counted;
}
