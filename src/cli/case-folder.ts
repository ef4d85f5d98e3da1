/** Reads a case folder or a roster file from disk and tells every fault in it; parsing itself is the input floor's. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault, Parsed } from '../kernel/fault.ts';
import { namedRules } from '../output/roster/clash-lines.ts';
import { type Io, UsageError } from './command.ts';

/** Larger files are not read at all: they are no duty list. */
const MOST_BYTES = 16 * 1024 * 1024;

/** The regular files directly inside the folder, by name. */
export function readFolder(path: string): Map<string, Uint8Array> {
  try {
    const names = readdirSync(path)
      .sort()
      .filter((name) => statSync(join(path, name)).isFile());
    return new Map(names.map((name) => [name, readFile(join(path, name))]));
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError('cli.error.no-folder', { path, detail: reasonOf(cause) });
  }
}

export function readFile(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES)
      throw new UsageError('cli.error.too-large', {
        path,
        megabytes: Math.ceil(size / 1024 / 1024),
        most: MOST_BYTES / 1024 / 1024,
      });
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError('cli.error.no-file', { path, detail: reasonOf(cause) });
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/**
 * The parsed thing, its warnings told on standard error; or undefined, every fault told.
 * @param title of the faults: what was not done because of them.
 */
export function tellParsed<T>(parsed: Parsed<T>, io: Io, title = 'cli.faults'): T | undefined {
  if (!parsed.ok) {
    tellFaults(parsed.faults, title, io);
    return undefined;
  }
  if (parsed.warnings.length > 0) tellFaults(parsed.warnings, 'cli.warnings', io);
  return parsed.value;
}

function tellFaults(faults: readonly Fault[], title: string, io: Io): void {
  if (io.json && title !== 'cli.warnings') {
    io.out(
      `${JSON.stringify({ faults: faults.map((fault) => ({ ...fault, message: sentenceOf(fault, io) })) }, null, 2)}\n`,
    );
    return;
  }
  io.err(`${io.say(title, { count: faults.length })}\n`);
  for (const fault of faults) io.err(`  ${placeOf(fault, io)}: ${sentenceOf(fault, io)}\n`);
}

function sentenceOf(fault: Fault, io: Io): string {
  const given = fault.params ?? {};
  const params = fault.key.startsWith('fault.clash.') ? namedRules(io.language, given) : given;
  return io.say(fault.key, fault.value === undefined ? params : { value: fault.value, ...params });
}

function placeOf({ file, row, column }: Fault, io: Io): string {
  return [file, row === undefined ? undefined : io.say('cli.fault.row', { row }), column]
    .filter(Boolean)
    .join(', ');
}
