/** The shared rows with a list of columns as one program in whole numbers, as `enumeration.ts` settles it. */

import { intAt, realAt } from '../../kernel/typed-at.ts';
import type { SparseProgram } from '../highs-mip.ts';
import type { Column } from './pool.ts';
import { RowPrices } from './row-prices.ts';
import type { SplitProblem } from './split-problem.ts';

export interface ListProgram {
  readonly program: SparseProgram;
  /** Of the cost, what no column changes. */
  readonly constant: number;
  /** Of the first listed column, its place among the program's. */
  readonly firstListed: number;
}

interface ListInput {
  readonly columns: readonly Column[];
  readonly rowDuals: Float64Array;
  /** Rows keep to the values that cost at most so much more than the cheapest at the duals. */
  readonly gap: number;
  /** Places among the columns of which at least one is to be taken; undefined where anything may be. */
  readonly fresh: readonly number[] | undefined;
}

export function listProgram(split: SplitProblem, { columns, rowDuals, gap, fresh }: ListInput): ListProgram {
  const free = [...split.people.keys()];
  const prices = new RowPrices(
    split,
    free,
    Float64Array.from(split.rows, ({ offset }) => offset),
  );
  const slacks = prices.slackColumns();
  const limited = prices.limit(prices.limitsWithin(rowDuals, gap));
  limited.indices.forEach((column, index) => {
    slacks.lower[column] = realAt(limited.lower, index);
    slacks.upper[column] = realAt(limited.upper, index);
  });
  const rowLower = [...prices.rightSides(), ...free.map(() => 1)];
  const rowUpper = [...rowLower];
  const placeOf = new Map(prices.rows.map((row, place) => [row, place]));
  const entries: { row: number; column: number; value: number }[] = [];
  slacks.rows.forEach((row, column) => {
    entries.push({ row, column, value: realAt(slacks.values, column) });
  });
  const firstListed = slacks.cost.length;
  columns.forEach(({ person, rows, values }, index) => {
    const column = firstListed + index;
    rows.forEach((row, entry) => {
      const place = placeOf.get(row);
      if (place !== undefined) entries.push({ row: place, column, value: intAt(values, entry) });
    });
    entries.push({ row: prices.rows.length + person, column, value: 1 });
  });
  if (fresh) {
    for (const index of fresh) entries.push({ row: rowLower.length, column: firstListed + index, value: 1 });
    rowLower.push(1);
    rowUpper.push(Number.POSITIVE_INFINITY);
  }
  entries.sort((a, b) => a.row - b.row || a.column - b.column);
  const starts = new Int32Array(rowLower.length + 1);
  for (const { row } of entries) starts[row + 1] = intAt(starts, row + 1) + 1;
  for (let row = 0; row < rowLower.length; row++)
    starts[row + 1] = intAt(starts, row + 1) + intAt(starts, row);
  const whole = columns.map(() => 1);
  return {
    firstListed,
    constant: prices.constant,
    program: {
      cost: Float64Array.from([...slacks.cost, ...columns.map(({ cost }) => cost)]),
      lower: Float64Array.from([...slacks.lower, ...columns.map(() => 0)]),
      upper: Float64Array.from([...slacks.upper, ...whole]),
      whole: Int32Array.from([...slacks.cost.map(() => 0), ...whole]),
      rowLower: Float64Array.from(rowLower),
      rowUpper: Float64Array.from(rowUpper),
      starts,
      columns: Int32Array.from(entries, ({ column }) => column),
      values: Float64Array.from(entries, ({ value }) => value),
    },
  };
}
