/**
 * `npm run bench:load -- --hostile [--only WORD]`: what a stranger, or one of the unit, may send over one pool of
 * connections to hold the server up, each kind for some seconds beside 100 page views a second, while `/healthz` is asked
 * ten times a second. Who attacks, who looks at pages and who asks for health are processes of their own, and what is
 * sent was made before. Told: the longest that health took, how late the server's own event loop was, and how long its
 * answering thread waited for a processor, which is the machine's doing and not the server's.
 */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { LoadResult } from '../feeds/load.ts';
import { type Server, startLoadGenerator, startProduct, threadSeconds } from '../feeds/processes.ts';
import { withFolder } from '../feeds/setting.ts';
import { type HostileKind, hostileKinds } from './hostile-kinds.ts';
import { headOf, openHouse } from './house.ts';

const PAGES_PER_SECOND = 100;
const PROBES_PER_SECOND = 10;
/** More than are in flight unless the server does not answer for a while. */
const PROBE_CONNECTIONS = 16;
const LONGEST_MS = 1_000;
const HEALTH = 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';

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

/** Milliseconds that the server's event loop was late at most since it was last asked. */
async function loopDelayMs({ port }: Server): Promise<number> {
  const figures = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(figures)?.[1]) * 1000;
}

interface Measured {
  readonly health: LoadResult;
  readonly sent: LoadResult;
  readonly viewed: LoadResult;
}

function tell({ name }: HostileKind, { health, sent, viewed }: Measured, ofServer: string): void {
  const answered = Object.entries(sent.statuses).map(([status, count]) => `${count} × ${status}`);
  console.log(
    `${name}: health ${health.max.toFixed(0)} ms at most, p99 ${health.p99.toFixed(0)} ms; ` +
      `pages ${viewed.perSecond.toFixed(0)}/s, p99 ${viewed.p99.toFixed(0)} ms; ${ofServer}; ` +
      `answered ${answered.join(', ') || 'nothing'}, ${sent.wrong} cut; ${headOf(loadavg())}`,
  );
}

/** 0 where every health question was answered within a second. */
export function measureHostile(only = ''): Promise<0 | 1> {
  return withFolder(async (folder) => {
    const database = join(folder, 'rota.db');
    const house = await openHouse(database);
    const server = await startProduct(database, { ROTA_PRIVATE_ADDRESSES: 'allow' });
    const { port } = server;
    const calendar = await serveCalendar();
    const generators = [startLoadGenerator(), startLoadGenerator(), startLoadGenerator()] as const;
    const [pages, prober, attacker] = generators;
    let slow = 0;
    try {
      const { pages: request } = await house.requests(port);
      const view = { port, request, status: 200, connections: 64, perSecond: PAGES_PER_SECOND };
      const probe = { port, request: HEALTH, status: 200, connections: PROBE_CONNECTIONS };
      await pages.run({ ...view, ms: 3_000 });
      for (const kind of hostileKinds(house, calendar.address)) {
        if (!kind.name.includes(only)) continue;
        const { ms, connections, perSecond, requests } = kind;
        await loopDelayMs(server);
        const before = threadSeconds(server.pid);
        const [health, sent, viewed] = await Promise.all([
          prober.run({ ...probe, perSecond: PROBES_PER_SECOND, ms }),
          attacker.run({ port, request: requests, connections, perSecond, ms }),
          pages.run({ ...view, ms }),
        ]);
        const after = threadSeconds(server.pid);
        const [worked, waited] = [after.worked - before.worked, after.waited - before.waited];
        const ofServer =
          `event loop ${(await loopDelayMs(server)).toFixed(0)} ms late at most, its thread worked ` +
          `${worked.toFixed(1)} s and waited ${waited.toFixed(1)} s for a processor in ${ms / 1000} s`;
        tell(kind, { health, sent, viewed }, ofServer);
        if (health.max > LONGEST_MS || health.late + health.wrong > 0) slow++;
      }
    } finally {
      calendar.close();
      for (const each of [...generators, server]) await each.stop();
    }
    console.log(`hostile: ${slow} kinds held /healthz up for more than a second`);
    return slow === 0 ? 0 : 1;
  });
}
