/** The search for a roster while it goes on: its page, its parts for the script, its events, and what can be done to it. */

import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { dropRun as drop, stopRun as stop } from '../../app/runs/end-run.ts';
import { findRun, watchRun } from '../../app/runs/find-run.ts';
import { isGoing, latestOf, type SolveRun } from '../../app/runs/solve-run.ts';
import { startMend as startMending } from '../../app/runs/start-mend.ts';
import { startRun as start, takeRun as take } from '../../app/runs/start-run.ts';
import { NEARNESS } from '../../domain/kept-run.ts';
import { formatClockDay } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { seatsNeeded } from '../../output/roster/seats.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { makingPath, rosterPath } from '../paths/periods.ts';
import { mendDifference } from '../roster/mend-difference.ts';
import { runState } from './run-page.ts';
import { formatStopwatch } from './seconds.ts';

/** How long one may let it search, in seconds; the second is proposed. */
export const RUN_SECONDS = [30, 120, 600] as const;
const MEND_SECONDS = 20;
const REFRESH_SECONDS = 3;
const LEAST_MS_BETWEEN_EVENTS = 300;

export async function showRun(visit: Visit, deps: WebDeps): Promise<Reply> {
  const run = await newest(visit, deps);
  if (!run) return { kind: 'redirect', to: makingPath(visit.param('period'), 'prepare') };
  const { plan } = run;
  const periodId = plan.period.id;
  return {
    kind: 'page',
    view: 'draft/run',
    title: visit.say('editor.run.title', { period: plan.period.name }),
    unitName: plan.unit.name,
    ...(isGoing(run) ? { script: 'run.js', refreshSeconds: REFRESH_SECONDS } : {}),
    model: {
      events: makingPath(periodId, 'runEvents'),
      parts: makingPath(periodId, 'runParts'),
      ...partsOf(visit, run),
    },
  };
}

export async function showRunParts(visit: Visit, deps: WebDeps): Promise<Reply> {
  const run = await existing(visit, deps);
  const model = partsOf(visit, run);
  return {
    kind: 'parts',
    parts: [
      { name: 'head', view: 'draft/run-head', model },
      { name: 'state', view: 'draft/run-state', model },
    ],
    data: { going: isGoing(run), announce: isGoing(run) ? '' : model.run.statusWords },
  };
}

/** Says only that something is new; the parts are fetched then, at most a few times a second. */
export async function streamRun(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { key, elapsedMs } = await existing(visit, deps);
  return {
    kind: 'stream',
    start(send, end) {
      let sentAt = elapsedMs;
      send({ elapsedMs });
      const { runs } = deps.searches;
      return watchRun(deps.app, { runs, key }, (run) => {
        const over = !isGoing(run);
        if (!over && Math.abs(run.elapsedMs - sentAt) < LEAST_MS_BETWEEN_EVENTS) return;
        sentAt = run.elapsedMs;
        send({ elapsedMs: run.elapsedMs });
        if (over) end();
      });
    },
  };
}

/** When it began, and what of it is left. */
function interruptedNote({ say, language }: Visit, { plan, startedAt, elapsedMs, roster }: SolveRun): string {
  const began = formatClockDay(language, startedAt, { zone: plan.unit.zone });
  const elapsed = formatStopwatch(elapsedMs);
  return roster
    ? say('editor.run.interrupted-kept', { began, elapsed })
    : say('editor.run.interrupted-bare', { began });
}

export async function startRun(visit: Visit, { app, searches }: WebDeps): Promise<Reply> {
  const key = await resolvePeriod(app, visit.param('period'));
  const asked = Number(visit.form.get('seconds'));
  const seconds = RUN_SECONDS.find((each) => each === asked) ?? RUN_SECONDS[1];
  const seed = Number(visit.today.replaceAll('-', ''));
  await unlessGoing(() => start(app, searches.runs, { key, seconds, seed, actor: visit.actor }));
  return redirect(makingPath(key.periodId, 'run'));
}

export async function startMend(visit: Visit, { app, searches }: WebDeps): Promise<Reply> {
  const key = await resolvePeriod(app, visit.param('period'));
  const near = NEARNESS.find((each) => each === visit.form.get('near')) ?? 'usual';
  const mend = { key, from: visit.now, seconds: MEND_SECONDS, near, actor: visit.actor };
  await unlessGoing(() => startMending(app, searches.runs, mend));
  return redirect(makingPath(key.periodId, 'run'));
}

export async function stopRun(visit: Visit, { app, searches }: WebDeps): Promise<Reply> {
  const key = await resolvePeriod(app, visit.param('period'));
  await stop(app, searches.runs, key);
  return redirect(makingPath(key.periodId, 'run'));
}

export async function dropRun(visit: Visit, { app, searches }: WebDeps): Promise<Reply> {
  const key = await resolvePeriod(app, visit.param('period'));
  await drop(app, searches.runs, key);
  return redirect(makingPath(key.periodId, 'draft'));
}

export async function takeRun(visit: Visit, { app, searches }: WebDeps): Promise<Reply> {
  const key = await resolvePeriod(app, visit.param('period'));
  await take(app, searches.runs, key);
  return redirect(makingPath(key.periodId, 'draft'));
}

async function newest(visit: Visit, { app, searches }: WebDeps): Promise<SolveRun | undefined> {
  return findRun(app, searches.runs, await resolvePeriod(app, visit.param('period')));
}

async function existing(visit: Visit, deps: WebDeps): Promise<SolveRun> {
  const run = await newest(visit, deps);
  if (!run) throw new AppError('not-found', 'editor.failure.no-run');
  return run;
}

/** A search that goes on already is what the page shows, whoever started it. */
async function unlessGoing(begin: () => Promise<SolveRun>): Promise<void> {
  try {
    await begin();
  } catch (error) {
    if (!(error instanceof AppError && error.key === 'editor.failure.run-going')) throw error;
  }
}

/** Nothing is left to mend before it may be published. */
function isClean(run: SolveRun): boolean {
  const score = latestOf(run)?.score;
  return score !== undefined && score.hard === 0 && score.cover === 0;
}

function partsOf(visit: Visit, run: SolveRun) {
  const { plan, seed, seconds, revision } = run;
  const periodId = plan.period.id;
  const link = (page: Parameters<typeof makingPath>[1]): string => makingPath(periodId, page);
  return {
    run: runState(visit, run),
    periodName: plan.period.name,
    facts: visit.say('editor.run.facts', {
      people: plan.staff.length,
      days: plan.days.length,
      seats: seatsNeeded(plan),
      pins: plan.pins.length,
    }),
    setting: {
      seed: String(seed),
      limit: visit.say('editor.run.limit-words', { limit: formatStopwatch(seconds * 1000) }),
      start:
        revision > 0
          ? visit.say('editor.run.from-draft', { revision })
          : visit.say('editor.run.from-nothing'),
      rules: visit.say(`profile.${plan.ruleSet.profile}.name`),
    },
    difference: mendDifference(visit, run),
    offered: run.status === 'ended' || (run.status === 'interrupted' && run.roster !== undefined),
    edited: run.status === 'ended' && run.purpose === 'solve',
    taken: run.status === 'taken',
    clean: isClean(run),
    failed: run.status === 'failed',
    unattended: run.isUnattended === true,
    stoppable: run.status !== 'queued' || latestOf(run) !== undefined,
    interrupted: run.status === 'interrupted' && interruptedNote(visit, run),
    mending: run.purpose === 'mend',
    paths: {
      stop: link('stopRun'),
      drop: link('dropRun'),
      take: link('takeRun'),
      draft: link('draft'),
      publish: link('publish'),
      prepare: link('prepare'),
      roster: rosterPath(periodId),
    },
  };
}
