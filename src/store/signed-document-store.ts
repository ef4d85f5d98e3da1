/** Documents given out to be signed, and the files that came back. What a signature is worth is not known here. */

import { z } from 'zod';
import type { Instant } from '../calendar/interval.ts';
import type {
  PdfSignature,
  SignedDocument,
  SigningCopy,
  SigningPart,
  VersionOfPeriod,
} from '../domain/signed-document.ts';
import type { Database } from './database.ts';
import type { SignedDocumentRow } from './document-tables.ts';
import { changeIn, deleteIn, insertIn, someIn } from './rows.ts';

const SHOWN = [
  'id',
  'version',
  'part',
  'issued_at',
  'issued_bytes',
  'sha256',
  'signed_at',
  'signed_bytes',
  'signatures',
] as const;

export type StoredSigning = SignedDocument & SigningCopy;

/** The newest given out first. */
export async function listSignedDocuments(
  db: Database,
  { unitId, periodId, version }: VersionOfPeriod,
): Promise<StoredSigning[]> {
  const rows = await someIn(db, 'signed_document', { unit_id: unitId, period_id: periodId, version })
    .select(SHOWN)
    .orderBy('issued_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(signingFromRow);
}

export async function saveSigningCopy(
  db: Database,
  { unitId, periodId, version }: VersionOfPeriod,
  copy: SigningCopy & { readonly part: SigningPart; readonly issuedAt: Instant },
): Promise<void> {
  await insertIn(db, 'signed_document', {
    unit_id: unitId,
    id: copy.id,
    period_id: periodId,
    version,
    part: copy.part,
    issued_at: copy.issuedAt,
    issued_bytes: copy.bytes,
    sha256: copy.sha256,
  });
}

/** Of one that is out; false when there is none. */
export async function deleteSigningCopy(db: Database, unitId: string, id: string): Promise<void> {
  await deleteIn(db, 'signed_document', { unit_id: unitId, id, signed_at: null });
}

/** In place of a signed file that came back before; false when it was never given out. */
export async function saveSignedFile(
  db: Database,
  { unitId, id }: { readonly unitId: string; readonly id: string },
  file: {
    readonly content: Uint8Array;
    readonly signatures: readonly PdfSignature[];
    readonly at: Instant;
  },
): Promise<boolean> {
  return (
    (await changeIn(db, 'signed_document', { unit_id: unitId, id }).to({
      signed_at: file.at,
      signed_bytes: file.content.length,
      signatures: JSON.stringify(file.signatures),
      content: Buffer.from(file.content).toString('base64'),
    })) === 1
  );
}

/** Undefined when it is none of the unit's, or still out. */
export async function findSignedFile(
  db: Database,
  { unitId, id }: { readonly unitId: string; readonly id: string },
): Promise<
  { readonly content: Uint8Array; readonly part: SigningPart; readonly version: number } | undefined
> {
  const row = await someIn(db, 'signed_document', { unit_id: unitId, id })
    .select(['content', 'part', 'version'])
    .executeTakeFirst();
  if (!row || row.content === null) return undefined;
  const { content, part, version } = row;
  return { content: new Uint8Array(Buffer.from(content, 'base64')), part, version };
}

const instant = z.custom<Instant>(Number.isSafeInteger);
const signaturesShape = z.array(
  z.looseObject({
    kind: z.enum(['signature', 'time-stamp']),
    name: z.string(),
    organisation: z.string(),
    issuer: z.string(),
    validFrom: instant,
    validUntil: instant,
    at: z.exactOptional(instant),
    coversAll: z.boolean(),
    weak: z.boolean(),
  }),
);

function signingFromRow(row: Pick<SignedDocumentRow, (typeof SHOWN)[number]>): StoredSigning {
  const { id, version, part, issued_at, issued_bytes, sha256, signed_at, signed_bytes, signatures } = row;
  return {
    id,
    version,
    part,
    issuedAt: issued_at,
    bytes: issued_bytes,
    sha256,
    ...(signed_at !== null && {
      signed: {
        at: signed_at,
        bytes: signed_bytes ?? 0,
        signatures: signaturesShape.parse(JSON.parse(signatures ?? '[]')),
      },
    }),
  };
}
