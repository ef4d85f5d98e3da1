/** A server of PostgreSQL for the length of a test: Debian's programs on data of their own in a temporary folder. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openClient } from '../../src/store/postgres/pool.ts';
import { isOver, stopped } from './needed-program.ts';

const DEBIAN = '/usr/lib/postgresql';

/** The folder of the newest release that is installed; undefined where there is none. */
export function postgresPrograms(): string | undefined {
  if (!existsSync(DEBIAN)) return undefined;
  const [newest] = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
  const folder = join(DEBIAN, newest ?? '', 'bin');
  return existsSync(join(folder, 'initdb')) ? folder : undefined;
}

export interface PostgresServer {
  /** Of the database called `postgres`. */
  readonly url: string;
  /** The process that starts all others of it. */
  process(): ChildProcess;
  urlOf(database: string): string;
  /** An empty database. */
  create(database: string): Promise<void>;
  /** As its keeper does for an update: connections are cut. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Whoever is root gives it to the account that Debian's package made: the server refuses to run as root. */
function owner(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const of = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: of('-u'), gid: of('-g') };
}

/** @param isDurable waits for the disk, as a server that is meant does. */
export async function startPostgres({ isDurable = false } = {}): Promise<PostgresServer> {
  const programs = postgresPrograms();
  if (programs === undefined) throw new Error('PostgreSQL is missing: apt-get install postgresql');
  const folder = mkdtempSync(join(tmpdir(), 'rota-postgres-'));
  const as = owner();
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const initdb = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--no-sync',
    '--no-instructions',
  ];
  // In the words of a language, not in C's, so that an order left to the database would be noticed.
  execFileSync(join(programs, 'initdb'), [...initdb, '--locale', 'C.UTF-8'], {
    ...as,
    cwd: folder,
    stdio: 'ignore',
  });
  const url = (database: string): string => `postgres://postgres@localhost/${database}?host=${folder}`;
  const running = { folder, data, as, url: url('postgres'), isDurable };
  let server = await run(programs, running);
  const stop = (): Promise<void> => stopped(server, 'SIGINT');
  return {
    url: url('postgres'),
    process: () => server,
    urlOf: url,
    async create(database) {
      const client = openClient(url('postgres'), 'test');
      await client.connect();
      await client.query(`CREATE DATABASE ${database}`);
      await client.end();
    },
    async restart() {
      await stop();
      server = await run(programs, running);
    },
    async stop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Running {
  readonly folder: string;
  readonly data: string;
  readonly as: ReturnType<typeof owner>;
  readonly url: string;
  readonly isDurable: boolean;
}

async function run(programs: string, { folder, data, as, url, isDurable }: Running): Promise<ChildProcess> {
  const settings = [
    ...(isDurable ? [] : ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off']),
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'max_connections=300',
  ];
  const words = ['-D', data, ...settings.flatMap((each) => ['-c', each])];
  const server = spawn(join(programs, 'postgres'), words, { ...as, cwd: folder, stdio: 'ignore' });
  for (;;) {
    if (isOver(server)) throw new Error(`PostgreSQL ended with ${server.exitCode ?? server.signalCode}`);
    const client = openClient(url, 'test');
    client.on('error', () => undefined);
    const isThere = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (isThere) return server;
    await setTimeout(50);
  }
}
