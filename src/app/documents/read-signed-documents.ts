/** What of a version was given out to be signed, what came back, and the signed files themselves. */

import type { SignedDocument, SigningPart, VersionOfPeriod } from '../../domain/signed-document.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findSignedFile, listSignedDocuments } from '../../store/signed-document-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';

/** The newest given out first. */
export async function readSignedDocuments(app: App, key: VersionOfPeriod): Promise<SignedDocument[]> {
  allow(app, 'roster.view', key);
  return listSignedDocuments(app.db, key);
}

export interface SignedFile {
  readonly content: Uint8Array;
  readonly part: SigningPart;
  readonly version: number;
}

/** Throws `not-found`. */
export async function readSignedFile(
  app: App,
  key: { readonly unitId: string; readonly id: string },
): Promise<SignedFile> {
  allow(app, 'roster.view', key);
  const file = await findSignedFile(app.db, key);
  if (!file) throw new AppError('not-found', 'error.signed-document.missing');
  return file;
}
