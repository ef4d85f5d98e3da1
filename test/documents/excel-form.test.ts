/** A superior's own Excel form: rows repeat and keep their look, what stands around moves along, every fault is told with its cell. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBook } from '../../src/input/tables/read-book.ts';
import { unzip } from '../../src/kernel/zip-reader.ts';
import { zipStored } from '../../src/kernel/zip-writer.ts';
import { fillExcelForm } from '../../src/output/documents/excel-form.ts';
import type { FormContent } from '../../src/output/documents/form-text.ts';
import { MERGE_MARK } from '../../src/output/documents/form-values.ts';

const BRANCHES = [
  { ten: 'Khối sở', don_vi: [{ tt: '1', ten_dv: 'Sở Y tế', sdt: '0900 000 081' }] },
  {
    ten: 'Khối xã & phường',
    don_vi: [
      { tt: '2', ten_dv: 'Xã A', sdt: '' },
      { tt: '3', ten_dv: 'Xã <B>', sdt: '0900000083' },
    ],
  },
];

const content = (khoi: typeof BRANCHES = BRANCHES): FormContent => ({
  values: { co_quan: 'Sở Khoa học', gop: MERGE_MARK, khoi: khoi.map((each) => ({ ...each })) },
  names: ['co_quan', 'gop'],
  loops: { khoi: ['ten'], don_vi: ['tt', 'ten_dv', 'sdt'] },
  outside: { don_vi: 'khoi' },
  numbers: ['tt'],
});

const SHEET = 'xl/worksheets/sheet1.xml';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const texts = [
  '<r><rPr><b/></rPr><t>{co_</t></r><r><t>quan}</t></r><rPh sb="0" eb="1"><t>x</t></rPh>',
  '<t>{#khoi}{ten}</t>',
  '<t>{#don_vi}{tt}</t>',
  '<t>{ten_dv}</t>',
  '<t xml:space="preserve">{sdt} {/don_vi}{/khoi}</t>',
  '<t>Tổng</t>',
];
const ROWS = [
  '<row r="1" ht="30" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c></row>',
  '<row r="3" ht="15" spans="1:3"><c r="A3" s="2" t="s"><v>1</v></c><c r="B3" s="2"/><c r="C3" s="2"/></row>',
  '<row r="4"><c r="A4" s="3" t="s"><v>2</v></c><c r="B4" s="4" t="s"><v>3</v></c><c r="C4" s="5" t="s"><v>4</v></c><c r="D4"><f>A4*2+A$1</f><v>9</v></c></row>',
  '<row r="6"><c r="A6" s="6" t="s"><v>5</v></c><c r="B6"><f>SUM(A4:A4)+LOG10(A6)</f><v>1</v></c></row>',
];

interface Made {
  readonly rows?: readonly string[];
  readonly shared?: readonly string[];
}

function form({ rows = ROWS, shared = texts }: Made = {}): Map<string, Uint8Array> {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/${SHEET}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/calcChain.xml" ContentType="x"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="Danh sách" sheetId="7" r:id="rId9"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'Danh sách'!$A$1:$D$6</definedName></definedNames><calcPr calcId="1"/></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${office}/calcChain" Target="calcChain.xml"/></Relationships>`,
    'xl/calcChain.xml': '<calcChain><c r="B6"/></calcChain>',
    'xl/sharedStrings.xml': `<sst ${main}>${shared.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    [SHEET]: `<worksheet ${main}><dimension ref="A1:D6"/><cols><col min="1" max="1" width="30"/></cols><sheetData>${rows.join('')}</sheetData><autoFilter ref="A2:D6"/><mergeCells count="3"><mergeCell ref="A1:D1"/><mergeCell ref="A3:C3"/><mergeCell ref="A6:A7"/></mergeCells><conditionalFormatting sqref="A4:A4 B6 C6:C1048576"/><pageSetup orientation="landscape"/></worksheet>`,
  };
  return new Map(Object.entries(files).map(([name, text]) => [name, bytes(text)]));
}

function filledSheet(made: Made = {}, about = content()) {
  const filled = fillExcelForm(form(made), 'mau.xlsx', about);
  if (!filled.ok) throw new Error(JSON.stringify(filled.faults));
  const opened = unzip(filled.value, { mostEntries: 50, mostBytes: 10_000_000 });
  const files = opened.ok ? opened.files : new Map<string, Uint8Array>();
  const text = (name: string): string => new TextDecoder().decode(files.get(name));
  return { file: filled.value, xml: text(SHEET), book: text('xl/workbook.xml'), files, text };
}

const told = (made: Made, about = content()) => {
  const filled = fillExcelForm(form(made), 'mau.xlsx', about);
  return filled.ok ? [] : filled.faults.map(({ key, column, value }) => [key, column, value]);
};

describe('an Excel form', () => {
  it('repeats its rows in one another, with the look of each cell', async () => {
    const { file, xml } = filledSheet();
    const read = await readBook('mau.xlsx', file);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    const shown = read.book.sheets[0]?.rows.map(({ row, cells }) => [row, ...cells.slice(0, 3)]);
    expect(shown?.map((row) => row.join('|').trim())).toEqual([
      '1|Sở Khoa học',
      '3|Khối sở',
      '4|1|Sở Y tế|0900 000 081',
      '5|Khối xã & phường',
      '6|2|Xã A|',
      '7|3|Xã <B>|0900000083',
      '9|Tổng|0',
    ]);
    expect(xml).toContain('<c r="B7" s="4" t="inlineStr">');
    expect(xml).toContain('<c r="A7" s="3"><v>3</v></c>');
    // A height that was chosen stays; one that the program reckoned is reckoned anew.
    expect(xml).toContain('<row r="1" ht="30" customHeight="1">');
    expect(xml).toContain('<row r="5"><c r="A5" s="2"');
    expect(xml).toContain('<cols><col min="1" max="1" width="30"/></cols>');
  });

  it('moves what stands around: merged cells, filters, rules, formulas, the printed area', () => {
    const { xml, book, files, text } = filledSheet();
    const merges = [...xml.matchAll(/<mergeCell ref="([^"]*)"/g)].map(([, ref]) => ref);
    expect(merges).toEqual(['A1:D1', 'A3:C3', 'A5:C5', 'A9:A10']);
    expect(xml).toMatch(/<autoFilter ref="A2:D9"\/><mergeCells count="4">/);
    expect(xml).toContain('sqref="A4:A7 B9 C9:C1048576"');
    expect(xml).toContain('<c r="D6"><f>A6*2+A$1</f></c>');
    expect(xml).toContain('<f>SUM(A4:A7)+LOG10(A9)</f>');
    expect(book).toContain("'Danh sách'!$A$1:$D$9");
    expect(book).toContain('fullCalcOnLoad="1"');
    expect(files.has('xl/calcChain.xml')).toBe(false);
    expect(text('[Content_Types].xml') + text('xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  });

  it('repeats within a cell what opens and closes there, and merges marked cells that say the same', () => {
    const shared = [
      '<t>{#khoi}{ten}: {#don_vi}{ten_dv}, {/don_vi}\n{/khoi}</t>',
      '<t>{#khoi}{gop}{co_quan}</t>',
    ];
    const rows = [
      '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
      '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="inlineStr"><is><t>{ten}{/khoi}</t></is></c></row>',
    ];
    const { xml } = filledSheet({ rows, shared });
    expect(xml).toContain('Khối sở: Sở Y tế, \nKhối xã &amp; phường: Xã A, Xã &lt;B&gt;, \n</t>');
    expect(xml).toContain('<mergeCell ref="A2:A3"/>');
    expect(xml).not.toContain(MERGE_MARK);
  });

  it('leaves no row of a loop without items', () => {
    const { xml, book } = filledSheet({}, content([]));
    expect([...xml.matchAll(/<row r="(\d+)"/g)].map(([, row]) => row)).toEqual(['1', '4']);
    expect(book).toContain('$A$1:$D$4');
  });

  it('places every line once, one under the other, whatever repeats', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 6 }), (sizes) => {
        const khoi = sizes.map((size, i) => ({
          ten: `K${i}`,
          don_vi: Array.from({ length: size }, (_, k) => ({ tt: String(k), ten_dv: `D${i}.${k}`, sdt: '' })),
        }));
        const { xml } = filledSheet({}, content(khoi));
        const rows = [...xml.matchAll(/<row r="(\d+)"/g)].map(([, row]) => Number(row));
        const lines = sizes.length + sizes.reduce((sum, size) => sum + size, 0);
        expect(rows).toEqual([1, ...Array.from({ length: lines }, (_, i) => 3 + i), 4 + lines]);
        for (const name of khoi.flatMap((each) => each.don_vi.map(({ ten_dv }) => ten_dv)))
          expect(xml.split(`>${name}<`)).toHaveLength(2);
      }),
      { numRuns: 60, seed: 19 },
    );
  });

  const one = (...cells: readonly string[]): Made => ({
    rows: [
      `<row r="2">${cells.map((text, i) => `<c r="${'ABC'[i]}2" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`,
    ],
  });

  it.each([
    ['a name nobody knows', one('{co_qua}'), 'fault.form.unknown-near', 'A2', 'co_qua'],
    ['a name outside its loop', one('x', '{sdt}'), 'fault.form.misplaced', 'B2', 'sdt'],
    ['a loop outside its own', one('{#don_vi}', '{/don_vi}'), 'fault.form.misplaced', 'A2', 'don_vi'],
    ['a brace that is not closed', one('{co_quan'), 'fault.form.unclosed', 'A2', '{co_quan'],
    ['a brace that was not opened', one('co_quan}'), 'fault.form.unopened', 'A2', 'co_quan}'],
    ['a loop that is not closed', one('{#khoi}', 'x'), 'fault.form.unclosed-loop', undefined, 'khoi'],
    ['a loop that was not opened', one('x', '{/khoi}'), 'fault.form.unopened-loop', 'B2', 'khoi'],
    [
      'two loops in a row',
      one('{#khoi}', '{/khoi}{#khoi}', '{/khoi}'),
      'fault.form.row-shared',
      'C2',
      'khoi',
    ],
    ['no name at all', one('Danh sách'), 'fault.form.no-names', undefined, undefined],
  ])('tells %s with its cell', (_, made, key, column, value) => {
    expect(told(made)).toEqual([[key, column, value]]);
  });

  it('refuses a formula that several cells share beside rows that repeat', () => {
    const rows = [
      ...ROWS.slice(0, 3),
      '<row r="6"><c r="B6"><f t="shared" ref="B6:B7" si="0">A6</f></c></row>',
    ];
    expect(told({ rows })).toEqual([['fault.form.formula', 'B6', 'A6']]);
  });

  it('stops before a form that grows without measure, in rows or in one cell', () => {
    const many = Array.from({ length: 400 }, (_, i) => ({ ten: `K${i}`, don_vi: [] }));
    const open = '{#khoi}'.repeat(3);
    const close = '{/khoi}'.repeat(3);
    expect(told(one(`${open}{ten}`, `x${close}`), content(many))).toEqual([
      ['fault.form.filled-large', undefined, undefined],
    ]);
    expect(told(one(`${open}{ten}${close}`), content(many))).toEqual([
      ['fault.form.cell-full', 'A2', undefined],
    ]);
  });

  it('is still a workbook that is packed anew', () => {
    expect(zipStored(form()).length).toBeGreaterThan(filledSheet().file.length);
  });
});
