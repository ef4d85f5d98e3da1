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

  /** The province's people as a clerk keeps them, one phone number cut short. */
  async function staffWorkbook(): Promise<string> {
    const { staff } = sampleCase('tet-2027-province');
    const rows = [
      ['Họ và tên', 'Chức danh', 'Phòng', 'Điện thoại', 'Kỹ năng'],
      ...staff.map(({ name, title, department, phone, skills }, i) => [
        name,
        title,
        department,
        i === 3 ? '12' : phone,
        skills.join(', '),
      ]),
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

  async function importStaff(page: Page, unit: string): Promise<void> {
    await page.goto(address(`/units/${unit}/staff/import`));
    await page.setInputFiles('input[type="file"]', await staffWorkbook());
    const cell = page.locator('td input[aria-invalid="true"]');
    expect(await cell.inputValue()).toBe('12');
    await look(page, 'import-fault');
    await cell.fill('0900 000 014');
    await page.click('text=Kiểm lại');
    await page.locator('main form button.button-main').last().click();
    await page.waitForURL(/\/staff\?done=imported&added=28/);
    await look(page, 'staff');
  }

  async function newPeriod(page: Page): Promise<string> {
    await page.goto(address('/periods/new'));
    expect(await page.inputValue('#field-name')).toBe('Tết Đinh Mùi 2027');
    await look(page, 'new-period');
    await page.click('text=Lập kỳ này');
    await page.waitForURL(/\/prepare/);
    const [, period = ''] = /periods\/([^/]+)\//.exec(page.url()) ?? [];
    for (const name of ['prepare', 'posts', 'rules', 'settings']) {
      await page.goto(address(`/periods/${period}/${name}`));
      await look(page, name);
    }
    return `/periods/${period}`;
  }

  async function generate(page: Page, period: string): Promise<void> {
    await page.goto(address(`${period}/prepare`));
    await page.click('form[action$="/run"] button.button-main');
    await page.click('text=Mở bảng trực');
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
    await page.fill('#note', 'Bản đầu');
    await look(page, 'publish');
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

  it('goes from the first account to the second version', async () => {
    const manager = await reader(DESKTOP);
    const unit = await setUp(manager);
    await importStaff(manager, unit);
    const period = await newPeriod(manager);
    await generate(manager, period);
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
    expect(await manager.textContent('body')).toContain('Bản 2');
    const pdf = await manager.request.get(address(`${period}/documents/official.pdf`));
    expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    for (const path of [`${period}/documents`, `/units/${unit}/settings`, `/units/${unit}/ledger`, '/']) {
      await manager.goto(address(path));
      await look(manager, path.split('/').at(-1) || 'home');
    }
    expect(broken).toEqual([]);
  });
});
