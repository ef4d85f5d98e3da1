/**
 * The key that seals secrets in the database, in a file of its own beside it: a copy of the database alone, such as a
 * backup, does not open them. It is made at the first start and readable by the owner only.
 */

import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Config } from '../config.ts';
import { AppError } from '../kernel/app-error.ts';
import type { Database } from '../store/database.ts';
import { findKeyProof, saveKeyProof } from '../store/key-proof-store.ts';

const KEY_BYTES = 32;

/** Throws `AppError('unavailable', 'error.key.…')` when the file cannot be read or made, or holds no key. */
export function readSealingKey(path: string): Uint8Array {
  return parseKey(readOrMake(path), path);
}

/** One that was given must be there: a node that made its own would seal what no other can open. Throws as `readSealingKey` does. */
export function readGivenKey(given: NonNullable<Config['key']>): Uint8Array {
  if ('text' in given) return parseKey(given.text, 'ROTA_KEY');
  try {
    return parseKey(readFileSync(given.file, 'utf8'), given.file);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('unavailable', 'error.key.unreachable', { path: given.file, cause: codeOf(error) });
  }
}

function parseKey(text: string, path: string): Uint8Array {
  const key = Buffer.from(text.trim(), 'base64url');
  if (key.length !== KEY_BYTES) throw new AppError('unavailable', 'error.key.malformed', { path });
  return new Uint8Array(key);
}

/**
 * Holds the key against the one the database was made with. Throws `AppError('unavailable', 'error.key.other')`.
 * @param mayChange for a key beside a file, which is the file's own: whoever put another there means it.
 */
export async function requireKey(
  db: Database,
  key: Uint8Array,
  { mayChange }: { readonly mayChange: boolean },
): Promise<void> {
  const proof = keyProof(key);
  if ((await findKeyProof(db)) === proof) return;
  await db.transaction().execute(async (trx) => {
    const found = await findKeyProof(trx);
    if (found === proof) return;
    if (found !== undefined && !mayChange) throw new AppError('unavailable', 'error.key.other');
    await saveKeyProof(trx, proof);
  });
}

/** What a database keeps of its key: nothing can be told from it. */
export function keyProof(key: Uint8Array): string {
  return createHmac('sha256', key).update('lich-truc: proof of the key').digest('base64url');
}

function readOrMake(path: string): string {
  try {
    if (!existsSync(path)) make(path);
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new AppError('unavailable', 'error.key.unreachable', { path, cause: codeOf(error) });
  }
}

/** Whole or not at all, and of two programs that start at once the second takes the first one's key. */
function make(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const key = randomBytes(KEY_BYTES).toString('base64url');
  const partial = `${path}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(partial, `${key}\n`, { mode: 0o600, flush: true });
    // Unlike a rename, a link fails where there is a file already.
    linkSync(partial, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(partial, { force: true });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
