/** The sheet and the files: both papers, phones by choice, versions marked, downloads safe. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rosterSheet } from '../../../src/output/roster/sheet.ts';
import { renderSheetFile } from '../../../src/web/roster/sheet-file.ts';
import { sheetTables } from '../../../src/web/roster/sheet-tables.ts';
import { appOf, FOLDERS, openSite, type Site } from '../site/site.ts';
import { nationalVersion, tetVersion } from './rosters.ts';

const sheetOf = (version: ReturnType<typeof tetVersion>) =>
  rosterSheet({ plan: version.plan, roster: version.roster, language: 'vi', phones: true, version });

describe('the print page', () => {
  let site: Site;
  beforeAll(async () => {
    const versions = [tetVersion(), tetVersion({ number: 2 })];
    site = await openSite(appOf(versions), { publicUrl: 'https://truc.lamgiang.example' });
  });
  afterAll(() => site.close());
  const get = async (query: string) =>
    (await fetch(`${site.url}/periods/tet-2027/print${query}`))
      .text()
      .then((html) => html.replace(/\s+/g, ' '));

  it('lies on either paper', async () => {
    expect(await get('')).toContain('<body class="paper-landscape">');
    expect(await get('?paper=portrait')).toContain('<body class="paper-portrait">');
    expect(await get('?paper=a3')).toContain('<body class="paper-landscape">');
  });

  it('carries phones only where they are asked for, with a warning', async () => {
    expect(await get('')).not.toContain('0900 000');
    const asked = await get('?phones=1');
    expect(asked).toContain('0900 000 015');
    expect(asked).toContain('chỉ in khi có căn cứ');
    expect(await get('?phones=0')).not.toContain('chỉ in khi có căn cứ');
  });

  it('says which version it is, what it replaces, and when it no longer holds', async () => {
    const newest = await get('');
    expect(newest).toContain('Bản 2');
    expect(newest).toContain('thay bản 1');
    expect(newest).not.toContain('ĐÃ CÓ BẢN');
    expect(await get('?version=1')).toContain('ĐÃ CÓ BẢN 2 THAY THẾ');
  });

  it('bears a QR picture and room to sign', async () => {
    const html = await get('');
    expect(html).toMatch(/<svg class="qr"[^>]*aria-label="Mã QR[^"]*"/);
    expect(html).toContain('NGƯỜI LẬP BẢNG');
    expect(html).toContain('TRƯỞNG ĐƠN VỊ DUYỆT');
    expect(html).toContain('Chưa bố trí');
  });
});

describe('the print page of a server that only this machine can open', () => {
  it('bears no QR picture, which no phone could follow', async () => {
    const site = await openSite(appOf([tetVersion()]));
    const html = await (await fetch(`${site.url}/periods/tet-2027/print`)).text();
    await site.close();
    expect(html).not.toContain('class="qr"');
    expect(html).not.toContain('Quét');
  });
});

describe('the tables of a sheet', () => {
  it('stand as one when all columns fit', () => {
    const tables = sheetTables(sheetOf(tetVersion()), 'landscape');
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ continued: false, compact: false });
  });

  it.each(['landscape', 'portrait'] as const)('hold every cell once on %s paper, posts whole', (paper) => {
    const version = nationalVersion();
    const sheet = sheetOf(version);
    const tables = sheetTables(sheet, paper);
    const cells = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
    const names = cells.flatMap(({ seats }) => seats.map(({ name }) => name));
    const expected = sheet.rows.flatMap((row) =>
      row.cells.flatMap(({ seats }) => seats.map(({ name }) => name)),
    );
    expect(names.toSorted()).toEqual(expected.toSorted());
    for (const table of tables) {
      const width = table.heads.reduce((sum, { columns }) => sum + columns, 0);
      expect(width).toBeLessThanOrEqual(paper === 'landscape' ? 7 : 4);
      expect(table.rows.every((row) => row.cells.length === width)).toBe(true);
      expect(table.rows.length).toBeLessThanOrEqual(10);
    }
  });

  it('cut a post that is wider than the paper', () => {
    const version = tetVersion();
    const sheet = sheetOf(version);
    const [head] = sheet.heads;
    const [column] = head?.columns ?? [];
    if (!head || !column) throw new Error('the sheet has heads');
    const wide = {
      ...sheet,
      heads: [{ ...head, columns: Array.from({ length: 9 }, () => column) }],
      pages: [{ number: 1, of: 1, rows: [] }],
    };
    expect(sheetTables(wide, 'portrait').map(({ heads }) => heads[0]?.columns)).toEqual([4, 4, 1]);
  });
});

describe('the sheet as a file', () => {
  it('needs nothing from anywhere', () => {
    const version = tetVersion();
    const source = {
      plan: version.plan,
      roster: version.roster,
      language: 'vi' as const,
      phones: true,
      version,
    };
    const html = renderSheetFile({
      source,
      paper: 'landscape',
      address: 'http://x.test/p',
      folders: FOLDERS,
    });
    expect(html).not.toMatch(/(?:src|href)="(?!#)/);
    expect(html).not.toMatch(/url\("(?!data:font)/);
    expect(html).toContain('Lịch trực Tết Đinh Mùi 2027');
  });
});

describe('downloads', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(appOf([tetVersion()]));
  });
  afterAll(() => site.close());

  it.each([
    ['csv', 'text/csv; charset=utf-8'],
    ['json', 'application/json; charset=utf-8'],
    ['txt', 'text/plain; charset=utf-8'],
  ])('roster.%s names its file and holds no phone', async (format, type) => {
    const response = await fetch(`${site.url}/periods/tet-2027/roster.${format}`);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="tet-2027-v1.${format}"`);
    const text = await response.text();
    expect(text).toContain('Lương Thanh Hải');
    expect(text).not.toContain('0900 000');
  });

  it('gives phones in the CSV when asked', async () => {
    const text = await (await fetch(`${site.url}/periods/tet-2027/roster.csv?phones=1`)).text();
    expect(text).toContain('0900 000 015');
  });

  it('refuses a format it does not write', async () => {
    expect((await fetch(`${site.url}/periods/tet-2027/roster.exe`)).status).toBe(404);
    expect((await fetch(`${site.url}/periods/none/roster.csv`)).status).toBe(404);
  });
});
