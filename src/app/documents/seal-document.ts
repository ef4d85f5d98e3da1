/** Seals a letter by the organisation's certificate that this installation holds, and keeps it beside its version as any signed file. */

import type { Instant } from '../../calendar/interval.ts';
import type { SignedPdfReading } from '../../input/signed-pdf.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listSignedDocuments } from '../../store/signed-document-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { issueSigningCopy, type SigningIssue } from './issue-signing-copy.ts';
import { keepSignedDocument } from './keep-signed-document.ts';

/** An organisation's seal: its certificate, whose letters it may seal, and how. */
export interface Seal {
  /** As the certificate has it. */
  readonly name: string;
  readonly from: Instant;
  readonly until: Instant;
  /** Ids. */
  readonly units: readonly string[];
  /** The file, sealed behind its bytes. Rejects when it is none of ours. */
  apply(pdf: Uint8Array, at: Instant): Promise<Uint8Array>;
}

export interface SealOrder extends SigningIssue {
  readonly content: Uint8Array;
  /** Whose share of the checking it takes. */
  readonly asker: string;
}

type Sealed = SignedPdfReading | { readonly ok: false; readonly key: string; readonly at: Instant };

/** What was read of it, or why it is not sealed, since or until when. Throws `not-found` for a unit whose letters it does not seal. */
export async function sealDocument(
  app: App,
  seal: Seal,
  { content, asker, ...issue }: SealOrder,
): Promise<Sealed> {
  const { key, part, actor } = issue;
  allow(app, 'period.edit', key);
  if (!seal.units.includes(key.unitId)) throw new AppError('not-found', 'error.seal.none');
  const at = app.clock();
  if (at < seal.from) return { ok: false, key: 'document.seal.fault.early', at: seal.from };
  if (at > seal.until) return { ok: false, key: 'document.seal.fault.over', at: seal.until };
  const kept = (await listSignedDocuments(app.db, key)).filter((each) => each.part === part);
  const signatures = kept.flatMap(({ signed }) => signed?.signatures ?? []);
  if (signatures.some(({ name, validUntil }) => name !== seal.name || validUntil !== seal.until)) {
    return { ok: false, key: 'document.seal.fault.signed', params: {} };
  }
  const sealed = await seal.apply(content, at);
  await issueSigningCopy(app, issue);
  return keepSignedDocument(app, { key, content: sealed, asker, actor, bySeal: true });
}
