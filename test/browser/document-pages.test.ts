/** The page of documents in a browser: no accessibility fault at either size, fields saved, a file that comes with the press of its button. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatSampleForm } from '../../src/output/documents/docx-form-sample.ts';
import { signatory, signPdf } from '../documents/sign-pdf.ts';
import { describeWith } from '../programs.ts';
import { documentsSite } from '../web/documents/documents-site.ts';
import { openBrowser } from './chromium.ts';
import { accessibilityFaults, overflowOf } from './faults.ts';

const PICTURES = join(import.meta.dirname, '../../var/pictures');
const SIZES = [
  ['desktop', { width: 1366, height: 768 }],
  ['phone', { width: 390, height: 844 }],
] as const;

describeWith(['chromium'], 'the page of documents in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  it('saves, tells faults, takes a Word form and gives files, without a fault of its own', async () => {
    const docs = await documentsSite('tet-2027-province');
    const form = Buffer.from(await formatSampleForm('vi'));
    for (const [size, viewport] of SIZES) {
      const page = await browser.newPage({ viewport });
      const complaints: string[] = [];
      page.on('console', (message) => {
        // Nothing listens where a signing program would.
        const isExpected = /422|ERR_CONNECTION_REFUSED/.test(message.text());
        if (message.type() === 'error' && !isExpected) complaints.push(message.text());
      });
      const clean = async (state: string): Promise<void> => {
        await page.evaluate('document.fonts.ready');
        await page.screenshot({ path: join(PICTURES, `documents-${state}-${size}.png`), fullPage: true });
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      };
      await page.goto(docs.site.url + docs.path);
      await clean('open');
      // All formats of a kind stand in one row, also where a thumb presses them.
      const rows = `[...document.querySelectorAll('.document-formats')].map((row) => new Set([...row.children].map((each) => each.offsetTop)).size)`;
      expect(new Set((await page.evaluate(rows)) as number[])).toEqual(new Set([1]));
      const told = (words: string) =>
        page.locator('[data-preview] [role=status]', { hasText: words }).waitFor();
      // The one that is kept is chosen already.
      await page.check(`[name=layout][value=${size === 'desktop' ? 'presence' : 'people'}]`);
      await told('với những gì đang điền');
      expect(await page.inputValue('[name=preview]')).toBe('official');
      await page.waitForFunction("document.querySelector('.document-picture').naturalWidth > 800");
      await page.fill('[name=number]', 'x');
      await told('“x” không phải số văn bản');
      await page.click('.document-letter-card .button-main');
      expect(await page.textContent('#fault-number')).toContain('“x” không phải số văn bản');
      await clean('faults');
      await page.fill('[name=number]', '5');
      const coming = page.waitForEvent('download');
      await page.click(`[value="${docs.path}/notice.pdf"]`);
      expect((await coming).suggestedFilename()).toBe('notice-tet-2027-v2.pdf');
      await page.goto(docs.site.url + docs.path);
      expect(await page.inputValue('[name=number]')).toBe('5');
      await page.setInputFiles('#form-file', { name: 'mẫu.docx', mimeType: 'application/zip', buffer: form });
      await page.click('form:has(#form-file) .button');
      await clean('form');
      const filled = page.waitForEvent('download');
      await page.click('section:has(#form-file) .document-forms .button-main');
      expect((await filled).suggestedFilename()).toBe('form-tet-2027-v2.docx');
      await page.click('form[data-signing] .button');
      await expect
        .poll(() => page.textContent('form[data-signing] [role=status]'))
        .toContain('Không thấy VGCA Sign Service trên máy này');
      await clean('no-signing-program');
      await page.goto(`${docs.site.url}${docs.path}?version=1`);
      await clean('superseded');
      expect(complaints).toEqual([]);
      await page.close();
    }
    await docs.site.close();
  });

  it('signs through the program on its machine, played here by a stand-in', async () => {
    const docs = await documentsSite('tet-2027-province');
    const page = await browser.newPage();
    const leader = await signatory('Trần Thị Bích Hà', 'Đơn vị mẫu');
    await page.routeWebSocket('wss://127.0.0.1:8987/**', (program) => {
      program.onMessage(async (text) => {
        const { FileName, FileUploadHandler } = JSON.parse(String(text));
        const copy = new Uint8Array(await (await fetch(FileName)).arrayBuffer());
        const body = new FormData();
        body.set('uploadfile', new File([Uint8Array.from(await signPdf(copy, leader))], 'da-ky.pdf'));
        const kept = (await (await fetch(FileUploadHandler, { method: 'POST', body })).json()) as {
          Status: boolean;
          Message: string;
        };
        program.send(JSON.stringify({ Status: kept.Status ? 0 : 5, Message: kept.Message }));
      });
    });
    await page.goto(docs.site.url + docs.path);
    await page.click('form[data-signing] .button');
    await page.waitForSelector('.document-signatures');
    expect(await page.textContent('.document-signatures')).toContain(
      'Chữ ký của Trần Thị Bích Hà (Đơn vị mẫu)',
    );
    await page.close();
    await docs.site.close();
  });
});
