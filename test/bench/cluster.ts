/**
 * `npm run bench:cluster [-- --seconds 20 --rounds 3 --json FILE]`: a manager's pages of one server and of two on one PostgreSQL, asked
 * as fast as they are answered. Each server is held to a core of its own (taskset); PostgreSQL and who asks take what is left, which on a
 * machine of two cores is the second server's: so processor time a page, of all that take part, is told beside the clock's figures.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Node, startNode } from '../cluster/nodes.ts';
import { startPostgres } from '../postgres/server.ts';
import type { LoadResult } from './feeds/load.ts';
import { cpuSeconds, freePort, startLoadGenerator } from './feeds/processes.ts';
import { withFolder } from './feeds/setting.ts';
import { type House, headOf, openHouse } from './load/house.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'string' },
  },
});
const ms = Number(values.seconds) * 1000;
const KEY = 'k'.repeat(43);
const CONNECTIONS = 4;
const WARM_UP_MS = 4_000;

interface Figure {
  readonly servers: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly wrong: number;
  /** Of all servers together, milliseconds of processor time a page. */
  readonly serverMs: number;
  readonly databaseMs: number;
  /** Share of a core that the servers got, each. */
  readonly cores: readonly number[];
}

/** Of a process and all it started. */
function familySeconds(pid: number): number {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(Number(name)) === pid)
    .map(Number);
  return [pid, ...children].reduce((sum, each) => sum + (cpuSeconds(each) ?? 0), 0);
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    );
  } catch {
    return undefined;
  }
}

async function measure(nodes: readonly Node[], house: House, database: number): Promise<Figure> {
  const askers = nodes.map(({ port }) => ({ port, asker: startLoadGenerator() }));
  try {
    const { pages } = await house.requests(nodes[0]?.port ?? 0);
    const ask = (time: number): Promise<LoadResult[]> =>
      Promise.all(
        askers.map(({ port, asker }) =>
          asker.run({ port, request: pages, status: 200, connections: CONNECTIONS, ms: time }),
        ),
      );
    await ask(WARM_UP_MS);
    const before = nodes.map(({ pid }) => cpuSeconds(pid) ?? Number.NaN);
    const databaseBefore = familySeconds(database);
    const results = await ask(ms);
    const worked = nodes.map(({ pid }, i) => (cpuSeconds(pid) ?? Number.NaN) - (before[i] ?? Number.NaN));
    const answers = results.reduce((sum, each) => sum + each.answers, 0);
    const rounded = (number: number): number => Math.round(number * 100) / 100;
    return {
      servers: nodes.length,
      perSecond: rounded(results.reduce((sum, each) => sum + each.perSecond, 0)),
      p50: rounded(Math.max(...results.map((each) => each.p50))),
      p99: rounded(Math.max(...results.map((each) => each.p99))),
      wrong: results.reduce((sum, each) => sum + each.wrong, 0),
      serverMs: rounded((worked.reduce((sum, each) => sum + each, 0) * 1000) / answers),
      databaseMs: rounded(((familySeconds(database) - databaseBefore) * 1000) / answers),
      cores: worked.map((each) => rounded(each / (ms / 1000))),
    };
  } finally {
    for (const { asker } of askers) await asker.stop();
  }
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

await withFolder(async (folder) => {
  const database = await startPostgres({ isDurable: true });
  const nodes: Node[] = [];
  try {
    const house = await openHouse(database.url, { beside: join(folder, 'maker'), key: { text: KEY } });
    for (const core of [0, 1]) {
      const port = await freePort();
      const environment = { ROTA_DB: database.url, ROTA_KEY: KEY };
      const by = ['taskset', '-c', String(core % cpus().length)];
      nodes.push(await startNode({ folder: join(folder, `node-${core}`), port, environment, by }));
    }
    const figures: Figure[] = [];
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const count of [1, 2]) {
        const figure = await measure(nodes.slice(0, count), house, database.pid());
        figures.push(figure);
        const { perSecond, p50, p99, serverMs, databaseMs, cores, wrong } = figure;
        console.log(
          `${count} server${count > 1 ? 's' : ''}: ${perSecond.toFixed(0)} pages/s, p50 ${p50} ms, p99 ${p99} ms, ${serverMs} ms of ` +
            `servers and ${databaseMs} ms of the database a page, cores ${cores.join(' and ')}, ${wrong} wrong; ${headOf(loadavg())}`,
        );
      }
    }
    const of = (count: number, what: 'perSecond' | 'serverMs' | 'databaseMs'): number =>
      median(figures.filter(({ servers }) => servers === count).map((each) => each[what]));
    const byClock = of(2, 'perSecond') / of(1, 'perSecond');
    const byCost = (2 * of(1, 'serverMs')) / of(2, 'serverMs');
    console.log(
      `two answer ${byClock.toFixed(2)} times what one does by the clock, ${cpus().length} cores for all`,
    );
    console.log(
      `a page costs the servers ${of(1, 'serverMs')} ms with one and ${of(2, 'serverMs')} ms with two: with a core each ${byCost.toFixed(2)} times`,
    );
    if (values.json !== undefined)
      writeFileSync(
        values.json,
        `${JSON.stringify({ cores: cpus().length, load: loadavg(), figures, byClock, byCost }, null, 2)}\n`,
      );
  } finally {
    for (const node of nodes) await node.end('SIGKILL');
    await database.stop();
  }
});
