/** Texts that are something else to a workbook, or to the program that writes it. */

import { expect, it } from 'vitest';
import { readWorkbook } from '../../src/input/tables/workbook.ts';
import { formatXlsxTable } from '../../src/output/documents/xlsx-file.ts';

it('keeps words that every object has, and such as look like an escaped sign', async () => {
  const words = [
    ...Object.getOwnPropertyNames(Object.prototype),
    '_x0041_',
    '_x005F_',
    'a_X00e9_b',
    '_x',
    'Đỗ',
  ];
  const workbook = await formatXlsxTable({
    name: 'Danh sách',
    head: ['constructor'],
    rows: words.map((word) => [word]),
  });
  const read = await readWorkbook(workbook);
  expect(read.ok && read.sheets.map(({ rows }) => rows.map(({ cells }) => cells))).toEqual([
    [['constructor'], ...words.map((word) => [word])],
  ]);
});
