/** Documents as web pages, printed by Chromium, hold the same words as the PDF. */

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import { DOCUMENT_KINDS, type Identity } from '../../src/output/documents/document.ts';
import { formatHtml } from '../../src/output/documents/html-file.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { infoOf, nearestToEdge, pagesOf, wordsOf } from '../documents/poppler.ts';
import { pdfSources, requestOf, samplePlan } from '../documents/sample-documents.ts';
import { describeWith } from '../programs.ts';
import { openBrowser } from './chromium.ts';

const SOURCES = pdfSources();
const PLAN = samplePlan('tet-2027-province');

/**
 * How often each word stands; words of the identity at the foot are left out wherever they stand. A page number at the
 * head is one figure, which the web page has not; moons, rules and dots are no words.
 */
function counted(pdf: Uint8Array, { line, code }: Identity): string[] {
  const foot = new Set(`${line} ${code} trang`.split(' '));
  return wordsOf(pdf)
    .map(({ text }) => text.normalize('NFC'))
    .filter((text) => /[\p{L}\p{N}]/u.test(text) && !/^\d(?:\.|\d?\/\d+)?$/.test(text) && !foot.has(text))
    .sort();
}

/** The fonts of the PDF under the names that the web page asks for: else each machine would break lines its own way. */
const FACES = [
  ['Times New Roman', 400, 'normal'],
  ['Times New Roman', 400, 'italic'],
  ['Times New Roman', 700, 'normal'],
  ['Times New Roman', 700, 'italic'],
  ['Be Vietnam Pro', 400, 'normal'],
  ['Be Vietnam Pro', 400, 'italic'],
  ['Be Vietnam Pro', 700, 'normal'],
] as const;

function fontStyle(): string {
  return SOURCES.fonts
    .map((font, i) => {
      const [family, weight, style] = FACES[i] ?? FACES[0];
      const data = Buffer.from(font).toString('base64');
      return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(data:font/ttf;base64,${data})}`;
    })
    .join('\n');
}

describeWith(['chromium', 'pdftotext'], 'a document printed from a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each(DOCUMENT_KINDS)('says of %s what the PDF says', async (kind) => {
    const document = buildDocument(kind, requestOf(PLAN, { options: { annexes: false } }));
    const own = createPdfWriter(SOURCES).write(document);
    const page = await browser.newPage();
    await page.setContent(formatHtml(document));
    await page.addStyleTag({ content: fontStyle() });
    await page.evaluate('document.fonts.ready.then(() => true)');
    const printed = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    await page.close();
    expect(counted(printed, document.identity)).toEqual(counted(own, document.identity));
    expect(infoOf(printed).get('Pages')).toBe(infoOf(own).get('Pages'));
    expect(nearestToEdge(printed)).toBeGreaterThanOrEqual(6);
  });

  it.each(DOCUMENT_KINDS)(
    'bears on every page of %s whose it is, its code, and that another version holds',
    async (kind) => {
      const document = buildDocument(kind, requestOf(PLAN, { source: { supersededBy: 4 } }));
      const page = await browser.newPage();
      await page.setContent(formatHtml(document));
      const printed = pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      await page.close();
      printed.forEach((text, i) => {
        const flat = text.replace(/\s+/g, ' ');
        for (const words of [
          document.identity.code,
          // On two lines where the machine's own letters are wide: the stamp may be read between them.
          'Bản 3, 15:04 ngày',
          '03/02/2027',
          `trang ${i + 1}/${printed.length}`,
        ]) {
          expect(flat).toContain(words);
        }
        expect(flat.match(/ĐÃ CÓ BẢN 4/g)?.length).toBeGreaterThan(0);
      });
    },
  );
});
