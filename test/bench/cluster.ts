/**
 * `npm run bench:cluster [-- --seconds 20 --rounds 3 --json FILE]`: the roster of a unit of 300 people, of one server and of two on one
 * PostgreSQL, asked as fast as they are answered by one process; nothing is published meanwhile, and no answer is taken from
 * what a browser knows already. Each server is held to a core of its own (taskset), and then not. On more than two cores
 * PostgreSQL and who asks are held to the others; on two they take what they need of the servers', so processor time a page,
 * of all that take part, is told beside the clock's figures.
 */

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Node, startNode } from '../cluster/nodes.ts';
import { startPostgres } from '../postgres/server.ts';
import { pathOf } from '../programs.ts';
import {
  cpuSeconds,
  familySeconds,
  freePort,
  type LoadGenerator,
  startLoadGenerator,
} from './feeds/processes.ts';
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
const SIZE = { days: 14, posts: 12, staff: 300 };
/** What is worked out and set, not looked up: the published roster as a page and as files. */
const PAGES = ['', '/roster.json', '', '/roster.csv'];
const CONNECTIONS = 4;
const WARM_UP_MS = 3_000;
const CORES = cpus().length;

interface Figure {
  readonly servers: number;
  /** Each server to a core of its own. */
  readonly held: boolean;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly wrong: number;
  /** Milliseconds of processor time a page: of all servers together, of the database, of who asks. */
  readonly serverMs: number;
  readonly databaseMs: number;
  readonly askingMs: number;
  /** Share of a core that the servers got, each. */
  readonly cores: readonly number[];
}

const taskset = pathOf('taskset');

/** To some cores with all its threads, until it is held to others. */
function hold(pid: number, cores: string): void {
  if (taskset !== undefined) execFileSync(taskset, ['-acp', cores, String(pid)], { stdio: 'ignore' });
}

function place(nodes: readonly Node[], held: boolean): void {
  for (const [i, { pid }] of nodes.entries()) hold(pid, held ? String(i % CORES) : `0-${CORES - 1}`);
}

interface Stage {
  readonly house: House;
  readonly database: number;
  readonly asker: LoadGenerator;
}

async function measure(nodes: readonly Node[], held: boolean, stage: Stage): Promise<Figure> {
  const { house, database, asker } = stage;
  place(nodes, held);
  const { pages } = await house.requests(nodes[0]?.port ?? 0);
  const load = { port: nodes.map(({ port }) => port), request: pages, status: 200 };
  const connections = CONNECTIONS * nodes.length;
  await asker.run({ ...load, connections, ms: WARM_UP_MS });
  const seconds = (): number[] => [
    familySeconds(database),
    cpuSeconds(asker.pid) ?? Number.NaN,
    ...nodes.map(({ pid }) => cpuSeconds(pid) ?? Number.NaN),
  ];
  const before = seconds();
  const { answers, ...result } = await asker.run({ ...load, connections, ms });
  const [databaseWorked = 0, askerWorked = 0, ...worked] = seconds().map(
    (each, i) => each - (before[i] ?? 0),
  );
  const aPage = (time: number): number => rounded((time * 1000) / answers);
  return {
    ...{ servers: nodes.length, held, wrong: result.wrong },
    ...{ perSecond: rounded(result.perSecond), p50: rounded(result.p50), p99: rounded(result.p99) },
    serverMs: aPage(worked.reduce((sum, each) => sum + each, 0)),
    databaseMs: aPage(databaseWorked),
    askingMs: aPage(askerWorked),
    cores: worked.map((each) => rounded(each / (ms / 1000))),
  };
}

const rounded = (number: number): number => Math.round(number * 100) / 100;
const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

function tell({ servers, held, cores, ...of }: Figure): void {
  console.log(
    `${servers} server${servers > 1 ? 's' : ''}${held ? ', a core each' : ''}: ${of.perSecond} pages/s, p50 ${of.p50} ms, p99 ${of.p99} ms; ` +
      `a page takes ${of.serverMs} ms of servers, ${of.databaseMs} of the database, ${of.askingMs} of who asks; cores ${cores.join(' and ')}, ` +
      `${of.wrong} wrong; ${headOf(loadavg())}`,
  );
}

/** How many times what one answers two do, by the clock and by what a page costs them. */
function compare(
  figures: readonly Figure[],
  held: boolean,
): { held: boolean; byClock: number; byCost: number } {
  const of = (count: number, what: 'perSecond' | 'serverMs'): number =>
    median(figures.filter((each) => each.servers === count && each.held === held).map((each) => each[what]));
  const byClock = rounded(of(2, 'perSecond') / of(1, 'perSecond'));
  const byCost = rounded((2 * of(1, 'serverMs')) / of(2, 'serverMs'));
  const how = held ? 'each held to a core' : 'left to the system';
  console.log(
    `two servers, ${how}: ${byClock} times what one answers by the clock, ${byCost} times by processor time`,
  );
  return { held, byClock, byCost };
}

await withFolder(async (folder) => {
  const database = await startPostgres({ isDurable: true });
  const asker = startLoadGenerator();
  const nodes: Node[] = [];
  try {
    if (CORES > 2) for (const pid of [database.process().pid ?? 0, asker.pid]) hold(pid, `2-${CORES - 1}`);
    const beside = { beside: join(folder, 'maker'), key: { text: KEY } };
    const house = await openHouse(database.url, beside, { size: SIZE, pages: PAGES });
    for (const name of ['node-0', 'node-1']) {
      const environment = { ROTA_DB: database.url, ROTA_KEY: KEY };
      nodes.push(await startNode({ folder: join(folder, name), port: await freePort(), environment }));
    }
    if (taskset === undefined) console.log('there is no taskset: no server is held to a core');
    const figures: Figure[] = [];
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const held of taskset === undefined ? [false] : [true, false]) {
        for (const count of [1, 2]) {
          const stage = { house, database: database.process().pid ?? 0, asker };
          const figure = await measure(nodes.slice(0, count), held, stage);
          figures.push(figure);
          tell(figure);
        }
      }
    }
    console.log(`${CORES} cores for servers, database and who asks`);
    const compared = [...new Set(figures.map(({ held }) => held))].map((held) => compare(figures, held));
    const told = { cores: CORES, load: loadavg(), figures, compared };
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(told, null, 2)}\n`);
  } finally {
    for (const node of nodes) await node.end('SIGKILL');
    await asker.stop();
    await database.stop();
  }
});
