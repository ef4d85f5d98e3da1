/** A search as its page shows it: what is certain, the four figures, what is still empty, steps, improvements. */

import { isGoing, latestOf, type RunPoint, type SolveRun } from '../../app/runs/solve-run.ts';
import { rosterOf } from '../../constraints/compile.ts';
import { type Quality, qualityOf } from '../../domain/certificate.ts';
import { formatPercent } from '../../i18n/format.ts';
import type { Language } from '../../i18n/translate.ts';
import { coverOfVersion, seatsNeeded, seatsOf } from '../../output/roster/seats.ts';
import { shiftLine } from '../../output/roster/shift-words.ts';
import type { Visit } from '../kit/visit.ts';
import { makingPath } from '../paths/periods.ts';
import { runChart } from './run-chart.ts';
import { formatSeconds, formatStopwatch } from './seconds.ts';

/** Phases of the search as the four steps people are told. */
const STEPS = ['construct', 'anneal', 'bound', 'prove'] as const;
const STEP_OF: Readonly<Record<string, (typeof STEPS)[number]>> = {
  construct: 'construct',
  anneal: 'anneal',
  neighbourhoods: 'anneal',
  bound: 'bound',
};
const MOST_IMPROVEMENTS = 4;
const MOST_GAPS = 3;

export function runState(visit: Visit, run: SolveRun) {
  const { language, say } = visit;
  const { plan, status, seconds, elapsedMs } = run;
  const latest = latestOf(run);
  const seats = seatsNeeded(plan);
  const gaps = gapsOf(visit, run);
  return {
    status,
    going: isGoing(run),
    statusWords: say(`editor.run.status.${run.purpose === 'mend' ? 'mend-' : ''}${status}`),
    ...certainty(visit, run, latest),
    elapsed: formatStopwatch(elapsedMs),
    limit: say('editor.run.limit', { limit: formatStopwatch(seconds * 1000) }),
    empty: latest?.score.cover ?? seats,
    seats,
    emptyNote: emptyNote(visit, latest),
    // How much better it could be at most.
    room: roomWords(language, qualityOfRun(run, latest)),
    hard: latest?.score.hard ?? 0,
    gaps: gaps.slice(0, MOST_GAPS),
    moreGaps: gaps.length > MOST_GAPS ? say('editor.run.more-gaps', { count: gaps.length - MOST_GAPS }) : '',
    chart: runChart(language, run),
    steps: stepsOf(visit, run),
    ...improvementsOf(visit, run),
  };
}

function certainty({ language, say }: Visit, run: SolveRun, latest: RunPoint | undefined) {
  const known = qualityOfRun(run, latest);
  if (known.kind === 'proven') {
    return {
      // Nothing is proven yet.
      unknown: false,
      certificate: say('editor.run.proven'),
      certificateNote: say('editor.run.proven-note'),
    };
  }
  if (known.kind === 'within') {
    return {
      unknown: false,
      certificate: say('editor.run.within', { gap: formatPercent(language, known.gap, 'up') }),
      certificateNote: say('editor.run.within-note'),
    };
  }
  return {
    unknown: true,
    certificate: say('editor.run.unknown'),
    certificateNote: say(latest ? 'editor.run.unknown-note' : 'editor.run.nothing-yet'),
  };
}

function qualityOfRun({ proven }: SolveRun, latest: RunPoint | undefined): Quality {
  return latest ? qualityOf({ ...latest, proven: proven || isMet(latest) }) : { kind: 'unknown' };
}

/** `≤ 1,2 %`; of a proven roster `0 %`. */
function roomWords(language: Language, quality: Quality): string {
  if (quality.kind === 'unknown') return '–';
  if (quality.kind === 'proven') return formatPercent(language, 0);
  return `≤ ${formatPercent(language, quality.gap, 'up')}`;
}

function isMet({ score, bound }: RunPoint): boolean {
  return bound?.hard === score.hard && bound.cover === score.cover && bound.soft >= score.soft;
}

function emptyNote({ say }: Visit, latest: RunPoint | undefined): string {
  if (!latest) return say('editor.run.not-begun');
  if (latest.score.cover === 0) return say('editor.run.all-filled');
  return say(
    latest.bound?.cover === latest.score.cover ? 'editor.run.cannot-be-fewer' : 'editor.run.may-be-fewer',
  );
}

/** Uncovered seats of the best roster so far. */
function gapsOf(
  { language, say }: Visit,
  { plan, best, roster }: SolveRun,
): { words: string; href: string }[] {
  const held = roster ?? (best ? rosterOf(plan, best) : undefined);
  if (!held || coverOfVersion({ plan, roster: held }).filled === 0) return [];
  const seats = seatsOf(plan, held);
  return plan.shifts.flatMap((shift) => {
    const missing = seats(shift).filter(({ kind }) => kind === 'uncovered').length;
    const post = plan.posts.find(({ id }) => id === shift.postId)?.shortName ?? '';
    const when = shiftLine(language, plan, shift);
    return missing === 0
      ? []
      : [
          {
            words: say('editor.run.gap', { when, post, missing }),
            href: makingPath(plan.period.id, 'shortage', { shift: shift.id }),
          },
        ];
  });
}

function stepsOf({ language, say }: Visit, run: SolveRun) {
  const begun = new Map<string, number>();
  for (const { phase, ms } of run.phases) {
    if (phase === 'done') continue;
    const step = STEP_OF[phase] ?? 'prove';
    if (!begun.has(step)) begun.set(step, ms);
  }
  const current = isGoing(run) ? [...begun.keys()].at(-1) : undefined;
  const taken = STEPS.filter((step) => begun.has(step));
  return taken.map((step, i) => {
    const until = begun.get(taken[i + 1] ?? '') ?? run.elapsedMs;
    return {
      name: say(`editor.run.step.${step}`),
      time: formatSeconds(language, Math.max(0, until - (begun.get(step) ?? 0))),
      done: step !== current,
    };
  });
}

function improvementsOf({ language, say }: Visit, { points }: SolveRun) {
  const better = points.flatMap((point, i) => {
    const before = points[i - 1];
    // The first is the roster it started from, laid down seat by seat.
    if (!before || i === 1) return [];
    const seats = before.score.cover - point.score.cover;
    const gain = before.score.soft - point.score.soft;
    const time = formatStopwatch(point.ms);
    if (seats > 0) {
      const params = { before: before.score.cover, after: point.score.cover };
      return [
        { time, words: say('editor.run.fewer-empty', params), gain: say('editor.run.gain-seats', { seats }) },
      ];
    }
    if (seats < 0 || gain <= 0) return [];
    const words =
      point.seatsChanged > 0
        ? say('editor.run.seats-moved', { count: point.seatsChanged })
        : say('editor.run.better');
    return [{ time, words, gain: `−${formatPercent(language, gain / before.score.soft)}` }];
  });
  return {
    improvements: better.slice(-MOST_IMPROVEMENTS).reverse(),
    improvementCount: say('editor.run.improved', { count: better.length }),
  };
}
