/** The processes a benchmark starts, what they cost, and their end. */

import { type ChildProcess, type ForkOptions, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Recording } from './bare-server.ts';
import type { Load, LoadResult } from './load.ts';
import { ROOT } from './setting.ts';

export interface Server {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** A script in a process that is told and tells by messages. */
export function startScript(path: string, args: readonly string[] = []): ChildProcess {
  const options: ForkOptions = {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Bodies of requests go as octets.
    serialization: 'advanced',
  };
  return fork(path, args, options);
}

const script = (name: string): ChildProcess => startScript(join(import.meta.dirname, name));

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

export interface LoadGenerator {
  readonly pid: number;
  run(load: Load): Promise<LoadResult>;
  stop(): Promise<void>;
}

export function startLoadGenerator(): LoadGenerator {
  const child = script('load.ts');
  return {
    pid: child.pid ?? 0,
    async run(load) {
      child.send(load);
      const [result] = await once(child, 'message');
      return result as LoadResult;
    },
    stop: () => stop(child),
  };
}

export async function startBareServer(recording: Recording): Promise<Server> {
  const child = script('bare-server.ts');
  child.send(recording);
  const [port] = await once(child, 'message');
  return { port: Number(port), pid: child.pid ?? 0, stop: () => stop(child) };
}

/** The built program, as `npm start` runs it. */
export async function startProduct(
  databasePath: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const port = await freePort();
  const env = {
    ...process.env,
    ROTA_DB: databasePath,
    ROTA_PORT: String(port),
    ROTA_HOST: '127.0.0.1',
    ROTA_LOG: 'warn',
    ...settings,
  };
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'main.js')], {
    env,
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  // Whatever becomes of the benchmark, the server does not outlive it.
  process.once('exit', () => child.kill('SIGKILL'));
  await untilAnswers(`http://127.0.0.1:${port}/healthz`);
  return { port, pid: child.pid ?? 0, stop: () => stop(child) };
}

/** A program that listens on the port it was told. */
export async function startProgram(command: string, args: readonly string[], url: string): Promise<Server> {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  await untilAnswers(url);
  return { port: Number(new URL(url).port), pid: child.pid ?? 0, stop: () => stop(child) };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilAnswers(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer`);
}

const CLOCK_TICKS_PER_SECOND = 100;

/** Seconds of processor time so far; undefined where there is no /proc. */
export function cpuSeconds(pid: number): number | undefined {
  const fields = statOf(pid);
  return fields && (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS_PER_SECOND;
}

/**
 * Of a process and all it started, those that have ended too, in seconds. Finely, by `/proc/PID/schedstat`, while nobody ends; of first
 * threads alone, as PostgreSQL's processes have.
 */
export function familySeconds(pid: number): number {
  const children = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && Number(statOf(Number(name))?.[1]) === pid,
  );
  const living = [pid, ...children.map(Number)].map((each) => threadSeconds(each).worked || 0);
  const ended =
    statOf(pid)
      ?.slice(13, 15)
      .map((ticks) => Number(ticks) / CLOCK_TICKS_PER_SECOND) ?? [];
  return [...living, ...ended].reduce((sum, each) => sum + each, 0);
}

/** What stands behind the name (proc_pid_stat(5)): the state is the first. */
function statOf(pid: number): string[] | undefined {
  return readProc(pid, 'stat')
    ?.replace(/^.*\) /s, '')
    .split(' ');
}

/**
 * Of the process's first thread so far, in seconds: what it worked, and what it waited for a processor while it could have
 * (`/proc/PID/task/PID/schedstat`); not a number where there is no such file.
 */
export function threadSeconds(pid: number): { readonly worked: number; readonly waited: number } {
  const [worked, waited] = (readProc(pid, `task/${pid}/schedstat`) ?? '').split(' ');
  return { worked: Number(worked || 'none') / 1e9, waited: Number(waited) / 1e9 };
}

/** Resident memory in MB; undefined where there is no /proc. */
export function residentMb(pid: number): number | undefined {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readProc(pid, 'status') ?? '')?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
