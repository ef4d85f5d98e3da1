/**
 * A real SQLite file in a folder of its own, gone when the test is over. Making one waits for the disk at every migration
 * and more so with a sample in it; so what many tests begin with is made once in a process, and copied for each of them.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { keptEmpty } from './engine.ts';

export function temporaryPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rota-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'rota.db');
}

/** With today's schema and nothing in it, on the engine that is tested. */
export async function emptyDatabase(): Promise<Database> {
  const store = await (await keptEmpty()).open();
  onTestFinished(() => store.close());
  return store.db;
}

/** Of SQLite, whatever the engine that is tested. */
export async function temporaryDatabase(path = temporaryPath()): Promise<Database> {
  const db = await openDatabase(path);
  onTestFinished(() => db.destroy());
  return db;
}

let empty: Promise<Uint8Array> | undefined;

/** The contents of a file with today's schema and nothing in it. */
export function emptyFile(): Promise<Uint8Array> {
  empty ??= madeFile(async (path) => (await openDatabase(path)).destroy());
  return empty;
}

/** The path of a new file with these contents. */
export function pathOfCopy(file: Uint8Array): string {
  const path = temporaryPath();
  writeFileSync(path, file);
  return path;
}

/** The contents of the file that `make` makes and closes. */
async function madeFile(make: (path: string) => Promise<void>): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'rota-made-'));
  try {
    const path = join(folder, 'rota.db');
    await make(path);
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
