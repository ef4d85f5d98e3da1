/** The page of documents and its downloads: kinds, formats, fields by query, faults told, superseded versions stamped. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from '../../src/output/documents/document.ts';
import { renderDocument } from '../../src/output/documents/render-document.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { pdfSources } from '../documents/sample-documents.ts';
import { tetVersion } from './rosters.ts';
import { appOf, openSite, type Site } from './site.ts';

const PATH = '/periods/tet-2027/documents';
const writers = { pdf: createPdfWriter(pdfSources()) };

describe('documents', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(appOf([tetVersion(), tetVersion({ number: 2 })]), {
      documents: { render: (order) => renderDocument(order, writers) },
    });
  });
  afterAll(() => site.close());
  const get = (path: string): Promise<Response> => fetch(`${site.url}${PATH}${path}`);
  const text = async (path: string): Promise<string> => (await get(path)).text();

  it.each(['vi', 'en'])('offers every kind in %s, without script', async (language) => {
    const html = await text(`?lang=${language}`);
    for (const kind of DOCUMENT_KINDS) expect(html).toContain(`formaction="${PATH}/${kind}.pdf"`);
    expect(html).not.toMatch(/<script|document\.(?:form|kind|page)\./);
  });

  it('is reached from the roster, the version kept', async () => {
    const page = await (await fetch(`${site.url}/periods/tet-2027?version=1`)).text();
    const roster = page.replaceAll('&#x3D;', '=');
    expect(roster).toContain(`href="${PATH}?version=1"`);
    expect(await text('?version=1')).toContain('<input type="hidden" name="version" value="1">');
  });

  it.each(DOCUMENT_KINDS)('gives %s as a PDF', async (kind) => {
    const response = await get(
      `/${kind}.pdf?staff=&paper=a4&orientation=&type=notice&urgency=none&capacity=head`,
    );
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="${kind}-tet-2027-v2.pdf"`,
    );
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  it.each(['docx', 'xlsx', 'html', 'csv', 'txt'])('gives the grid as .%s', async (extension) => {
    const response = await get(`/grid.${extension}`);
    expect([response.status, response.headers.get('content-disposition')]).toEqual([
      200,
      `attachment; filename="grid-tet-2027-v2.${extension}"`,
    ]);
  });

  it('puts the fields of the form on the letter', async () => {
    const fields = new URLSearchParams({
      number: '7',
      symbol: 'KH-ABC',
      type: 'plan',
      date: '2027-01-25',
      urgency: 'immediate',
      legalBases: 'Căn cứ A\r\n\r\nCăn cứ B',
      recipients: 'Phòng X',
      capacity: 'for-head',
      authority: 'Giám đốc',
      position: 'Phó Giám đốc',
      name: 'Trần Thị Bích Hà',
    });
    const html = await text(`/notice.html?${fields}`);
    for (const words of [
      '07/KH-ABC',
      'KẾ HOẠCH',
      'HỎA TỐC',
      'Căn cứ A;',
      'Căn cứ B.',
      '- Phòng X;',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'ngày 25 tháng 01 năm 2027',
    ]) {
      expect(html).toContain(words);
    }
  });

  it('leaves phones off when asked, and keeps to one person', async () => {
    expect(await text('/wall.html')).toContain('0900 000');
    expect(await text('/wall.html?no-phones=1')).not.toContain('0900 000');
    const one = await text(`/slip.html?staff=${tetVersion().roster.assignments[0]?.staffId}`);
    expect(one.match(/<section/g)).toHaveLength(1);
  });

  it('stamps a version that no longer holds', async () => {
    expect(await text('/wall.html?version=1')).toContain('ĐÃ CÓ BẢN 2 THAY THẾ');
    expect(await text('/wall.html')).not.toContain('THAY THẾ');
    expect(await text('?version=1')).toContain('đã có bản mới hơn');
  });

  it('tells every fault of the fields and keeps what was typed', async () => {
    const response = await get('/notice.pdf?number=x&symbol=TB+%2F&subject=%3Cb%3E');
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(html).toContain('<strong>Số</strong>');
    expect(html).toContain('<strong>Ký hiệu</strong>');
    expect(html).toContain('value="TB /"');
    expect(html).toContain('&lt;b&gt;');
  });

  it('gives a Word form to start from', async () => {
    expect(await text('')).toContain(`href="${PATH}/form.docx"`);
    const response = await get('/form.docx');
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK');
  });

  it('refuses what there is not', async () => {
    for (const path of ['/poster.pdf', '/wall.odt', '/slip.pdf?staff=nobody', '/wall.pdf?version=9']) {
      expect((await get(path)).status).toBe(404);
    }
    expect((await get('/wall.pdf?version=x')).status).toBe(400);
  });
});
