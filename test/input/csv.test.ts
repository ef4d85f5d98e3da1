import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectDelimiter, parseCsv } from '../../src/input/csv.ts';
import { columnLetter } from '../../src/input/table-rows.ts';

function cells(text: string): readonly (readonly string[])[] {
  const csv = parseCsv(text);
  if (!csv.ok) throw new Error(JSON.stringify(csv.faults));
  return csv.rows.map((row) => row.cells);
}

function faults(text: string): string[] {
  const csv = parseCsv(text);
  return csv.ok ? [] : csv.faults.map(({ key, row, column }) => [row, column, key].filter(Boolean).join(' '));
}

describe('parseCsv', () => {
  it.each([
    [
      'commas',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons, CRLF',
      'a;b\r\n1,5;2\r\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'tabs, lone CR',
      'a\tb\r1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['Excel’s sep line', 'sep=;\r\na;b,c\r\n', [['a', 'b,c']]],
    ['quotes', '"a, b","say ""hi""",c\n', [['a, b', 'say "hi"', 'c']]],
    ['line breaks in quotes', '"a\r\nb",c\n', [['a\r\nb', 'c']]],
    ['a quote inside a plain cell', '12" rack,b\n', [['12" rack', 'b']]],
    ['an empty last cell', 'a,b,\n', [['a', 'b', '']]],
    ['an empty last cell at the end of the file', 'a,', [['a', '']]],
    ['one column', 'a\nb\n', [['a'], ['b']]],
    ['spaces round cells', ' a , b \n', [['a', 'b']]],
  ])('reads %s', (_, text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  it('numbers rows as a spreadsheet does, blank ones and line breaks in cells included', () => {
    const csv = parseCsv('a\n\n"b\nc"\n,,\nd\n');
    expect(csv.ok && csv.rows.map((row) => row.row)).toEqual([1, 3, 5]);
    const named = parseCsv('sep=,\na\n');
    expect(named.ok && named.rows.map((row) => row.row)).toEqual([2]);
  });

  it('takes the delimiter from outside the quotes of the first line that has one', () => {
    expect(detectDelimiter('Danh sách trực\n"a,b,c";d\n')).toBe(';');
    expect(detectDelimiter('chỉ một cột\n')).toBe(',');
  });

  it.each([
    ['a quote that never closes', 'a,b\nc,"d\ne,f\n', ['2 fault.csv.quote-open']],
    ['NUL', 'a,b\n1,\u0000\n', ['2 B fault.csv.control-mark']],
    ['a right-to-left override', 'a\n1\u202e2\n', ['2 A fault.csv.control-mark']],
    ['a broken encoding', 'a\n\ufffd\n', ['2 A fault.csv.control-mark']],
    ['61 columns', `${','.repeat(60)}x\n`, ['1 fault.csv.too-many-columns']],
    ['a cell of 2,001 letters', `${'x'.repeat(2_001)}\n`, ['1 A fault.csv.cell-too-long']],
    ['5,002 rows', 'x\n'.repeat(5_002), ['fault.csv.too-many-rows']],
  ])('refuses %s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it('letters columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
  });

  it('reads back whatever was written with quotes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ễ', ',', ';', '"', '\n', '\t', ' '), maxLength: 8 });
    const written = fc.array(
      fc.array(
        cell.map((text) => `x${text}x`),
        { minLength: 2, maxLength: 4 },
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    const property = fc.property(written, (rows) => {
      const text = rows
        .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
        .join('\n');
      expect(cells(text)).toEqual(rows);
    });
    fc.assert(property, { seed: 2, numRuns: 300 });
  });
});
