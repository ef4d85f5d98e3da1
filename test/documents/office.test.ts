/** Word files and workbooks as LibreOffice opens them: every row of every table, in its order. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import { DOCUMENT_KINDS, type DocumentKind, type DutyDocument } from '../../src/output/documents/document.ts';
import { formatDocx } from '../../src/output/documents/docx-file.ts';
import { formatSampleForm } from '../../src/output/documents/docx-form-sample.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { fillWordForm } from '../../src/output/documents/word-form.ts';
import { formatXlsx } from '../../src/output/documents/xlsx-file.ts';
import { describeWith } from '../programs.ts';
import { VARIANTS } from './every-document.ts';
import { convert } from './office-files.ts';
import { pagesOf } from './poppler.ts';
import { pdfSources, requestOf, samplePlan } from './sample-documents.ts';
import { documentFor, SUBJECTS } from './subjects.ts';
import { AS_CSV, missingTables, sheetsOf, tablesOf } from './workbook-rows.ts';
import { unzip } from './zip.ts';

/** Two names begin as formulas do. */
const PLAN = ((): ReturnType<typeof samplePlan> => {
  const plan = samplePlan('unit-small');
  const marks = ['=1+1 ', '@SUM(A1) '];
  const staff = plan.staff.map((member, i) => ({ ...member, name: `${marks[i] ?? ''}${member.name}` }));
  return { ...plan, staff };
})();

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

const documentOf = (kind: DocumentKind): DutyDocument => buildDocument(kind, requestOf(PLAN));

/** A unit's own form: hours at the end of ever longer lines, many of which are full just there. */
function formOfLongLines(): Promise<Buffer> {
  const lines = Array.from(
    { length: 90 },
    (_, i) => new Paragraph(`${'i'.repeat(i + 60)} {ten_vi_tri_2_ca_1}.`),
  );
  return Packer.toBuffer(new Document({ sections: [{ children: lines }] }));
}

/** Lists of phones longer than a page, and rows whose small lines make them as high as they are. */
const LONG_LISTS = (['calltree a4 landscape', 'changes a4 portrait'] as const).map((name) => ({
  name,
  stem: name.replaceAll(' ', '_'),
  document: namedDocument('120 people of long names', name),
}));

function namedDocument(subjectName: string, variantName: string): DutyDocument {
  const subject = SUBJECTS.find(({ name }) => name === subjectName);
  const variant = VARIANTS.find(({ name }) => name === variantName);
  if (!subject || !variant) throw new Error('no such document');
  return documentFor(subject, variant);
}

/** Its head and foot have words besides, on full pages. */
const REPLACED = buildDocument(
  'grid',
  requestOf(samplePlan('tet-2027-province'), { source: { supersededBy: 4 } }),
);

describeWith(['soffice', 'pdftotext'], 'LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lich-truc-office-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeAll(async () => {
    for (const kind of DOCUMENT_KINDS) {
      const document = documentOf(kind);
      writeFileSync(join(folder, `${kind}.docx`), await formatDocx(document));
      if (TABULAR.includes(kind)) writeFileSync(join(folder, `${kind}.xlsx`), await formatXlsx(document));
    }
    for (const { stem, document } of LONG_LISTS) {
      writeFileSync(join(folder, `${stem}.docx`), await formatDocx(document));
    }
    writeFileSync(join(folder, 'replaced.docx'), await formatDocx(REPLACED));
    const filled = fillWordForm(await formatSampleForm('vi'), 'mau.docx', requestOf(PLAN));
    if (filled.ok) writeFileSync(join(folder, 'form.docx'), filled.value);
    const lines = fillWordForm(await formOfLongLines(), 'mau.docx', requestOf(PLAN));
    if (lines.ok) writeFileSync(join(folder, 'lines.docx'), lines.value);
    convert(folder, 'docx', 'txt:Text (encoded):UTF8');
    convert(folder, 'docx', 'pdf');
    convert(folder, 'xlsx', AS_CSV);
  });

  const wordsOf = (name: string): string[] =>
    readFileSync(join(folder, 'from-docx', `${name}.txt`), 'utf8')
      .split(/[\n\t]/)
      .map((line) => line.trim());

  it.each(DOCUMENT_KINDS)('finds every line of every cell of the %s in Word, in its order', (kind) => {
    const found = wordsOf(kind);
    expect(found.length).toBeGreaterThan(5);
    let at = 0;
    for (const { head, rows } of tablesOf(documentOf(kind))) {
      for (const { text } of [...head, ...rows].flatMap((cells) => cells.flatMap(({ lines }) => lines))) {
        const words = text.replaceAll('\u00a0', ' ').trim();
        if (words === '') continue;
        const next = found.findIndex((line, i) => i >= at && line.replaceAll('\u00a0', ' ') === words);
        expect([words, next >= at]).toEqual([words, true]);
        at = next + 1;
      }
    }
  });

  it.each(DOCUMENT_KINDS)('has as many pages of the %s as the PDF', (kind) => {
    const theirs = pagesOf(readFileSync(join(folder, 'pages', `${kind}.pdf`))).length;
    expect(theirs).toBe(pagesOf(WRITER.write(documentOf(kind))).length);
  });

  it.each(LONG_LISTS)('has as many pages of 120 people’s $name', ({ stem, document }) => {
    const theirs = pagesOf(readFileSync(join(folder, 'pages', `${stem}.pdf`))).length;
    expect(theirs).toBe(pagesOf(WRITER.write(document)).length);
  });

  it('has as many pages of a grid that another version replaces', () => {
    const theirs = pagesOf(readFileSync(join(folder, 'pages', 'replaced.pdf')));
    expect(theirs.length).toBe(pagesOf(WRITER.write(REPLACED)).length);
    expect(theirs.join('')).toContain('ĐÃ CÓ BẢN 4 THAY THẾ');
  });

  it.each(TABULAR)('reads the same rows in the workbook of the %s', (kind) => {
    const document = documentOf(kind);
    const sheets = sheetsOf(join(folder, 'from-xlsx'), kind);
    // Lists of phones have sheets of their own.
    expect(sheets.length).toBeGreaterThanOrEqual(tablesOf(document).length);
    expect(missingTables(document, sheets)).toEqual([]);
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

  it('parts no hours that a form was filled with', () => {
    const text = pagesOf(readFileSync(join(folder, 'pages', 'lines.pdf'))).join('\n');
    expect(text.match(/^\s*06 ?-14\.$/gm)?.length).toBeGreaterThan(2);
    expect(text.match(/06 ?-14\./g)).toHaveLength(90);
  });
});
