/** Documents as LibreOffice opens them, beside what our PDF and our tables have. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatDocx } from '../../src/output/documents/docx-file.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { formatXlsx } from '../../src/output/documents/xlsx-file.ts';
import type { Variant } from './every-document.ts';
import { convert } from './office-files.ts';
import { pagesOf } from './poppler.ts';
import { pdfSources } from './sample-documents.ts';
import { documentFor, type Subject } from './subjects.ts';
import { AS_CSV, missingTables, sheetsOf, tablesOf } from './workbook-rows.ts';

const WRITER = createPdfWriter(pdfSources());

export interface Opened {
  readonly name: string;
  /** Pages of the Word file, and of the PDF. */
  readonly word: number;
  readonly pdf: number;
  /** Of hours, “22–” and “06” on the next line. */
  readonly parted: readonly string[];
  /** Tables whose rows or totals the workbook has otherwise; undefined of a document without tables, which has no workbook. */
  readonly missing: readonly string[] | undefined;
}

export function isEqual({ word, pdf, parted, missing = [] }: Opened): boolean {
  return word === pdf && parted.length === 0 && missing.length === 0;
}

/** All in the folder `keep`, if any is named. */
export async function openedByOffice(
  subject: Subject,
  variants: readonly Variant[],
  keep?: string,
): Promise<Opened[]> {
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'lich-truc-opened-'));
  try {
    const documents = variants.map((variant) => ({
      name: variant.name,
      stem: variant.name.replaceAll(' ', '_'),
      document: documentFor(subject, variant),
    }));
    for (const { stem, document } of documents) {
      writeFileSync(join(folder, `${stem}.docx`), await formatDocx(document));
      if (tablesOf(document).length > 0)
        writeFileSync(join(folder, `${stem}.xlsx`), await formatXlsx(document));
    }
    const pages = convert(folder, 'docx', 'pdf');
    const sheets = convert(folder, 'xlsx', AS_CSV);
    return documents.map(({ name, stem, document }) => {
      const word = pagesOf(readFileSync(join(pages, `${stem}.pdf`)));
      const pdf = WRITER.write(document);
      if (keep !== undefined) writeFileSync(join(folder, `${stem}.pdf`), pdf);
      return {
        name,
        word: word.length,
        pdf: pagesOf(pdf).length,
        parted: word.flatMap((page) => page.match(/\S*\d–(?=\s)/g) ?? []),
        missing: tablesOf(document).length > 0 ? missingTables(document, sheetsOf(sheets, stem)) : undefined,
      };
    });
  } finally {
    if (keep === undefined) rmSync(folder, { recursive: true });
  }
}
