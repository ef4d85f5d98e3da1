/** A watch on a phone, with the network cut in the middle: checks, lines, an open item, the handover, and the log it all stands in. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveChecks } from '../../src/app/checks/save-checks.ts';
import { verifyLog } from '../../src/app/log/verify-log.ts';
import { writeEntry } from '../../src/app/log/write-entry.ts';
import { issuePersonalLink } from '../../src/app/own/issue-personal-link.ts';
import { listLog } from '../../src/store/log-store.ts';
import { logPath, watchSettingsPath } from '../../src/web/paths/log.ts';
import { type OnWatch, unitOnWatch } from '../app/log/unit-on-watch.ts';
import { describeWith } from '../programs.ts';
import { openSite, type Site } from '../web/site/site.ts';
import { openBrowser } from './chromium.ts';
import { accessibilityFaults, overflowOf } from './faults.ts';

const PICTURES = join(import.meta.dirname, '../../var/pictures');
const DESKTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
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
    const page = await open(first);
    await look(page, 'shift');
    await page.getByRole('link', { name: 'Không đạt' }).first().click();
    await page.getByText('Chậm', { exact: true }).click();
    await look(page, 'check');
    await page.getByRole('button', { name: 'Ghi không đạt' }).click();
    await page.waitForURL(/\/shift$/);
    expect(await words()).toContain('Đăng nhập cổng DVC: Chậm');

    const address = page.url();
    await page.context().setOffline(true);
    for (const line of ['Máy in tầng 2 kẹt giấy.', 'Đã gọi bảo vệ mở cửa.']) {
      await page.getByLabel('Ghi vào nhật ký…').fill(line);
      await page.getByRole('button', { name: 'Gửi' }).click();
    }
    await page.getByText(/2 dòng giữ trong máy/).waitFor();
    await look(page, 'offline');
    expect(await words()).not.toContain('Máy in tầng 2 kẹt giấy.');
    // Whoever loads the page anew meanwhile finds nothing there, and loses nothing.
    await page.reload().catch(() => undefined);
    await page.context().setOffline(false);
    await page.goto(address);
    await expect.poll(words).toContain('Đã gọi bảo vệ mở cửa.');
    expect((await words()).slice(0, 2)).toEqual(['Đã gọi bảo vệ mở cửa.', 'Máy in tầng 2 kẹt giấy.']);

    on.setTime(shift.span.end - 12 * MINUTE);
    await page.reload();
    await page.getByRole('link', { name: 'Bàn giao' }).click();
    await page.getByLabel('Lời dặn').fill('Máy in để sáng gọi thợ.');
    await look(page, 'handover');
    await page.getByRole('button', { name: /^Ký và giao/ }).click();
    await page.waitForURL(/\/shift$/);
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
