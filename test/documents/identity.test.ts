/** Whose it is, which version, its code and, once another version holds, the stamp: in every kind and format that is printed. */

import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import { DOCUMENT_KINDS } from '../../src/output/documents/document.ts';
import { renderDocument } from '../../src/output/documents/render-document.ts';
import { requestOf, samplePlan } from './sample-documents.ts';
import { unzip } from './zip.ts';

const PLAN = samplePlan('unit-small');
const writers = {
  pdf: {
    write: () => {
      throw new Error('PDFs are read page by page elsewhere');
    },
  },
};

async function wordsOf(
  format: 'docx' | 'xlsx' | 'html' | 'text',
  kind: (typeof DOCUMENT_KINDS)[number],
  supersededBy?: number,
) {
  const request = requestOf(PLAN, { source: supersededBy === undefined ? {} : { supersededBy } });
  const { content } = await renderDocument({ kind, format, ...request }, writers);
  const text =
    typeof content === 'string' ? content : [...unzip(content).values()].join('\n').replace(/<[^>]+>/g, '');
  return { text, identity: buildDocument(kind, request).identity };
}

describe.each(DOCUMENT_KINDS)('a %s', (kind) => {
  it.each(['docx', 'xlsx', 'html', 'text'] as const)(
    'says as .%s whose it is and whether it holds',
    async (format) => {
      const holds = await wordsOf(format, kind);
      expect(holds.text).toContain('Bản 3');
      expect(holds.text).toContain(PLAN.unit.name);
      expect(holds.text).not.toContain('THAY THẾ');
      // Text for a chat is not a sheet to tell from another.
      if (format !== 'text') expect(holds.text).toContain(holds.identity.code);
      const old = await wordsOf(format, kind, 4);
      expect(old.text).toContain('ĐÃ CÓ BẢN 4 THAY THẾ');
    },
  );
});

describe('a printed workbook', () => {
  it('is as wide as its paper, its heads and its identity on every page', async () => {
    const request = requestOf(PLAN, { options: { paper: 'a3' } });
    const { content } = await renderDocument({ kind: 'wall', format: 'xlsx', ...request }, writers);
    const files = unzip(content as Uint8Array);
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(sheet).toMatch(
      /<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/,
    );
    // The order of elements is the schema's: anything else opens as a broken file.
    expect(sheet.indexOf('<sheetPr>')).toBeLessThan(sheet.indexOf('<sheetView'));
    expect(sheet.indexOf('<headerFooter>')).toBeGreaterThan(sheet.indexOf('<pageSetup'));
    const footer = /<oddFooter>([^<]*)<\/oddFooter>/.exec(sheet)?.[1] ?? '';
    expect(footer).toContain(buildDocument('wall', request).identity.code);
    expect(footer).toContain('trang &#38;P/&#38;N');
    expect(files.get('xl/workbook.xml')).toMatch(
      /<definedName name="_xlnm.Print_Titles" localSheetId="0">'[^<]+'!\$4:\$5</,
    );
    // Rows are as high as their names.
    expect(Number(/<row r="6" ht="([\d.]+)"/.exec(sheet)?.[1])).toBeGreaterThan(15);
  });
});

describe('the code', () => {
  it('is that of exactly this content, whatever kind shows it', () => {
    const request = requestOf(PLAN);
    const codes = new Set(DOCUMENT_KINDS.map((kind) => buildDocument(kind, request).identity.code));
    expect(codes.size).toBe(1);
    const { roster } = request.source;
    const changed = { ...roster, assignments: roster.assignments.slice(1) };
    const other = buildDocument('wall', { ...request, source: { ...request.source, roster: changed } });
    expect(codes.has(other.identity.code)).toBe(false);
  });
});
