/** Writes output files: whole or not at all, so that a reader never sees half a roster. */

import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Io } from './command.ts';
import { UsageError } from './command.ts';

/** Makes missing folders; an existing file is replaced in one step. */
export function writeFile(path: string, content: string | Uint8Array, io: Io): void {
  const draft = `${path}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch (cause) {
    throw new UsageError('cli.error.write', {
      path,
      detail: cause instanceof Error ? cause.message : String(cause),
    });
  }
  if (!io.json) io.err(`${io.say('cli.wrote', { path })}\n`);
}
