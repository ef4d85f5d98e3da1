/** Rounds of work, kill -9 at a moment drawn from a seed, new start, and a look at what is there. */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createRandom, type Random } from '../../src/kernel/random.ts';
import { listBackups, rotateBackups } from '../../src/store/backup.ts';
import { findCase } from '../../src/store/case-store.ts';
import { openDatabase } from '../../src/store/database.ts';
import { findDraft } from '../../src/store/draft-store.ts';
import { restoreDatabase } from '../../src/store/restore.ts';
import { listVersions } from '../../src/store/version-store.ts';
import { bundled } from '../bundled.ts';
import { type Acknowledged, digest, KEY, numberOf } from './variant.ts';
import { Memory, verify } from './verify.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** A new file after so many, so that looking at all versions does not take longer and longer. */
const ROUNDS_A_FILE = 10;
/** One round in so many dies while starting, the others at work. */
const STARTING_ONE_IN = 6;
const LONGEST_START_MS = 900;
const LONGEST_WORK_MS = 600;

export interface CrashCounts {
  rounds: number;
  acknowledged: number;
  loads: number;
  drafts: number;
  versions: number;
  backups: number;
  restored: number;
  readonly faults: string[];
}

export async function crash(rounds: number, seed: number): Promise<CrashCounts> {
  const counts: CrashCounts = {
    rounds: 0,
    acknowledged: 0,
    loads: 0,
    drafts: 0,
    versions: 0,
    backups: 0,
    restored: 0,
    faults: [],
  };
  const random = createRandom(seed);
  const worker = await bundled(join(import.meta.dirname, 'worker.ts'));
  for (let left = rounds; left > 0; left -= ROUNDS_A_FILE) {
    await crashOneFile({ worker, rounds: Math.min(left, ROUNDS_A_FILE), random }, counts);
  }
  return counts;
}

interface Crashing {
  readonly worker: string;
  readonly rounds: number;
  readonly random: Random;
}

async function crashOneFile({ worker, rounds, random }: Crashing, counts: CrashCounts): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'rota-crash-'));
  const path = join(home, 'rota.db');
  const folder = join(home, 'backups');
  const memory = new Memory();
  try {
    for (let i = 0; i < rounds; i++) {
      const seed = random.below(1_000_000);
      for (const line of await killed([worker, path, folder, String(seed)], random)) {
        memory.learn(line);
        count(counts, line);
      }
      const faults = await verify(path, folder, memory);
      counts.faults.push(...faults.map((fault) => `seed ${seed}: ${fault}`));
      counts.rounds++;
      // What the last process had not time to say is known from here on.
      await catchUp(path, memory);
    }
    await restoreNewest(home, folder, counts);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Runs the program until it is killed; what it acknowledged. Throws when it ends by itself: it has no reason to. */
function killed(args: readonly string[], random: Random): Promise<Acknowledged[]> {
  const starting = random.below(STARTING_ONE_IN) === 0;
  const delay = random.below(starting ? LONGEST_START_MS : LONGEST_WORK_MS);
  const child = spawn(process.execPath, args, { cwd: ROOT });
  const kill = (): void => void setTimeout(() => child.kill('SIGKILL'), delay);
  return new Promise((done, fail) => {
    let text = '';
    let errors = '';
    if (starting) kill();
    child.stdout.on('data', (chunk: Buffer) => {
      if (text === '' && !starting) kill();
      text += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk;
    });
    child.on('error', fail);
    child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL') fail(new Error(`the worker ended with ${code}: ${errors}`));
      else done(linesOf(text));
    });
  });
}

/** A last line cut short was not acknowledged. */
function linesOf(text: string): Acknowledged[] {
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Acknowledged);
}

async function catchUp(path: string, memory: Memory): Promise<void> {
  const db = await openDatabase(path);
  const source = await findCase(db, KEY);
  const draft = await findDraft(db, KEY);
  if (source) memory.load = numberOf(source);
  if (draft) memory.draft = { revision: draft.revision, digest: digest(draft.roster.assignments) };
  memory.version = (await listVersions(db, KEY)).length;
  await db.destroy();
}

async function restoreNewest(home: string, folder: string, counts: CrashCounts): Promise<void> {
  const newest = listBackups(folder).at(-1);
  if (newest === undefined) return;
  const to = join(home, 'restored.db');
  await restoreDatabase({ from: join(folder, newest), to, at: 0 as never }, async () => {});
  const faults = await verify(to, join(home, 'none'), Object.assign(new Memory(), await pastOf(to)));
  counts.faults.push(...faults.map((fault) => `restored ${newest}: ${fault}`));
  counts.restored++;
  rotateBackups(folder, 1);
}

/** A backup is of some moment: it must be whole, not new. */
async function pastOf(path: string): Promise<Partial<Memory>> {
  const memory = new Memory();
  await catchUp(path, memory);
  const { load, draft, version } = memory;
  return { load, draft, version };
}

function count(counts: CrashCounts, { done }: Acknowledged): void {
  counts.acknowledged++;
  if (done === 'load') counts.loads++;
  if (done === 'draft') counts.drafts++;
  if (done === 'version') counts.versions++;
  if (done === 'backup') counts.backups++;
}
