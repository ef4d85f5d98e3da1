/**
 * `npm run bench:overview [-- --units 50,500,2000 --rounds 15 --json FILE]`: a superior's pages over so many units, 30 people
 * and 14 days each, side by side. Every page is asked of the built program over HTTP by a manager who is signed in: after a
 * write (an answer that came in a moment ago, so that nothing kept is good any more) and once again. The program is a process
 * of its own: its processor time is told beside the clock's.
 */

import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort, startScript, stop } from './feeds/processes.ts';
import { withFolder } from './feeds/setting.ts';
import { headOf } from './load/house.ts';
import { makeSetting, ORDERS_A_YEAR, type Setting, weighOrder } from './overview/setting.ts';

const { values } = parseArgs({
  options: {
    units: { type: 'string', default: '50,500,2000' },
    rounds: { type: 'string', default: '15' },
    json: { type: 'string' },
  },
});
const sizes = values.units.split(',').map(Number);
const rounds = Number(values.rounds);

/** Milliseconds on the clock, and of processor time of the program. */
interface Took {
  readonly wall: number;
  readonly cpu: number;
}

interface Client {
  ask(
    path: string,
    form?: URLSearchParams,
  ): Promise<Took & { readonly text: string; readonly bytes: number }>;
}

const AIMS = {
  'overview after an answer': 300,
  'overview again': 300,
  'filter: words': 100,
  'filter: who lacks': 100,
  'filter: a branch': 100,
  'on duty after an answer': 200,
  'on duty: words': 200,
  'reports after an answer': 300,
  'an answer sent': 300,
} as const;
type Asked = keyof typeof AIMS;

async function withServer<T>(setting: Setting, use: (client: Client) => Promise<T>): Promise<T> {
  const port = await freePort();
  const args = [setting.database, String(setting.now), String(port)];
  const child = startScript(join(import.meta.dirname, 'overview', 'server.ts'), args);
  await once(child, 'message');
  const cpuMs = async (): Promise<number> => {
    child.send('cpu');
    const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage];
    return (user + system) / 1000;
  };
  const headers = {
    Cookie: `session=${setting.session}`,
    'Sec-Fetch-Site': 'same-origin',
    'Accept-Encoding': 'gzip',
  };
  try {
    return await use({
      async ask(path, form) {
        const before = await cpuMs();
        const start = performance.now();
        const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
          ...{ redirect: 'manual', headers },
          ...(form ? { method: 'POST', body: form } : {}),
        });
        const body = Buffer.from(await reply.arrayBuffer());
        const wall = performance.now() - start;
        if (reply.status >= 400) throw new Error(`${path}: ${reply.status} ${body.toString().slice(0, 400)}`);
        return { wall, cpu: (await cpuMs()) - before, text: body.toString(), bytes: body.length };
      },
    });
  } finally {
    await stop(child);
  }
}

/** The form of the private link as it is filled in already; another person each time would change nothing of the cost. */
function filledForm(html: string): URLSearchParams {
  const form = new URLSearchParams();
  for (const [input] of html.matchAll(/<input type="hidden"[^>]*>|<input type="radio"[^>]* checked>/g)) {
    const [name, value] = ['name', 'value'].map((each) => new RegExp(`${each}="([^"]*)"`).exec(input)?.[1]);
    if (name !== undefined && value !== undefined) form.append(name, value.replaceAll('&#x3D;', '='));
  }
  return form;
}

const IN_THE_HOLIDAY = '2027-02-05T21:47';

async function measurePages(setting: Setting): Promise<Map<Asked, Took[]>> {
  const took = new Map<Asked, Took[]>();
  const note = (asked: Asked, { wall, cpu }: Took): void => {
    took.set(asked, [...(took.get(asked) ?? []), { wall, cpu }]);
  };
  const { unitId, orderId, links } = setting;
  const order = `/units/${unitId}/orders/${orderId}`;
  const duty = `/units/${unitId}/on-duty?at=${IN_THE_HOLIDAY}`;
  await withServer(setting, async ({ ask }) => {
    const send = async (counted: boolean): Promise<void> => {
      const path = `/answer/${links[sent++ % links.length]}`;
      const reply = await ask(path, filledForm((await ask(path)).text));
      if (counted) note('an answer sent', reply);
    };
    let sent = 0;
    for (let round = -2; round < rounds; round++) {
      const pages: readonly (readonly [Asked, string, boolean])[] = [
        ['overview after an answer', `${order}/overview`, true],
        ['overview again', `${order}/overview`, false],
        ['filter: words', `${order}/overview?q=xa+da`, false],
        ['filter: who lacks', `${order}/overview?standing=lacking`, false],
        ['filter: a branch', `${order}/overview?branch=${encodeURIComponent('Vùng núi cao')}`, false],
        ['on duty after an answer', duty, true],
        ['on duty: words', `${duty}&q=hang`, false],
        ['reports after an answer', `${order}/reports`, true],
      ];
      for (const [asked, path, after] of pages) {
        if (after) await send(round >= 0);
        const reply = await ask(path);
        // The first rounds warm the program up.
        if (round >= 0) note(asked, reply);
      }
    }
  });
  return took;
}

const LIST_FORMATS = ['csv', 'xlsx', 'docx', 'pdf'] as const;
const LISTED_UNITS = 150;
const LIST_MS = 10_000;

async function measureLists(setting: Setting): Promise<Record<string, Took & { readonly bytes: number }>> {
  const path = `/units/${setting.unitId}/orders/${setting.orderId}/list`;
  return withServer(setting, async ({ ask }) => {
    const found: Record<string, Took & { readonly bytes: number }> = {};
    for (const format of LIST_FORMATS) {
      const { wall, cpu, bytes } = await ask(`${path}.${format}`);
      found[format] = { wall, cpu, bytes };
    }
    return found;
  });
}

function medianOf(took: readonly Took[], of: keyof Took): number {
  return took.map((each) => each[of]).sort((a, b) => a - b)[Math.floor(took.length / 2)] ?? Number.NaN;
}

const YEARS = 3;
const MOST_GB = 2;

await withFolder(async (folder) => {
  console.log(
    `${cpus().length} processors, ${headOf(loadavg())}; medians of ${rounds} rounds, ms of the clock (of the processor)`,
  );
  const rows = new Map<Asked, Record<number, { wall: number; cpu: number; most: number }>>();
  const sizesGb: Record<number, number> = {};
  for (const units of sizes) {
    const setting = await makeSetting(join(folder, `${units}.db`), units);
    for (const [asked, took] of await measurePages(setting)) {
      const figures = {
        ...{ wall: medianOf(took, 'wall'), cpu: medianOf(took, 'cpu') },
        most: Math.max(...took.map(({ wall }) => wall)),
      };
      rows.set(asked, { ...rows.get(asked), [units]: figures });
    }
    const each = await weighOrder(setting.database, units);
    sizesGb[units] = (each * ORDERS_A_YEAR * YEARS) / 1e9;
  }
  const lists = await measureLists(await makeSetting(join(folder, 'listed.db'), LISTED_UNITS));

  console.log(`${'units'.padEnd(28)}${sizes.map((units) => String(units).padStart(18)).join('')}     aim`);
  for (const [asked, figures] of rows) {
    const cells = sizes.map((units) => {
      const { wall = Number.NaN, cpu = Number.NaN } = figures[units] ?? {};
      return `${wall.toFixed(0)} (${cpu.toFixed(0)})`.padStart(18);
    });
    console.log(`${asked.padEnd(28)}${cells.join('')}  < ${AIMS[asked]}`);
  }
  const gb = sizes.map((units) => (sizesGb[units] ?? 0).toFixed(2).padStart(18));
  console.log(
    `${`GB after ${YEARS} years, ${ORDERS_A_YEAR} orders each`.padEnd(28)}${gb.join('')}  < ${MOST_GB}`,
  );
  for (const [format, { wall, cpu, bytes }] of Object.entries(lists)) {
    const figures = `${(wall / 1000).toFixed(1)} s (${(cpu / 1000).toFixed(1)} s), ${Math.round(bytes / 1024)} KiB`;
    console.log(`list of ${LISTED_UNITS} units, ${format}: ${figures}  < ${LIST_MS / 1000} s`);
  }

  const isMet =
    [...rows].every(([asked, figures]) => Object.values(figures).every(({ wall }) => wall < AIMS[asked])) &&
    Object.values(sizesGb).every((each) => each < MOST_GB) &&
    Object.values(lists).every(({ wall }) => wall < LIST_MS);
  console.log(isMet ? 'bench:overview: met' : 'bench:overview: not met');
  process.exitCode = isMet ? 0 : 1;
  if (values.json !== undefined) {
    const kept = { load: loadavg(), rounds, ms: Object.fromEntries(rows), gbAfterThreeYears: sizesGb, lists };
    writeFileSync(values.json, `${JSON.stringify(kept, undefined, 2)}\n`);
  }
});
