/** What must hold after a crash: all that was acknowledged is there, and nothing is there by half. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { burdenCarried } from '../../src/domain/burden-carried.ts';
import type { LedgerEntry } from '../../src/domain/ledger.ts';
import { listBackups } from '../../src/store/backup.ts';
import { findCase } from '../../src/store/case-store.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { findDraft } from '../../src/store/draft-store.ts';
import { sha256Of } from '../../src/store/durable-file.ts';
import { inspectDatabase } from '../../src/store/inspection.ts';
import { listWholeVersions } from '../../src/store/version-store.ts';
import { type Acknowledged, digest, KEY, numberOf, variant } from './variant.ts';

const TRIGGERS = [
  'audit_entry_is_never_replaced',
  'audit_entry_never_changes',
  'audit_entry_never_goes',
  'version_follows',
  'version_never_changes',
  'version_never_goes',
];

/** The newest acknowledged of each kind. */
export class Memory {
  readonly #versions = new Map<number, string>();
  load = 0;
  draft = { revision: 0, digest: '' };
  version = 0;
  backup = '';

  learn(line: Acknowledged): void {
    if (line.done === 'load') this.load = line.number;
    else if (line.done === 'draft') this.draft = line;
    else if (line.done === 'backup') this.backup = line.name;
    else if (line.done === 'version') {
      this.version = line.number;
      this.#versions.set(line.number, line.digest);
    }
  }

  digestOf(version: number): string | undefined {
    return this.#versions.get(version);
  }
}

/** Everything wrong, in words; empty when all holds. Opening brings the file to life as a new start would. */
export async function verify(path: string, folder: string, memory: Memory): Promise<string[]> {
  const db = await openDatabase(path);
  try {
    const parts = [
      file(db),
      loads(db, memory),
      drafts(db, memory),
      versions(db, memory),
      backups(folder, memory),
    ];
    return (await Promise.all(parts)).flat();
  } finally {
    await db.destroy();
  }
}

async function file(db: Database): Promise<string[]> {
  const faults: string[] = [];
  const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(db);
  if (rows.length !== 1 || rows[0]?.integrity_check !== 'ok')
    faults.push(`integrity: ${JSON.stringify(rows)}`);
  const dangling = await sql`PRAGMA foreign_key_check`.execute(db);
  if (dangling.rows.length > 0) faults.push(`references: ${JSON.stringify(dangling.rows)}`);
  const triggers = await sql<{ name: string }>`
    SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`.execute(db);
  const missing = TRIGGERS.filter((name) => !triggers.rows.some((row) => row.name === name));
  if (missing.length > 0) faults.push(`triggers missing: ${missing}`);
  return faults;
}

async function loads(db: Database, memory: Memory): Promise<string[]> {
  const found = await findCase(db, KEY);
  if (!found) return memory.load === 0 ? [] : [`load ${memory.load} is gone`];
  const number = numberOf(found);
  // The last load may have been committed without there having been time to say so.
  if (number !== memory.load && number !== memory.load + 1) return [`load ${number} after ${memory.load}`];
  const whole = digest(variant(number)) === digest({ ...found, ledger: [] });
  return whole ? [] : [`load ${number} is there by half`];
}

async function drafts(db: Database, memory: Memory): Promise<string[]> {
  const found = await findDraft(db, KEY);
  const revision = found?.revision ?? 0;
  const { draft } = memory;
  if (revision !== draft.revision && revision !== draft.revision + 1) {
    return [`draft ${revision} after ${draft.revision}`];
  }
  if (!found || revision !== draft.revision) return [];
  return digest(found.roster.assignments) === draft.digest ? [] : [`draft ${revision} is another`];
}

async function versions(db: Database, memory: Memory): Promise<string[]> {
  const found = await listWholeVersions(db, KEY);
  const newest = found.at(-1);
  const faults: string[] = [];
  if (found.length < memory.version) faults.push(`version ${memory.version} is gone`);
  if (found.length > memory.version + 1) faults.push(`version ${found.length} after ${memory.version}`);
  for (const [i, { number, plan, roster }] of found.entries()) {
    const expected = memory.digestOf(number);
    if (number !== i + 1) faults.push(`version ${number} in place ${i + 1}`);
    if (expected !== undefined && digest([plan, roster.assignments]) !== expected) {
      faults.push(`version ${number} is another`);
    }
  }
  const carried = await db
    .selectFrom('ledger_entry')
    .select(['staff_id', 'year', 'kind', 'amount'])
    .where('source', '=', KEY.periodId)
    .execute();
  const kept = carried.map((row) => `${row.staff_id} ${row.year} ${row.kind} ${row.amount}`).sort();
  const owed = (newest ? burdenCarried(newest) : []).map(entryText).sort();
  if (kept.join() !== owed.join()) faults.push(`the ledger does not follow version ${newest?.number}`);
  return faults;
}

function entryText({ staffId, year, kind, amount }: LedgerEntry): string {
  return `${staffId} ${year} ${kind} ${amount}`;
}

/** Every file that bears a backup's name is one, however the process ended. */
async function backups(folder: string, memory: Memory): Promise<string[]> {
  const names = listBackups(folder);
  const faults: string[] = [];
  const newest = names.at(-1) ?? '';
  if (newest < memory.backup) faults.push(`backup ${memory.backup} is gone`);
  for (const name of names) {
    const path = join(folder, name);
    const [sum] = readFileSync(`${path}.sha256`, 'utf8').split(' ');
    if ((await sha256Of(path)) !== sum) faults.push(`backup ${name} does not match its checksum`);
    inspectDatabase(path);
  }
  return faults;
}
