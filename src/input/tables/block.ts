/** Where a list is in a sheet: its headings, its columns, the same list going on beside itself; and other lists below. */

import type { BookSheet } from './book.ts';
import {
  daysIn,
  findHeadings,
  foldHeading,
  type Heading,
  headingAt,
  meaningOf,
  type TableShape,
} from './headings.ts';

export interface BlockColumn {
  /** Lines of the heading, joined; empty where there is none. */
  readonly heading: string;
  /** The lowest line: what a column of crosses stands for. */
  readonly last: string;
}

export interface Block<K extends string> {
  /** The row of the headings, as the sheet numbers it; 0 for none. */
  readonly heading: number;
  readonly height: number;
  readonly columns: readonly BlockColumn[];
  /** By column; undefined is left out. */
  readonly keys: readonly (K | undefined)[];
  /** Of each part the sheet's column of every column, -1 for none: a list may go on beside itself, in columns of its own. */
  readonly parts: readonly (readonly number[])[];
  /** The first row that is no longer of this list. */
  readonly end: number;
  /** Rows of other headings in this sheet. */
  readonly others: readonly number[];
}

/** The list that begins at this heading row; the first when none is named; 0 for a table without headings. */
export function blockOf<K extends string>(sheet: BookSheet, shape: TableShape<K>, asked?: number): Block<K> {
  const found = findHeadings(sheet, shape);
  const at = sheet.rows.findIndex(({ row }) => row === asked);
  const heading = asked === undefined ? found[0] : at < 0 ? undefined : headingAt(sheet, at, shape);
  const lists = found.filter(({ row }) => row !== heading?.row);
  if (!heading) return withoutHeading(sheet, lists);
  const same = sameAs(heading);
  const others = lists.filter((each) => !same(each));
  const end = Math.min(
    ...others.filter(({ row }) => row > heading.row).map(({ row }) => row),
    Number.MAX_SAFE_INTEGER,
  );
  const { lines, parts } = stripsOf(heading, shape);
  const hidden = new Set(sheet.hiddenColumns);
  const columns = lines.map((each) => ({ heading: each.join(' '), last: each.at(-1) ?? '' }));
  return {
    heading: heading.row,
    height: heading.height,
    columns,
    keys: keysOf(lines, shape, (i) => hidden.has(parts[0]?.[i] ?? -1)),
    parts,
    end,
    others: others.map(({ row }) => row),
  };
}

function withoutHeading<K extends string>(sheet: BookSheet, found: readonly Heading<K>[]): Block<K> {
  const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.length));
  return {
    heading: 0,
    height: 0,
    columns: Array.from({ length: width }, () => ({ heading: '', last: '' })),
    keys: Array.from({ length: width }, () => undefined),
    parts: [range(0, width)],
    end: Number.MAX_SAFE_INTEGER,
    others: found.map(({ row }) => row),
  };
}

/** A heading printed again on each page is the same list's. */
function sameAs<K extends string>({ lines }: Heading<K>): (other: Heading<K>) => boolean {
  const words = (each: readonly (readonly string[])[]): string =>
    each
      .map((line) => foldHeading(line.join(' ')))
      .join('|')
      .replace(/\|+$/u, '');
  return (other) => words(other.lines) === words(lines);
}

/** Of two columns of one meaning the first has it, unless both are that thing together. A name's parts stand side by side. */
function keysOf<K extends string>(
  lines: readonly (readonly string[])[],
  shape: TableShape<K>,
  isHidden: (column: number) => boolean,
): (K | undefined)[] {
  const { required, joined } = shape;
  const days = new Set(daysIn(lines, shape));
  const meanings = lines.map((each, i) => (days.has(i) || isHidden(i) ? undefined : meaningOf(each, shape)));
  const [name] = required[0] ?? [];
  const keys: (K | undefined)[] = [];
  meanings.forEach((key, i) => {
    const before = key === undefined ? -1 : keys.lastIndexOf(key);
    const beside = key !== name || before < 0 || before === i - 1;
    const free = before < 0 || (key !== undefined && joined.includes(key) && beside);
    keys.push(key === undefined || (key as string) === 'ignored' || !free ? undefined : key);
  });
  return keys;
}

type Lines = readonly (readonly string[])[];

interface Strips {
  readonly lines: Lines;
  readonly parts: readonly (readonly number[])[];
}

/** A list in two or three strips side by side has its headings as often; another list beside it may have others, and columns of its own. */
function stripsOf<K extends string>(heading: Heading<K>, shape: TableShape<K>): Strips {
  const { lines } = heading;
  const alike = alikeStarts(heading, shape);
  const starts = alike.length > 1 ? alike : ownStarts(heading, shape);
  const ranges = starts.map((start, i) => range(start, starts[i + 1] ?? lines.length));
  const [first = []] = ranges;
  if (alike.length > 1) {
    const parts = alike.map((start) => first.map((_, i) => start + i));
    return { lines: first.map((i) => lines[i] ?? []), parts };
  }
  const merged = first.map((i) => lines[i] ?? []);
  const maps = ranges.map((columns, part) =>
    part === 0 ? [...columns] : mapped(columns, lines, merged, shape),
  );
  return { lines: merged, parts: maps.map((map) => merged.map((_, i) => map[i] ?? -1)) };
}

/** Each column goes under the heading that says or means the same; what has none gets one at the end. */
function mapped<K extends string>(
  columns: readonly number[],
  lines: Lines,
  merged: (readonly string[])[],
  shape: TableShape<K>,
): number[] {
  const map: number[] = merged.map(() => -1);
  for (const column of columns) {
    const line = lines[column] ?? [];
    const words = foldHeading(line.join(' '));
    if (words === '') continue;
    const key = meaningOf(line, shape);
    const free = merged.map((each, i) => ({ each, i })).filter(({ i }) => (map[i] ?? -1) < 0);
    const said = free.find(({ each }) => foldHeading(each.join(' ')) === words);
    const meant = key === undefined ? undefined : free.find(({ each }) => meaningOf(each, shape) === key);
    const found = said ?? meant;
    if (found) map[found.i] = column;
    else {
      merged.push(line);
      map[merged.length - 1] = column;
    }
  }
  return map;
}

const ORDINAL = /^(?:s?tt|so thu tu|no|#)$/u;

/** Where other lists begin beside the first: at a name after a gap, or after an ordinal of their own. */
function ownStarts<K extends string>({ lines, meanings }: Heading<K>, { required }: TableShape<K>): number[] {
  const [name] = required[0] ?? [];
  const words = lines.map((each) => foldHeading(each.join(' ')));
  const named = meanings.flatMap((key, i) => (key === name && meanings[i - 1] !== name ? [i] : []));
  const starts = named.slice(1).flatMap((at, i) => {
    const after = (named[i] ?? 0) + 1;
    const between = range(after, at).reverse();
    const ordinal = between.find((column) => ORDINAL.test(words[column] ?? ''));
    if (ordinal !== undefined) return [ordinal];
    const gap = between.find((column) => words[column] === '');
    return gap === undefined ? [] : [gap + 1];
  });
  return [0, ...starts];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

function alikeStarts<K extends string>(
  { lines, meanings }: Heading<K>,
  { required }: TableShape<K>,
): number[] {
  const [name] = required[0] ?? [];
  const words = lines.map((each) => foldHeading(each.join(' ')));
  const first = words.findIndex((word) => word !== '');
  const named = meanings.indexOf(name);
  if (named < 0) return [0];
  const repeats = words.flatMap((word, i) =>
    i > named + 1 && word !== '' && word === words[named] && words[i - 1] !== word ? [i] : [],
  );
  const lead = named - first;
  const parts = repeats.map((at) => (sameWords(words, first, at - lead, lead) ? at - lead : at));
  const width = (parts[0] ?? words.length) - first;
  const alike = parts.every(
    (at, i) => at === first + width * (i + 1) && wordsShared(words, first, at, width),
  );
  return parts.length > 0 && alike ? [first, ...parts] : [0];
}

function sameWords(words: readonly string[], a: number, b: number, count: number): boolean {
  return b > a && Array.from({ length: count }, (_, i) => words[a + i] === words[b + i]).every(Boolean);
}

function wordsShared(words: readonly string[], a: number, b: number, count: number): boolean {
  const filled = Array.from({ length: count }, (_, i) => i).filter((i) => words[a + i] !== '');
  const same = filled.filter((i) => words[a + i] === words[b + i]);
  return same.length > 1 && same.length * 2 > filled.length;
}
