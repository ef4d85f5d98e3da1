/** What a column is when its heading does not say: the rest of a name, or crosses under the name of a skill. */

import { foldForSearch } from '../../kernel/names.ts';
import { readPhones } from '../phones.ts';
import type { Block } from './block.ts';
import { foldHeading } from './headings.ts';
import type { TableLine } from './lines.ts';
import { beginsAsName, readPersonName } from './person-name.ts';

const CROSSES = ['x', 'v', '✓', '✔', '☑', '+', 'co', 'yes', '1'];
/** Crosses that say who someone is, and not what they can do. */
const NO_SKILL =
  /^(s?tt|so tt|so thu tu|no|so|#|nam|nu|dang vien|doan vien|dang|doan|gioi tinh.*|dan toc.*|vang|co mat|ky nhan|ky ten|ghi chu|hop dong|bien che|(?:thu|t) ?[2-7]|chu nhat|cn|\d+)$/u;
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

/** Columns nobody knows, or of a heading that spans several, whose cells are crosses or nothing. */
export function withCrosses<K extends string>(
  { columns, keys }: Block<K>,
  lines: readonly TableLine[],
  { cross, skills }: { readonly cross: K; readonly skills: K },
): (K | undefined)[] {
  const entries = entriesOf(lines);
  return keys.map((key, i) => {
    const word = foldHeading(columns[i]?.last ?? '');
    const several = key === skills && keys.filter((each) => each === skills).length > 1;
    if ((key !== undefined && !several) || word === '' || NO_SKILL.test(word)) return key;
    const filled = entries.map(({ cells }) => cells[i] ?? '').filter((cell) => cell !== '');
    // Ones in every row count something.
    const counts = filled.length === entries.length && filled.every((cell) => cell === '1');
    return filled.length > 0 && filled.every(isCross) && !counts ? cross : key;
  });
}

export function isCross(cell: string): boolean {
  return CROSSES.includes(foldForSearch(cell));
}

/** Of a table without headings: the column of names, and those of numbers, where every name is one. */
export function withoutHeadings<K extends string>(
  { columns, keys, heading }: Block<K>,
  lines: readonly TableLine[],
  { name, phone }: { readonly name: K; readonly phone: K },
): (K | undefined)[] {
  if (heading > 0 || keys.some((key) => key !== undefined)) return [...keys];
  const entries = entriesOf(lines);
  const share = (column: number, fits: (cell: string) => boolean): number =>
    entries.filter(({ cells }) => fits(cells[column] ?? '')).length / Math.max(1, entries.length);
  const names = columns.map((_, i) => share(i, looksLikeName));
  const best = Math.max(...names, 0);
  // A heading nobody knows would be somebody.
  if (best < 1) return [...keys];
  return keys.map((_, i) =>
    i === names.indexOf(best) ? name : share(i, isPhone) >= LEAST_SHARE ? phone : undefined,
  );
}

function looksLikeName(cell: string): boolean {
  const { name } = readPersonName(cell);
  return beginsAsName(name) && !/\d/u.test(name);
}

function isPhone(cell: string): boolean {
  const { numbers, doubts } = readPhones(cell);
  return numbers.length > 0 && doubts.length === 0;
}
