/** What of a file is not read, and what was read otherwise than it stands: each a sentence's key, so that nothing goes missing unsaid. */

import type { Params } from '../../kernel/app-error.ts';
import type { ListTable } from './list-table.ts';

export interface Told {
  readonly key: string;
  readonly params: Params;
}

export function toldOfTable<K extends string>(table: ListTable<K>): Told[] {
  return [...sheetsTold(table), ...blockTold(table), ...columnsTold(table)];
}

/** Sheets of Word and of pastes have no names but their numbers. */
function quoted(name: string, index: number): string {
  return name === '' ? `#${index + 1}` : `“${name}”`;
}

function sheetsTold({ book, sheet, sheetIndex, lines }: ListTable<string>): Told[] {
  const others = book.sheets.flatMap(({ name, hidden }, i) =>
    i === sheetIndex ? [] : [{ name: quoted(name, i), hidden }],
  );
  const names = (hidden: boolean): string =>
    others
      .filter((each) => each.hidden === hidden)
      .map(({ name }) => name)
      .join(', ');
  const hiddenRows = lines.filter(({ aside }) => aside === 'hidden').length;
  const { conversion } = sheet;
  const samples = conversion?.samples.map(([before, after]) => `“${before}” → “${after}”`).join('; ') ?? '';
  return [
    ...told('import.told.sheets', names(false) !== '', { names: names(false) }),
    ...told('import.told.hidden-sheets', names(true) !== '', { names: names(true) }),
    ...told('import.told.hidden-sheet', sheet.hidden, {}),
    ...told('import.told.hidden-rows', hiddenRows > 0, { count: hiddenRows }),
    ...told(`import.told.letters.${conversion?.from ?? ''}`, conversion !== undefined, {
      cells: conversion?.cells ?? 0,
      samples,
    }),
  ];
}

function blockTold({ block, sheet }: ListTable<string>): Told[] {
  const { others, parts } = block;
  const hidden = block.columns.filter(
    ({ heading }, i) => heading !== '' && sheet.hiddenColumns.includes(parts[0]?.[i] ?? -1),
  );
  return [
    ...told('import.told.hidden-columns', hidden.length > 0, {
      names: hidden.map(({ heading }) => `“${heading}”`).join(', '),
    }),
    ...told('import.told.other-lists', others.length > 0, { rows: others.join(', ') }),
    ...told('import.told.parts', parts.length > 1, { count: parts.length }),
  ];
}

/** Columns that hold something and are left out; numbers of rows say nothing. */
function columnsTold({ block, keys, lines }: ListTable<string>): Told[] {
  const entries = lines.filter(({ aside }) => aside === undefined);
  const left = block.columns.filter(
    ({ heading, last }, i) =>
      keys[i] === undefined &&
      !/^(?:s?tt|số thứ tự|no\.?|#)$/iu.test(heading.trim()) &&
      !/^[\d\s/.-]+$/u.test(last) &&
      entries.some(({ cells }) => (cells[i] ?? '') !== ''),
  );
  const named = left.filter(({ heading }) => heading !== '').map(({ heading }) => `“${heading}”`);
  const unnamed = left.filter(({ heading }) => heading === '').length;
  return [
    ...told('import.told.columns', named.length > 0, { names: named.join(', ') }),
    ...told('import.told.unnamed-columns', unnamed > 0, { count: unnamed }),
  ];
}

function told(key: string, holds: boolean, params: Params): Told[] {
  return holds ? [{ key, params }] : [];
}
