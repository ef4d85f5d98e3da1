/** Excel forms of a superior's list made to cost more than they weigh. */

import type { Day } from '../../src/calendar/day.ts';
import { eachDay } from '../../src/calendar/day.ts';
import { VIETNAM } from '../../src/calendar/zone.ts';
import type { ListSource } from '../../src/output/documents/consolidated-list.ts';
import { listTableSample } from '../../src/output/documents/list-form.ts';
import { formatXlsxTable } from '../../src/output/documents/xlsx-file.ts';
import { at, duty } from '../orders/order-facts.ts';
import { archive } from './archives.ts';
import { hostileFiles } from './hostile-file.ts';

const DAYS = eachDay('2027-02-04' as Day, '2027-02-18' as Day);
const source: ListSource = {
  ...{ language: 'vi', zone: VIETNAM, superior: 'Sở', title: 'Trực Tết', dispatchNumber: '', id: 'tet' },
  ...{ days: DAYS, at: at('2027-01-27T08:15') },
  units: Array.from({ length: 300 }, (_, i) => ({
    ...{ name: `Xã ${i}`, branch: `Vùng ${i % 5}`, kind: 'Xã' },
    duties: DAYS.map((day) => duty(`${day}T07:00`, `${day}T19:00`)),
  })),
};

const cell = (row: number, text: string, column = 'A'): string =>
  `<c r="${column}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, cells: string, more = ''): string => `<row r="${number}"${more}>${cells}</row>`;
const rows = (count: number, of: (number: number) => string): string =>
  Array.from({ length: count }, (_, i) => of(i + 1)).join('');
const LOOP = row(1, cell(1, '{#phan_cong}{tt}') + cell(1, '{/phan_cong}', 'B'));

function form(sheetData: string, after = ''): Uint8Array {
  const files = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': '<workbook><sheets/></workbook>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData>${after}</worksheet>`,
  };
  return archive(Object.entries(files).map(([name, content]) => ({ name, content })));
}

const within = (depth: number): string => {
  const open = '{#cac_don_vi}'.repeat(depth);
  return row(1, cell(1, `${open}{tt}`) + cell(1, '{/cac_don_vi}'.repeat(depth), 'B'));
};

export const EXCEL_FORMS = hostileFiles(
  'excel forms',
  { kind: 'form', options: async () => ({ list: source, formName: 'mau.xlsx' }) },
  [
    {
      name: 'a form that is one',
      ends: 'read',
      bytes: () => formatXlsxTable(listTableSample('vi')),
    },
    { name: 'rows in rows in rows', short: true, ends: 'refused', bytes: () => form(within(3)) },
    { name: 'rows in rows, a thousand deep', ends: 'refused', bytes: () => form(within(1_000)) },
    {
      name: 'loops within one cell',
      ends: 'refused',
      bytes: () => form(row(1, cell(1, `${'{#phan_cong}'.repeat(4)}{tt}${'{/phan_cong}'.repeat(4)}`))),
    },
    {
      name: '300,000 braces that open',
      ends: 'refused',
      bytes: () => form(row(1, cell(1, '{'.repeat(300_000)))),
    },
    {
      name: 'a million spaces before an attribute',
      bytes: () => form(LOOP + row(2, cell(2, 'x'), `${' '.repeat(1_000_000)}ht="3"`)),
    },
    {
      name: 'a formula of a million letters',
      bytes: () => form(`${LOOP}${row(2, `<c r="A2"><f>${'a'.repeat(1_000_000)}</f></c>`)}`),
    },
    {
      name: 'a formula of 300,000 cells',
      bytes: () => form(`${LOOP}${row(2, `<c r="A2"><f>${'A9+'.repeat(300_000)}1</f></c>`)}`),
    },
    { name: '90,000 rows', bytes: () => form(LOOP + rows(90_000, (i) => row(i + 1, cell(i + 1, 'x')))) },
    {
      name: '90,000 merged cells beside 50,000 rows',
      bytes: () =>
        form(
          LOOP + rows(50_000, (i) => row(i + 1, '<c/>')),
          `<mergeCells>${rows(90_000, (i) => `<mergeCell ref="A${i}:B${i}"/>`)}</mergeCells>`,
        ),
    },
    {
      name: 'text shared a hundred thousand times',
      bytes: () =>
        form(rows(60_000, (i) => row(i, `<c r="A${i}" t="s"><v>${i % 7 === 0 ? 999_999_999 : 0}</v></c>`))),
    },
    {
      name: '300,000 tags that never end',
      ends: 'refused',
      bytes: () => form('<row '.repeat(300_000)),
    },
  ],
);
