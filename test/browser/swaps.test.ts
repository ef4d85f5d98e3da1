/**
 * A swap from hand to hand on phones: the technician opens the private link and asks, the colleague consents, the manager
 * approves, version 2 is there; and a call in sick answered on the manager's phone. Every page on the way is looked at.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { issuePersonalLink } from '../../src/app/own/issue-personal-link.ts';
import { findSwapOptions } from '../../src/app/swaps/find-swap-options.ts';
import { findVersion } from '../../src/app/versions/find-version.ts';
import { describeWith } from '../programs.ts';
import { type MakingSite, makingSite } from '../web/draft/making-site.ts';
import { openBrowser } from './chromium.ts';
import { accessibilityFaults, overflowOf } from './faults.ts';

const PICTURES = join(import.meta.dirname, '../../var/pictures');
const DESKTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

describeWith(['chromium'], 'life with a roster, on phones', () => {
  let browser: Browser;
  let making: MakingSite;
  const complaints: string[] = [];
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  /** A published Tết roster, at noon on 28 Chạp. */
  async function open(): Promise<void> {
    making = await makingSite('tet-2027-province');
    await making.generate();
    const form = { revision: '1', note: 'Bản đầu', reason: 'đủ' };
    expect((await making.post(`${making.page}/publish`, form)).status).toBe(303);
    making.app.setClock('2027-02-04T12:42');
  }

  async function phone(path: string): Promise<Page> {
    const context = await browser.newContext({ viewport: PHONE, hasTouch: true });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' && !/40[49]/.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(making.site.url + path);
    return page;
  }

  /** As it is held in the hand, and wide; no fault either way. */
  async function look(page: Page, name: string): Promise<void> {
    for (const [size, viewport] of [
      ['phone', PHONE],
      ['desktop', DESKTOP],
    ] as const) {
      await page.setViewportSize(viewport);
      await page.screenshot({ path: join(PICTURES, `life-${name}-${size}.png`) });
      expect(await accessibilityFaults(page), name).toEqual([]);
      expect(await overflowOf(page), name).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize(PHONE);
  }

  async function linkOf(staffId: string): Promise<string> {
    const { app, key } = making;
    const { token } = await issuePersonalLink(app, { unitId: key.unitId, staffId, actor: 'ha' });
    return `/me/${token}`;
  }

  /** Someone with a coming shift that the first on the list would take for one of theirs. */
  async function pair() {
    const { app, key } = making;
    const version = await findVersion(app, key);
    for (const { shiftId, staffId } of version?.roster.assignments ?? []) {
      const shift = version?.plan.shifts.find(({ id }) => id === shiftId);
      if (!version || !shift || shift.span.start < app.clock() + 24 * 3_600_000) continue;
      const options = await findSwapOptions(app, { version, shiftId, askerId: staffId });
      const [best] = options?.exchanges ?? [];
      if (best) return { askerId: staffId, shiftId, partner: best.member };
    }
    throw new Error('nobody can swap');
  }

  it('a technician asks, a colleague consents, the manager approves: version 2', async () => {
    await open();
    const { askerId, shiftId, partner } = await pair();
    const asker = await phone(await linkOf(askerId));
    await asker.waitForSelector('.own-next');
    await look(asker, 'duty');
    await asker.click(`a.own-swap[href*="${encodeURIComponent(shiftId)}"]`);
    await asker.waitForSelector('.swap-option input:checked');
    expect(await asker.textContent('.swap-send button')).toBe(`Gửi đề nghị cho ${partner.name}`);
    await look(asker, 'ask');
    await asker.fill('#message', 'Nhà em có việc, nhờ anh giúp. Cảm ơn anh.');
    await asker.click('.swap-send button');
    await asker.waitForURL(/done=asked/);
    await look(asker, 'asked');

    const colleague = await phone(await linkOf(partner.id));
    expect(await colleague.textContent('.tab-bar .tab-count')).toBe('1');
    await colleague.click('.tab-bar a:nth-child(2)');
    await colleague.waitForSelector('text=Nhà em có việc');
    await look(colleague, 'answer');
    await colleague.click('button[value="consent"]');
    await colleague.waitForURL(/done=consent/);

    const manager = await phone('/');
    await manager.click('.attention-item:has-text("xin đổi ca") a');
    await manager.waitForSelector('button[value="approve"]');
    await look(manager, 'decide');
    await manager.click('button[value="approve"]');
    await manager.waitForURL(/done=approved/);
    await manager.click('.notice a');
    await manager.waitForURL(/compare/);
    expect(await manager.locator('.compare-people > li').count()).toBe(2);
    await look(manager, 'told');

    await asker.click('.tab-bar a:nth-child(4)');
    await asker.waitForSelector('text=Bản 2');
    await look(asker, 'notices');
    await asker.click('.own-mark');
    await asker.click('.tab-bar a:nth-child(3)');
    await asker.waitForSelector('.own-team-own');
    await look(asker, 'team');
    expect((await findVersion(making.app, making.key))?.number).toBe(2);
  });

  it('a call in sick the night before Tết is answered in six touches', async () => {
    await open();
    const before = (await findVersion(making.app, making.key))?.number ?? 0;
    making.app.setClock('2027-02-05T20:00');
    const manager = await phone('/');
    await manager.click('.duty-sick a');
    await manager.waitForSelector('.sick-soon a');
    await manager.click('.sick-soon a >> nth=0');
    await manager.waitForSelector('.sick-list .candidate');
    await look(manager, 'sick');
    await manager.click('.sick-list .candidate >> nth=0');
    await manager.waitForSelector('.sick-done');
    await look(manager, 'replaced');
    await manager.click('.sick-done a.button-main');
    await manager.waitForURL(/publish/);
    expect(await manager.inputValue('#note')).toContain('báo ốm');
    await look(manager, 'publish');
    if ((await manager.locator('#reason').count()) > 0) await manager.fill('#reason', 'Báo ốm');
    await manager.click('form.form button.button-main');
    await manager.waitForURL(/compare/);
    expect(await manager.textContent('#message')).toContain('THAY ĐỔI LỊCH TRỰC');
    expect((await findVersion(making.app, making.key))?.number).toBe(before + 1);
  });

  it('the other pages have no fault', async () => {
    await open();
    const { key } = making;
    const unit = `/units/${key.unitId}`;
    const link = await linkOf((await pair()).askerId);
    const paths = [
      ['leave', `${link}/leave`],
      ['pick', `${link}/swaps/new`],
      ['choose', `${unit}/me`],
      ['flow', `${unit}/flow`],
      ['links', `${unit}/personal-links`],
      ['refused', `/me/${'x'.repeat(43)}`],
    ];
    for (const [name = '', path = ''] of paths) {
      const page = await phone(path);
      await look(page, name);
      await page.close();
    }
    expect(complaints).toEqual([]);
  });
});
