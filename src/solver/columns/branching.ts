/**
 * Where a relaxation's values are not whole, the ways to part it in two: by what people do together on a row, or by one
 * person's one shift.
 */

import { intAt, keptUnder, realAt } from '../../kernel/typed-at.ts';
import type { Fixed } from './fixed.ts';
import type { MasterPoint } from './master.ts';
import type { RowLimit } from './row-prices.ts';
import type { SplitProblem } from './split-problem.ts';
import { BARRED, TAKEN } from './walk.ts';

/** What sets a branch apart from the one it comes of. */
export type Part =
  | { readonly kind: 'cell'; readonly person: number; readonly shift: number; readonly state: number }
  | { readonly kind: 'row'; readonly row: number; readonly limit: RowLimit };

/** Every whole point of the branch is in one of the two. */
export type Parting = readonly [Part, Part];

/** All decisions of a branch together. */
export interface Decided {
  readonly fixed: Fixed;
  /** By row of the problem. */
  readonly limits: ReadonlyMap<number, RowLimit>;
}

/** Nearer to a whole number than this is whole. */
const WHOLE = 1e-4;
const UNLIMITED: RowLimit = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };

/** `before` with one part more; what it was stays as it is. */
export function decide({ fixed, limits }: Decided, part: Part, shifts: number): Decided {
  if (part.kind === 'row') {
    const { least, most } = limits.get(part.row) ?? UNLIMITED;
    const narrowed = { least: Math.max(least, part.limit.least), most: Math.min(most, part.limit.most) };
    return { fixed, limits: new Map(limits).set(part.row, narrowed) };
  }
  const cells = fixed[part.person]?.slice() ?? new Uint8Array(shifts);
  cells[part.shift] = part.state;
  return { fixed: fixed.with(part.person, cells), limits };
}

/** At most so many ways to part the point, the one that promises most first: rows before cells. */
export function partings(
  split: SplitProblem,
  point: MasterPoint,
  { fixed }: Decided,
  count: number,
): Parting[] {
  const rows = farthest(rowValues(split, point), (row) => Math.abs(realAt(point.rowDuals, row)), 1);
  const cells = farthest(cellValues(split, point, fixed), () => 0, count - rows.length);
  return [
    ...rows.map(({ key, value }): Parting => {
      const limit = (least: number, most: number): Part => ({
        kind: 'row',
        row: key,
        limit: { least, most },
      });
      return [
        limit(Number.NEGATIVE_INFINITY, Math.floor(value)),
        limit(Math.ceil(value), Number.POSITIVE_INFINITY),
      ];
    }),
    ...cells.map(({ key }): Parting => {
      const { shifts } = split.problem;
      const cell = { kind: 'cell', person: Math.floor(key / shifts), shift: key % shifts } as const;
      return [
        { ...cell, state: BARRED },
        { ...cell, state: TAKEN },
      ];
    }),
  ];
}

function rowValues({ rows }: SplitProblem, { mix }: MasterPoint): Map<number, number> {
  const values = new Map(rows.map(({ offset }, row) => [row, offset]));
  for (const { column, weight } of mix) {
    column.rows.forEach((row, entry) => {
      values.set(row, keptUnder(values, row) + weight * intAt(column.values, entry));
    });
  }
  return values;
}

function cellValues({ problem }: SplitProblem, { mix }: MasterPoint, fixed: Fixed): Map<number, number> {
  const values = new Map<number, number>();
  for (const { column, weight } of mix) {
    for (const shift of column.shifts) {
      if (fixed[column.person]?.[shift] === TAKEN) continue;
      const cell = column.person * problem.shifts + shift;
      values.set(cell, (values.get(cell) ?? 0) + weight);
    }
  }
  return values;
}

/** The values farthest from whole ones, the distance counted by 1 + `stake`. */
function farthest(
  values: ReadonlyMap<number, number>,
  stake: (key: number) => number,
  count: number,
): { key: number; value: number }[] {
  return [...values]
    .map(([key, value]) => ({ key, value, distance: Math.abs(value - Math.round(value)) }))
    .filter(({ distance }) => distance > WHOLE)
    .map((one) => ({ ...one, worth: one.distance * (1 + stake(one.key)) }))
    .sort((a, b) => b.worth - a.worth || a.key - b.key)
    .slice(0, Math.max(0, count));
}
