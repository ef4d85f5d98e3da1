/** Word files and workbooks as LibreOffice opens them: every row of every table, in its order. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseCsv } from '../../src/input/csv.ts';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import { DOCUMENT_KINDS, type DocumentKind, type Table } from '../../src/output/documents/document.ts';
import { formatDocx } from '../../src/output/documents/docx-file.ts';
import { formatSampleForm } from '../../src/output/documents/docx-form-sample.ts';
import { placed } from '../../src/output/documents/table-fit.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { fillWordForm } from '../../src/output/documents/word-form.ts';
import { formatXlsx } from '../../src/output/documents/xlsx-file.ts';
import { describeWith } from '../programs.ts';
import { pagesOf } from './poppler.ts';
import { pdfSources, requestOf, samplePlan } from './sample-documents.ts';
import { unzip } from './zip.ts';

/** Two names begin as formulas do. */
const PLAN = ((): ReturnType<typeof samplePlan> => {
  const plan = samplePlan('unit-small');
  const marks = ['=1+1 ', '@SUM(A1) '];
  const staff = plan.staff.map((member, i) => ({ ...member, name: `${marks[i] ?? ''}${member.name}` }));
  return { ...plan, staff };
})();

/** Word sets documents in Times New Roman and Arial; without fonts of their widths pages are others. */
const HAS_FONTS = ['Times New Roman', 'Arial'].every((name) =>
  /Liberation|Times|Arial/.test(spawnSync('fc-match', [name], { encoding: 'utf8' }).stdout ?? ''),
);

const TABULAR: readonly DocumentKind[] = [
  'official',
  'wall',
  'grid',
  'crew',
  'slip',
  'changes',
  'swap',
  'attendance',
];

const WRITER = createPdfWriter(pdfSources());

function tablesOf(kind: DocumentKind): Table[] {
  const { sections } = buildDocument(kind, requestOf(PLAN));
  return sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
}

/** All of one program's start, since starting it takes longer than opening a file. */
function convert(folder: string, from: string, to: string): void {
  const files = readdirSync(folder).filter((name) => name.endsWith(`.${from}`));
  const out = join(folder, to === 'pdf' ? 'pages' : `from-${from}`);
  mkdirSync(out);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const paths = files.map((name) => join(folder, name));
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', out, ...paths], {
    stdio: 'ignore',
    timeout: 100_000,
  });
}

describeWith(['soffice', 'pdftotext'], 'LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lich-truc-office-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeAll(async () => {
    for (const kind of DOCUMENT_KINDS) {
      const document = buildDocument(kind, requestOf(PLAN));
      writeFileSync(join(folder, `${kind}.docx`), await formatDocx(document));
      if (TABULAR.includes(kind)) writeFileSync(join(folder, `${kind}.xlsx`), await formatXlsx(document));
    }
    const filled = fillWordForm(await formatSampleForm('vi'), 'mau.docx', requestOf(PLAN));
    if (filled.ok) writeFileSync(join(folder, 'form.docx'), filled.value);
    convert(folder, 'docx', 'txt:Text (encoded):UTF8');
    if (HAS_FONTS) convert(folder, 'docx', 'pdf');
    // Comma, quote, UTF-8; each sheet a file of its own.
    convert(folder, 'xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1');
  });

  const wordsOf = (name: string): string[] =>
    readFileSync(join(folder, 'from-docx', `${name}.txt`), 'utf8')
      .replace(/^\ufeff/, '')
      .split(/[\n\t]/)
      .map((line) => line.trim());

  it.each(DOCUMENT_KINDS)('finds every line of every cell of the %s in Word, in its order', (kind) => {
    const found = wordsOf(kind);
    expect(found.length).toBeGreaterThan(5);
    let at = 0;
    for (const { head, rows } of tablesOf(kind)) {
      for (const { text } of [...head, ...rows].flatMap((cells) => cells.flatMap(({ lines }) => lines))) {
        const words = text.replaceAll('\u00a0', ' ').trim();
        if (words === '') continue;
        const next = found.findIndex((line, i) => i >= at && line.replaceAll('\u00a0', ' ') === words);
        expect([words, next >= at]).toEqual([words, true]);
        at = next + 1;
      }
    }
  });

  it.skipIf(!HAS_FONTS).each(DOCUMENT_KINDS)('has as many pages of the %s as the PDF', (kind) => {
    const theirs = pagesOf(readFileSync(join(folder, 'pages', `${kind}.pdf`))).length;
    expect(theirs).toBe(pagesOf(WRITER.write(buildDocument(kind, requestOf(PLAN)))).length);
  });

  it.each(TABULAR)('reads the same rows in the workbook of the %s', (kind) => {
    const sheets = readdirSync(join(folder, 'from-xlsx'))
      .filter((name) => name.startsWith(`${kind}-`))
      .map((name) => {
        const csv = parseCsv(readFileSync(join(folder, 'from-xlsx', name), 'utf8'));
        return csv.ok ? csv.rows.map(({ cells }) => cells) : [];
      });
    const tables = tablesOf(kind);
    // Lists of phones have sheets of their own.
    expect(sheets.length).toBeGreaterThanOrEqual(tables.length);
    for (const { head, rows } of tables) {
      const all = [...head, ...rows];
      const expected = all.map((): string[] => []);
      for (const { cell, row, column } of placed(all)) {
        const line = expected[row];
        // What it counted with, or added up itself.
        const text = cell.lines.map((each) => each.text).join('\n');
        if (line) line[column] = cell.figure === undefined ? text : String(cell.figure);
      }
      const flat = (cells: readonly string[]): string =>
        cells
          .map((cell) => cell.trim())
          .filter(Boolean)
          .join(' | ');
      const wanted = expected.map((cells) => flat(Array.from(cells, (cell) => cell ?? '')));
      // Above it stands whose it is, below it notes and who signs.
      const found = sheets.map((sheet) => {
        const lines = sheet.map(flat);
        const at = lines.indexOf(wanted[0] ?? '');
        return lines.slice(at, at + all.length);
      });
      expect(found).toContainEqual(wanted);
    }
  });

  it('finds in the workbook of the list standing alone whose it is and who signs', async () => {
    const request = requestOf(PLAN, { options: { alone: true } });
    const text = unzip(await formatXlsx(buildDocument('official', request)));
    const words = [...text.values()].join('');
    for (const said of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 05/TB-TTCNS',
      'GIÁM ĐỐC',
      'Nguyễn Hữu Khánh',
      'Ghi chú:',
    ]) {
      expect(words).toContain(said);
    }
  });

  it('opens a Word form that was filled', () => {
    const text = wordsOf('form').join('\n');
    expect(text).toContain('Số: 05/TB-TTCNS');
    expect(text).not.toMatch(/[{}]/);
  });
});
