/** The signed file of a version, which stands in place of what this program would print. */

import { readSignedDocuments, readSignedFile } from '../../app/documents/read-signed-documents.ts';
import type { SigningPart, VersionOfPeriod } from '../../domain/signed-document.ts';
import type { DocumentKind } from '../../output/documents/document.ts';
import { DOCUMENT_FILES } from '../../output/documents/document-files.ts';
import type { DocumentOptions } from '../../output/documents/document-request.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply } from '../kit/visit.ts';
import type { OpenVersion } from '../roster/period-bar.ts';
import { documentReply, keyOf } from './asked-document.ts';
import { newestSigned } from './signing-card.ts';

/** The signed file that stands in place of ours; undefined while there is none. */
export async function signedInstead(
  deps: WebDeps,
  open: OpenVersion,
  { kind, options }: { readonly kind: DocumentKind; readonly options: DocumentOptions },
): Promise<Reply | undefined> {
  const part = partOf(kind, options);
  if (!part) return undefined;
  const found = newestSigned(await readSignedDocuments(deps.app, versionKey(open))).get(part);
  return found && signedReply(found.id, deps, open);
}

function partOf(kind: DocumentKind, { alone }: DocumentOptions): SigningPart | undefined {
  if (kind === 'notice') return 'letter';
  if (kind === 'official') return alone ? 'alone' : 'list';
  return undefined;
}

export async function signedReply(id: string, deps: WebDeps, open: OpenVersion): Promise<Reply> {
  const { unitId, periodId } = keyOf(open);
  const { content, part, version } = await readSignedFile(deps.app, { unitId, id });
  const fileName = `${part}-da-ky-${periodId.replace(/[^a-z0-9]+/gi, '-')}-v${version}.pdf`;
  return documentReply({ content, mediaType: DOCUMENT_FILES.pdf.mediaType, fileName });
}

export function versionKey(open: OpenVersion): VersionOfPeriod {
  return { ...keyOf(open), version: open.version.number };
}
