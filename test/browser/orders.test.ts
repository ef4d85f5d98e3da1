/** One order from above, all the way: written, answered by link and by roster, lacking, reminded, gathered, stood, reported, changed. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { issueAnswerLinks } from '../../src/app/orders/answer-links.ts';
import { getPlan } from '../../src/app/periods/get-plan.ts';
import { NO_CONTACT } from '../../src/domain/unit-tree.ts';
import { listOrders } from '../../src/store/order-store.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import { savePlace } from '../../src/store/unit-tree-store.ts';
import { loadInto, published, type SampleApp, sampleApp, seat, withoutRules } from '../app/sample-app.ts';
import { order as orderFacts } from '../orders/order-facts.ts';
import { describeWith } from '../programs.ts';
import { sampleCase } from '../sample-case.ts';
import { openSite } from '../web/site/site.ts';
import { openBrowser } from './chromium.ts';
import { accessibilityFaults, overflowOf } from './faults.ts';

const TOP = 'so';
const KIND = 'Xã, phường';
const PHONE = { width: 390, height: 844 };
const LINKED = ['xa-a', 'xa-b', 'xa-c'] as const;

describeWith(['chromium'], 'an order from above', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  async function treeOf(app: SampleApp): Promise<{ readonly unitId: string; readonly periodId: string }> {
    const { zone } = orderFacts();
    const place = {
      kind: KIND,
      branch: '',
      contact: { ...NO_CONTACT, name: 'Lò Thị Hoa', phone: '0900 000 081' },
    };
    await saveUnit(app.db, { id: TOP, name: 'Sở Khoa học và Công nghệ', zone });
    await savePlace(app.db, { ...place, unitId: TOP, kind: '' }, app.clock());
    const key = await loadInto(app, withoutRules(sampleCase('unit-small')));
    for (const id of LINKED) await saveUnit(app.db, { id, name: `Xã ${id.slice(-1).toUpperCase()}`, zone });
    for (const unitId of [...LINKED, key.unitId]) {
      await savePlace(app.db, { ...place, unitId, superiorId: TOP }, app.clock());
    }
    return key;
  }

  /** Writes a name and a telephone into the cells that are wanted, and sends. */
  async function answer(address: string, cells: readonly number[]): Promise<Page> {
    const context = await browser.newContext({ viewport: PHONE, hasTouch: true });
    const page = await context.newPage();
    await page.goto(address);
    for (const day of await page.locator('details.answer-day:not([open]) > summary').all()) await day.click();
    for (const i of cells) {
      const cell = page.locator('fieldset.answer-cell').nth(i);
      const other = cell.locator('label.answer-other');
      if (await other.isVisible()) await other.click();
      await cell.locator(`input[name="name-${i}"]`).fill(`Lò Văn ${'ABCD'[i]}`);
      await cell.locator(`input[name="phone-${i}"]`).fill('0901 234 567');
    }
    await page.locator('.answer-foot button').click();
    await page.waitForURL(/sent/);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    return page;
  }

  it('comes back whole: asked, answered, reminded, gathered, stood, reported, sent again', async () => {
    const app = await sampleApp();
    app.setClock('2027-01-20T08:00');
    const key = await treeOf(app);
    const site = await openSite(app);
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
    const at = (path: string) => page.goto(`${site.url}/units/${TOP}/${path}`);

    await at('orders/new');
    await page.getByLabel('Tên yêu cầu').fill('Trực Tết Đinh Mùi 2027');
    await page.getByRole('textbox', { name: 'Ngày đầu' }).fill('04/02/2027');
    await page.getByRole('textbox', { name: 'Ngày cuối' }).fill('05/02/2027');
    await page.locator(`input[name="kind"][value="${KIND}"]`).check();
    for (const [i, name, tier] of [
      [0, 'Lãnh đạo', 'leader'],
      [1, 'Giám sát', 'watch'],
    ] as const) {
      await page.locator(`[name="demand-${i}-name"]`).fill(name);
      await page.locator(`[name="demand-${i}-tier"]`).selectOption(tier);
      await page.locator(`[name="demand-${i}-start"]`).fill('07:00');
    }
    await page.locator('[name="deadline-0-at"]').fill('17:00 29/01/2027');
    await page.locator('[name="report-0-mode"]').selectOption('moments');
    await page.locator('[name="report-0-at-0"]').fill('09:00 05/02/2027');
    await page.locator('button[name="act"][value="review"]').click();
    await page.locator('button[name="act"][value="send"]').click();
    await expect.poll(async () => (await listOrders(app.db, TOP))[0]?.state).toBe('sent');
    const orderId = (await listOrders(app.db, TOP))[0]?.id ?? '';
    const order = `orders/${orderId}`;

    const links = await issueAnswerLinks(app, { unitId: TOP, orderId, only: [...LINKED], actor: 'ha' });
    const addressOf = (unitId: string) =>
      `${site.url}/answer/${links.find((each) => each.unitId === unitId)?.token}`;
    await answer(addressOf('xa-a'), [0, 1, 2, 3]);
    const lacking = await answer(addressOf('xa-b'), [0, 1, 2]);
    expect(await lacking.locator('.answer-band').textContent()).toMatch(/Giám sát/);

    const plan = await getPlan(app, key);
    const leads = plan.shifts.findIndex(({ postId }) => postId === 'lanh-dao');
    await published(app, key, [seat(plan, leads, 0)]);
    const own = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
    const asked = `${site.url}/units/${key.unitId}/asked/${orderId}`;
    await own.goto(asked);
    await own.locator('.asked-preview form button').click();
    await expect.poll(() => own.locator('.orders-rows').textContent()).toMatch(/Lần 1/);

    app.setClock('2027-01-30T08:00');
    await at(`${order}/overview`);
    const groups = await page.locator('.overview-table').textContent();
    expect(groups).toMatch(/Quá hạn, chưa gửi\s+1 đơn vị/);
    expect(groups).toMatch(/Xã B[\s\S]*Thiếu/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: /^Nhắc 1 đơn vị/ }).click();
    await page.locator('form:has(input[name="way"][value="text"]) button:not([type="button"])').click();
    await page.waitForURL(/sent=1/);

    await answer(addressOf('xa-c'), [0, 1, 2, 3]);
    await answer(addressOf('xa-b'), [3]);
    await at(`${order}/overview`);
    expect(await page.locator('.overview-table').textContent()).not.toContain('Quá hạn, chưa gửi');
    const list = await page.request.get(`${site.url}/units/${TOP}/${order}/list.csv`);
    expect((await list.text()).split('Xã ').length - 1).toBe(3 * 4);

    app.setClock('2027-02-05T08:40');
    await at('on-duty?q=xa+b');
    expect(await page.locator('.duty-table').textContent()).toMatch(/Lò Văn/);
    await own.goto(`${site.url}/units/xa-a/asked/${orderId}/reports`);
    await own.getByRole('button', { name: 'Bình thường' }).click();
    await own.waitForURL(/done=sent/);
    await at(`${order}/reports`);
    expect(await page.locator('.report-table').textContent()).toMatch(/Xã A[\s\S]*Bình thường/);

    await published(app, key, [seat(plan, leads, 1)]);
    await at(`${order}/overview?q=`);
    await page.goto(`${site.url}/units/${TOP}/${order}/overview?standing=lacking`);
    expect(await page.locator('.overview-table').textContent()).toContain('bản mới hơn');
    await own.goto(asked);
    await own.locator('.asked-preview form button').click();
    await expect.poll(() => own.locator('.orders-rows').textContent()).toMatch(/Lần 2/);
    await page.reload();
    expect(await page.locator('.overview-table').textContent()).not.toContain('bản mới hơn');
    await site.close();
  }, 90_000);
});
