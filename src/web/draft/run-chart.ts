/** A search as a picture: best score and proven bound over time. Time on a log scale, since most happens early. */

import type { RunPoint, SolveRun } from '../../app/runs/solve-run.ts';
import { formatPercent } from '../../i18n/format.ts';
import type { Language } from '../../i18n/translate.ts';
import { formatSeconds } from './seconds.ts';

const CHART = { width: 880, height: 330, left: 52, right: 24, top: 14, bottom: 30 } as const;

const TIMES = [0, 1, 3, 10, 30, 60, 120, 300, 600, 1800];
/** Seconds at which the scale turns from even to logarithmic. */
const BEND = 0.6;
/** Early scores far above the best are cut, or the end would be a flat line. */
const MOST_ABOVE_BEST = 0.6;
const GRID_LINES = 5;

export function runChart(language: Language, { points, elapsedMs }: SolveRun) {
  const end = TIMES.find((seconds) => seconds * 1000 > elapsedMs) ?? elapsedMs / 1000;
  const last = points.at(-1);
  const scale = scalesOf(points, end);
  const settled = points.filter((point) => last && isSettled(point, last));
  const now = { x: scale.x(elapsedMs), y: scale.y(last?.score.soft ?? 0) };
  const objective = steps(
    points.map(({ ms, score }) => [scale.x(ms), scale.y(score.soft)]),
    now.x,
  );
  const bound = steps(
    settled.map((point) => [scale.x(point.ms), scale.y(point.bound?.soft ?? 0)]),
    now.x,
  );
  return {
    viewBox: `0 0 ${CHART.width} ${CHART.height}`,
    left: CHART.left,
    right: CHART.width - CHART.right,
    top: CHART.top,
    bottom: CHART.height - CHART.bottom,
    // SVG paths; empty while there is nothing to draw.
    objective: pathOf(objective),
    bound: pathOf(bound),
    gap: gapOf(objective, bound),
    across: TIMES.filter((seconds) => seconds <= end).map((seconds) => ({
      x: scale.x(seconds * 1000),
      label: formatSeconds(language, seconds * 1000),
    })),
    up: scale.lines.map((value) => ({
      y: scale.y(value),
      label: aboveBest(language, value, last?.score.soft),
    })),
    now,
    hasBound: settled.length > 0,
  };
}

/** How far above the roster kept, `+12 %`; a sum of points by itself tells nobody anything. */
function aboveBest(language: Language, value: number, best = 0): string {
  if (best === 0) return '';
  const percent = Math.round((100 * value) / best - 100);
  return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${formatPercent(language, Math.abs(percent) / 100)}`;
}

/** Its bound speaks of the soft score only once hard and cover are as good as they can be. */
function isSettled({ bound }: RunPoint, { score }: RunPoint): boolean {
  return bound !== undefined && bound.hard === score.hard && bound.cover === score.cover;
}

function scalesOf(points: readonly RunPoint[], endSeconds: number) {
  const best = points.at(-1)?.score.soft ?? 0;
  const low = Math.min(
    best,
    ...points.flatMap(({ bound }) => (bound && bound.soft > best / 2 ? [bound.soft] : [])),
  );
  const highest = Math.max(best, ...points.map(({ score }) => score.soft));
  const high = Math.min(highest, Math.max(best * (1 + MOST_ABOVE_BEST), best + 10));
  const step = niceStep(Math.max(1, high - low) / (GRID_LINES - 1));
  const from = Math.floor(low / step) * step;
  const to = Math.max(from + step, Math.ceil(high / step) * step);
  const width = CHART.width - CHART.left - CHART.right;
  const height = CHART.height - CHART.top - CHART.bottom;
  const bend = (seconds: number): number => Math.log1p(seconds / BEND);
  return {
    x: (ms: number): number => round(CHART.left + (width * bend(ms / 1000)) / bend(endSeconds)),
    y: (value: number): number =>
      round(CHART.top + (height * (to - Math.min(to, Math.max(from, value)))) / (to - from)),
    lines: Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step),
  };
}

/** 1, 2 or 5 times a power of ten, at least the given amount. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5, 10].find((factor) => factor * power >= least) ?? 10) * power;
}

type Point = readonly [x: number, y: number];

/** A stair: each value holds until the next. */
function steps(points: readonly Point[], endX: number): Point[] {
  const [first] = points;
  if (!first) return [];
  const stairs: Point[] = [first];
  for (const [x, y] of points.slice(1)) stairs.push([x, stairs.at(-1)?.[1] ?? y], [x, y]);
  stairs.push([Math.max(endX, stairs.at(-1)?.[0] ?? 0), stairs.at(-1)?.[1] ?? 0]);
  return stairs;
}

function pathOf(points: readonly Point[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

/** Between the two stairs, from where the lower one begins. */
function gapOf(objective: readonly Point[], bound: readonly Point[]): string {
  const start = bound[0]?.[0];
  if (start === undefined) return '';
  const above = objective.filter(([x]) => x >= start);
  const entry = objective.findLast(([x]) => x < start)?.[1] ?? above[0]?.[1] ?? 0;
  return `${pathOf([[start, entry], ...above, ...bound.toReversed()])}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
