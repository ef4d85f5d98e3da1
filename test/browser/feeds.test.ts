/**
 * The pages of feed links, of the way to subscribe, of machines and of own calendars, on a laptop and on a phone; and the
 * sheet of codes as it comes out of a printer.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importBusyCalendars } from '../../src/app/availability/import-busy-calendars.ts';
import { setBusyCalendar } from '../../src/app/availability/set-busy-calendar.ts';
import { member, operator, PASSWORD } from '../app/access/people.ts';
import { loaded } from '../app/sample-app.ts';
import { describeWith } from '../programs.ts';
import { openAccessSite } from '../web/access/access-site.ts';
import { type MakingSite, makingSite } from '../web/draft/making-site.ts';
import { openBrowser } from './chromium.ts';
import { accessibilityFaults, overflowOf } from './faults.ts';

const PICTURES = join(import.meta.dirname, '../../var/pictures');
const DESKTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  ...['BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20270206', 'DTEND;VALUE=DATE:20270208', 'END:VEVENT'],
  'END:VCALENDAR',
].join('\r\n');

describeWith(['chromium'], 'feeds in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  async function walker(site: MakingSite) {
    const page = await browser.newPage({ viewport: DESKTOP });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    return { page, complaints, go: (path: string) => page.goto(site.site.url + path) };
  }

  /** On both sizes: no accessibility fault, no sideways scrolling, targets for thumbs, a picture to look at. */
  async function look(page: Page, name: string): Promise<void> {
    for (const [size, viewport] of [
      ['desktop', DESKTOP],
      ['phone', PHONE],
    ] as const) {
      await page.setViewportSize(viewport);
      await page.evaluate('document.fonts.ready');
      await page.screenshot({ path: join(PICTURES, `${name}-${size}.png`) });
      expect([name, size, await accessibilityFaults(page)]).toEqual([name, size, []]);
      expect([name, size, await overflowOf(page)]).toEqual([name, size, 0]);
    }
    const low = await page.evaluate(
      '[...document.querySelectorAll(".button, main select, .choice")].filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 43.5).map((e) => e.outerHTML)',
    );
    expect([name, low]).toEqual([name, []]);
    await page.setViewportSize(DESKTOP);
  }

  it('walks from no link to a subscribed calendar, renewed and ended', async () => {
    const site = await makingSite('tet-2027-province');
    const { page, complaints, go } = await walker(site);
    const feeds = `/units/${site.key.unitId}/feeds`;
    await go(feeds);
    await look(page, 'feeds-none');
    await page.selectOption('#scope', { label: 'Đỗ Hải Đăng' });
    await page.selectOption('[name=alarm]', 'evening-before');
    await page.click('#make .button-main');
    await look(page, 'feed-told');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.click('[data-copy]');
    const address = await page.textContent('#feed-address');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(address);
    const feed = site.site.url + new URL(address ?? '').pathname;
    expect((await fetch(feed, { headers: { 'User-Agent': 'iOS/18.1' } })).status).toBe(200);
    const token = /feeds\/(.*)\.ics/.exec(address ?? '')?.[1];
    await go(`/subscribe/${token}`);
    await look(page, 'subscribe');
    await go(feeds);
    expect(await page.textContent('.feed-used')).toContain('iPhone, iPad, trong giờ qua');
    await page.click('summary.feed-danger');
    await look(page, 'feeds-ask');
    await page.click('.feed-sure .feed-danger');
    await page.waitForSelector('.feed-ended');
    expect((await fetch(feed)).status).toBe(404);
    await go('/subscribe?lang=en');
    await look(page, 'subscribe-guide');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('lets a technician subscribe and give an own calendar', async () => {
    const work = await loaded();
    const { app, key, plan } = work;
    const host = await operator(app);
    const joining = { unitId: key.unitId, role: 'technician', staffId: plan.staff[0]?.id ?? '' } as const;
    await member(app, host, 'nam', joining);
    const url = await openAccessSite(app);
    const page = await browser.newPage({ viewport: DESKTOP });
    await page.goto(`${url}/sign-in`);
    await page.fill('[name=signInName]', 'nam@lamgiang.example');
    await page.fill('[name=password]', PASSWORD);
    await page.click('.form-actions .button-main');
    await page.goto(`${url}/units/${key.unitId}/feeds/mine`);
    await page.click('.form-actions .button-main');
    await page.click('.feed-head-end .button');
    expect(await page.locator('.feed-row').count()).toBe(1);
    await look(page, 'feeds-mine');
    await page.goto(`${url}/units/${key.unitId}/busy-calendar`);
    await page.fill('[name=address]', 'https://c.example/1.ics');
    await page.click('.form-actions .button-main');
    await page.waitForSelector('[role=status]');
    await look(page, 'busy-calendar-mine');
    await page.close();
  });

  it('prints ten codes a page, for who has none', async () => {
    const site = await makingSite('tet-2027-province', 'http://truc.example');
    const { page, complaints, go } = await walker(site);
    await go(`/units/${site.key.unitId}/feeds/sheet`);
    await look(page, 'feed-sheet-choice');
    await page.click('.form-actions .button-main');
    await page.waitForSelector('.cards');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.isVisible('[data-print]')).toBe(true);
    expect(await page.locator('.card .qr').count()).toBe(site.plan.staff.length);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(boxes).toHaveLength(Math.ceil(site.plan.staff.length / 10));
    for (const [, width, height] of boxes) {
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    }
    await page.setViewportSize(PHONE);
    expect(await overflowOf(page)).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows machines, the API and own calendars without a fault', async () => {
    const site = await makingSite('tet-2027-province');
    const { page, complaints, go } = await walker(site);
    const { app, key, plan } = site;
    await go(`/units/${key.unitId}/machines`);
    await page.fill('[name=name]', 'Zabbix');
    await page.click('.machine-form .button-main >> nth=0');
    await look(page, 'machine-secret');
    await go(`/units/${key.unitId}/machines`);
    await page.fill('[name=address]', 'https://chat.lamgiang.example/hooks/duty');
    await page.click('.machine-form .button-main >> nth=1');
    await go(`/units/${key.unitId}/machines`);
    await look(page, 'machines');
    await go('/api');
    await look(page, 'api');
    const staffId = plan.staff[0]?.id ?? '';
    await setBusyCalendar(app, {
      unitId: key.unitId,
      staffId,
      address: 'https://c.example/1.ics',
      actor: 'an',
    });
    await importBusyCalendars(app, async () => ({ status: 200, body: Buffer.from(CALENDAR) }));
    await go(`/units/${key.unitId}/busy-calendar?person=${staffId}`);
    await look(page, 'busy-calendar');
    await go(`/units/${key.unitId}/leave-requests`);
    await look(page, 'leave-requests');
    await page.click('.form-actions .button-main');
    expect(await page.textContent('[role=status]')).toContain('Đã đồng ý 1 dòng nghỉ.');
    expect(complaints).toEqual([]);
    await page.close();
  });
});
