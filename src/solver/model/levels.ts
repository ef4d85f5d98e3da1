/**
 * Levels as the engines count them. Above `hard` stands the *wall*: a hard mask or a hard conflict. Engines never
 * trade through a wall (only pins cross it), while other hard amounts, such as a minimum of hours, may be out of
 * reach and are priced.
 */

import type { Level, Score } from '../../constraints/shapes.ts';

export const WALL = 0;
export const HARD = 1;
export const COVER = 2;
export const SOFT = 3;
export const LEVEL_COUNT = 4;

const INDEX: Readonly<Record<Level, number>> = { hard: HARD, cover: COVER, soft: SOFT };

/** For a term without walls: a counter, run or group. */
export function levelIndex(level: Level): number {
  return INDEX[level];
}

/** For a mask or conflict. */
export function wallIndex(level: Level): number {
  return level === 'hard' ? WALL : INDEX[level];
}

/** Amounts by level index → score. */
export function scoreFromTotals(totals: ArrayLike<number>): Score {
  const [wall = 0, hard = 0, cover = 0, soft = 0] = Array.from(totals);
  return { hard: wall + hard, cover, soft };
}
