/** Cells that reach down: as far as the same stands, never over what differs, and every row still whole. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/output/documents/document.ts';
import { mergeDown } from '../../src/output/documents/merge-down.ts';
import { placed } from '../../src/output/documents/table-fit.ts';

const cell = (text: string): Cell => ({ lines: [{ text }] });

describe('cells made one', () => {
  it('reach over rows that say the same, and leave empty ones apart', () => {
    const rows = ['An', 'An', 'Bình', '', ''].map((text, i) => [cell(String(i)), cell(text)]);
    expect(mergeDown(rows, [1]).map((row) => row[1]?.rows ?? row.length)).toEqual([2, 1, 2, 2, 2]);
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
