/**
 * `npm run bench:load [-- --seconds 60 --pages 200 --polls 500 --json FILE]`: managers look at pages and calendars poll at
 * a steady rate, each request timed from the moment it was due, while rosters are searched for one after the other.
 * `--hostile` sends what holds servers up instead: `load/hostile.ts`. `--minutes 10` goes on for so long at a fifth of the rates and reads the server's memory. All on this machine.
 */

import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { LoadResult } from './feeds/load.ts';
import { cpuSeconds, residentMb, type Server, startLoadGenerator, startProduct } from './feeds/processes.ts';
import { withFolder } from './feeds/setting.ts';
import { measureHostile } from './load/hostile.ts';
import { headOf, keepSearching, openHouse } from './load/house.ts';

const CONNECTIONS = { pages: 64, polls: 64 };
const WARM_UP_MS = 3_000;
const MEMORY_EVERY_MS = 5_000;
/** So that ten minutes of it leave the machine to others. */
const LONG_SHARE = 0.2;

interface Rates {
  readonly pages: number;
  readonly polls: number;
  readonly ms: number;
}

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    pages: { type: 'string', default: '200' },
    polls: { type: 'string', default: '500' },
    minutes: { type: 'string' },
    json: { type: 'string' },
    hostile: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});

function ratesOf(): Rates {
  const [pages, polls] = [Number(values.pages), Number(values.polls)];
  if (values.minutes === undefined) return { pages, polls, ms: Number(values.seconds) * 1000 };
  return { pages: pages * LONG_SHARE, polls: polls * LONG_SHARE, ms: Number(values.minutes) * 60_000 };
}

interface Memory {
  /** Of the whole process, searches and all: it rises with each search and falls when it ends. */
  readonly residentMb: readonly number[];
  /** Of the thread that answers, as it tells itself: what it keeps, and what is not yet collected. */
  readonly heapMb: readonly number[];
}

/** Every few seconds until told to stop. */
function watchMemory({ pid, port }: Server): () => Promise<Memory> {
  const memory = { residentMb: [] as number[], heapMb: [] as number[] };
  const look = async (): Promise<void> => {
    memory.residentMb.push(Math.round(residentMb(pid) ?? 0));
    const figures = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const octets = /^nodejs_heap_size_used_bytes (\S+)$/m.exec(figures)?.[1];
    memory.heapMb.push(Math.round(Number(octets) / 1024 ** 2));
  };
  let looking = look();
  const timer = setInterval(() => {
    looking = look();
  }, MEMORY_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await looking;
    await look();
    return memory;
  };
}

function line(name: string, { perSecond, answers, p50, p99, max, wrong, late }: LoadResult): string {
  const figures = [`p50 ${p50.toFixed(1)} ms`, `p99 ${p99.toFixed(1)} ms`, `longest ${max.toFixed(0)} ms`];
  const faults = `${wrong} wrong, ${late} unanswered`;
  return `${name.padEnd(7)}${perSecond.toFixed(0).padStart(5)}/s  ${figures.join('  ')}  ${answers} answers, ${faults}`;
}

async function measure(rates: Rates) {
  return withFolder(async (folder) => {
    const database = join(folder, 'rota.db');
    const house = await openHouse(database);
    const server = await startProduct(database);
    const [pages, polls] = [startLoadGenerator(), startLoadGenerator()];
    const searching = keepSearching(server.port, house.searcher);
    try {
      const requests = await house.requests(server.port);
      const run = (ms: number) =>
        Promise.all([
          pages.run({
            ...{ port: server.port, request: requests.pages, status: 200, ms },
            ...{ connections: CONNECTIONS.pages, perSecond: rates.pages },
          }),
          polls.run({
            ...{ port: server.port, request: requests.polls, status: 304, ms },
            ...{ connections: CONNECTIONS.polls, perSecond: rates.polls },
          }),
        ]);
      await run(WARM_UP_MS);
      const memory = watchMemory(server);
      const before = cpuSeconds(server.pid) ?? Number.NaN;
      const load = loadavg();
      const [ofPages, ofPolls] = await run(rates.ms);
      const processor = ((cpuSeconds(server.pid) ?? Number.NaN) - before) / (rates.ms / 1000);
      return { rates, pages: ofPages, polls: ofPolls, memory: await memory(), processor, loadBefore: load };
    } finally {
      const searches = await searching.stop();
      console.log(`${searches} searches begun, cores ${cpus().length}`);
      for (const each of [pages, polls, server]) await each.stop();
    }
  });
}

async function measureOrdinary(): Promise<0 | 1> {
  const rates = ratesOf();
  console.log(
    `${rates.pages} page views/s and ${rates.polls} polls/s for ${rates.ms / 1000} s; ${headOf(loadavg())}`,
  );
  const result = await measure(rates);
  console.log(line('pages', result.pages));
  console.log(line('polls', result.polls));
  const { residentMb: whole, heapMb: heap } = result.memory;
  const third = Math.max(1, Math.floor(whole.length / 3));
  const mean = (of: readonly number[]): number => of.reduce((sum, each) => sum + each, 0) / of.length;
  console.log(
    `memory ${whole[0]} MB at first, ${Math.max(...whole)} MB at most, ${whole.at(-1)} MB at last; first third ` +
      `${mean(whole.slice(0, third)).toFixed(0)} MB, last third ${mean(whole.slice(-third)).toFixed(0)} MB`,
  );
  console.log(
    `heap of the thread that answers: at least ${Math.min(...heap.slice(0, third))} MB in the first third, ` +
      `${Math.min(...heap.slice(-third))} MB in the last, ${Math.max(...heap)} MB at most`,
  );
  console.log(
    `server's processors ${result.processor.toFixed(2)}, load of the machine ${headOf(result.loadBefore)}`,
  );
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
  const faults = result.pages.wrong + result.polls.wrong + result.pages.late + result.polls.late;
  console.log(`load: ${result.pages.answers + result.polls.answers} answers, ${faults} faults`);
  return faults === 0 ? 0 : 1;
}

process.exitCode = await (values.hostile ? measureHostile(values.only) : measureOrdinary());
