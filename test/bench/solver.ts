/**
 * `npm run bench:solver -- --dir DIR [--only 1,2] --seconds N --workers 2 --json FILE`: solves the Curtois instances of
 * a folder, has every roster judged by the independent evaluator, and prints objective, bound, gap, time and best known.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluateRoster } from './curtois/evaluate.ts';
import { parseInstance } from './curtois/instance.ts';
import { KNOWN_BEST } from './curtois/known-best.ts';
import { problemFromInstance, rosterFromCells } from './curtois/problem.ts';
import { solveBenchmark } from './portfolio.ts';

interface Line {
  readonly instance: number;
  /** Null when no valid roster came out. */
  readonly objective: number | null;
  readonly bound: number | null;
  readonly proven: boolean;
  readonly seconds: number;
  /** Best known, null when unknown. */
  readonly best: number | null;
}

const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    only: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    workers: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});

if (values.dir === undefined) {
  console.error(
    'usage: bench:solver -- --dir DIR [--only 1,2] [--seconds N] [--workers N] [--seed S] [--json FILE]',
  );
  process.exit(2);
}

const lines: Line[] = [];
console.log('instance  objective  bound      gap       seconds  best known');
for (const { instance, file } of instanceFiles(values.dir, values.only)) {
  const line = await runInstance(instance, readFileSync(file, 'utf8'));
  lines.push(line);
  console.log(formatLine(line));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(lines, null, 2)}\n`);
}
process.exit(0);

function instanceFiles(dir: string, only: string | undefined): { instance: number; file: string }[] {
  const wanted = only === undefined ? undefined : new Set(only.split(',').map(Number));
  return readdirSync(dir)
    .map((name) => ({ name, match: /^Instance(\d+)\.txt$/iu.exec(name) }))
    .filter(({ match }) => match !== null)
    .map(({ name, match }) => ({ instance: Number(match?.[1]), file: join(dir, name) }))
    .filter(({ instance }) => wanted === undefined || wanted.has(instance))
    .sort((a, b) => a.instance - b.instance);
}

async function runInstance(number: number, text: string): Promise<Line> {
  const instance = parseInstance(text);
  const began = performance.now();
  const { cells, bound, proven } = await solveBenchmark(problemFromInstance(instance), {
    seconds: Number(values.seconds),
    workers: Number(values.workers),
    seed: Number(values.seed),
  });
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const verdict = cells && evaluateRoster(instance, rosterFromCells(instance, cells));
  for (const fault of verdict?.faults ?? []) console.error(`instance ${number}: ${fault}`);
  const valid = verdict !== undefined && verdict.faults.length === 0;
  return {
    instance: number,
    objective: valid ? verdict.objective : null,
    bound: bound?.soft ?? null,
    proven: valid && proven && verdict.objective === bound?.soft,
    seconds,
    best: KNOWN_BEST.get(number) ?? null,
  };
}

function formatLine({ instance, objective, bound, proven, seconds, best }: Line): string {
  const gap =
    objective === null || bound === null
      ? '–'
      : `${(((objective - bound) / Math.max(1, objective)) * 100).toFixed(2)} %`;
  const cells = [
    instance,
    objective ?? 'none',
    bound ?? '–',
    proven ? 'proven' : gap,
    seconds.toFixed(1),
    best ?? '–',
  ];
  const widths = [8, 9, 9, 8, 7, 10];
  return cells.map((cell, column) => String(cell).padStart(widths[column] ?? 0)).join('  ');
}
