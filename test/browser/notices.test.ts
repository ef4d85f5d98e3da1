/**
 * How a roster reaches people, on a phone: published, told, “đã nhận lịch”, a second version that asks only those it touches;
 * the manager's page of who has it, the outbox, the mail's page; and a wall that says when what it shows may be old.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readReceptions } from '../../src/app/notices/read-receptions.ts';
import { receiptToken } from '../../src/app/notices/receipt-token.ts';
import { issuePersonalLink } from '../../src/app/own/issue-personal-link.ts';
import { findReplacements } from '../../src/app/replacements/find-replacements.ts';
import { replaceSeat } from '../../src/app/replacements/replace-seat.ts';
import { listSeatsInNeed } from '../../src/app/replacements/seats-in-need.ts';
import { findVersion } from '../../src/app/versions/find-version.ts';
import { outboxPath } from '../../src/web/paths/notices.ts';
import { makingPath, seenPath } from '../../src/web/paths/periods.ts';
import { describeWith } from '../programs.ts';
import { type MakingSite, makingSite } from '../web/draft/making-site.ts';
import { openBrowser } from './chromium.ts';
import { accessibilityFaults, overflowOf } from './faults.ts';

const PICTURES = join(import.meta.dirname, '../../var/pictures');
const DESKTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

describeWith(['chromium'], 'a roster that reaches people', () => {
  let browser: Browser;
  let making: MakingSite;
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  /** A published Tết roster, at noon on 28 Chạp. */
  async function publish(): Promise<void> {
    making = await makingSite('tet-2027-province');
    await making.generate();
    const form = { revision: '1', note: 'Bản đầu', reason: 'đủ' };
    expect((await making.post(`${making.page}/publish`, form)).status).toBe(303);
    making.app.setClock('2027-02-04T12:42');
  }

  async function open(path: string, viewport = PHONE): Promise<Page> {
    const context = await browser.newContext({ viewport, hasTouch: viewport === PHONE });
    const page = await context.newPage();
    await page.goto(making.site.url + path);
    return page;
  }

  async function look(page: Page, name: string): Promise<void> {
    const was = page.viewportSize() ?? PHONE;
    for (const [size, viewport] of [
      ['phone', PHONE],
      ['desktop', DESKTOP],
    ] as const) {
      await page.setViewportSize(viewport);
      await page.screenshot({ path: join(PICTURES, `notices-${name}-${size}.png`) });
      expect(await accessibilityFaults(page), name).toEqual([]);
      expect(await overflowOf(page), name).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize(was);
  }

  async function linkOf(staffId: string): Promise<string> {
    const { app, key } = making;
    return `/me/${(await issuePersonalLink(app, { unitId: key.unitId, staffId, actor: 'ha' })).token}`;
  }

  async function missing(): Promise<string[]> {
    const { people } = await readReceptions(making.app, making.key);
    return people.filter(({ state }) => state === 'missing').map(({ staffId }) => staffId);
  }

  it('is told, received by one touch, and asked again only where a second version changes something', async () => {
    await publish();
    const { app, key } = making;
    const version = await findVersion(app, key);
    const seat = version?.roster.assignments.find(({ shiftId }) => {
      const shift = version.plan.shifts.find(({ id }) => id === shiftId);
      return shift !== undefined && shift.span.start > app.clock() + 86_400_000;
    });
    if (!version || !seat) throw new Error('a roster is published');
    const everyone = await missing();
    expect(everyone.length).toBeGreaterThan(20);

    const page = await open(await linkOf(seat.staffId));
    await look(page, 'own');
    await page.getByRole('button', { name: 'Đã nhận lịch' }).first().click();
    await page.getByText('Đã ghi: bạn đã nhận lịch.').waitFor();
    expect(await page.getByRole('button', { name: 'Đã nhận lịch' }).count()).toBe(0);
    expect(await missing()).toEqual(everyone.filter((id) => id !== seat.staffId));

    const [taker] = (await findReplacements(app, { key, seat })).candidates;
    if (!taker) throw new Error('someone can take it');
    const replaced = await replaceSeat(
      app,
      { key, seat, fromId: seat.staffId, toId: taker.member.id, noteOf: () => 'Thay người' },
      { actor: 'ha' },
    );
    expect(replaced.done).toBe(true);
    await page.getByRole('link', { name: /^Báo/ }).first().click();
    await page.getByText('của bạn chuyển cho').waitFor();
    await look(page, 'list');
    expect(await missing()).toEqual(everyone);

    await page
      .getByRole('link', { name: /^Ca của tôi/ })
      .first()
      .click();
    await page.getByText('Tôi ốm, không đến được').click();
    await look(page, 'absence');
    await page.getByRole('button', { name: 'Báo không đến được' }).click();
    await page.getByText('hãy gọi lãnh đạo trực').waitFor();
    expect((await listSeatsInNeed(app, key)).seats.map(({ duty }) => duty.staffId)).toEqual([seat.staffId]);

    const manager = await open(seenPath(key.periodId), DESKTOP);
    await manager.getByText('Chưa nhận').first().waitFor();
    await look(manager, 'seen');
    await manager.getByRole('button', { name: /^Nhắc \d+ người/ }).click();
    await manager.getByText(/Đã nhắc \d+ người/).waitFor();
    await manager
      .getByRole('button', { name: /^Ghi đã báo/ })
      .first()
      .click();
    await manager.getByText('Đã ghi: người này đã được báo.').waitFor();
    expect(await missing()).toHaveLength(everyone.length - 1);
    await manager.goto(making.site.url + outboxPath(key.unitId));
    await look(manager, 'outbox');
    // Both whose duty changed hands are told of a newer version than their first mail speaks of.
    await receiveFromMail([seat.staffId, taker.member.id]);
  });

  async function receiveFromMail(changed: readonly string[]): Promise<void> {
    const { app } = making;
    const staffId = (await missing()).find((id) => !changed.includes(id)) ?? '';
    const row = await app.db
      .selectFrom('notice')
      .selectAll()
      .where('staff_id', '=', staffId)
      .where('kind', '=', 'roster')
      .executeTakeFirstOrThrow();
    const page = await open(`/received/${receiptToken(app, row.number)}`);
    await look(page, 'receipt');
    // Looking alone confirms nothing: programs that read mail follow links too.
    expect(await missing()).toContain(staffId);
    await page.getByRole('button', { name: 'Đã nhận lịch' }).click();
    await page.getByText('Đã ghi: bạn đã nhận lịch.').waitFor();
    expect(await missing()).not.toContain(staffId);
  }

  it('says on the wall within two minutes when the server is gone, and at once when the session ended', async () => {
    await publish();
    const path = makingPath(making.key.periodId, 'wall');
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(making.site.url + path);
    const stale = page.locator('[data-stale]');
    await page.clock.runFor(150_000);
    // A minute apart, the wall's clock and the server's: the browser's was set by the test.
    expect(await stale.textContent()).not.toContain('Mất kết nối');
    await page.route('**/*', (route) => route.abort());
    await page.clock.runFor(119_000);
    await page.clock.runFor(40_000);
    await expect.poll(() => stale.textContent()).toContain('Mất kết nối');
    await page.screenshot({ path: join(PICTURES, 'notices-wall-stale.png') });
    await page.unroute('**/*');
    await page.clock.runFor(31_000);
    await expect.poll(() => stale.textContent()).not.toContain('Mất kết nối');
    // The page to sign in, as a session that ended gets it.
    await page.route('**/*', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><main>Đăng nhập</main>' }),
    );
    await page.clock.runFor(31_000);
    await expect.poll(() => stale.textContent()).toContain('đã bị ngắt');
    await expect.poll(() => stale.isVisible()).toBe(true);
  });
});
