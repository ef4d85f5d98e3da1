/**
 * A watch on a phone, with the network cut in the middle: checks, lines written on the page the phone keeps, an alert that
 * becomes an incident, a call, a report, the handover; the log it all stands in, and the wall all the while.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeAlerts } from '../../src/app/alerts/take-alerts.ts';
import { saveChecks } from '../../src/app/checks/save-checks.ts';
import { issueDisplayLink } from '../../src/app/displays/display-links.ts';
import { verifyLog } from '../../src/app/log/verify-log.ts';
import { writeEntry } from '../../src/app/log/write-entry.ts';
import { issueApiToken } from '../../src/app/machines/issue-api-token.ts';
import { issuePersonalLink } from '../../src/app/own/issue-personal-link.ts';
import { listLog } from '../../src/store/log-store.ts';
import { displayPath } from '../../src/web/paths/displays.ts';
import { logPath, watchSettingsPath } from '../../src/web/paths/log.ts';
import { type OnWatch, unitOnWatch } from '../app/log/unit-on-watch.ts';
import { describeWith } from '../programs.ts';
import { openSite, type Site } from '../web/site/site.ts';
import { openBrowser } from './chromium.ts';
import { accessibilityFaults, overflowOf } from './faults.ts';

const PICTURES = join(import.meta.dirname, '../../var/pictures');
const DESKTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
const WALL = { width: 1920, height: 1080 };
const MINUTE = 60_000;

describeWith(['chromium'], 'a watch on a phone', () => {
  let browser: Browser;
  let on: OnWatch;
  let site: Site;
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  async function checked(): Promise<void> {
    const { app, unitId, shift } = on;
    const common = { postId: shift.postId, phrases: ['Không mở', 'Chậm'], withinMinutes: 60 } as const;
    const state = { asks: { kind: 'state' }, severity: 'serious', times: { kind: 'start' } } as const;
    await saveChecks(app, {
      unitId,
      actor: 'khoa',
      checks: [
        { ...common, ...state, name: 'Đăng nhập cổng DVC', system: 'Cổng DVC' },
        { ...common, ...state, name: 'Bảng cảnh báo Kaspersky', system: 'Kaspersky' },
        {
          ...{ ...common, severity: 'warning', name: 'Nhiệt độ phòng máy', system: 'Phòng máy' },
          ...{ times: { kind: 'start' }, asks: { kind: 'figure', measure: '°C', least: 18, most: 27 } },
        },
      ],
    });
  }

  async function look(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: join(PICTURES, `watch-${name}.png`) });
    expect(await accessibilityFaults(page), name).toEqual([]);
    expect(await overflowOf(page), name).toBeLessThanOrEqual(0);
  }

  async function open(staffId: string): Promise<Page> {
    const link = await issuePersonalLink(on.app, { unitId: on.unitId, staffId, actor: 'ha' });
    const context = await browser.newContext({ viewport: PHONE, hasTouch: true });
    const page = await context.newPage();
    await page.goto(`${site.url}/me/${link.token}/shift`);
    return page;
  }

  const words = async () => (await listLog(on.app.db, { unitId: on.unitId }, 20)).map((each) => each.words);

  it('loses nothing without network, sends it once and in order, and is handed over', async () => {
    on = await unitOnWatch();
    await checked();
    site = await openSite(on.app);
    const { app, unitId, shift, first, second } = on;
    on.setTime(shift.span.start + 6 * MINUTE);
    await writeEntry(app, {
      ...{ unitId, key: 'seed-of-walk-1', actor: 'lan', staffId: second, kind: 'observation' },
      ...{ words: 'Thay ắc quy UPS số 2', wants: { who: 'Tổ hạ tầng' } },
    });
    const wall = await (await browser.newContext({ viewport: WALL })).newPage();
    const display = await issueDisplayLink(app, { unitId, name: '', phones: true, dims: false, actor: 'ha' });
    const onWall = async (): Promise<string> => {
      await wall.goto(site.url + displayPath(display));
      return (await wall.textContent('.wall-board')) ?? '';
    };
    expect(await onWall()).toMatch(/Sự cố đang mở[^0-9]*\d\d:\d\d\s*không có/);
    const page = await (await browser.newContext({ viewport: PHONE, hasTouch: true })).newPage();
    await page.goto(`${site.url}/units/${unitId}/me/shift?staff=${first}`);
    await page.getByRole('button', { name: 'Giữ lịch' }).click();
    await page.getByRole('button', { name: 'Thôi giữ' }).waitFor();
    await look(page, 'shift');
    await page.getByRole('link', { name: 'Không đạt' }).first().click();
    await page.getByText('Chậm', { exact: true }).click();
    await look(page, 'check');
    await page.getByRole('button', { name: 'Ghi không đạt' }).click();
    await page.waitForURL(/\/shift\?/);
    expect(await words()).toContain('Đăng nhập cổng DVC: Chậm');

    const address = `${site.url}/units/${unitId}/me/shift?staff=${first}`;
    await page.goto(address);
    await page.context().setOffline(true);
    for (const line of ['Máy in tầng 2 kẹt giấy.', 'Đã gọi bảo vệ mở cửa.']) {
      await page.getByLabel('Ghi vào nhật ký…').fill(line);
      await page.getByRole('button', { name: 'Gửi' }).click();
    }
    await page.getByText(/2 dòng giữ trong máy/).waitFor();
    expect(await words()).not.toContain('Máy in tầng 2 kẹt giấy.');
    // Loaded anew without network it is there, as the phone keeps it, and goes on being written on.
    await page.goto(address);
    await page.locator('[data-kept]').waitFor();
    await page.getByText(/2 dòng giữ trong máy/).waitFor();
    // “Không đạt” leads to a page that is not kept: without network it is one touch.
    await page.getByRole('link', { name: 'Không đạt' }).first().click();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByLabel('Ghi vào nhật ký…').fill('Cửa đã mở.');
    await page.getByRole('button', { name: 'Gửi' }).click();
    await page.getByText(/3 dòng giữ trong máy/).waitFor();
    await look(page, 'kept');
    await page.context().setOffline(false);
    await expect.poll(words).toContain('Cửa đã mở.');
    const written = ['Cửa đã mở.', 'Đã gọi bảo vệ mở cửa.', 'Máy in tầng 2 kẹt giấy.'];
    expect((await words()).slice(0, 3)).toEqual(written);
    expect(new Set(await words()).size).toBe((await words()).length);

    const { token } = await issueApiToken(app, { unitId, name: 'Kaspersky', may: 'alert', actor: 'ha' });
    const alert = { key: 'kt-7', title: 'Trojan-Ransom ở phòng Kế toán', severity: 'serious' };
    await takeAlerts(app, { token, client: 'walk', body: { alerts: [alert] } });
    expect(await onWall()).toContain('Trojan-Ransom ở phòng Kế toán');
    await page.goto(address);
    const came = page.locator('.shift-alert', { hasText: 'Trojan-Ransom' });
    await look(page, 'alert');
    await came.getByRole('button', { name: 'Nhận cảnh báo Trojan-Ransom ở phòng Kế toán' }).click();
    await came.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Mở sự cố' }).click();
    await page.getByLabel('Chuyện gì, ở đâu').fill('Mã độc tống tiền, phòng Kế toán');
    await page.getByLabel('Nghiêm trọng', { exact: true }).check();
    await page.getByRole('button', { name: 'Mở sự cố' }).click();
    await page.getByRole('heading', { name: /^SC-01/ }).waitFor();
    await page
      .getByRole('button', { name: /nghe máy$/ })
      .first()
      .click();
    await page
      .getByText(/nghe máy$/)
      .first()
      .waitFor();
    await look(page, 'incident');
    expect(await onWall()).toMatch(/Mã độc tống tiền, phòng Kế toán[\s\S]*còn 23 giờ 59 phút/);
    await look(wall, 'wall');
    await page.getByRole('link', { name: 'Soạn' }).first().click();
    await page.getByLabel('Đã gửi cách nào, ai nhận').fill('trực ban nhận');
    await look(page, 'report');
    await page.getByRole('button', { name: 'Ghi đã gửi' }).click();
    await page
      .getByText(/trực ban nhận/)
      .first()
      .waitFor();

    on.setTime(shift.span.end - 12 * MINUTE);
    await page.goto(address);
    await page.getByRole('link', { name: 'Bàn giao', exact: true }).click();
    await page.getByText('SC-01, Mã độc tống tiền').waitFor();
    await page.getByLabel('Lời dặn').fill('Máy in để sáng gọi thợ.');
    await look(page, 'handover');
    for (const reason of await page.getByLabel('Vì sao bỏ lỡ').all()) await reason.fill('mất điện');
    await page.getByRole('button', { name: /^Ký và giao/ }).click();
    await page.waitForURL(/\/shift\?/);
    const next = await open(second);
    await next.getByRole('link', { name: 'Nhận bàn giao từ ca trước' }).click();
    await next.getByText('Máy in để sáng gọi thợ.').waitFor();
    await look(next, 'receive');
    await next.getByRole('button', { name: 'Đã đọc, ký nhận' }).click();
    await next.waitForURL(/\/shift$/);

    const desk = await (await browser.newContext({ viewport: DESKTOP })).newPage();
    await desk.goto(site.url + logPath(unitId));
    await desk.getByText('Máy in để sáng gọi thợ.').waitFor();
    await look(desk, 'log');
    await desk.setViewportSize(PHONE);
    await look(desk, 'log-phone');
    await desk.setViewportSize(DESKTOP);
    await desk.goto(site.url + watchSettingsPath(unitId));
    await look(desk, 'settings');
    expect((await verifyLog(app, unitId)).faults).toEqual([]);
  });
});
