/**
 * `npm run bench:load -- --hostile`: what a stranger, or one of the unit, may send to hold the server up, each kind for some
 * seconds beside 100 page views a second, while `/healthz` is asked ten times a second. Told: the longest it took, and what
 * the machine had to do besides.
 */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { formTokenOf } from '../../../src/web/access/form-token.ts';
import { archive } from '../../attack/archives.ts';
import { startLoadGenerator, startProduct } from '../feeds/processes.ts';
import { withFolder } from '../feeds/setting.ts';
import { type House, headOf, openHouse } from './house.ts';

const PAGES_PER_SECOND = 100;
const ATTACK_MS = 10_000;
const PROBE_EVERY_MS = 100;
const LONGEST_MS = 1_000;
/** Of the busy calendars: the job that reads them comes by the minute. */
const CALENDAR_MS = 65_000;
const DOCUMENTS = 260;
const AT_ONCE = 12;

interface Kind {
  readonly name: string;
  readonly ms?: number;
  /** One request of the attack; asked again as soon as it is answered. */
  send(index: number): Promise<unknown>;
  readonly atOnce: number;
}

function kindsOf(house: House, url: string, calendars: string): Kind[] {
  const { token, unitId, periodId, staffIds } = house.manager;
  const headers = { Cookie: `session=${token}`, 'Sec-Fetch-Site': 'same-origin' };
  const formToken = formTokenOf(token);
  const bomb = gzipSync(`a=${'&'.repeat(12_000_000)}`);
  const workbook = archive([
    { name: 'xl/workbook.xml', content: '<a/>' },
    { name: 'xl/worksheets/sheet1.xml', content: '<c '.repeat(320_000) },
  ]);
  const word = archive([
    { name: '[Content_Types].xml', content: '<a/>' },
    { name: 'word/document.xml', content: '<w:t '.repeat(320_000) },
  ]);
  const upload = (path: string, bytes: Uint8Array, name: string): Promise<unknown> => {
    const body = new FormData();
    body.append('token', formToken);
    body.append('name', 'mẫu');
    body.append('file', new File([new Uint8Array(bytes)], name));
    return ended(fetch(url + path, { method: 'POST', body, headers }));
  };
  return [
    {
      name: 'bodies that swell, from nobody',
      atOnce: 30,
      send: () =>
        ended(
          fetch(`${url}/sign-in`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Encoding': 'gzip' },
            body: bomb,
          }),
        ),
    },
    {
      name: 'forms of 250 kB',
      atOnce: 30,
      send: () =>
        ended(
          fetch(`${url}/sign-in`, {
            method: 'POST',
            headers,
            body: new URLSearchParams('&'.repeat(250_000)),
          }),
        ),
    },
    {
      name: 'workbooks',
      atOnce: AT_ONCE,
      send: () => upload(`/units/${unitId}/staff/import`, workbook, 'ds.xlsx'),
    },
    {
      name: 'Word forms',
      atOnce: AT_ONCE,
      send: () => upload(`/periods/${periodId}/documents/forms`, word, 'mau.docx'),
    },
    {
      name: `${DOCUMENTS} documents of one reader`,
      atOnce: DOCUMENTS,
      send: () => ended(fetch(`${url}/periods/${periodId}/documents/official.pdf`, { headers })),
    },
    {
      name: 'calendars',
      atOnce: 2,
      ms: CALENDAR_MS,
      send: (index) =>
        ended(
          fetch(`${url}/units/${unitId}/busy-calendar`, {
            method: 'POST',
            redirect: 'manual',
            headers,
            body: new URLSearchParams({
              token: formToken,
              person: staffIds[index % staffIds.length] ?? '',
              address: calendars,
            }),
          }),
        ),
    },
  ];
}

async function ended(asked: Promise<Response>): Promise<number> {
  const answer = await asked;
  await answer.arrayBuffer();
  return answer.status;
}

/** By status; what broke is `broken`. */
async function attack({ send, atOnce }: Kind, until: number): Promise<Map<string, number>> {
  const statuses = new Map<string, number>();
  let index = 0;
  const one = async (): Promise<void> => {
    while (Date.now() < until) {
      const status = String(await send(index++).catch(() => 'broken'));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return statuses;
}

/** Milliseconds of the slowest answer; each is asked whether the one before was answered or not. */
async function probe(url: string, until: number): Promise<number> {
  let longest = 0;
  const asked: Promise<void>[] = [];
  while (Date.now() < until) {
    const start = performance.now();
    asked.push(
      fetch(`${url}/healthz`)
        .then(async (answer) => void (await answer.text()))
        .catch(() => {
          longest = Number.POSITIVE_INFINITY;
        })
        .then(() => {
          longest = Math.max(longest, performance.now() - start);
        }),
    );
    await new Promise((resolve) => setTimeout(resolve, PROBE_EVERY_MS));
  }
  await Promise.all(asked);
  return longest;
}

/** A zone whose clock changes every minute: 345 octets that once stopped the server for minutes. */
function serveCalendar(): Promise<{ readonly address: string; close(): void }> {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VTIMEZONE',
    'TZID:Z',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'RRULE:FREQ=MINUTELY',
    'TZOFFSETFROM:+0700',
    'TZOFFSETTO:+0800',
    'END:STANDARD',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTART;TZID=Z:20270206T080000',
    'DURATION:PT1H',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  const server = createServer((_request, response) => response.end(lines.join('\r\n')));
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ address: `http://127.0.0.1:${port}/a.ics`, close: () => void server.close() });
    });
  });
}

/** 0 where every health question was answered within a second. */
export function measureHostile(): Promise<0 | 1> {
  return withFolder(async (folder) => {
    const database = join(folder, 'rota.db');
    const house = await openHouse(database);
    const server = await startProduct(database, { ROTA_PRIVATE_ADDRESSES: 'allow' });
    const calendar = await serveCalendar();
    const pages = startLoadGenerator();
    const url = `http://127.0.0.1:${server.port}`;
    let slow = 0;
    try {
      const { pages: request } = await house.requests(server.port);
      for (const kind of kindsOf(house, url, calendar.address)) {
        const ms = kind.ms ?? ATTACK_MS;
        const until = Date.now() + ms;
        const [longest, statuses, viewed] = await Promise.all([
          probe(url, until),
          attack(kind, until),
          pages.run({
            ...{ port: server.port, request, status: 200, ms },
            ...{ connections: 64, perSecond: PAGES_PER_SECOND },
          }),
        ]);
        if (longest > LONGEST_MS) slow++;
        const told = [...statuses].map(([status, count]) => `${count} × ${status}`).join(', ');
        console.log(
          `${kind.name}: health ${longest.toFixed(0)} ms at most; pages ${viewed.perSecond.toFixed(0)}/s, ` +
            `p99 ${viewed.p99.toFixed(0)} ms; answered ${told}; ${headOf(loadavg())}`,
        );
      }
    } finally {
      calendar.close();
      for (const each of [pages, server]) await each.stop();
    }
    console.log(`hostile: ${slow} kinds held /healthz up for more than a second`);
    return slow === 0 ? 0 : 1;
  });
}
