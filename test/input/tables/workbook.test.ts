/** XLSX workbooks as text: what people write in cells, and files made to do harm. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/universal';
import { readWorkbook } from '../../../src/input/tables/workbook.ts';
import { unzip } from '../../../src/kernel/zip-reader.ts';
import { zipStored } from '../../../src/kernel/zip-writer.ts';

type Cell = { readonly value: unknown; readonly type?: unknown; readonly format?: string } | null;

async function book(...sheets: readonly (readonly (readonly Cell[])[])[]): Promise<Uint8Array> {
  const given = sheets.map((data, i) => ({ sheet: `Trang ${i + 1}`, data }));
  const blob = await writeExcelFile(given as never).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** The workbook with one of its files written anew. */
function rewritten(bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  const opened = unzip(bytes, { mostEntries: 100, mostBytes: 9_000_000 });
  if (!opened.ok) throw new Error(opened.reason);
  const files = new Map(opened.files);
  files.set(name, new TextEncoder().encode(change(new TextDecoder().decode(files.get(name)))));
  return zipStored(files);
}

const SHEET = 'xl/worksheets/sheet1.xml';
const text = (value: string): Cell => ({ value, type: String });

describe('a workbook', () => {
  it('reads as a person would have typed it, rows numbered as Excel numbers them', async () => {
    const day = new Date(Date.UTC(2027, 1, 5));
    const read = await readWorkbook(
      await book([
        [text('Họ và tên'), text('ĐT'), text('Ngày'), text('Tỷ lệ'), text('Mới')],
        [],
        [
          text('  Nguyễn  Văn An '),
          { value: 912345678, type: Number },
          { value: day, type: Date, format: 'dd/mm/yyyy' },
          { value: 0.1 + 0.2, type: Number },
          { value: true, type: Boolean },
        ],
      ]),
    );
    expect(read).toMatchObject({
      ok: true,
      sheets: [
        {
          name: 'Trang 1',
          rows: [
            { row: 1, cells: ['Họ và tên', 'ĐT', 'Ngày', 'Tỷ lệ', 'Mới'] },
            { row: 3, cells: ['Nguyễn  Văn An', '912345678', '2027-02-05', '0.3', 'x'] },
          ],
        },
      ],
    });
  });

  it('leaves out sheets that hold nothing, and is refused when none holds anything', async () => {
    const read = await readWorkbook(await book([[null]], [[text('A')]]));
    expect(read.ok && read.sheets.map(({ name }) => name)).toEqual(['Trang 2']);
    expect(await readWorkbook(await book([[null]]))).toMatchObject({ faults: [{ key: 'fault.file.empty' }] });
  });

  it.each([
    ['no archive at all', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), 'fault.workbook.unreadable'],
    [
      'an archive of something else',
      zipStored(new Map([['word/document.xml', new TextEncoder().encode('<a/>')]])),
      'fault.workbook.other',
    ],
    ['too large', new Uint8Array(5_000_001), 'fault.file.too-large'],
  ])('is refused when it is %s', async (_, bytes, key) => {
    expect(await readWorkbook(bytes)).toMatchObject({ ok: false, faults: [{ key }] });
  });

  it('is refused when one cell stands at the far corner, however it is written', async () => {
    const bytes = await book([[text('A'), text('B')]]);
    for (const place of ['r="XFD1048576"', "r='XFD1'", 'r="B99999"', 'r="B&#49;"', '']) {
      const bad = rewritten(bytes, SHEET, (xml) => xml.replace('r="B1"', place));
      expect((await readWorkbook(bad)).ok, place).toBe(false);
    }
    const rows = rewritten(bytes, SHEET, (xml) => xml.replace('<row r="1"', '<row r="99999999999"'));
    expect((await readWorkbook(rows)).ok).toBe(false);
  });

  it('passes over cells that are formatted and empty, far away as they may be', async () => {
    const bytes = await book([[text('A')]]);
    const styled = rewritten(bytes, SHEET, (xml) =>
      xml.replace('</row>', '<c r="XFD1" s="0"/></row><row r="1048576"></row>'),
    );
    expect(await readWorkbook(styled)).toMatchObject({ ok: true, sheets: [{ rows: [{ cells: ['A'] }] }] });
  });

  it('is refused when it unpacks to more than any list', async () => {
    const rows = Array.from({ length: 800 }, (_, i) =>
      Array.from({ length: 8 }, (_, j) => text(`${i} ${j}${'a'.repeat(1_990)}`)),
    );
    const packed = await book(rows);
    expect(packed.length).toBeLessThan(1_000_000);
    expect(await readWorkbook(packed)).toMatchObject({ faults: [{ key: 'fault.workbook.bomb' }] });
  });

  it('is read or refused, and never breaks, whatever is damaged in it', async () => {
    const bytes = await book([
      [text('Họ và tên'), text('SĐT')],
      [text('An'), { value: 912345678, type: Number }],
    ]);
    const opened = unzip(bytes, { mostEntries: 100, mostBytes: 9_000_000 });
    if (!opened.ok) throw new Error(opened.reason);
    const names = [...opened.files.keys()].filter((name) => name.endsWith('.xml'));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.nat(4_000),
        fc.string({ maxLength: 12 }),
        fc.nat(40),
        async (name, at, patch, gone) => {
          const damaged = rewritten(bytes, name, (xml) => {
            const place = at % Math.max(1, xml.length);
            return xml.slice(0, place) + patch + xml.slice(place + gone);
          });
          const read = await readWorkbook(damaged);
          expect(read.ok ? read.sheets.length : read.faults.length).toBeGreaterThan(0);
        },
      ),
      { seed: 7, numRuns: 150 },
    );
  });

  it('bounds its rows as any other table', async () => {
    const many = Array.from({ length: 5_002 }, (_, i) => [text(`Người ${i}`)]);
    expect(await readWorkbook(await book(many))).toMatchObject({
      faults: [{ key: 'fault.csv.too-many-rows' }],
    });
  });
});
