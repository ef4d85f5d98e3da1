/** What a column is when its heading does not say: the rest of a name, or crosses under the name of a skill. */

import { foldForSearch } from '../../kernel/names.ts';
import type { Block } from './block.ts';
import type { TableLine } from './lines.ts';

const CROSSES = ['x', 'v', '✓', '✔', '☑', '+', 'co', 'yes', '1'];
/** Crosses that say who someone is, and not what they can do. */
const NO_SKILL =
  /^(s?tt|so thu tu|no|so|nam|nu|dang vien|doan vien|dang|doan|gioi tinh.*|dan toc.*|vang|co mat|ky nhan|ky ten|ghi chu|hop dong|bien che|(?:thu|t) ?[2-7]|chu nhat|cn|\d+)$/u;
const LEAST_SHARE = 0.8;

const entriesOf = (lines: readonly TableLine[]): TableLine[] =>
  lines.filter(({ aside }) => aside === undefined);

/** Under a heading that spans two columns, or none: single words in nearly every row beside the name end it. */
export function withGivenNames<K extends string>(
  { columns, keys }: Block<K>,
  lines: readonly TableLine[],
  name: K,
): (K | undefined)[] {
  const at = keys.lastIndexOf(name) + 1;
  if (at === 0 || at >= columns.length || keys[at] !== undefined || columns[at]?.heading !== '')
    return [...keys];
  const entries = entriesOf(lines);
  const words = entries.filter(({ cells }) => /^\p{L}[\p{L}\p{M}'’]{0,11}$/u.test(cells[at] ?? ''));
  const ends = entries.length > 0 && words.length >= entries.length * LEAST_SHARE;
  return keys.map((key, i) => (i === at && ends ? name : key));
}

/** Columns nobody knows whose cells are crosses or nothing. */
export function withCrosses<K extends string>(
  { columns, keys }: Block<K>,
  lines: readonly TableLine[],
  cross: K,
): (K | undefined)[] {
  const entries = entriesOf(lines);
  return keys.map((key, i) => {
    const word = foldForSearch(columns[i]?.last ?? '');
    if (key !== undefined || word === '' || NO_SKILL.test(word)) return key;
    const filled = entries.map(({ cells }) => cells[i] ?? '').filter((cell) => cell !== '');
    return filled.length > 0 && filled.every(isCross) ? cross : undefined;
  });
}

export function isCross(cell: string): boolean {
  return CROSSES.includes(foldForSearch(cell));
}
