/**
 * A unit that has people and nothing else comes to a period ready to be solved: Tết 2027 chosen, posts from templates, one
 * put right, a rule changed, the glance before the search. Every page on the way is looked at on a laptop and on a phone.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getCase } from '../../src/app/periods/get-case.ts';
import { VIETNAM } from '../../src/calendar/zone.ts';
import { saveStaff } from '../../src/store/staff-store.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import { describeWith } from '../programs.ts';
import { makingSite } from '../web/draft/making-site.ts';
import { openBrowser } from './chromium.ts';
import { accessibilityFaults, overflowOf } from './faults.ts';

const PICTURES = join(import.meta.dirname, '../../var/pictures');
const DESKTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
const UNIT = 'vien-song-lam';

describeWith(['chromium'], 'setting a period up in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  /** On both sizes: no accessibility fault, no sideways scrolling, a picture to look at. */
  async function look(page: Page, name: string): Promise<void> {
    for (const [size, viewport] of [
      ['phone', PHONE],
      ['desktop', DESKTOP],
    ] as const) {
      await page.setViewportSize(viewport);
      await page.evaluate('document.fonts.ready');
      await page.screenshot({ path: join(PICTURES, `setup-${name}-${size}.png`) });
      expect([name, size, await accessibilityFaults(page)]).toEqual([name, size, []]);
      expect([name, size, await overflowOf(page)]).toEqual([name, size, 0]);
    }
  }

  it('walks from a unit with staff alone to the glance before the search', async () => {
    const making = await makingSite('tet-2027-province');
    const { app, site, source } = making;
    await saveUnit(app.db, { id: UNIT, name: 'Viện Nghiên cứu Sông Lam', zone: VIETNAM });
    await saveStaff(app.db, UNIT, source.staff);
    const page = await browser.newPage({ viewport: DESKTOP });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !/409|422/.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));

    await page.goto(`${site.url}/periods/new?unit=${UNIT}`);
    await page.click('.holiday-list a:has-text("Tết Đinh Mùi 2027")');
    expect(await page.inputValue('#field-from-0')).toBe('04/02/2027');
    await look(page, 'new');
    await page.uncheck('input[name="template"][value="response"]');
    await page.check('input[name="template"][value="premises"]');
    await page.fill('#field-name', ' ');
    await page.click('.form-actions .button-main');
    await page.waitForSelector('#fault-name');
    expect(await page.isChecked('input[name="template"][value="premises"]')).toBe(true);
    await look(page, 'new-fault');
    await page.fill('#field-name', 'Tết Đinh Mùi 2027');
    await page.click('.form-actions .button-main');
    await page.waitForURL('**/prepare');
    await look(page, 'prepare');

    await page.click('.setup-bar a:has-text("Vị trí")');
    await page.waitForSelector('.post-card');
    expect(await page.locator('.post-card').count()).toBe(3);
    await look(page, 'posts');
    await page.click('button[value="response"]');
    await page.waitForSelector('.post-form');
    await page.fill('#field-shift-1-hours', '10');
    await page.click('button[value="look"]');
    await page.waitForSelector('.day-warning');
    expect(await page.textContent('.day-warning')).toContain('Không ai trực từ 04:00 đến 06:00 (2 giờ)');
    await look(page, 'post');
    await page.fill('#field-shift-1-hours', '12');
    await page.fill('#field-systems', 'Trung tâm dữ liệu\nCổng dịch vụ công');
    await page.click('.form-actions-top .button-main');
    await page.waitForSelector('.notice-good');
    expect(await page.locator('.post-card').count()).toBe(4);

    await page.click('.setup-bar a:has-text("Quy tắc")');
    await page.waitForSelector('.rule');
    await look(page, 'rules');
    const most = page.locator('#rule-most-nights-week .rule-sentence input').first();
    await most.fill('2');
    await most.press('Enter');
    await page.waitForSelector('.notice-good');
    await page.locator('#rule-minimum-rest .rule-sentence input').first().fill('mười hai');
    await page.click('.rules-head .button-main');
    await page.waitForSelector('#rule-minimum-rest .field-fault');
    await look(page, 'rules-fault');

    await page.click('.setup-bar a:has-text("Thiết lập kỳ")');
    await page.waitForSelector('.settings-form');
    await look(page, 'settings');
    await page.click('.setup-bar a:has-text("Xem và xếp")');
    await page.waitForSelector('.day-need');
    const saved = await getCase(app, { unitId: UNIT, periodId: 'tet-dinh-mui-2027' });
    expect(saved.ruleSet.rules.find(({ id }) => id === 'most-nights-week')?.params).toMatchObject({
      most: 2,
    });
    expect(saved.posts.map(({ tier }) => tier)).toEqual(['leader', 'watch', 'premises', 'response']);

    for (const [name, path] of [
      ['urgent', `/periods/new?unit=${UNIT}&urgent=yes`],
      ['ledger', '/units/lam-giang/ledger'],
      ['ledger-person', '/units/lam-giang/ledger/LG01'],
      ['contacts', '/units/lam-giang/contacts'],
      ['contact', '/units/lam-giang/contacts/new'],
    ] as const) {
      await page.goto(site.url + path);
      await look(page, name);
    }
    expect(complaints).toEqual([]);
    await site.close();
  });
});
