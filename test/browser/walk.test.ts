/**
 * The whole way as people go it, over the server as it is started: first account and unit, staff from a workbook, posts
 * from templates, Tết, generating, mending, publishing; then on a phone a swap asked and answered, approved, told and printed.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/universal';
import type { App } from '../../src/app/app.ts';
import type { Instant } from '../../src/calendar/interval.ts';
import { readConfig } from '../../src/config.ts';
import type { WebLog } from '../../src/web/kit/deps.ts';
import { type OpenedApp, openApp, readHolidays } from '../../src/wiring/open-app.ts';
import { ROOT } from '../../src/wiring/root.ts';
import { type Running, serve } from '../../src/wiring/serve.ts';
import { describeWith } from '../programs.ts';
import { sampleCase } from '../sample-case.ts';
import { openBrowser } from './chromium.ts';
import { accessibilityFaults, overflowOf } from './faults.ts';

const PICTURES = join(import.meta.dirname, '../../var/pictures');
const DESKTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
const SEAT = 'button.seat';
const PASSWORD = 'bốn con vịt xòe 7 cái ô';
/** A month before Tết Đinh Mùi, whenever the test runs. */
const BEGIN = Date.parse('2027-01-08T08:00:00+07:00');

describeWith(['chromium'], 'the whole way', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rota-walk-'));
  const broken: unknown[] = [];
  let opened: OpenedApp;
  let running: Running;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    const config = readConfig({ ROTA_DB: join(folder, 'rota.db'), ROTA_PORT: '0' }, ROOT);
    opened = await openApp(config.databasePath, readHolidays(ROOT));
    const started = Date.now();
    const clock = () => (BEGIN + Date.now() - started) as Instant;
    const app: App = { ...opened, clock, passwordCost: { logN: 4, r: 1, p: 1 } };
    const log: WebLog = { error: (event) => broken.push(event) };
    running = await serve(app, config, log);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
    await opened?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const address = (path: string): string => `http://127.0.0.1:${running.port}${path}`;

  async function reader(viewport: { width: number; height: number }): Promise<Page> {
    const context: BrowserContext = await browser.newContext({ viewport });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => broken.push(error.message));
    page.on('console', (message) => {
      // A form with faults is answered with 422.
      if (message.type() === 'error' && !message.text().includes('422')) broken.push(message.text());
    });
    return page;
  }

  /** At this size: no accessibility fault, no sideways scrolling, a picture to look at. */
  async function look(page: Page, name: string): Promise<void> {
    await page.evaluate('document.fonts.ready');
    await page.screenshot({ path: join(PICTURES, `walk-${name}.png`) });
    expect([name, await accessibilityFaults(page)]).toEqual([name, []]);
    expect([name, await overflowOf(page)]).toEqual([name, 0]);
  }

  /** The province's people as an office lists them: letterhead, sections, heads of two lines, totals, signatures; no skills. */
  async function officialWorkbook(): Promise<string> {
    const { staff } = sampleCase('tet-2027-province');
    const departments = [...new Set(staff.map(({ department }) => department))];
    let number = 0;
    const rows: string[][] = [
      ['ỦY BAN NHÂN DÂN TỈNH LAM GIANG', '', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['SỞ KHOA HỌC VÀ CÔNG NGHỆ', '', '', '', 'Độc lập - Tự do - Hạnh phúc'],
      [],
      ['DANH SÁCH CÁN BỘ TRỰC TẾT NGUYÊN ĐÁN ĐINH MÙI 2027'],
      ['(Kèm theo Công văn số 15/SKHCN-VP ngày 20/01/2027)'],
      [],
      ['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị', 'Điện thoại', '', 'Ghi chú'],
      ['', '', '', '', 'Cơ quan', 'Di động', ''],
      ...departments.flatMap((department, i) => [
        ['I'.repeat(i + 1), department.toUpperCase()],
        ...staff
          .filter((member) => member.department === department)
          .map(({ name, title, phone }) => [`${++number}`, name, title, department, '', phone, '']),
      ]),
      [],
      [`Tổng cộng: ${staff.length} người`],
      [],
      ['', '', '', '', 'NGƯỜI LẬP BIỂU', '', 'THỦ TRƯỞNG ĐƠN VỊ'],
      ['', '', '', '', '(Ký, ghi rõ họ tên)'],
    ];
    const data = rows.map((row) => row.map((value) => ({ value, type: String })));
    const blob = await writeExcelFile([{ sheet: 'Danh sách', data }] as never).toBlob();
    const path = join(folder, 'danh-sach.xlsx');
    writeFileSync(path, new Uint8Array(await blob.arrayBuffer()));
    return path;
  }

  async function setUp(page: Page): Promise<string> {
    await page.goto(address('/'));
    await page.fill('#field-code', running.setupCode ?? '');
    await page.fill('#field-name', 'Vũ Thanh Hà');
    await page.fill('#field-signInName', 'ha@lamgiang.example');
    await page.fill('#field-password', PASSWORD);
    await look(page, 'setup');
    await page.click('form button.button-main');
    await page.fill('#field-name', 'Trung tâm Công nghệ số Lam Giang');
    await look(page, 'unit');
    await page.click('main form button.button-main');
    await page.waitForURL(address('/'));
    await look(page, 'first-steps');
    return 'trung-tam-cong-nghe-so-lam-giang';
  }

  /** What a sitting asks of a person: pages that came, presses, fields typed into. */
  interface Sitting {
    pages: number;
    clicks: number;
    readonly typed: Set<string>;
  }

  async function counted(page: Page): Promise<Sitting> {
    const sitting: Sitting = { pages: 1, clicks: 0, typed: new Set() };
    await page.exposeFunction('countClick', () => {
      sitting.clicks += 1;
    });
    await page.exposeFunction('countTyped', (name: string) => sitting.typed.add(name));
    const count = `
      addEventListener('click', (event) => { if (event.isTrusted) countClick(); }, true);
      addEventListener('input', (event) => {
        if (!['checkbox', 'radio', 'file'].includes(event.target.type)) countTyped(event.target.name);
      }, true);`;
    await page.addInitScript(count);
    await page.evaluate(count);
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) sitting.pages += 1;
    });
    return sitting;
  }

  /** From the office's own list to everyone's links, by the one button each page puts first. */
  async function oneSitting(page: Page): Promise<string> {
    const sitting = await counted(page);
    const chooser = page.waitForEvent('filechooser');
    await page.click('.first-file label');
    await (await chooser).setFiles(await officialWorkbook());
    await page.waitForSelector('text=28 người');
    await look(page, 'import');
    await page.locator('main form button.button-main').last().click();
    await page.waitForURL(/\/periods\/new\?/);
    expect(await page.inputValue('#field-name')).toBe('Tết Đinh Mùi 2027');
    await look(page, 'new-period');
    await page.click('main form.form-steps button.button-main');
    await page.waitForURL(/\/run$/);
    const [, period = ''] = /periods\/([^/]+)\//.exec(page.url()) ?? [];
    await page.click('text=Xem và công bố', { timeout: 240_000 });
    await page.waitForURL(/\/publish$/);
    expect(await page.locator('.notice-error, .bad').count()).toBe(0);
    await look(page, 'publish');
    await page.click('form.form button.button-main');
    await page.waitForURL(/compare/);
    await look(page, 'published');
    await page.click('.notice button.button-main');
    await page.waitForSelector('.link-slips li');
    expect(await page.locator('.link-slips li').count()).toBe(28);
    await look(page, 'links');
    expect(sitting.pages).toBeLessThanOrEqual(7);
    expect(sitting.clicks).toBeLessThanOrEqual(14);
    expect(sitting.typed.size).toBeLessThanOrEqual(5);
    return `/periods/${period}`;
  }

  async function change(page: Page, period: string): Promise<void> {
    for (const name of ['prepare', 'posts', 'rules', 'settings']) {
      await page.goto(address(`${period}/${name}`));
      await look(page, name);
    }
    await page.goto(address(`${period}/draft`));
    await page.waitForSelector(SEAT);
    expect(await page.locator('.seat-uncovered').count()).toBe(0);
    const seats = await page
      .locator(SEAT)
      .evaluateAll((all) => all.map((each) => `${each.getAttribute('data-staff')}`));
    const [first, second] = [0, seats.findIndex((staff) => staff !== seats[0])];
    await page.locator(SEAT).nth(first).dragTo(page.locator(SEAT).nth(second));
    await page.locator('.undo-words', { hasText: 'đổi' }).waitFor();
    await page.locator(SEAT).nth(first).focus();
    await page.keyboard.press('Alt+g');
    await page.waitForSelector(`${SEAT}[data-pinned]`);
    await page.keyboard.press('Control+z');
    await page.waitForSelector(`${SEAT}[data-pinned]`, { state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.locator('.undo-words', { hasText: 'đổi' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Delete');
    await page.waitForSelector('.seat-uncovered');
    await look(page, 'editor');
    await page.click('form[action$="/mend"] button');
    await page.click('text=Dùng phương án này');
    await page.waitForSelector(SEAT);
    expect(await page.locator('.seat-uncovered').count()).toBe(0);
  }

  async function publish(page: Page, period: string): Promise<void> {
    await page.goto(address(`${period}/publish`));
    await page.fill('#note', 'Bản sửa');
    await page.click('form.form button.button-main');
    await page.waitForURL(/compare/);
  }

  /** A phone that opened the link which the manager made for the person of this name. */
  async function phoneOf(page: Page, unit: string, name: string): Promise<Page> {
    await page.goto(address(`/units/${unit}/personal-links`));
    await page.locator('.own-links li', { hasText: name }).locator('button').first().click();
    const [link = ''] = /\/me\/[\w-]{43}/.exec((await page.textContent('#link-message')) ?? '') ?? [];
    const phone = await reader(PHONE);
    await phone.goto(address(link));
    return phone;
  }

  it('goes from the list of an office to links for everyone in one sitting, then to a swap', async () => {
    const manager = await reader(DESKTOP);
    const unit = await setUp(manager);
    const period = await oneSitting(manager);
    await change(manager, period);
    await publish(manager, period);

    await manager.goto(address(`${period}/draft`));
    const asker = (await manager.locator(`${SEAT} .seat-name`).nth(1).textContent()) ?? '';
    const askerPhone = await phoneOf(manager, unit, asker);
    await look(askerPhone, 'phone-own');
    await askerPhone.click('.own-swap >> nth=0');
    await askerPhone.locator('input[name="choice"]').first().check();
    await askerPhone.fill('#message', 'Nhà có việc, nhờ đổi giúp');
    await look(askerPhone, 'phone-ask');
    const partner =
      (await askerPhone.locator('input[name="choice"]').first().getAttribute('data-name')) ?? '';
    await askerPhone.click('.swap-send button');
    await askerPhone.waitForSelector('.swap-card');
    await look(askerPhone, 'phone-asked');

    const partnerPhone = await phoneOf(manager, unit, partner);
    await partnerPhone.click('nav.tab-bar a >> text=Đổi ca');
    await look(partnerPhone, 'phone-answer');
    await partnerPhone.click('button[value="consent"]');
    await partnerPhone.waitForSelector('.notice-good');

    await manager.goto(address(`/units/${unit}/swaps`));
    await look(manager, 'swaps');
    await manager.click('button[value="approve"]');
    await manager.waitForSelector('.notice');
    await manager.goto(address(`${period}/compare`));
    const told = (await manager.textContent('main')) ?? '';
    expect([told.includes(asker), told.includes(partner)]).toEqual([true, true]);
    expect(await manager.locator('.compare-people > li').count()).toBe(2);
    await look(manager, 'compare');
    await askerPhone.click('nav.tab-bar a >> text=Báo');
    await look(askerPhone, 'phone-notices');

    await manager.goto(address(`${period}/print`));
    expect(await manager.textContent('body')).toContain('Bản 3');
    const pdf = await manager.request.get(address(`${period}/documents/official.pdf`));
    expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    for (const path of [`${period}/documents`, `/units/${unit}/settings`, `/units/${unit}/ledger`, '/']) {
      await manager.goto(address(path));
      await look(manager, path.split('/').at(-1) || 'home');
    }
    expect(broken).toEqual([]);
  });
});
