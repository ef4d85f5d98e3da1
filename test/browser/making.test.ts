/**
 * A manager makes the Tết rota in one sitting: generate, drag, pin, undo, an empty seat, mend, publish, change, publish
 * again, compare. Every page on the way is looked at on a laptop and on a phone, and the keys are used.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffMember } from '../../src/domain/staff.ts';
import { replaceParticipants, saveStaff } from '../../src/store/staff-store.ts';
import { describeWith } from '../programs.ts';
import { type MakingSite, makingSite } from '../web/draft/making-site.ts';
import { openBrowser } from './chromium.ts';
import { accessibilityFaults, overflowOf } from './faults.ts';

const PICTURES = join(import.meta.dirname, '../../var/pictures');
const DESKTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
const SEAT = 'button.seat';

describeWith(['chromium'], 'making a rota in a browser', () => {
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
      await page.screenshot({ path: join(PICTURES, `making-${name}-${size}.png`) });
      expect([name, size, await accessibilityFaults(page)]).toEqual([name, size, []]);
      expect([name, size, await overflowOf(page)]).toEqual([name, size, 0]);
    }
  }

  async function walker(making: MakingSite) {
    const page = await browser.newPage({ viewport: DESKTOP });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('409')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    const go = (path: string) => page.goto(`${making.site.url}${making.page}${path}`);
    const nameAt = async (index: number): Promise<string> =>
      (await page.locator(SEAT).nth(index).locator('.seat-name').textContent()) ?? '';
    return { page, complaints, go, nameAt };
  }

  /** Two seats of different shifts and people. */
  async function twoSeats(page: Page): Promise<[number, number]> {
    const seats = await page
      .locator(SEAT)
      .evaluateAll((all) => all.map((each) => [each.getAttribute('value'), each.getAttribute('data-staff')]));
    const shiftOf = (value: string | null | undefined): string => (value ?? '').replace(/@\d+$/, '');
    const [first] = seats;
    const second = seats.findIndex(
      ([value, staff]) => staff !== '' && staff !== first?.[1] && shiftOf(value) !== shiftOf(first?.[0]),
    );
    return [0, second];
  }

  it('walks from nothing to the second version', async () => {
    const making = await makingSite('tet-2027-province');
    const { page, complaints, go, nameAt } = await walker(making);
    await go('/prepare');
    await look(page, 'prepare');
    await page.click('form button.button-main');
    await making.settled();
    await page.waitForSelector('text=Mở bảng trực');
    await look(page, 'run');
    await page.click('text=Mở bảng trực');

    const [a, b] = await twoSeats(page);
    const [first, second] = [await nameAt(a), await nameAt(b)];
    await page.locator(SEAT).nth(a).dragTo(page.locator(SEAT).nth(b));
    await page.waitForSelector('.toast');
    await expect.poll(async () => [await nameAt(a), await nameAt(b)]).toEqual([second, first]);
    await page.locator(SEAT).nth(a).focus();
    await page.keyboard.press('Alt+g');
    await page.waitForSelector(`${SEAT}[data-pinned] >> nth=0`);
    await page.keyboard.press('Control+z');
    await page.locator('.undo-words', { hasText: 'đổi' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('.undo-words', { hasText: 'đổi' }).waitFor({ state: 'detached' });
    // Words and seats follow the answer one after the other.
    await expect.poll(async () => [await nameAt(a), await nameAt(b)]).toEqual([first, second]);
    await look(page, 'editor');

    await page.locator(SEAT).nth(a).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate('document.activeElement.closest("td").cellIndex')).toBe(2);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.candidate');
    await look(page, 'seat');
    await page.keyboard.press('Escape');
    expect(await page.locator('.candidate').count()).toBe(0);
    await page.keyboard.press('Delete');
    await page.waitForSelector('.seat-uncovered');
    await page.keyboard.press('Alt+n');
    expect(await page.evaluate('document.activeElement.classList.contains("seat-uncovered")')).toBe(true);
    await page.click('.finding-fix');
    await page.waitForSelector('.repair');
    await look(page, 'shortage');
    await go('/draft');
    await page.click('form[action$="/mend"] button');
    await making.settled();
    await page.waitForSelector('text=Dùng phương án này');
    await look(page, 'mend');
    await page.click('text=Dùng phương án này');
    await page.waitForSelector(SEAT);
    expect(await page.locator('.seat-uncovered').count()).toBe(0);

    await page.click('.tool-bar-end a.button-main');
    await page.fill('#note', 'Bản đầu');
    await look(page, 'publish');
    await page.click('form.form button.button-main');
    await page.waitForURL(/compare/);
    making.app.setClock('2027-01-21T09:30');
    await go('/draft');
    await page.locator(SEAT).nth(a).dragTo(page.locator(SEAT).nth(b));
    await page.waitForSelector('.seat-changed');
    await page.click('.tool-bar-end a.button-main');
    if ((await page.locator('#reason').count()) > 0) await page.fill('#reason', 'Hai bên đồng ý đổi');
    await page.click('form.form button.button-main');
    await page.waitForURL(/compare/);
    expect(await page.locator('.compare-people > li').count()).toBe(2);
    expect(await page.locator('#message').textContent()).toContain(first);
    await look(page, 'compare');
    for (const name of ['wall', 'draft/people']) {
      await go(`/${name}`);
      await look(page, name.replace('/', '-'));
    }
    await page.goto(`${making.site.url}/units/${making.key.unitId}/sick`);
    await look(page, 'sick');
    await page.goto(`${making.site.url}/periods/new`);
    await page.fill('#field-from-0', '4/2/2027');
    await page.fill('#field-to-0', '30 chạp');
    // What is typed is said once the field is left.
    await page.press('#field-to-0', 'Tab');
    await page.click('#said-to-0 button');
    await expect.poll(() => page.inputValue('#field-to-0')).toBe('05/02/2027');
    await page.click('#field-to-0 ~ button[data-pick]');
    await page.waitForSelector('.date-dialog[open]');
    expect(await page.locator('.date-between').count()).toBe(2);
    await look(page, 'new-calendar');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(await page.inputValue('#field-to-0')).toBe('06/02/2027');
    await expect.poll(() => page.textContent('#said-to-0')).toBe('Thứ Bảy, mùng 1 tháng Giêng');
    await look(page, 'new');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('has no page longer than 6,000 pixels or wider than a phone with 200 people', async () => {
    const making = await makingSite('tet-2027-province');
    const { app, key, source } = making;
    const more = Array.from({ length: 172 }, (_, i) => ({
      ...(source.staff[i % source.staff.length] as StaffMember),
      id: `M${i}`,
      name: `Nguyễn Thị Phương ${'ABCDEFGHIKLMNOPQRSTUVXY'[i % 23]}${i}`,
    }));
    await saveStaff(app.db, key.unitId, more);
    const everyone = [...source.staff, ...more].map(({ id }) => id);
    await replaceParticipants(app.db, key, everyone);
    await making.generate();
    const unit = `/units/${key.unitId}`;
    const page = await browser.newPage({ viewport: PHONE });
    const pages = [
      ...['', '/new', '/import'].map((name) => `${unit}/staff${name}`),
      ...[
        'ledger',
        'contacts',
        'personal-links',
        'feeds',
        'feeds/sheet',
        'sick',
        'swaps',
        'settings',
        'me',
      ].map((name) => `${unit}/${name}`),
      ...['prepare', 'draft', 'draft/people', 'publish', 'rules', 'settings', 'posts', 'leave'].map(
        (name) => `${making.page}/${name}`,
      ),
      ...['/', '/periods', '/periods/new'],
    ];
    const wrong: (string | number)[][] = [];
    for (const path of pages) {
      await page.goto(making.site.url + path);
      const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
      if (height > 6_000 || (await overflowOf(page)) > 0) wrong.push([path, height, await overflowOf(page)]);
    }
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('is edited without script by the same forms', async () => {
    const making = await makingSite('tet-2027-province');
    await making.generate();
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: DESKTOP });
    const page = await context.newPage();
    await page.goto(`${making.site.url}${making.page}/draft`);
    const seat = await page.locator(SEAT).first().getAttribute('value');
    await page.locator(SEAT).first().click();
    expect(page.url()).toContain(`seat=${encodeURIComponent(seat ?? '')}`);
    const name = (await page.locator('.candidate-name').first().textContent()) ?? '';
    await page.locator('.candidate').first().click();
    expect(await page.locator('.undo-words').textContent()).toContain(name.split(' ').at(-1));
    await page.click('button[value="undo"]');
    expect(await page.locator('.undo-words').textContent()).not.toContain(name.split(' ').at(-1));
    await context.close();
  });
});
