/** Keeps a signed file that came back, beside the version it is of. It is read and checked where untrusted files are. */

import type { VersionOfPeriod } from '../../domain/signed-document.ts';
import type { SignedPdfReading } from '../../input/signed-pdf.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listSignedDocuments, saveSignedFile } from '../../store/signed-document-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { ofPeriod, record } from '../record.ts';

export interface SignedReturn {
  readonly key: VersionOfPeriod;
  readonly content: Uint8Array;
  /** Whose share of the reading it takes. */
  readonly asker: string;
  readonly actor: string;
  /** Whether it was sealed here rather than brought back. */
  readonly bySeal?: boolean;
}

/** What was read, or why it is not kept. Throws `unavailable` when too many files wait, `not-found`. */
export async function keepSignedDocument(
  app: App,
  { key, content, asker, actor, bySeal = false }: SignedReturn,
): Promise<SignedPdfReading> {
  allow(app, 'period.edit', key);
  const copies = await listSignedDocuments(app.db, key);
  const options = { copies: copies.map(({ id, bytes, sha256 }) => ({ id, bytes, sha256 })) };
  const read = await app.parseFile({ kind: 'signed', bytes: content, options }, asker);
  if (!read.ok) return read;
  const { copyId, signatures } = read;
  await app.db.transaction().execute(async (trx) => {
    const at = app.clock();
    const kept = await saveSignedFile(trx, { unitId: key.unitId, id: copyId }, { content, signatures, at });
    if (!kept) throw new AppError('not-found', 'error.signed-document.missing');
    await record(
      trx,
      app,
      { at, actor, action: bySeal ? 'document.seal' : 'document.signed', ...ofPeriod(key) },
      { version: key.version, signatures: signatures.length, bytes: content.length },
    );
  });
  return read;
}
