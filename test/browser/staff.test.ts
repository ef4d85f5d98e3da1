/**
 * The first hour of a new installation: the first account, the unit, 28 people from a workbook with one slip mended on the
 * page, a person's leave. Every page on the way is looked at on a laptop and on a phone.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/universal';
import { openSetup } from '../../src/app/access/open-setup.ts';
import { loadCase } from '../../src/app/periods/load-case.ts';
import { listStaff } from '../../src/store/staff-store.ts';
import { OPERATOR, operator, PASSWORD } from '../app/access/people.ts';
import { loaded, type SampleApp, sampleApp } from '../app/sample-app.ts';
import { freePort } from '../bench/feeds/processes.ts';
import { describeWith } from '../programs.ts';
import { sampleCase } from '../sample-case.ts';
import { HOST } from '../web/access/access-house.ts';
import { openAccessSite } from '../web/access/access-site.ts';
import { openBrowser } from './chromium.ts';
import { accessibilityFaults, overflowOf } from './faults.ts';

const PICTURES = join(import.meta.dirname, '../../var/pictures');
const DESKTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
const UNIT = 'trung-tam-cong-nghe-so-dong-mai';
const SLIP = '0900 00';

/** 28 people as a unit keeps them: a title above, phones as numbers in one row, one phone that is none. */
async function workbook(): Promise<Buffer> {
  const { staff } = sampleCase('tet-2027-province');
  const text = (value: string) => ({ value, type: String });
  const head = ['TT', 'Họ và tên', 'Chức vụ', 'Phòng', 'SĐT', 'Chuyên môn', 'Ghi chú'].map(text);
  const rows = staff
    .slice(0, 28)
    .map(({ name, title, department, phone, skills }, i) => [
      { value: i + 1, type: Number },
      text(name),
      text(title),
      text(department),
      i === 0 ? { value: 900_000_111, type: Number } : text(i === 1 ? SLIP : phone),
      text(skills.join(', ')),
      text(''),
    ]);
  const data = [[text('DANH SÁCH CÁN BỘ TRỰC TẾT')], [], head, ...rows];
  const blob = await writeExcelFile([{ sheet: 'Danh sách', data }] as never).toBlob();
  return Buffer.from(await blob.arrayBuffer());
}

describeWith(['chromium'], 'a unit’s first hour in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  async function look(page: Page, name: string): Promise<void> {
    for (const [size, viewport] of [
      ['phone', PHONE],
      ['desktop', DESKTOP],
    ] as const) {
      await page.setViewportSize(viewport);
      await page.evaluate('document.fonts.ready');
      await page.screenshot({ path: join(PICTURES, `staff-${name}-${size}.png`) });
      expect([name, size, await accessibilityFaults(page)]).toEqual([name, size, []]);
      expect([name, size, await overflowOf(page)]).toEqual([name, size, 0]);
    }
  }

  it('keeps a passkey: added, come in by as second step and alone, named, taken off; and says its level', async () => {
    const { app } = await loaded();
    const url = `http://localhost:${await freePort()}`;
    await openAccessSite(app, url);
    await operator(app);
    const context = await browser.newContext({ viewport: DESKTOP });
    const page = await context.newPage();
    const devices = await context.newCDPSession(page);
    await devices.send('WebAuthn.enable');
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
        ...{ isUserVerified: true, automaticPresenceSimulation: true },
      },
    });
    const typePassword = async (): Promise<void> => {
      await page.goto(`${url}/sign-in`);
      await page.fill('#field-signInName', OPERATOR.signInName);
      await page.fill('#field-password', PASSWORD);
      await page.click('.form-actions .button-main');
    };
    await typePassword();
    await page.goto(`${url}/account`);
    await page.click('form[action="/account/passkeys"] .button-main');
    await page.fill('#passkey-name', 'máy ở phòng trực');
    await look(page, 'passkey-new');
    await page.click('[data-passkey=create] .button-main');
    await page.waitForSelector('.access-codes');
    await page.goto(`${url}/account`);
    expect(await page.inputValue('.access-key-name input[name=name]')).toBe('máy ở phòng trực');
    await look(page, 'passkeys');
    await context.clearCookies();
    await typePassword();
    await look(page, 'passkey-second');
    await page.click('[data-passkey=get] .button');
    await page.waitForURL(`${url}/`);
    await context.clearCookies();
    await page.goto(`${url}/sign-in`);
    await look(page, 'passkey-alone');
    await page.click('[data-passkey=get] .button');
    await page.waitForURL(`${url}/`);
    await page.goto(`${url}/account`);
    await page.click('a[href="/safety"]');
    await page.selectOption('#safety-level', '3');
    await page.click('.form .button-main');
    await page.waitForSelector('.access-done');
    await look(page, 'safety');
    await page.goto(`${url}/account`);
    await page.fill('.access-key-name input[name=name]', 'USB');
    await page.click('.access-key-name .button');
    expect(await page.inputValue('.access-key-name input[name=name]')).toBe('USB');
    await page.click('form[action$="/remove"] .button');
    expect(await page.locator('.access-key-name').count()).toBe(0);
    await context.clearCookies();
    await page.goto(`${url}/sign-in`);
    await page.click('[data-passkey=get] .button');
    await page.waitForSelector('.notice-error');
    await context.close();
  });

  async function walker(app: SampleApp, javaScriptEnabled = true) {
    const site = await openAccessSite(app);
    const context = await browser.newContext({ viewport: DESKTOP, javaScriptEnabled });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('422')) complaints.push(message.text());
    });
    return { page, site, complaints, go: (path: string) => page.goto(site + path) };
  }

  async function setUp(page: Page, app: SampleApp): Promise<void> {
    await page.fill('#field-code', (await openSetup(app)) ?? '');
    await page.fill('#field-name', HOST.name);
    await page.fill('#field-signInName', HOST.signInName);
    await page.fill('#field-password', HOST.password);
    await page.click('.form .button-main');
    await page.waitForURL('**/units/new');
  }

  async function upload(page: Page): Promise<void> {
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const file = { name: 'danh-sach.xlsx', mimeType, buffer: await workbook() };
    // A file is looked at as soon as it is chosen.
    await page.setInputFiles('#import-file', file);
    await page.waitForSelector('.import-table');
  }

  it('goes from the first account to 28 people, a slip mended on the way, and one’s leave', async () => {
    const app = await sampleApp();
    const { page, complaints, go } = await walker(app);
    await go('/');
    await setUp(page, app);
    await look(page, 'unit-new');
    await page.fill('#field-name', 'Trung tâm Công nghệ số Đồng Mai');
    await page.fill('#field-place', 'Đồng Mai');
    await page.click('.form .button-main');
    await page.waitForSelector('.first-current');
    await look(page, 'first-steps');

    await page.click('.first-current > a.button');
    await look(page, 'import');
    await upload(page);
    expect(await page.locator('.import-bar .chip').allTextContents()).toEqual([
      '27 người mới',
      '1 dòng có lỗi',
    ]);
    await look(page, 'preview');
    expect(await page.locator('button[value=take]').count()).toBe(0);
    const cell = page.locator('input[aria-invalid]');
    expect(await cell.inputValue()).toBe(SLIP);
    await cell.fill('0900 000 222');
    await cell.press('Enter');
    await page.waitForSelector('button[value=take]');
    expect(await listStaff(app.db, UNIT)).toEqual([]);
    await look(page, 'preview-mended');
    await page.click('button[value=take]');
    // A unit's first list leads on to its first period.
    await page.waitForURL(/\/periods\/new\?.*added=28/);
    await go(`/units/${UNIT}/staff`);
    const staff = await listStaff(app.db, UNIT);
    expect(staff).toHaveLength(28);
    expect(staff.map(({ phone }) => phone)).toEqual(expect.arrayContaining(['0900000111', '0900 000 222']));
    await look(page, 'list');

    await page.fill('#staff-q', 'thu cuc');
    await page.waitForFunction("document.querySelectorAll('[data-search]:not([hidden])').length === 1");
    expect(await page.locator('[data-search]:not([hidden])').textContent()).toContain('Đặng Thu Cúc');
    await page.fill('#staff-q', 'không ai cả');
    await page.waitForSelector('[data-none-found]:not([hidden])');
    await go(`/units/${UNIT}/staff/new`);
    await look(page, 'form');
    await go(`/units/${UNIT}/settings`);
    await look(page, 'settings');
    await go('/');
    expect(await page.locator('.first-done').textContent()).toContain('28 người trong danh sách');
    expect(complaints).toEqual([]);
  });

  it('shows one person’s weeks, takes leave for a day that was picked, and does it all without script', async () => {
    const app = await sampleApp();
    const source = sampleCase('tet-2027-province');
    await loadCase(app, { source, actor: 'cli' });
    const unit = source.unit.id;
    const { page, complaints, go } = await walker(app, false);
    await go('/');
    await page.fill('#field-code', (await openSetup(app)) ?? '');
    await page.fill('#field-name', HOST.name);
    await page.fill('#field-signInName', HOST.signInName);
    await page.fill('#field-password', HOST.password);
    await page.click('.form .button-main');
    await page.waitForURL('**/');
    await go(`/units/${unit}/staff?q=quoc+hung`);
    expect(await page.locator('[data-search]').count()).toBe(1);
    await page.click('[data-search] th a');
    await page.click('.month a:text("08/02")');
    expect(await page.inputValue('#field-from')).toBe('08/02/2027');
    await page.check('input[value=wish-against]');
    await page.selectOption('#field-weight', '8');
    await page.click('.availability-form .button-main');
    expect(await page.locator('.availability-lines').textContent()).toContain('mức 8/10');
    expect(await page.locator('.month-mark').allTextContents()).toContainEqual(
      expect.stringContaining('tránh'),
    );
    expect(complaints).toEqual([]);
    const scripted = await page.context().browser()?.newContext({ viewport: DESKTOP });
    const again = await scripted?.newPage();
    await scripted?.addCookies(await page.context().cookies());
    if (!again) throw new Error('no page');
    await again.goto(page.url());
    await look(again, 'person');
    const leave = new URL(`/periods/${source.period.id}/leave`, page.url()).href;
    await again.goto(leave);
    expect(await again.locator('.leave-line').count()).toBe(source.availability.length + 1);
    await look(again, 'leave');
    await again.goto(`${leave}/import`);
    await again.fill('#field-paste', 'Họ và tên\tTừ ngày\nTạ Quốc Hưng\t30/02/2027');
    await again.click('section:last-of-type .button-main');
    await again.waitForSelector('.import-fault');
    await look(again, 'leave-preview');
  });
});
