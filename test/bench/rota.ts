/**
 * `npm run bench:rota -- [--only 40x12,300] [--seconds N] [--workers 2] [--json]`: generated Tết cases of four sizes, by
 * points alone and by the rules a unit starts with, understaffed ones, and units of whole months and years by those rules,
 * each solved within its seconds. Prints score, bound, gap (and that after 3 s), time and memory, and of units how evenly
 * they share; with --json an array of the same.
 */

import { parseArgs } from 'node:util';
import { compile, rosterOf } from '../../src/constraints/compile.ts';
import type { Problem, Score } from '../../src/constraints/shapes.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { type Evenness, evennessLines, evennessOf } from '../../src/output/roster/evenness.ts';
import type { Outcome } from '../../src/solver/outcome.ts';
import { type BesideRow, besideRow } from './beside.ts';
import { casePlan } from './case-plan.ts';
import { solveBenchmark } from './portfolio.ts';
import { tetPlan } from './tet-plan.ts';
import { type TetCase, tetProblem } from './tet-problem.ts';

/** Seconds after which the roster so far is judged too. */
const CHECKPOINT = 3;

/** A generated case, by rules of its own or by those a unit starts with, or one of the folders of `test/cases`. */
type Entry = (
  | (TetCase & { readonly rules: 'own' | 'default' })
  | { readonly name: string; readonly folder: string }
) & { readonly seconds: number };

const folder = (name: string): Entry => ({ name, folder: name, seconds: 60 });

const SIZES = [
  ...[1, 2, 3, 4, 5, 6, 7].map((seed) => ({ size: '40x12', posts: 3, seed, seconds: 30 })),
  { size: '120x9', posts: 8, seed: 1, seconds: 20 },
  { size: '300x14', posts: 12, seed: 1, seconds: 60 },
  { size: '1000x14', posts: 40, seed: 1, seconds: 180 },
];

/** Each size by both sets of rules: what is proven of points alone need not be of all that is even. */
const generated = (rules: 'own' | 'default'): Entry[] =>
  SIZES.map(({ size, posts, seed, seconds }) => {
    const [staff = 0, days = 0] = size.split('x').map(Number);
    const name = `${rules === 'own' ? '' : 'rules-'}${size}${posts === 3 ? `-${seed}` : ''}`;
    return { name, rules, staff, days, posts, seed, leave: 0.2, seconds };
  });

/** Of more, it is told how evenly people share. */
const FEW_DAYS = 28;

/** A month, a quarter, half a year and a year of ordinary units. */
const LONG = [
  { staff: 20, days: 31, posts: 1 },
  { staff: 40, days: 31, posts: 2 },
  { staff: 60, days: 31, posts: 3 },
  { staff: 60, days: 92, posts: 2 },
  { staff: 45, days: 183, posts: 3 },
  { staff: 30, days: 365, posts: 1 },
];

const CASES: readonly Entry[] = [
  ...generated('own'),
  ...generated('default'),
  ...LONG.map(({ staff, days, posts }): Entry => {
    const name = `rules-${staff}x${days}`;
    return { name, rules: 'default', staff, days, posts, seed: 1, leave: 0.2, seconds: 60 };
  }),
  {
    name: 'short-18x12',
    rules: 'own',
    staff: 18,
    days: 12,
    posts: 3,
    seed: 1,
    leave: 0.4,
    seconds: 30,
  },
  { name: 'short-50x9', rules: 'own', staff: 50, days: 9, posts: 8, seed: 1, leave: 0.6, seconds: 30 },
  ...['year-12', 'quarter-20', 'pairs-60', 'teams-60'].map(folder),
];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seconds: { type: 'string' },
    workers: { type: 'string', default: '2' },
    json: { type: 'boolean' },
  },
});

interface Row {
  readonly case: string;
  readonly shifts: number;
  readonly hard: number;
  readonly cover: number;
  readonly soft: number;
  readonly bound: Outcome['bound'] | null;
  /** Soft above the bound, in per cent; null while a higher level is open. */
  readonly gap: number | null;
  readonly proven: boolean;
  /** Soft after three seconds above the final bound, in per cent; null while a higher level was open. */
  readonly gapAfter3: number | null;
  readonly seconds: number;
  readonly moves: number;
  /** Most megabytes the process held up to the end of this case. */
  readonly megabytes: number;
  /** By people who can stand the same posts; absent for generated cases. */
  readonly evenness?: readonly Evenness[];
}

/** Undefined of a generated case by its own rules, which is a problem from the start. */
function planOf(entry: Entry): Plan | undefined {
  if ('folder' in entry) return casePlan(entry.folder);
  return entry.rules === 'default' ? tetPlan(entry) : undefined;
}

async function run(entry: Entry): Promise<Row> {
  const plan = planOf(entry);
  const problem: Problem = plan ? compile(plan) : tetProblem(entry as TetCase);
  const seconds = values.seconds === undefined ? entry.seconds : Number(values.seconds);
  const outcome = await solveBenchmark(problem, { seed: 1, seconds, workers: Number(values.workers) });
  const { score, bound, proven, elapsedMs, moves } = outcome;
  const gap = gapOf(score, bound);
  const gapAfter3 = gapOf(outcome.scoreAfter(CHECKPOINT), bound);
  const row = {
    case: entry.name,
    shifts: problem.shifts,
    ...score,
    bound: bound ?? null,
    gap,
    proven,
    gapAfter3,
  };
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const measured = { ...row, seconds: Math.round(elapsedMs / 10) / 100, moves, megabytes };
  if (!plan) return measured;
  const roster = rosterOf(plan, outcome.cells);
  if (!values.json && ('folder' in entry || entry.days > FEW_DAYS))
    for (const line of evennessLines('en', plan, roster)) console.log(`  ${line}`);
  return { ...measured, evenness: evennessOf(plan, roster) };
}

function gapOf({ hard, cover, soft }: Score, bound: Score | undefined): number | null {
  const settled = bound !== undefined && bound.hard === hard && bound.cover === cover;
  return settled && bound.soft > 0 ? (100 * (soft - bound.soft)) / bound.soft : null;
}

const isAsked = (name: string): boolean =>
  !values.only || values.only.split(',').some((each) => name.startsWith(each));

const rows: (Row | BesideRow)[] = [];
for (const entry of CASES) {
  if (!isAsked(entry.name)) continue;
  const row = await run(entry);
  rows.push(row);
  if (values.json) continue;
  const bound = row.bound ? `${row.bound.hard}/${row.bound.cover}/${row.bound.soft}` : 'none';
  const gap = row.proven ? 'proven' : row.gap === null ? 'open' : `${row.gap.toFixed(3)} %`;
  console.log(
    `${row.case.padEnd(12)} ${row.hard}/${row.cover}/${row.soft}  bound ${bound}  ${gap}  ` +
      `${row.gapAfter3 === null ? 'open' : `${row.gapAfter3.toFixed(3)} %`} after ${CHECKPOINT} s  ` +
      `${row.seconds.toFixed(1)} s  ${(row.moves / 1e6).toFixed(1)} M moves  ${row.megabytes} MB`,
  );
}
if (isAsked('beside-24')) {
  const row = await besideRow();
  rows.push(row);
  const { duties, alone, beside, ratio } = row;
  if (!values.json) {
    console.log(
      `${row.case.padEnd(12)} a month alone ${alone.toFixed(2)} s, beside 24 months (${duties} duties in reach) ` +
        `${beside.toFixed(2)} s, ratio ${ratio.toFixed(2)}`,
    );
  }
}
if (values.json) console.log(JSON.stringify(rows, null, 2));
