/**
 * Requests whose body costs more than they weigh, from who has not signed in. Each is answered before its body is read: no
 * more than the head is ever sent.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadCase } from '../../src/app/periods/load-case.ts';
import { readConfig } from '../../src/config.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { serve } from '../../src/wiring/serve.ts';
import { sampleCase, sampleHolidays } from '../sample-case.ts';
import type { Attack, AttackModule } from './attack.ts';

const FORM = 'application/x-www-form-urlencoded';
const FILES = 'multipart/form-data; boundary=x';
/** 84 octets or so that become twelve megabytes. */
const BOMB = gzipSync(`a=${'&'.repeat(12_000_000)}`);

export const BODIES: AttackModule = {
  name: 'bodies',
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'rota-bodies-'));
    const path = join(folder, 'rota.db');
    const app = await openApp(path, sampleHolidays());
    const loaded = await loadCase(app, { source: sampleCase('unit-small'), actor: 'cli' });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    const { port, stop } = await serve(app, readConfig({ ROTA_DB: path, ROTA_PORT: '0' }, '/'), {
      error: ({ cause }) => console.error(cause),
    });
    return {
      attacks: attacksOn(port, loaded.value.unitId),
      async close() {
        await stop();
        await app.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

function attacksOn(port: number, unitId: string): Attack[] {
  const staff = `/units/${unitId}/staff`;
  const sent =
    (wanted: number, path: string, headers: Record<string, string | number>, body?: Uint8Array) =>
    async (): Promise<string | undefined> => {
      const got = await statusOf(port, path, headers, body);
      return got === wanted ? undefined : `${got} instead of ${wanted}`;
    };
  const coded = { 'Content-Type': FORM, 'Content-Encoding': 'gzip', 'Content-Length': BOMB.length };
  return [
    { name: 'a bomb to the sign-in page', short: true, run: sent(415, '/sign-in', coded, BOMB) },
    { name: 'a bomb to a page of the unit', short: true, run: sent(403, `${staff}/new`, coded, BOMB) },
    {
      name: 'a bomb of files',
      short: true,
      run: sent(403, `${staff}/import`, { ...coded, 'Content-Type': FILES }, BOMB),
    },
    ...['deflate', 'br', 'zstd'].map((coding) => ({
      name: `a body coded as ${coding}`,
      short: true as const,
      run: sent(415, '/sign-in', { ...coded, 'Content-Encoding': coding }),
    })),
    {
      name: 'a form of 12 MB to the sign-in page',
      short: true,
      run: sent(413, '/sign-in', { 'Content-Type': FORM, 'Content-Length': 12_000_000 }),
    },
    {
      name: 'a form of 12 MB to a page of the unit',
      short: true,
      run: sent(403, `${staff}/new`, { 'Content-Type': FORM, 'Content-Length': 12_000_000 }),
    },
    {
      // Reading them alone takes half a second, and asking of each what kind it is took minutes.
      name: 'a form of 125,000 fields to the sign-in page',
      short: true,
      run: sent(413, '/sign-in', { 'Content-Type': FORM }, Buffer.from('a&'.repeat(125_000))),
    },
    {
      name: 'a form of as many fields as are read, to the sign-in page',
      short: true,
      run: sent(422, '/sign-in', { 'Content-Type': FORM }, Buffer.from('a&'.repeat(9_000))),
    },
    {
      name: 'files of 12 MB to who takes files from others',
      short: true,
      run: sent(403, `${staff}/import`, { 'Content-Type': FILES, 'Content-Length': 11_000_000 }),
    },
    {
      name: 'files of 12 MB with a session made up',
      short: true,
      run: sent(403, `${staff}/import`, {
        'Content-Type': FILES,
        'Content-Length': 11_000_000,
        Cookie: `session=${'x'.repeat(43)}`,
      }),
    },
  ];
}

/** Sends the head and this much of the body, never its end unless it is the whole. */
function statusOf(
  port: number,
  path: string,
  headers: Record<string, string | number>,
  body?: Uint8Array,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const all = { 'Sec-Fetch-Site': 'same-origin', ...headers };
    const asked = request(
      { port, path, method: 'POST', headers: all, agent: false, timeout: 10_000 },
      (response) => {
        resolve(response.statusCode ?? 0);
        asked.destroy();
      },
    );
    asked.on('timeout', () => reject(new Error('it waits for the body')));
    asked.on('error', reject);
    if (body) asked.end(body);
    else asked.flushHeaders();
  });
}
