/** Which moves annealing tries, and how often. What each does stands in `moves.ts`. */

import { intAt } from '../kernel/typed-at.ts';
import { COVER } from './model/levels.ts';
import type { Model } from './model/model.ts';

/** How often each move is tried, in hundredths. */
const MIX = [
  ['replace', 20],
  ['swapDays', 40],
  ['exchange', 20],
  ['chain', 10],
  ['fill', 4],
  ['shift', 4],
  ['flip', 2],
] as const;

/** Tried besides, where someone fills more than one place of a shift. */
const TRADES = 25;

export type MoveName = (typeof MIX)[number][0] | 'trade';

/** Each move as often as it is tried. */
export function wheelOf(places: Int32Array): MoveName[] {
  const trades = places.some((each) => each > 1) ? TRADES : 0;
  return [
    ...MIX.flatMap(([name, hundredths]) => new Array<MoveName>(hundredths).fill(name)),
    ...new Array<MoveName>(trades).fill('trade'),
  ];
}

/** What each cell adds to the cover of its shift: 1, or as many as stand there as one. */
export function placesOf({ cells, counters }: Model): Int32Array {
  const places = new Int32Array(cells.count).fill(1);
  for (let cell = 0; cell < cells.count; cell++) {
    for (let e = intAt(counters.start, cell); e < intAt(counters.start, cell + 1); e++) {
      if (counters.level[intAt(counters.counter, e)] !== COVER) continue;
      places[cell] = Math.max(intAt(places, cell), intAt(counters.coefficient, e));
    }
  }
  return places;
}
