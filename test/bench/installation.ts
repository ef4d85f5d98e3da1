/**
 * `npm run bench:installation [-- --units 50,500,2000 --rounds 20 --json FILE]`: installations of so many units, each with a published
 * roster, on both engines side by side; PostgreSQL is Debian's, started for it with the disk waited for. A manager's pages are asked
 * over HTTP after a write to another unit, of one installation after the other in each round, so that whatever else the machine
 * does falls on all alike. Then the size of each database, and a backup of it. `cpuMs` is this process's processor time,
 * `databaseMs` that of PostgreSQL's processes.
 */

import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startPostgres } from '../postgres/server.ts';
import { familySeconds } from './feeds/processes.ts';
import { withFolder } from './feeds/setting.ts';
import { type Kept, keep } from './installation/backup.ts';
import { type Installation, type Opening, openInstallation } from './installation/setting.ts';
import { headOf } from './load/house.ts';

const { values } = parseArgs({
  options: {
    units: { type: 'string', default: '50,500,2000' },
    rounds: { type: 'string', default: '20' },
    json: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const WARM_UP = 5;
/** What the largest may cost more than the smallest. */
const FLAT = 1.2;

interface Took {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly databaseMs: number;
}

interface Figure extends Took {
  readonly engine: string;
  readonly units: number;
  readonly what: string;
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

setFlagsFromString('--expose-gc');
/** What the filling has left is nobody's to pay. */
const collect = runInNewContext('gc') as () => void;

async function timed(work: () => Promise<unknown>, database: () => number): Promise<Took> {
  const [databaseBefore, before, from] = [database(), process.cpuUsage(), performance.now()];
  await work();
  const wallMs = performance.now() - from;
  const { user, system } = process.cpuUsage(before);
  return { wallMs, cpuMs: (user + system) / 1000, databaseMs: (database() - databaseBefore) * 1000 };
}

async function measure(all: readonly Installation[], database: () => number): Promise<Figure[]> {
  // Nobody is to pay for code that is still cold.
  for (let round = 0; round < WARM_UP; round++)
    for (const { work } of all) for (const [, run] of work) await run();
  const took = new Map<
    string,
    { readonly of: Installation; readonly what: string; readonly times: Took[] }
  >();
  for (let round = 0; round < rounds; round++) {
    const turned = [...all.slice(round % all.length), ...all.slice(0, round % all.length)];
    for (const [i, [what]] of (all[0]?.work ?? []).entries()) {
      collect();
      for (const of of turned) {
        await of.writeElsewhere();
        const run = of.work[i]?.[1];
        const name = `${of.engine} ${of.units} ${what}`;
        const known = took.get(name) ?? { of, what, times: [] };
        took.set(name, known);
        if (run) known.times.push(await timed(run, database));
      }
    }
  }
  return [...took.values()].map(({ of: { engine, units }, what, times }) => ({
    ...{ engine, units, what },
    ...middle(times),
  }));
}

function middle(times: readonly Took[]): Took {
  const of = (each: keyof Took): number => Math.round(median(times.map((took) => took[each])) * 10) / 10;
  return { wallMs: of('wallMs'), cpuMs: of('cpuMs'), databaseMs: of('databaseMs') };
}

/** What the largest installation costs beside the smallest; of what takes a millisecond the clock alone says nothing. */
function flatness(
  figures: readonly Figure[],
): { what: string; engine: string; byClock: number; byCost: number }[] {
  const units = figures.map((each) => each.units);
  const at = (count: number): Figure[] => figures.filter((each) => each.units === count);
  const largest = at(Math.max(...units));
  return at(Math.min(...units)).flatMap((few) => {
    const many = largest.find(({ engine, what }) => engine === few.engine && what === few.what);
    const ratio = (of: (figure: Figure) => number): number =>
      many ? Math.round((of(many) / of(few)) * 100) / 100 : Number.NaN;
    const byClock = ratio(({ wallMs }) => wallMs);
    const byCost = ratio(({ cpuMs, databaseMs }) => cpuMs + databaseMs);
    return [{ engine: few.engine, what: few.what, byClock, byCost }];
  });
}

const server = await startPostgres({ isDurable: true });
try {
  await withFolder(async (folder) => {
    const openings: Opening[] = [];
    for (const units of values.units.split(',').map(Number)) {
      const beside = join(folder, `rota-${units}.db`);
      openings.push({ engine: 'SQLite', place: beside, beside, units });
      await server.create(`units_${units}`);
      const place = server.urlOf(`units_${units}`);
      openings.push({ engine: 'PostgreSQL', place, beside: join(folder, `beside-${units}`), units });
    }
    const all: Installation[] = [];
    for (const opening of openings) all.push(await openInstallation(opening));
    const figures = await measure(all, () => familySeconds(server.process().pid ?? 0));
    const flat = flatness(figures);
    const kept: (Kept & { engine: string; units: number })[] = [];
    for (const [i, made] of all.entries()) {
      const { engine, units, place } = openings[i] ?? { engine: '', units: 0, place: '' };
      kept.push({ engine, units, ...(await keep(made, place, folder)) });
    }
    for (const made of all) await made.close();
    console.log(`${cpus().length} cores, Node ${process.versions.node}, ${headOf(loadavg())}`);
    console.table(figures);
    console.table(kept);
    console.table(flat);
    const steep = flat.filter(({ byClock, byCost }) => Math.min(byClock, byCost) > FLAT);
    console.log(steep.length === 0 ? 'all are flat within 20 %' : 'not flat within 20 %:', ...steep);
    const told = { cores: cpus().length, load: loadavg(), rounds, figures, kept, flat };
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(told, null, 2)}\n`);
  });
} finally {
  await server.stop();
}
