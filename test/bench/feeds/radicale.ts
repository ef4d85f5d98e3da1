/** Radicale, Debian's CalDAV server, with the feed put into it as a calendar. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, type Server, startProgram } from './processes.ts';

/** Radicale takes any name when told to check none; a calendar needs an owner. */
export const RADICALE_USER = `Basic ${Buffer.from('bench:bench').toString('base64')}`;
export const RADICALE_PATH = '/bench/unit/';

export function radicaleIsThere(): boolean {
  return spawnSync('radicale', ['--version']).status === 0;
}

/** Undefined where Radicale is not installed. */
export async function startRadicale(folder: string, calendar: string): Promise<Server | undefined> {
  if (!radicaleIsThere()) return undefined;
  const port = await freePort();
  const storage = join(folder, 'radicale');
  mkdirSync(storage);
  const config = join(folder, 'radicale.conf');
  writeFileSync(
    config,
    [
      ...['[server]', `hosts = 127.0.0.1:${port}`, 'max_connections = 200', '[auth]', 'type = none'],
      ...['[rights]', 'type = owner_only', '[storage]', `filesystem_folder = ${storage}`],
      ...['[logging]', 'level = error', ''],
    ].join('\n'),
  );
  const server = await startProgram('radicale', ['--config', config], `http://127.0.0.1:${port}/.web/`);
  const put = await fetch(`http://127.0.0.1:${port}${RADICALE_PATH}`, {
    method: 'PUT',
    headers: { Authorization: RADICALE_USER, 'Content-Type': 'text/calendar; charset=utf-8' },
    body: calendar,
  });
  if (!put.ok) {
    await server.stop();
    throw new Error(`Radicale refused the calendar: ${put.status} ${await put.text()}`);
  }
  return server;
}
