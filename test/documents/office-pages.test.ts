/**
 * Every document as LibreOffice opens it: in Word as many pages as our PDF, in a workbook the same rows and totals. `npm test`
 * looks at a few; `npm run test:deep` at all kinds, layouts and papers on all samples and on units of 5 to 300 people.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formatDocx } from '../../src/output/documents/docx-file.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { formatXlsx } from '../../src/output/documents/xlsx-file.ts';
import { describeWith } from '../programs.ts';
import { documentOf } from './every-document.ts';
import { convert } from './office-files.ts';
import { pagesOf } from './poppler.ts';
import { pdfSources } from './sample-documents.ts';
import { looked, SUBJECTS } from './subjects.ts';
import { AS_CSV, missingTables, sheetsOf, tablesOf } from './workbook-rows.ts';

const WRITER = createPdfWriter(pdfSources());
const EVERY = { '28 people of long names': 17 };

describeWith(['soffice', 'pdftotext'], 'LibreOffice', () => {
  const subjects = SUBJECTS.filter((subject) => looked(subject, EVERY).length > 0);
  describe.each(subjects)('opens the documents of $name', (subject) => {
    const folder = mkdtempSync(join(tmpdir(), 'lich-truc-pages-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    const { plan, roster } = subject.made();
    const documents = looked(subject, EVERY).map((variant) => ({
      name: variant.name,
      stem: variant.name.replaceAll(' ', '_'),
      document: documentOf(variant, plan, { ...(roster && { roster }) }),
    }));

    it('with as many pages in Word as in the PDF, hours whole', async () => {
      for (const { stem, document } of documents) {
        writeFileSync(join(folder, `${stem}.docx`), await formatDocx(document));
      }
      const out = convert(folder, 'docx', 'pdf');
      const counted = documents.map(({ name, stem, document }) => {
        const pages = pagesOf(readFileSync(join(out, `${stem}.pdf`)));
        return {
          name,
          word: pages.length,
          pdf: pagesOf(WRITER.write(document)).length,
          // Of hours, “22–” and “06”.
          parted: pages.flatMap((page) => page.match(/\S*\d–(?=\s)/g) ?? []),
        };
      });
      expect(counted.filter(({ word, pdf, parted }) => word !== pdf || parted.length > 0)).toEqual([]);
    });

    it('with the same rows and totals in workbooks', async () => {
      const tabular = documents.filter(({ document }) => tablesOf(document).length > 0);
      for (const { stem, document } of tabular) {
        writeFileSync(join(folder, `${stem}.xlsx`), await formatXlsx(document));
      }
      const out = convert(folder, 'xlsx', AS_CSV);
      const missing = tabular.flatMap(({ name, stem, document }) =>
        missingTables(document, sheetsOf(out, stem)).map((table) => `${name}: ${table}`),
      );
      expect(missing).toEqual([]);
    });
  });
});
