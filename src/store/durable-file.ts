/** Files that are whole or not there: written beside their place, flushed to the disk, then moved in one step. */

import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** For the owner only: what is written here holds what the database holds. */
export const PRIVATE_MODE = 0o600;

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Moves a finished file to its place; after a power cut either it is there whole, or what was there before. */
export function moveIntoPlace(from: string, to: string): void {
  flush(from);
  renameSync(from, to);
  flushFolder(dirname(to));
}

export function writeIntoPlace(path: string, text: string): void {
  const partial = `${path}.partial`;
  writeFileSync(partial, text, { mode: PRIVATE_MODE });
  moveIntoPlace(partial, path);
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

/** A rename is on the disk only when its folder is. */
export function flushFolder(path: string): void {
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
