/**
 * The key that seals secrets in the database, in a file of its own beside it: a copy of the database alone, such as a
 * backup, does not open them. It is made at the first start and readable by the owner only.
 */

import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
    mkdirSync(dirname(path), { recursive: true });
    const made = randomBytes(KEY_BYTES).toString('base64url');
    // `wx` fails when the file is there, so two programs starting at once agree on the first one's key.
    writeFileSync(path, `${made}\n`, { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw unreachable(path, error);
  }
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unreachable(path, error);
  }
}

function unreachable(path: string, error: unknown): AppError {
  return new AppError('unavailable', 'error.key.unreachable', { path, cause: codeOf(error) });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
