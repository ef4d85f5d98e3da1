/** Solves a plan in a worker thread, showing how it goes, and keeps only what the referee confirms. */

import { readConfig } from '../config.ts';
import { check, type Report } from '../constraints/check.ts';
import { compile, rosterOf } from '../constraints/compile.ts';
import { compareScores, type Problem } from '../constraints/shapes.ts';
import { qualityOf } from '../domain/certificate.ts';
import type { Plan } from '../domain/plan.ts';
import type { Roster } from '../domain/roster.ts';
import type { Certificate } from '../domain/version.ts';
import { formatPercent } from '../i18n/format.ts';
import type { Budget, Outcome, Progress } from '../solver/outcome.ts';
import { startPortfolio } from '../solver-host/start-portfolio.ts';
import { SOLVER_WORKER } from '../wiring/solver-worker.ts';
import type { Arguments, CommandOption, Io } from './command.ts';
import { createProgressBar } from './progress-bar.ts';

export const SOLVE_OPTIONS: readonly CommandOption[] = [
  { name: 'seconds', kind: 'number', placeholder: 'N' },
  { name: 'moves', kind: 'number', placeholder: 'N' },
  { name: 'nodes', kind: 'number', placeholder: 'N' },
  { name: 'seed', kind: 'number', placeholder: 'S' },
];

const DEFAULT_SECONDS = 30;

export interface SolvedPlan {
  readonly plan: Plan;
  readonly roster: Roster;
  readonly report: Report;
  readonly certificate: Certificate;
  readonly outcome: Outcome;
  readonly problem: Problem;
}

/** What `--seconds`, `--moves` and `--seed` ask for. */
export interface Solving {
  readonly budget: Budget;
  readonly seed: number;
}

export function solvingOf(args: Arguments, seconds = DEFAULT_SECONDS): Solving {
  const moves = args.number('moves');
  const budget: Budget =
    moves === undefined
      ? { kind: 'seconds', seconds: args.number('seconds') ?? seconds }
      : { kind: 'steps', moves, nodes: args.number('nodes') ?? 0 };
  return { budget, seed: args.number('seed') ?? 1 };
}

export async function solvePlan(plan: Plan, { budget, seed }: Solving, io: Io): Promise<SolvedPlan> {
  const clock = (): number => performance.now();
  const bar = createProgressBar(io, clock);
  const problem = compile(plan);
  const limitMs = budget.kind === 'seconds' ? budget.seconds * 1000 : DEFAULT_SECONDS * 1000;
  const handle = startPortfolio(problem, {
    workerUrl: SOLVER_WORKER,
    workers: readConfig(process.env, process.cwd()).solverWorkers,
    seed,
    budget,
    onProgress: (progress) => bar.show(progress.elapsedMs / limitMs, progressWords(progress, io)),
  });
  // Ctrl+C ends the search, not the command: the best roster so far is kept and written.
  process.once('SIGINT', handle.stop);
  const outcome = await handle.outcome.finally(() => process.off('SIGINT', handle.stop));
  bar.end();
  const roster = rosterOf(plan, outcome.cells);
  return { plan, roster, problem, outcome, ...judged(plan, roster, { outcome, seed }) };
}

/** The referee has the last word: a certificate is only for the score that it counts too. */
function judged(plan: Plan, roster: Roster, { outcome, seed }: { outcome: Outcome; seed: number }) {
  const report = check(plan, roster);
  if (compareScores(report.score, outcome.score) !== 0) {
    throw new Error(
      `the solver counts ${JSON.stringify(outcome.score)}, the referee ${JSON.stringify(report.score)}`,
    );
  }
  const { score, bound, proven } = outcome;
  return { report, certificate: { score, proven, seed, ...(bound ? { bound } : {}) } };
}

function progressWords({ elapsedMs, score, bound }: Progress, io: Io): string {
  const proven = bound !== undefined && compareScores(score, bound) <= 0;
  return io.say('cli.progress', {
    seconds: Math.round(elapsedMs / 1000),
    uncovered: score.cover,
    gap: qualityWords({ score, proven, ...(bound ? { bound } : {}) }, io),
  });
}

/** "best possible", "within 0.05 % of it", or that nothing is known. */
function qualityWords(certificate: Parameters<typeof qualityOf>[0], io: Io): string {
  const quality = qualityOf(certificate);
  if (quality.kind === 'within') {
    return io.say('cli.gap.within', { percent: formatPercent(io.language, quality.gap, 'up') });
  }
  return io.say(`cli.gap.${quality.kind}`);
}
