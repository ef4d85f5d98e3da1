/** The organisation's seal, as the configuration has it. */

import { readFileSync } from 'node:fs';
import type { Seal } from '../app/documents/seal-document.ts';
import type { Config } from '../config.ts';
import { AppError } from '../kernel/app-error.ts';
import { coveredBySeal, roomForSeal, withSeal } from '../output/documents/pdf-seal.ts';

/** Undefined where there is none. Throws `AppError('invalid', 'error.seal.…')`. */
export async function openSeal({ seal }: Pick<Config, 'seal'>): Promise<Seal | undefined> {
  if (!seal) return undefined;
  // Most installations have none, and need none of what reads certificates.
  const { certificateFacts } = await import('../input/signed-pdf.ts');
  const { openSealCertificate, signDetached } = await import('./seal-certificate.ts');
  const certificate = await openSealCertificate(readSealFile(seal.file), seal.secret);
  const { name, validFrom, validUntil } = certificateFacts(certificate.own);
  return {
    name,
    from: validFrom,
    until: validUntil,
    units: seal.units,
    async apply(pdf, at) {
      const room = roomForSeal(pdf, { name, at });
      return withSeal(room, await signDetached(coveredBySeal(room), certificate, at));
    },
  };
}

function readSealFile(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new AppError('invalid', 'error.seal.unreachable', { path, cause });
  }
}
