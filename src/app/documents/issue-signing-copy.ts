/** Notes what of a version was given out to be signed: a file that comes back is held against its bytes. */

import type { SigningPart, VersionOfPeriod } from '../../domain/signed-document.ts';
import {
  deleteSigningCopy,
  listSignedDocuments,
  saveSigningCopy,
} from '../../store/signed-document-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { ofPeriod, record } from '../record.ts';
import { newId } from '../secret-token.ts';

/** Out at once, of one part of a version: the oldest is forgotten. */
const MOST_OUT = 10;

export interface SigningIssue {
  readonly key: VersionOfPeriod;
  readonly part: SigningPart;
  readonly bytes: number;
  readonly sha256: string;
  readonly actor: string;
}

/** @returns its id; the same for the same bytes. */
export async function issueSigningCopy(
  app: App,
  { key, part, bytes, sha256, actor }: SigningIssue,
): Promise<string> {
  allow(app, 'period.edit', key);
  return app.db.transaction().execute(async (trx) => {
    const all = (await listSignedDocuments(trx, key)).filter((each) => each.part === part);
    const same = all.find((each) => each.sha256 === sha256);
    if (same) return same.id;
    const out = all.filter(({ signed }) => signed === undefined);
    for (const { id } of out.slice(MOST_OUT - 1)) await deleteSigningCopy(trx, key.unitId, id);
    const [id, issuedAt] = [newId(app), app.clock()];
    await saveSigningCopy(trx, key, { id, part, bytes, sha256, issuedAt });
    const details = { version: key.version, part };
    await record(trx, app, { at: issuedAt, actor, action: 'document.issue', ...ofPeriod(key) }, details);
    return id;
  });
}
