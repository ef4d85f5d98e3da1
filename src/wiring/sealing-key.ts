/**
 * The key that seals secrets in the database, in a file of its own beside it: a copy of the database alone, such as a
 * backup, does not open them. It is made at the first start and readable by the owner only.
 */

import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../kernel/app-error.ts';

const KEY_BYTES = 32;

/** Throws `AppError('unavailable', 'error.key.…')` when the file cannot be read or made, or holds no key. */
export function readSealingKey(path: string): Uint8Array {
  const text = readOrMake(path).trim();
  const key = Buffer.from(text, 'base64url');
  if (key.length !== KEY_BYTES) throw new AppError('unavailable', 'error.key.malformed', { path });
  return new Uint8Array(key);
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
