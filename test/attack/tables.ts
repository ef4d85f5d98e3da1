/** Workbooks and CSV files made to cost more than they weigh. */

import { archive, type Packed } from './archives.ts';
import { hostileFiles } from './hostile-file.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
const relationships = (...all: string[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
const sheetXml = (data: string): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`;
const many = (text: string, count: number): string => text.repeat(count);

const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const part = (name: string, type: string): string =>
  `<Override PartName="/xl/${name}" ContentType="${CONTENT}.${type}+xml"/>`;

const BOOK: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}${part('worksheets/sheet1.xml', 'worksheet')}${part('sharedStrings.xml', 'sharedStrings')}${part('styles.xml', 'styles')}</Types>`,
  '_rels/.rels': relationships(relationship('rId1', 'officeDocument', 'xl/workbook.xml')),
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relationships(
    relationship('rId1', 'worksheet', 'worksheets/sheet1.xml'),
    relationship('rId2', 'sharedStrings', 'sharedStrings.xml'),
    relationship('rId3', 'styles', 'styles.xml'),
  ),
  'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>Họ tên</t></si></sst>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"/>`,
  'xl/worksheets/sheet1.xml': sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
};

/** A whole workbook, but for what is given. */
function book(changes: Readonly<Record<string, string | Uint8Array>> = {}): Packed[] {
  return Object.entries({ ...BOOK, ...changes }).map(([name, content]) => ({ name, content }));
}
const withSheet =
  (xml: string | Uint8Array): (() => Uint8Array) =>
  () =>
    archive(book({ 'xl/worksheets/sheet1.xml': xml }));

/** Every cell of so many rows the one shared text. */
function sharedCells(rows: number, columns: number): string {
  const letters = Array.from(
    { length: columns },
    (_, i) => (i < 26 ? '' : 'A') + String.fromCharCode(65 + (i % 26)),
  );
  const row = (number: number): string =>
    `<row r="${number}">${letters.map((letter) => `<c r="${letter}${number}" t="s"><v>0</v></c>`).join('')}</row>`;
  return sheetXml(Array.from({ length: rows }, (_, i) => row(i + 1)).join(''));
}

const csv = (text: () => string) => (): Uint8Array => Buffer.from(text());

export const TABLES = hostileFiles('tables', { kind: 'table', options: async () => ({ name: 'ds.xlsx' }) }, [
  { name: 'a workbook that is one', short: true, ends: 'read', bytes: () => archive(book()) },
  {
    name: '320,000 tags that never end',
    short: true,
    ends: 'refused',
    bytes: withSheet(many('<c ', 320_000)),
  },
  { name: '320,000 cells that never end', ends: 'refused', bytes: withSheet(many('<c r="A1"', 320_000)) },
  {
    name: '300,000 rows opened and never closed',
    ends: 'refused',
    bytes: withSheet(many('<row>', 300_000)),
  },
  { name: '400,000 comments that never end', ends: 'refused', bytes: withSheet(many('<!--', 400_000)) },
  {
    name: '500,000 attributes of one cell',
    ends: 'refused',
    bytes: withSheet(`<c ${many('a="" ', 500_000)}/>`),
  },
  {
    name: 'a document type whose entities grow',
    ends: 'refused',
    bytes: withSheet(
      `<!DOCTYPE a [<!ENTITY a "${many('x', 999)}"><!ENTITY b "${many('&a;', 999)}">]>${sheetXml('')}`,
    ),
  },
  {
    name: '600,000 empty cells',
    bytes: withSheet(sheetXml(`<row r="1">${many('<c r="A1"/>', 600_000)}</row>`)),
  },
  {
    name: 'cells at the far corner, said twice where they are',
    ends: 'refused',
    bytes: withSheet(sheetXml('<row r="1"><c r="A1" x=" r=\'A1\'" r="XFD1048576"><v>1</v></c></row>')),
  },
  {
    name: 'a sheet that says it is as large as can be',
    bytes: withSheet(
      `<worksheet xmlns="${MAIN}"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`,
    ),
  },
  {
    name: 'one text of two million letters in 200,000 cells',
    short: true,
    ends: 'refused',
    bytes: () =>
      archive(
        book({
          'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>${many('ế', 2_000_000)}</t></si></sst>`,
          'xl/worksheets/sheet1.xml': sharedCells(5_000, 40),
        }),
      ),
  },
  {
    name: 'one text of 1,900 letters in 200,000 cells',
    ends: 'refused',
    bytes: () =>
      archive(
        book({
          'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>${many('ế', 1_900)}</t></si></sst>`,
          'xl/worksheets/sheet1.xml': sharedCells(5_000, 40),
        }),
      ),
  },
  {
    name: '400,000 runs of one text',
    bytes: () =>
      archive(
        book({
          'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si>${many('<r><t>a</t></r>', 400_000)}</si></sst>`,
        }),
      ),
  },
  {
    name: 'formats of 100,000 brackets',
    bytes: () => {
      const formats = Array.from(
        { length: 60 },
        (_, i) => `<numFmt numFmtId="${164 + i}" formatCode="${many('[', 100_000)}"/>`,
      );
      const xfs = Array.from({ length: 60 }, (_, i) => `<xf numFmtId="${164 + i}"/>`);
      const styles = `<styleSheet xmlns="${MAIN}"><numFmts>${formats.join('')}</numFmts><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`;
      const cells = Array.from({ length: 60 }, (_, i) => `<c r="A${i + 1}" s="${i}"><v>1</v></c>`);
      const rows = cells.map((cell, i) => `<row r="${i + 1}">${cell}</row>`).join('');
      return archive(book({ 'xl/styles.xml': styles, 'xl/worksheets/sheet1.xml': sheetXml(rows) }));
    },
  },
  {
    name: '60,000 sheets named, each with a relation',
    bytes: () => {
      const numbers = Array.from({ length: 60_000 }, (_, i) => i + 1);
      const sheets = numbers.map((i) => `<sheet name="${i}" sheetId="${i}" r:id="rId${i}"/>`).join('');
      return archive(
        book({
          'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets}</sheets></workbook>`,
          'xl/_rels/workbook.xml.rels': relationships(
            ...numbers.map((i) => relationship(`rId${i}`, 'worksheet', 'worksheets/sheet1.xml')),
          ),
        }),
      );
    },
  },
  {
    name: 'a sheet of two gigabits of nothing',
    short: true,
    ends: 'refused',
    bytes: withSheet(new Uint8Array(250_000_000)),
  },
  {
    name: '400 entries that overlap, 20 MB each',
    ends: 'refused',
    bytes: () => archive([...book({ 'xl/worksheets/sheet1.xml': new Uint8Array(20_000_000) })].reverse(), 60),
  },
  { name: '65,535 entries', ends: 'refused', bytes: () => archive(book(), 11_000) },
  { name: 'an archive cut off', ends: 'refused', bytes: () => archive(book()).subarray(0, 900) },
  { name: '5 MB of commas', bytes: csv(() => many(',', 4_999_000)) },
  { name: '5 MB of quotes', bytes: csv(() => many('"', 4_999_000)) },
  { name: '5 MB of quotes that open', ends: 'refused', bytes: csv(() => many('\n"a', 1_600_000)) },
  { name: '5 MB of line breaks', bytes: csv(() => many('\n', 4_999_000)) },
  {
    name: '5 MB of signs above one letter',
    ends: 'refused',
    bytes: csv(() => `a${many('\u0301', 2_400_000)}`),
  },
  {
    name: '5,000 rows of 60 headings nobody knows',
    bytes: csv(() => many(`${many('Họ tén,', 59)}x\n`, 5_000)),
  },
]);
