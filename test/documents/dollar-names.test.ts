/** Names with signs that mean something to `String.replace`: they come out of every writer as they went in. */

import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/calendar/interval.ts';
import { readWorkbook } from '../../src/input/tables/workbook.ts';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import { DOCUMENT_KINDS } from '../../src/output/documents/document.ts';
import { formatDocx } from '../../src/output/documents/docx-file.ts';
import { formatHtml } from '../../src/output/documents/html-file.ts';
import { formatDocumentText } from '../../src/output/documents/table-text.ts';
import { formatXlsx } from '../../src/output/documents/xlsx-file.ts';
import { requestOf, samplePlan } from './sample-documents.ts';
import { unzip } from './zip.ts';

const NAMES = ["Lê $& Văn $'", 'Trần $1 $2', 'Phạm $$', 'Đỗ $` A$', 'Vũ $<x> {page}'];

const plan = samplePlan('tet-2027-province');
const ASKED = requestOf({
  ...plan,
  unit: { ...plan.unit, name: "Trung tâm $' $& $1" },
  staff: plan.staff.map((member, i) => ({ ...member, name: `${NAMES[i % NAMES.length]} ${i}` })),
});

/** Beside an earlier version of nobody, so that everyone is a change. */
const REQUEST = {
  ...ASKED,
  before: {
    plan: ASKED.source.plan,
    roster: { ...ASKED.source.roster, assignments: [] },
    version: { number: 1, publishedAt: 0 as Instant },
  },
};

const text = (xml: string): string =>
  xml
    .replace(/<[^>]*>/g, '')
    .replace(/&#x27;|&apos;|&#39;/g, () => "'")
    .replace(/&lt;|&#60;/g, '<')
    .replace(/&gt;|&#62;/g, '>')
    .replace(/&amp;|&#38;|&#x26;/g, '&');

describe.each(DOCUMENT_KINDS)('%s', (kind) => {
  const document = buildDocument(kind, REQUEST);
  const plain = formatDocumentText(document);
  const told = REQUEST.source.plan.staff.map(({ name }) => name).filter((name) => plain.includes(name));

  it('has the same names as page, Word file and text', async () => {
    expect(told.length).toBeGreaterThan(0);
    const word = [...unzip(await formatDocx(document)).values()].map(text).join('');
    const page = text(formatHtml(document));
    const squeezed = (words: string): string => words.replace(/\s+/g, '');
    for (const name of told) {
      expect(squeezed(word), name).toContain(squeezed(name));
      expect(squeezed(page), name).toContain(squeezed(name));
    }
  });

  it('has them as a workbook that can be read, sheet names and print titles included', async () => {
    const bytes = await formatXlsx(document);
    const read = await readWorkbook(bytes);
    expect(read).toMatchObject({ ok: true });
    const book = unzip(bytes).get('xl/workbook.xml') ?? '';
    // One for each sheet, and each names its own sheet.
    const sheets = [...book.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) => text(name));
    const titles = [...book.matchAll(/<definedName [^>]*>([^<]*)</g)].map(([, range = '']) => text(range));
    expect(book.match(/<\/sheets>/g)).toHaveLength(1);
    expect(titles.map((range) => range.replace(/!\$\d+:\$\d+$/, ''))).toEqual(
      sheets.map((name) => `'${name.replaceAll("'", () => "''")}'`).slice(0, titles.length),
    );
    expect(titles.every((range) => /!\$\d+:\$\d+$/.test(range))).toBe(true);
  });
});
