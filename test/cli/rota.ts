/** Runs the built `rota` as a person would, in a folder of its own. */

import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const CLI = resolve(import.meta.dirname, '../../dist/cli.js');
export const SAMPLES = resolve(import.meta.dirname, '../../data/samples');

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'rota-'));
}

export function rota(
  words: readonly string[],
  { cwd = temporaryFolder(), env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Ran> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [CLI, ...words],
      { cwd, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) =>
        done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });
}
