/** One order from above, all the way: written, answered by roster, link and file, lacking, reminded, gathered, stood, reported, changed. */

import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getPlan } from '../../src/app/periods/get-plan.ts';
import { NO_CONTACT } from '../../src/domain/unit-tree.ts';
import { readBook } from '../../src/input/tables/read-book.ts';
import { formatXlsxTable } from '../../src/output/documents/xlsx-file.ts';
import { listOrders } from '../../src/store/order-store.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import { savePlace } from '../../src/store/unit-tree-store.ts';
import { loadInto, published, type SampleApp, sampleApp, seat, withoutRules } from '../app/sample-app.ts';
import { pagesOf } from '../documents/poppler.ts';
import { order as orderFacts } from '../orders/order-facts.ts';
import { describeWith } from '../programs.ts';
import { sampleCase } from '../sample-case.ts';
import { DOCUMENTS } from '../web/documents/documents-site.ts';
import { openSite } from '../web/site/site.ts';
import { openBrowser } from './chromium.ts';
import { accessibilityFaults, overflowOf } from './faults.ts';

const TOP = 'so';
const KIND = 'Xã, phường';
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1366, height: 768 };
/** Without a roster: two answer by link, one of them late; one by file. */
const COMMUNES = ['xa-a', 'xa-b', 'xa-c'] as const;

describeWith(['chromium', 'pdftotext'], 'an order from above', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  async function treeOf(app: SampleApp): Promise<{ readonly unitId: string; readonly periodId: string }> {
    const { zone } = orderFacts();
    const place = {
      kind: KIND,
      branch: '',
      contact: { ...NO_CONTACT, name: 'Lò Thị Hoa', phone: '0900 000 081' },
    };
    await saveUnit(app.db, { id: TOP, name: 'Sở Khoa học và Công nghệ', zone });
    await savePlace(app.db, { ...place, unitId: TOP, kind: '' }, app.clock());
    const key = await loadInto(app, withoutRules(sampleCase('unit-small')));
    for (const id of COMMUNES) await saveUnit(app.db, { id, name: `Xã ${id.slice(-1).toUpperCase()}`, zone });
    for (const unitId of [...COMMUNES, key.unitId]) {
      await savePlace(app.db, { ...place, unitId, superiorId: TOP }, app.clock());
    }
    return key;
  }

  /** Writes a name and a telephone into the cells that are wanted, and sends. */
  async function answer(address: string, cells: readonly number[]): Promise<Page> {
    const context = await browser.newContext({ viewport: PHONE, hasTouch: true });
    const page = await context.newPage();
    await page.goto(address);
    const closed = page.locator('details.answer-day:not([open]) > summary');
    while ((await closed.count()) > 0) await closed.first().click();
    for (const i of cells) {
      const cell = page.locator('fieldset.answer-cell').nth(i);
      const other = cell.locator('label.answer-other');
      if (await other.isVisible()) await other.click();
      await cell.locator(`input[name="name-${i}"]`).fill(`Lò Văn ${'ABCD'[i]}`);
      await cell.locator(`input[name="phone-${i}"]`).fill('0901 234 567');
    }
    await page.locator('.answer-foot button').click();
    await page.waitForURL(/sent/);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    return page;
  }

  /** Presses what leads to a file, and gives the file. */
  async function downloaded(page: Page, name: string | RegExp): Promise<Uint8Array> {
    const coming = page.waitForEvent('download');
    await page.getByText(name).first().click();
    return readFileSync(await (await coming).path());
  }

  /** The sheet made for the unit, filled in as in a spreadsheet: whoever watches on the first day stands by day alone. */
  async function filledSheet(sheet: Uint8Array): Promise<Buffer> {
    const read = await readBook('mau.xlsx', sheet);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    const [head = [], ...rows] = read.book.sheets[0]?.rows.map(({ cells }) => cells) ?? [];
    const [hours, part, name, phone] = ['Giờ', 'Phần trực', 'Họ và tên', 'Số điện thoại'].map((each) =>
      head.indexOf(each),
    );
    const first = rows.findIndex((cells) => cells[part ?? 0] === 'Giám sát');
    const filled = rows.map((cells, i) => {
      const told = head.map((_, k) => cells[k] ?? '');
      told[name ?? 0] = `Vàng Thị ${'KLMN'[i]}`;
      told[phone ?? 0] = '0902 345 678';
      if (i === first) told[hours ?? 0] = '07:00–19:00';
      return told;
    });
    return Buffer.from(await formatXlsxTable({ name: 'Danh sách trực', head, rows: filled }));
  }

  async function writeOrder(page: Page, address: string): Promise<void> {
    await page.goto(address);
    await page.getByLabel('Tên yêu cầu').fill('Trực Tết Đinh Mùi 2027');
    await page.getByRole('textbox', { name: 'Ngày đầu' }).fill('04/02/2027');
    await page.getByRole('textbox', { name: 'Ngày cuối' }).fill('05/02/2027');
    await page.locator(`input[name="kind"][value="${KIND}"]`).check();
    for (const [i, name, tier] of [
      [0, 'Lãnh đạo', 'leader'],
      [1, 'Giám sát', 'watch'],
    ] as const) {
      await page.locator(`[name="demand-${i}-name"]`).fill(name);
      await page.locator(`[name="demand-${i}-tier"]`).selectOption(tier);
      await page.locator(`[name="demand-${i}-start"]`).fill('07:00');
    }
    await page.locator('[name="deadline-0-at"]').fill('17:00 29/01/2027');
    await page.locator('[name="report-0-mode"]').selectOption('moments');
    await page.locator('[name="report-0-at-0"]').fill('09:00 05/02/2027');
    await page.locator('button[name="act"][value="review"]').click();
    await page.locator('button[name="act"][value="send"]').click();
    await page.waitForURL(/links$/);
  }

  /** By the page that makes links: whose they are, and on paper too. */
  async function makeLinks(page: Page, site: string): Promise<ReadonlyMap<string, string>> {
    await page.getByRole('button', { name: 'Cấp cho tất cả' }).click();
    const links = new Map<string, string>();
    for (const input of await page.locator('input.order-address').all()) {
      const { pathname } = new URL(await input.inputValue());
      links.set((await input.getAttribute('aria-label')) ?? '', site + pathname);
    }
    expect(links.size).toBe(COMMUNES.length + 1);
    const slips = pagesOf(await downloaded(page, /^In phiếu/));
    expect(slips.join()).toMatch(/Xã C[\s\S]*Hạn gửi: 17:00/);
    return links;
  }

  it('comes back whole: asked, answered, reminded, gathered, stood, reported, sent again', async () => {
    const app = await sampleApp();
    app.setClock('2027-01-20T08:00');
    const key = await treeOf(app);
    const site = await openSite(app, { documents: DOCUMENTS });
    const page = await (await browser.newContext({ viewport: DESK })).newPage();
    const own = await (await browser.newContext({ viewport: DESK })).newPage();
    const at = (path: string) => page.goto(`${site.url}/units/${TOP}/${path}`);
    const unitPage = (unitId: string, path: string) => own.goto(`${site.url}/units/${unitId}/asked/${path}`);

    await writeOrder(page, `${site.url}/units/${TOP}/orders/new`);
    const orderId = (await listOrders(app.db, TOP))[0]?.id ?? '';
    const order = `orders/${orderId}`;
    const links = await makeLinks(page, site.url);
    const addressOf = (name: string): string => links.get(name) ?? '';

    await answer(addressOf('Xã A'), [0, 1, 2, 3]);

    await unitPage('xa-b', orderId);
    const sheet = await filledSheet(await downloaded(own, 'Tải tệp mẫu'));
    await own.getByRole('link', { name: 'Nộp bằng tệp' }).click();
    const file = { name: 'xã b.xlsx', mimeType: 'application/octet-stream', buffer: sheet };
    await own.setInputFiles('#import-file', file);
    await own.locator('button[name="do"][value="take"]').click();
    await own.waitForURL(new RegExp(`asked/${orderId}$`));
    expect(await own.locator('.asked-gaps').textContent()).toBe('T5 04/02, 19–07: Giám sát trống');
    expect(await own.locator('.orders-rows').textContent()).toMatch(/Lần 1.*tệp/);

    const plan = await getPlan(app, key);
    const leads = plan.shifts.findIndex(({ postId }) => postId === 'lanh-dao');
    await published(app, key, [seat(plan, leads, 0)]);
    await own.goto(`${site.url}/?unit=${key.unitId}`);
    // The order comes before anything else on the home page, and fits beside what is there.
    expect(await own.locator('main > section').first().textContent()).toContain('Trực Tết Đinh Mùi 2027');
    expect(await overflowOf(own)).toBeLessThanOrEqual(0);
    await own.getByRole('link', { name: 'Xem và gửi' }).click();
    await own.locator('.asked-preview form button').click();
    await expect.poll(() => own.locator('.orders-rows').textContent()).toMatch(/Lần 1/);

    app.setClock('2027-01-30T08:00');
    await at(`${order}/overview`);
    const groups = await page.locator('.overview-table').textContent();
    expect(groups).toMatch(/Quá hạn, chưa gửi\s+1 đơn vị/);
    expect(groups).toMatch(/Xã B[\s\S]*Thiếu/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: /^Nhắc 1 đơn vị/ }).click();
    await page.locator('form:has(input[name="way"][value="text"]) button:not([type="button"])').click();
    await page.waitForURL(/sent=1/);

    await answer(addressOf('Xã C'), [0, 1, 2, 3]);
    await answer(addressOf('Xã B'), [1]);
    await at(`${order}/overview`);
    expect(await page.locator('.overview-table').textContent()).not.toContain('Quá hạn, chưa gửi');
    await page.getByText('Danh sách tổng hợp').first().click();
    const list = pagesOf(await downloaded(page, 'Phụ lục, PDF để in')).join();
    expect(list).toContain('DANH SÁCH TRỰC CỦA CÁC ĐƠN VỊ');
    for (const name of ['Xã A', 'Xã B', 'Xã C', 'Lò Văn B', 'Vàng Thị M', '0901 234 567']) {
      expect(list).toContain(name);
    }

    app.setClock('2027-02-05T08:40');
    await at('on-duty?q=xa+b');
    expect(await page.locator('.duty-table').textContent()).toMatch(/Vàng Thị/);
    await unitPage('xa-a', `${orderId}/reports`);
    await own.getByRole('button', { name: 'Bình thường' }).click();
    await own.waitForURL(/done=sent/);
    await at(`${order}/reports`);
    expect(await page.locator('.report-table').textContent()).toMatch(/Xã A[\s\S]*Bình thường/);

    await published(app, key, [seat(plan, leads, 1)]);
    await at(`${order}/overview?standing=lacking`);
    expect(await page.locator('.overview-table').textContent()).toContain('bản mới hơn');
    await unitPage(key.unitId, orderId);
    await own.locator('.asked-preview form button').click();
    await expect.poll(() => own.locator('.orders-rows').textContent()).toMatch(/Lần 2/);
    await page.reload();
    expect(await page.locator('.overview-table').textContent()).not.toContain('bản mới hơn');
    await site.close();
  }, 90_000);
});
