/**
 * Every page in a real browser: no accessibility fault, no sideways scrolling on a phone, nothing blocked by the
 * content security policy, readable without script; and the sheet as it comes out of a printer.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayFrom } from '../../src/calendar/day.ts';
import { describeWith } from '../programs.ts';
import { momentOf, nationalVersion, tetVersion } from '../web/roster/rosters.ts';
import { appOf, openSite, type Site } from '../web/site/site.ts';
import { openBrowser } from './chromium.ts';
import { accessibilityFaults, overflowOf } from './faults.ts';

const PICTURES = join(import.meta.dirname, '../../var/pictures');
const DESKTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

const PAGES = [
  ['home', '/'],
  ['periods', '/periods'],
  ['roster', '/periods/tet-2027'],
  ['superseded', '/periods/tet-2027?version=1'],
  ['national', '/periods/national'],
  ['people', '/periods/tet-2027/people'],
  ['print', '/periods/tet-2027/print'],
  ['print-portrait', '/periods/tet-2027/print?paper=portrait'],
  ['missing', '/nowhere'],
] as const;

describeWith(['chromium'], 'pages in a browser', () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    browser = await openBrowser();
    const versions = [tetVersion(), tetVersion({ number: 2 }), nationalVersion()];
    site = await openSite(appOf(versions), { clock: () => momentOf(dayFrom(2027, 2, 5), '09:42') });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(path: string, viewport: { width: number; height: number }) {
    const page = await browser.newPage({ viewport });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(site.url + path);
    await page.evaluate('document.fonts.ready');
    return { page, complaints };
  }

  for (const [name, path] of PAGES) {
    for (const [size, viewport] of [
      ['desktop', DESKTOP],
      ['phone', PHONE],
    ] as const) {
      it(`${name} on a ${size} has no fault`, async () => {
        const { page, complaints } = await open(path, viewport);
        await page.screenshot({ path: join(PICTURES, `${name}-${size}.png`) });
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        expect(complaints).toEqual([]);
        await page.close();
      });
    }
  }

  it('the home page in English has no fault', async () => {
    const { page } = await open('/?lang=en', DESKTOP);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.close();
  });

  it('seven days of Tết fit a laptop without scrolling', async () => {
    const { page } = await open('/periods/tet-2027', DESKTOP);
    const beyond = await page.evaluate(
      '(() => { const w = document.querySelector(".grid-well"); return [w.scrollHeight - w.clientHeight, w.scrollWidth - w.clientWidth]; })()',
    );
    expect(beyond).toEqual([0, 0]);
    await page.close();
  });

  it('heads and days stay in sight when a wide roster is scrolled', async () => {
    const { page } = await open('/periods/national', DESKTOP);
    const places =
      '(() => [".head-posts .day-column", "tbody .day-column"].map((s) => document.querySelector(s).getBoundingClientRect().left))()';
    const before = await page.evaluate(places);
    await page.evaluate('document.querySelector(".grid-well").scrollTo(900, 500)');
    expect(await page.evaluate(places)).toEqual(before);
    const top = await page.evaluate(
      'document.querySelector(".head-patterns th").getBoundingClientRect().top - document.querySelector(".grid-well").getBoundingClientRect().top',
    );
    expect(top).toBeLessThan(30);
    await page.close();
  });

  it('links on a phone are at least 44 px high where a thumb goes', async () => {
    const { page } = await open('/', PHONE);
    const low = await page.evaluate(
      '[...document.querySelectorAll(".button, .tab-bar a, .duty-person a")].filter((e) => e.getBoundingClientRect().height < 43.5).map((e) => e.outerHTML)',
    );
    expect(low).toEqual([]);
    await page.close();
  });

  it('prints on one click, and shows that button only with script', async () => {
    const { page } = await open('/periods/tet-2027/print', DESKTOP);
    await page.evaluate('window.print = () => { window.printed = true; }');
    await page.click('[data-print]');
    expect(await page.evaluate('window.printed')).toBe(true);
    await page.close();
    const still = await browser.newContext({ javaScriptEnabled: false });
    const quiet = await still.newPage();
    await quiet.goto(`${site.url}/periods/tet-2027/print`);
    expect(await quiet.isVisible('[data-print]')).toBe(false);
    expect(await quiet.isVisible('table')).toBe(true);
    await still.close();
  });

  it.each([
    ['/periods/tet-2027/print?phones=1', [842, 595], 1],
    ['/periods/tet-2027/print?paper=portrait&phones=1', [595, 842], 2],
    ['/periods/national/print?phones=1', [842, 595], 7],
    ['/periods/national/print?paper=portrait&phones=1', [595, 842], 7],
  ])('%s prints on A4, %j points, in %i pages', async (path, size, pages) => {
    const { page } = await open(path, DESKTOP);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(boxes).toHaveLength(pages);
    for (const [, width, height] of boxes) {
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual(size);
    }
    await page.close();
  });
});
