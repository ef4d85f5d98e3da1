/** Runs the built `rota` as a person would, in a folder of its own. */

import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const DIST = resolve(import.meta.dirname, '../../dist');
export const SAMPLES = resolve(import.meta.dirname, '../../data/samples');

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Where {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'rota-'));
}

/** In a process of its own: what starts a server, or whose exit code is the question. */
export function rotaProcess(words: readonly string[], where: Where = {}): Promise<Ran> {
  const { cwd = temporaryFolder(), env = {} } = where;
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(DIST, 'cli.js'), ...words],
      { cwd, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) =>
        done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });
}

let last: Promise<unknown> = Promise.resolve();

/**
 * In this process, one call after another since folder and environment are the process's: loading the program anew for
 * each took most of these tests' time.
 */
export function rota(words: readonly string[], where: Where = {}): Promise<Ran> {
  const ran = last.then(() => runHere(words, where));
  last = ran.catch(() => {});
  return ran;
}

/** Node's own loader: what is tested is the compiled program. */
const load = createRequire(import.meta.url);

async function runHere(words: readonly string[], { cwd = temporaryFolder(), env = {} }: Where): Promise<Ran> {
  const { runRota, createIo } = load(join(DIST, 'cli/run.js')) as typeof import('../../src/cli/run.ts');
  const before = { cwd: process.cwd(), env: { ...process.env } };
  const said = { out: '', err: '' };
  process.chdir(cwd);
  Object.assign(process.env, env);
  try {
    const code = await runRota(words, {
      ...createIo(words),
      columns: 0,
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
    });
    return { code, ...said };
  } finally {
    process.chdir(before.cwd);
    for (const name of Object.keys(env)) delete process.env[name];
    Object.assign(process.env, before.env);
  }
}
