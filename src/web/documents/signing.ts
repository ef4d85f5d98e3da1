/** Letters signed digitally: a copy to sign, the signed file that comes back, and the file itself. */

import { createHash } from 'node:crypto';
import { issueSigningCopy, type SigningIssue } from '../../app/documents/issue-signing-copy.ts';
import { keepSignedDocument } from '../../app/documents/keep-signed-document.ts';
import { SIGNING_PARTS, type SigningPart } from '../../domain/signed-document.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { DocumentKind } from '../../output/documents/document.ts';
import type { DocumentOptions } from '../../output/documents/document-request.ts';
import type { DocumentOrder, RenderedDocument } from '../../output/documents/render-document.ts';
import { redirect } from '../kit/allowed.ts';
import { askerOf } from '../kit/asker.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { documentsPath } from '../paths/periods.ts';
import { openVersion } from '../roster/open-version.ts';
import type { OpenVersion } from '../roster/period-bar.ts';
import { documentReply, requestOf, visitorDocuments } from './asked-document.ts';
import { documentsReply } from './documents.ts';
import { signedReply, versionKey } from './signed-file.ts';

/** A letter of ours has a tenth of a megabyte; pictures of seals and certificates come on top. */
export const MOST_SIGNED_BYTES = 8 * 1024 * 1024;
export const MOST_SIGNED_UPLOAD = MOST_SIGNED_BYTES + 256 * 1024;

const PARTS: Readonly<
  Record<SigningPart, { readonly kind: DocumentKind; readonly options: DocumentOptions }>
> = {
  letter: { kind: 'notice', options: { annexes: false } },
  list: { kind: 'official', options: { annex: 'list', alone: false } },
  phones: { kind: 'official', options: { annex: 'phones', alone: false } },
  alone: { kind: 'official', options: { alone: true } },
};

/** The file to sign, whose bytes are noted: number and date are left to the clerk. */
export async function takeSigningCopy(visit: Visit, deps: WebDeps): Promise<Reply> {
  const part = SIGNING_PARTS.find((each) => each === visit.form.get('part'));
  if (!part) throw new AppError('not-found', 'web.failure.no-page');
  return signingCopy(askingFor(visit), deps, part);
}

/** Of the version the visit's query names. */
export async function signingCopy(visit: Visit, deps: WebDeps, part: SigningPart): Promise<Reply> {
  const open = await openVersion(visit, deps);
  const file = await electronicFile(visit, deps, { open, part });
  const { issue } = file;
  await issueSigningCopy(deps.app, issue);
  return documentReply({ ...file, fileName: `${part}-${file.fileName.replace(/^[a-z]+-/, 'de-ky-')}` });
}

/** The part as it is signed, with what is noted of its bytes. @param numbered when no clerk adds number and date. */
export async function electronicFile(
  visit: Visit,
  deps: WebDeps,
  {
    open,
    part,
    numbered = false,
  }: { readonly open: OpenVersion; readonly part: SigningPart; readonly numbered?: boolean },
): Promise<RenderedDocument & { readonly issue: SigningIssue }> {
  const { kind, options } = PARTS[part];
  const request = await requestOf(visit, deps, open);
  const order: DocumentOrder = {
    ...request,
    kind,
    format: 'pdf',
    fields: { ...request.fields, medium: 'electronic' },
    options: { ...request.options, ...options, numbered },
  };
  const file = await visitorDocuments(visit, deps).render(order);
  const bytes = Buffer.from(file.content);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const issue = { key: versionKey(open), part, bytes: bytes.length, sha256, actor: visit.actor };
  return { ...file, issue };
}

/** Kept when it is what was given out, signed and whole; else the page again, and why. */
export async function sendSignedFile(visit: Visit, deps: WebDeps): Promise<Reply> {
  const asking = askingFor(visit);
  const open = await openVersion(asking, deps);
  const refuse = (key: string, params = {}): Promise<Reply> =>
    documentsReply(asking, deps, open, { refusal: { key, params } });
  const file = visit.files.get('file');
  if (!file) return refuse('document.signed.fault.absent');
  if (file.bytes.length > MOST_SIGNED_BYTES) {
    return refuse('document.signed.fault.large', { most: MOST_SIGNED_BYTES / 1024 / 1024 });
  }
  const read = await keepSignedDocument(deps.app, {
    key: versionKey(open),
    content: file.bytes,
    asker: askerOf(visit, deps),
    actor: visit.actor,
  });
  if (!read.ok) return refuse(read.key, read.params);
  const { pinnedNumber, version } = open;
  return redirect(`${documentsPath(version.periodId, pinnedNumber)}#signing`);
}

export async function showSignedFile(visit: Visit, deps: WebDeps): Promise<Reply> {
  const open = await openVersion(visit, deps);
  return signedReply(visit.param('copy'), deps, open);
}

/** The visit of the version that its form names. */
export function askingFor(visit: Visit): Visit {
  const version = visit.form.get('version') ?? '';
  return { ...visit, query: new URLSearchParams(version === '' ? {} : { version }) };
}
