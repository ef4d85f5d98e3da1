/**
 * A swap from hand to hand on phones: the technician opens the private link and asks, the colleague consents, the manager
 * approves, version 2 is there; and a call in sick answered on the manager's phone. Every page on the way is looked at.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { issuePersonalLink } from '../../src/app/own/issue-personal-link.ts';
import { saveDutyFlow } from '../../src/app/periods/save-duty-flow.ts';
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
      if (message.type() === 'error' && !/40[49]|422/.test(message.text())) complaints.push(message.text());
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
    // The page's script names the colleague once it runs.
    await expect.poll(() => asker.textContent('.swap-send button')).toBe(`Gửi đề nghị cho ${partner.name}`);
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

  it('a call in sick the night before Tết is answered in four touches', async () => {
    await open();
    const before = (await findVersion(making.app, making.key))?.number ?? 0;
    making.app.setClock('2027-02-05T20:00');
    const manager = await phone('/');
    await manager.click('.duty-sick a');
    await manager.waitForSelector('.sick-soon a');
    await look(manager, 'sick-who');
    await manager.click('.sick-soon a >> nth=0');
    await manager.waitForSelector('.replace-lengths');
    await look(manager, 'sick');
    await manager.click('.replace-lengths button >> nth=1');
    await manager.waitForURL(/done=leave/);
    await look(manager, 'sick-leave');
    await manager.click('.replace-row a.button-main >> nth=0');
    await manager.waitForSelector('.replace-row button');
    await look(manager, 'replace');
    await manager.click('.replace-row button.button-main >> nth=0');
    await manager.waitForURL(/replacements\?done=/);
    expect(await manager.textContent('.replace-made')).toContain(`đã công bố bản ${before + 1}`);
    await look(manager, 'replaced');
    expect((await findVersion(making.app, making.key))?.number).toBe(before + 1);
  });

  it('someone off the staff list: home says so first, a thumb replaces, the approver agrees afterwards', async () => {
    await open();
    const { app, key } = making;
    const flow = { approveSwaps: true, leaveWaits: true, approvePublishing: true };
    await saveDutyFlow(app, { unitId: key.unitId, flow, actor: 'ha' });
    const version = await findVersion(app, key);
    const leaver = version?.roster.assignments.findLast(({ shiftId }) => shiftId.includes('2027-02-06'));
    if (!version || !leaver) throw new Error('somebody stands mùng 1');
    const nameOf = (id: string | undefined) => version.plan.staff.find((each) => each.id === id)?.name ?? '';
    const manager = await phone(`/units/${key.unitId}/staff/${leaver.staffId}/edit`);
    await manager.locator('.staff-remove').scrollIntoViewIfNeeded();
    await look(manager, 'remove');
    await manager.click('.staff-remove button');
    await manager.waitForURL(/replacements\?staff=/);
    await look(manager, 'removed');
    await manager.goto(`${making.site.url}${making.page}`);
    await look(manager, 'roster-leaver');
    await manager.goto(making.site.url);
    const first = manager.locator('.attention-item >> nth=0');
    expect(await first.textContent()).toContain(`${nameOf(leaver.staffId)} đã rời danh sách`);
    await look(manager, 'needs-home');
    await first.locator('a').click();
    await manager.waitForSelector('.replace-row button');
    expect(await manager.textContent('.replace-holder')).toContain('đã rời danh sách');
    await look(manager, 'replace-leaver');
    const taker = await manager.locator('.replace-row strong >> nth=0').textContent();
    await manager.click('.replace-row button.button-main >> nth=0');
    await manager.waitForURL(/replacements\?done=/);
    expect(await manager.textContent('.replace-made')).toContain('Chờ duyệt sau');
    await look(manager, 'replaced-waiting');

    const approver = await phone('/');
    const waiting = approver.locator('.attention-item:has-text("chờ duyệt")');
    expect(await waiting.textContent()).toContain(`${taker} thay ${nameOf(leaver.staffId)}`);
    await waiting.locator('a').click();
    await approver.waitForSelector('.replace-decide button');
    await approver.click('.replace-decide summary');
    await look(approver, 'replace-refuse');
    await approver.click('.replace-decide button[value="refuse"]');
    await approver.waitForSelector('.field-fault');
    await look(approver, 'replace-no-reason');
    await approver.click('.replace-decide button[value="approve"]');
    await approver.waitForURL(/done=approved/);

    const after = await findVersion(app, key);
    const seat = after?.roster.assignments.find(
      ({ shiftId, staffId }) =>
        after.number === version.number + 1 && shiftId !== '' && nameOf(staffId) === taker,
    );
    expect([after?.number, seat !== undefined]).toEqual([version.number + 1, true]);
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
      ['notice', `${unit}/holidays?holiday=2027-tet`],
      ['settings', `${making.page}/settings`],
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
