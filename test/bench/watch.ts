/**
 * `npm run bench:watch [-- --lines 500 --pages 200 --seconds 600 --long 100000 --json FILE]`: fifty units write so many lines a
 * minute into their logs, each on a page that fifty others keep open, while managers of another unit look at pages at a steady
 * rate; every request is timed from the moment it was due. Then a log of so many lines is opened, filtered and searched, one
 * page after the other. Program and the two that ask are processes of their own; processor time is told beside the clock's.
 */

import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyLog } from '../../src/app/log/verify-log.ts';
import { openApp, readHolidays } from '../../src/wiring/open-app.ts';
import type { LoadResult } from './feeds/load.ts';
import { cpuSeconds, residentMb, startLoadGenerator, startProduct } from './feeds/processes.ts';
import { ROOT, withFolder } from './feeds/setting.ts';
import { headOf, openHouse } from './load/house.ts';
import { keepStreams, lineRequests, logRequest, openUnits, type Watching } from './watch/units.ts';

const UNITS = 50;
const OPENED = 60;
const WARM_UP_MS = 5_000;
const CONNECTIONS = { lines: 50, pages: 64 };
const AIM = { p99Ms: 100, openMs: 200 };

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '500' },
    pages: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '600' },
    long: { type: 'string', default: '100000' },
    json: { type: 'string' },
  },
});
const ms = Number(values.seconds) * 1000;
const linesPerSecond = Number(values.lines) / 60;
const pagesPerSecond = Number(values.pages);

interface Opened {
  readonly name: string;
  readonly first: number;
  readonly p50: number;
  readonly longest: number;
  readonly kb: number;
}

/** One after the other, over a connection that is kept. */
async function open(
  port: number,
  { token }: Watching,
  [name, path]: readonly [string, string],
): Promise<Opened> {
  const took: number[] = [];
  let kb = 0;
  for (let i = 0; i < OPENED; i++) {
    const began = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { Cookie: `session=${token}` },
    });
    const text = await answer.text();
    took.push(performance.now() - began);
    if (answer.status !== 200 || !text.includes('log-page')) throw new Error(`${path}: ${answer.status}`);
    kb = Math.round(text.length / 1024);
  }
  const sorted = took.toSorted((a, b) => a - b);
  return { name, first: took[0] ?? 0, p50: sorted[OPENED / 2] ?? 0, longest: sorted.at(-1) ?? 0, kb };
}

function told(name: string, { answers, perSecond, p50, p99, max, wrong, late }: LoadResult): string {
  return `${name}: ${answers} answers, ${perSecond.toFixed(1)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${max.toFixed(0)} ms, ${wrong} wrong, ${late} unanswered`;
}

const figures = await withFolder(async (folder) => {
  const database = join(folder, 'rota.db');
  const house = await openHouse(database);
  const { units, long } = await openUnits(database, { units: UNITS, long: Number(values.long) });
  console.log(`${UNITS} units and a log of ${values.long} lines are there; ${headOf(loadavg())}`);
  const server = await startProduct(database);
  const { port } = server;
  const [writing, viewing] = [startLoadGenerator(), startLoadGenerator()];
  const streams = await keepStreams(port, units);
  try {
    const { pages } = await house.requests(port);
    const total = Math.ceil((linesPerSecond * (ms + WARM_UP_MS)) / 1000) + UNITS;
    const lines = lineRequests(units, total);
    const warm = Math.ceil((linesPerSecond * WARM_UP_MS) / 1000);
    const run = (span: number, request: readonly string[]) =>
      Promise.all([
        writing.run({
          ...{ port, request, status: 303, ms: span },
          ...{ connections: CONNECTIONS.lines, perSecond: linesPerSecond },
        }),
        viewing.run({
          ...{ port, request: pages, status: 200, ms: span },
          ...{ connections: CONNECTIONS.pages, perSecond: pagesPerSecond },
        }),
      ]);
    await run(WARM_UP_MS, lines.slice(0, warm));
    const loadBefore = loadavg();
    const before = cpuSeconds(server.pid) ?? Number.NaN;
    const [written, viewed] = await run(ms, lines.slice(warm));
    const serverCpuSeconds = (cpuSeconds(server.pid) ?? Number.NaN) - before;
    const residentMegabytes = Math.round(residentMb(server.pid) ?? 0);
    const cpuBeforeOpening = cpuSeconds(server.pid) ?? Number.NaN;
    const opened: Opened[] = [];
    for (const page of logRequest(long.unitId)) opened.push(await open(port, long, page));
    const openingCpuSeconds = (cpuSeconds(server.pid) ?? Number.NaN) - cpuBeforeOpening;
    return {
      ...{ cores: cpus().length, loadBefore, seconds: ms / 1000, written, viewed, serverCpuSeconds },
      ...{ residentMegabytes, events: streams.events(), opened, openingCpuSeconds },
      ...(await proven(database, units)),
    };
  } finally {
    streams.stop();
    for (const each of [writing, viewing, server]) await each.stop();
  }
});

/** Nothing that was acknowledged is missing, and every chain is whole. */
async function proven(database: string, units: readonly Watching[]) {
  const app = await openApp(database, readHolidays(ROOT));
  try {
    const verdicts = [];
    for (const { unitId } of units) verdicts.push(await verifyLog(app, unitId));
    return {
      kept: verdicts.reduce((sum, { entries }) => sum + entries, 0),
      faults: verdicts.reduce((sum, each) => sum + each.faults.length, 0),
    };
  } finally {
    await app.close();
  }
}

console.log(told('lines', figures.written));
console.log(told('pages', figures.viewed));
console.log(
  `program: ${figures.serverCpuSeconds.toFixed(1)} s of processor time in ${figures.seconds} s, ${figures.residentMegabytes} MB; ${figures.events} events to open pages; ${headOf(figures.loadBefore)} before, ${figures.cores} cores`,
);
for (const { name, first, p50, longest, kb } of figures.opened) {
  console.log(
    `${values.long} lines, ${name}: first ${first.toFixed(0)} ms, p50 ${p50.toFixed(0)} ms, longest ${longest.toFixed(0)} ms, ${kb} kB`,
  );
}
console.log(`${figures.kept} lines kept, ${figures.faults} faults of the chains`);
const quick = [figures.written, figures.viewed].every(
  ({ p99, wrong, late }) => p99 < AIM.p99Ms && wrong + late === 0,
);
const [whole] = figures.opened;
const isMet = quick && whole !== undefined && whole.longest < AIM.openMs && figures.faults === 0;
console.log(isMet ? 'bench:watch: met' : 'bench:watch: not met');
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ ...figures, isMet }, null, 2)}\n`);
process.exitCode = isMet ? 0 : 1;
