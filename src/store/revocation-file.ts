/**
 * The list of what was taken back, in a file beside the sealing key: a line each, added at the end, on the disk before the
 * change is. It is written inside the transaction of the change, so the database's own lock keeps two programs apart.
 */

import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Instant } from '../calendar/interval.ts';
import { ROLES } from '../domain/account.ts';
import { REVOKING_ACTIONS, type Revocation, type RevocationList } from '../domain/revocation.ts';
import { writeIntoPlace } from './durable-file.ts';
import { storeError } from './sqlite-error.ts';

/** Some 30,000 lines; beyond it only the last about each thing is kept, and of those the newer half. */
const MOST_BYTES = 4 * 1024 * 1024;

/** The first line: from which count on nothing is missing, and whether it is this key's list. */
const HEADER = z.object({ from: z.int(), key: z.string() });
const LINE: z.ZodType<Revocation> = z.object({
  number: z.int(),
  at: z.custom<Instant>(Number.isSafeInteger),
  action: z.enum(REVOKING_ACTIONS),
  of: z.string(),
  role: z.exactOptional(z.enum(ROLES)),
});

export interface Revocations {
  /** Nothing is missing from this count on. */
  readonly from: number;
  readonly lines: readonly Revocation[];
}

/** Undefined where there is no list, it is another key's, or a line of it is damaged: what it lacks nobody knows. */
export function readRevocations(path: string, key: string): Revocations | undefined {
  if (!existsSync(path)) return undefined;
  try {
    // What follows the last line's end was never acknowledged.
    const [first = '', ...rest] = readFileSync(path, 'utf8').split('\n').slice(0, -1);
    const header = HEADER.parse(JSON.parse(first));
    if (header.key !== key) return undefined;
    return { from: header.from, lines: rest.map((line) => LINE.parse(JSON.parse(line))) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw storeError(path, error);
  }
}

export interface RevocationFile {
  readonly path: string;
  /** Tells the key's own list from another's; not the key. */
  readonly key: string;
  /** The database's count, for a list that begins now. */
  readonly from: number;
}

/** Begun where there is none that can be read. */
export function openRevocationFile({ path, key, from }: RevocationFile): RevocationList {
  // Where the database and its key are elsewhere, there may be no folder yet.
  mkdirSync(dirname(path), { recursive: true });
  if (!readRevocations(path, key)) write(path, { from, key }, []);
  return {
    append(revocation) {
      try {
        // Deleted under a running server: what goes on being taken back must not hang on it.
        if (!existsSync(path)) write(path, { from: revocation.number - 1, key }, []);
        const bytes = addLine(path, `${JSON.stringify(revocation)}\n`);
        if (bytes > MOST_BYTES) compact(path, key);
      } catch (error) {
        throw storeError(path, error);
      }
    },
  };
}

/** @returns how long the file is now. */
function addLine(path: string, line: string): number {
  const file = openSync(path, 'r+');
  try {
    const length = wholeLength(path);
    // What a crash left half-written was never acknowledged.
    ftruncateSync(file, length);
    const written = writeSync(file, line, length);
    fsyncSync(file);
    return length + written;
  } finally {
    closeSync(file);
  }
}

function wholeLength(path: string): number {
  return readFileSync(path).lastIndexOf('\n') + 1;
}

function write(path: string, header: z.infer<typeof HEADER>, lines: readonly Revocation[]): void {
  writeIntoPlace(path, [header, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''));
}

function compact(path: string, key: string): void {
  const whole = readRevocations(path, key);
  if (!whole) return;
  const { from, lines } = whole;
  const last = [...new Map(lines.map((line) => [line.of, line])).values()].sort(
    (a, b) => a.number - b.number,
  );
  const kept = last.slice(last.length > lines.length / 2 ? Math.ceil(last.length / 2) : 0);
  const lost = kept.length < last.length ? (last[last.length - kept.length - 1]?.number ?? from) : from;
  write(path, { from: lost, key }, kept);
}
