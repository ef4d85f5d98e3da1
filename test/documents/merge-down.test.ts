/** Cells that reach down: as far as the same stands, never over what differs, and every row still whole. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/output/documents/document.ts';
import { mergeDown } from '../../src/output/documents/merge-down.ts';
import { placed, rowHeightsMm } from '../../src/output/documents/table-fit.ts';

const cell = (text: string): Cell => ({ lines: [{ text }] });

describe('cells made one', () => {
  it('reach over rows that say the same, and leave empty ones apart', () => {
    const rows = ['An', 'An', 'Bình', '', ''].map((text, i) => [cell(String(i)), cell(text)]);
    expect(mergeDown(rows, [1]).map((row) => row[1]?.rows ?? row.length)).toEqual([2, 1, 2, 2, 2]);
  });

  it('make only the last of their rows higher, and only by what the rows leave over', () => {
    const high = (lines: number, rows = 1): Cell => ({
      rows,
      lines: Array.from({ length: lines }, () => ({ text: 'An' })),
    });
    const heights = (rows: Cell[][]) =>
      rowHeightsMm({ sizePt: 72 / 2.54, widthsMm: [40, 40] }, { rows, face: 'serif', paddingMm: 1 }).map(
        (mm) => Number(mm.toFixed(2)),
      );
    // A line is 11.2 mm of such letters, and 1 mm parts two.
    expect(heights([[high(1)], [high(3)]])).toEqual([13.2, 37.6]);
    expect(heights([[high(3, 2), high(1)], [high(3)]])).toEqual([13.2, 37.6]);
    expect(heights([[high(5, 2), high(1)], [high(1)]])).toEqual([13.2, 48.8]);
  });

  it('cover every place of the table with what stood there', () => {
    const name = fc.constantFrom('An', 'Bình', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name, name), { maxLength: 30 }), (names) => {
        const rows = names.map((row) => row.map(cell));
        const said = new Map<string, string>();
        for (const { cell: each, row, column } of placed(mergeDown(rows, [0, 2]))) {
          for (let down = 0; down < (each.rows ?? 1); down++)
            said.set(`${row + down} ${column}`, each.lines[0]?.text ?? '');
        }
        const expected = names.flatMap((row, at) =>
          row.map((text, column): [string, string] => [`${at} ${column}`, text]),
        );
        expect([...said].sort()).toEqual(expected.sort());
      }),
      { seed: 280 },
    );
  });
});
