/** Servers of the built program on one database, each in a folder of its own, as on machines of their own. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMA_NUMBER } from '../../src/store/migration.ts';
import { ROOT } from '../bench/feeds/setting.ts';

export interface NodeSettings {
  /** Its own: what it keeps beside the database. */
  readonly folder: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Of the program; this one when absent. */
  readonly program?: string;
}

export interface Node {
  readonly port: number;
  readonly pid: number;
  /** Resolves once it is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** Resolves once it is ready; rejects with what it said where it does not start. */
export async function startNode(settings: NodeSettings): Promise<Node> {
  const { folder, port, environment, program = ROOT } = settings;
  mkdirSync(folder, { recursive: true });
  const child = spawn(process.execPath, [join(program, 'dist', 'main.js')], {
    cwd: folder,
    env: { PATH: process.env.PATH, ROTA_PORT: String(port), ROTA_LOG: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-8_000);
    });
  }
  const closed = once(child, 'close');
  await untilReady(child, port, () => said);
  return {
    port,
    pid: child.pid ?? 0,
    async end(signal) {
      child.kill(signal);
      await closed;
      if (process.env.CLUSTER_SAYS && said !== '') console.error(said);
    },
  };
}

async function untilReady(child: ChildProcess, port: number, said: () => string): Promise<void> {
  for (;;) {
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    if (child.exitCode !== null) throw new Error(`a server ended with ${child.exitCode}: ${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What of a step the next program takes. */
export interface NextStep {
  readonly statements: readonly string[];
  readonly oldest?: number;
}

/** The program as the next release would be, with steps of its own: everything but those is this one. */
export function nextProgram(folder: string, version: string, steps: readonly NextStep[]): string {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(ROOT)) {
    if (['dist', 'package.json', '.git', 'var'].includes(name)) continue;
    symlinkSync(join(ROOT, name), join(folder, name));
  }
  const about: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...(about as object), version }));
  cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  const path = join(folder, 'dist', 'store', 'migration.js');
  const more = steps.map((step, i) =>
    JSON.stringify({ number: SCHEMA_NUMBER + 1 + i, name: `next-${i}`, ...step }),
  );
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(/\n\];\nexport const SCHEMA_NUMBER/, `\n${more.join(',')}$&`);
  if (changed === text) throw new Error('the list of steps is not where it was');
  writeFileSync(path, changed);
  return folder;
}
