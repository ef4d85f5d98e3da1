/** The proxies that `deploy/` has files for, started with those files. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { freePort } from '../bench/feeds/processes.ts';
import { pathOf } from '../programs.ts';

const ROOT = resolve(import.meta.dirname, '../..');

export interface StartedProxy {
  readonly url: string;
  log(): string;
  close(): Promise<void>;
}

export interface Place {
  /** For what the proxy writes. */
  readonly folder: string;
  /** Where it listens; a free one when absent. */
  readonly own?: number;
  /** Of the servers behind it. */
  readonly ports: readonly number[];
}

interface Starting extends Pick<Place, 'folder'> {
  readonly url: string;
  readonly logPath: string;
  readonly end: NodeJS.Signals;
  readonly env?: Readonly<Record<string, string>>;
}

async function started(program: string, args: readonly string[], settings: Starting): Promise<StartedProxy> {
  const { folder, url, logPath, end, env = {} } = settings;
  const child: ChildProcess = spawn(program, args, {
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  await expect
    .poll(
      () =>
        fetch(`${url}/healthz`).then(
          ({ ok }) => ok,
          () => said,
        ),
      { timeout: 20_000 },
    )
    .toBe(true);
  return {
    url,
    log: () => (logPath === '' ? said : readFileSync(logPath, 'utf8')),
    async close() {
      child.kill(end);
      await once(child, 'close');
    },
  };
}

/** As it is shipped, for one server or for two. */
export async function nginx({ folder, own: given, ports }: Place): Promise<StartedProxy> {
  const own = given ?? (await freePort());
  const logPath = join(folder, 'nginx.log');
  const [first, second] = ports.map((port) => `127.0.0.1:${port}`);
  const two = readFileSync(join(ROOT, 'deploy/nginx-two-servers.conf'), 'utf8')
    .replace('10.0.0.11:8027', first ?? '')
    .replace('10.0.0.12:8027', second ?? '');
  const site = readFileSync(join(ROOT, 'deploy/nginx.conf'), 'utf8')
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${own};`)
    .replace(/ *ssl_certificate.*\n/g, '')
    .replace(/^upstream .*\n/m, (one) =>
      second === undefined ? one.replace('127.0.0.1:8027', first ?? '') : two,
    )
    .replace('/var/log/nginx/truc.log', logPath);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  const whole = `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; error_log stderr; pid ${join(folder, 'nginx.pid')}; events {} http { ${temporary.join(' ')}\n${site}\n}`;
  const path = join(folder, 'nginx.conf');
  writeFileSync(path, whole);
  return started(pathOf('nginx') ?? '', ['-c', path, '-e', 'stderr'], {
    folder,
    url: `http://127.0.0.1:${own}`,
    logPath,
    end: 'SIGTERM',
  });
}

/** As it is shipped, for as many servers as there are. */
export async function caddy({ folder, own: given, ports }: Place): Promise<StartedProxy> {
  const own = given ?? (await freePort());
  const path = join(folder, 'Caddyfile');
  const site = readFileSync(join(ROOT, 'Caddyfile'), 'utf8');
  writeFileSync(path, `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
  const url = `http://127.0.0.1:${own}`;
  return started(pathOf('caddy') ?? '', ['run', '--config', path, '--adapter', 'caddyfile'], {
    folder,
    url,
    logPath: '',
    // Asked to leave, it waits for connections that a client keeps open.
    end: 'SIGKILL',
    env: { ROTA_DOMAIN: url, ROTA_SERVERS: ports.map((port) => `127.0.0.1:${port}`).join(' ') },
  });
}
