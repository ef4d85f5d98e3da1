/** A real SQLite file in a folder of its own, gone when the test is over. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';

export function temporaryPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rota-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'rota.db');
}

export async function temporaryDatabase(path = temporaryPath()): Promise<Database> {
  const db = await openDatabase(path);
  onTestFinished(() => db.destroy());
  return db;
}
