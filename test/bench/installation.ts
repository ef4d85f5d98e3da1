/**
 * `npm run bench:installation [-- --units 50,500 --rounds 10 --json FILE]`: an installation of so many units, each with a published
 * roster, on both engines side by side; PostgreSQL is Debian's, started for it with the disk waited for. Every page is asked over
 * HTTP after a write to another unit. Processor time is this process's: PostgreSQL's own is not in it.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { saveDraft } from '../../src/app/drafts/save-draft.ts';
import { issueFeedToken } from '../../src/app/feeds/issue-feed-token.ts';
import { loadCase } from '../../src/app/periods/load-case.ts';
import { publishVersion } from '../../src/app/versions/publish-version.ts';
import { readConfig } from '../../src/config.ts';
import { DEFAULT_FEED_OPTIONS } from '../../src/domain/feed.ts';
import { findUnit, saveUnit } from '../../src/store/unit-store.ts';
import { type OpenedApp, openApp, readHolidays } from '../../src/wiring/open-app.ts';
import { serve } from '../../src/wiring/serve.ts';
import { startPostgres } from '../postgres/server.ts';
import { sampleCase } from '../sample-case.ts';
import { ROOT, withFolder } from './feeds/setting.ts';
import { headOf } from './load/house.ts';

const { values } = parseArgs({
  options: {
    units: { type: 'string', default: '50,500' },
    rounds: { type: 'string', default: '10' },
    json: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const WARM_UP = 5;

interface Figure {
  readonly engine: string;
  readonly units: number;
  readonly what: string;
  readonly wallMs: number;
  readonly cpuMs: number;
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

async function timed(work: () => Promise<unknown>): Promise<{ wall: number; cpu: number }> {
  const [before, from] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - from, cpu: (user + system) / 1000 };
}

/** One of many alike; without rules, so that nothing has to be solved. */
async function fill(app: OpenedApp, count: number): Promise<void> {
  const base = sampleCase('unit-small');
  for (let i = 0; i < count; i++) {
    const source = {
      ...base,
      unit: { ...base.unit, id: `unit-${i}`, name: `Đơn vị ${i}` },
      period: { ...base.period, id: `tet-${i}` },
      ruleSet: { ...base.ruleSet, rules: [] },
    };
    const loaded = await loadCase(app, { source, actor: 'bench' });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    await publish(app, i);
  }
}

async function publish(app: OpenedApp, i: number, seenRevision = 0): Promise<number> {
  const key = { unitId: `unit-${i}`, periodId: `tet-${i}` };
  const roster = { periodId: key.periodId, assignments: [] };
  const { revision } = await saveDraft(app, { key, roster, seenRevision, actor: 'bench' });
  const result = await publishVersion(app, { key, revision, note: 'bench', actor: 'bench' });
  if (!result.published) throw new Error(JSON.stringify(result));
  return revision;
}

async function measure(engine: string, place: string, beside: string, units: number): Promise<Figure[]> {
  const app = await openApp(place, readHolidays(ROOT), { beside });
  await fill(app, units);
  const config = readConfig({ ROTA_DB: beside, ROTA_PORT: '0', ROTA_ACCESS: 'open' }, '/');
  const silent = { error: ({ cause }: { readonly cause: unknown }) => console.error(cause) };
  const { port, stop } = await serve(app, config, silent);
  const scope = { kind: 'unit' } as const;
  const issuing = { unitId: 'unit-0', scope, options: DEFAULT_FEED_OPTIONS, actor: 'bench' };
  const { token } = await issueFeedToken(app, issuing);
  const ask = async (path: string): Promise<void> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  };
  const unit = await findUnit(app.db, 'unit-1');
  if (!unit) throw new Error('there are two units at least');
  let revision = 1;
  const again = async (): Promise<void> => {
    revision = await publish(app, 0, revision);
  };
  const work: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['home', () => ask('/')],
    ['periods', () => ask('/periods')],
    ['roster', () => ask('/periods/tet-0')],
    ['feed', () => ask(`/feeds/${token}.ics`)],
    ['draft saved and published', again],
  ];
  // The first engine is not to pay for code that is still cold.
  for (let round = 0; round < WARM_UP; round++) for (const [, run] of work) await run();
  const figures: Figure[] = [];
  for (const [what, run] of work) {
    const took: { wall: number; cpu: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      await saveUnit(app.db, { ...unit, name: `${unit.name} ${round}` });
      took.push(await timed(run));
    }
    figures.push({
      ...{ engine, units, what },
      wallMs: Math.round(median(took.map(({ wall }) => wall)) * 10) / 10,
      cpuMs: Math.round(median(took.map(({ cpu }) => cpu)) * 10) / 10,
    });
  }
  await stop();
  await app.close();
  return figures;
}

const figures: Figure[] = [];
const server = await startPostgres({ isDurable: true });
try {
  for (const units of values.units.split(',').map(Number)) {
    await withFolder(async (folder) => {
      const beside = join(folder, 'rota.db');
      mkdirSync(folder, { recursive: true });
      figures.push(...(await measure('SQLite', beside, beside, units)));
      await server.create(`units_${units}`);
      figures.push(...(await measure('PostgreSQL', server.urlOf(`units_${units}`), beside, units)));
    });
  }
} finally {
  await server.stop();
}
console.log(`${cpus().length} cores, Node ${process.versions.node}, ${headOf(loadavg())}`);
console.table(figures);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
