/**
 * From a published roster to who stood, on a phone: told by push, “đã nhận lịch” by its one touch, read without network, a
 * second version that asks only those it touches, a call in sick at night answered by many, six touches in all, and a screen on
 * the wall with a link of its own.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  issueDisplayLink,
  readDisplayLinks,
  revokeDisplayLink,
} from '../../src/app/displays/display-links.ts';
import { pushKeysOf } from '../../src/app/notices/push-keys.ts';
import { readReceptions } from '../../src/app/notices/read-receptions.ts';
import { sendNotices } from '../../src/app/notices/send-notices.ts';
import { issuePersonalLink } from '../../src/app/own/issue-personal-link.ts';
import { getPlan } from '../../src/app/periods/get-plan.ts';
import { findVersion } from '../../src/app/versions/find-version.ts';
import type { Instant } from '../../src/calendar/interval.ts';
import { formatInstant, VIETNAM } from '../../src/calendar/zone.ts';
import type { Case } from '../../src/domain/case.ts';
import { createPusher } from '../../src/net/web-push.ts';
import { saveLastResort } from '../../src/store/unit-store.ts';
import { sickPath } from '../../src/web/paths/replacements.ts';
import { device, pushSite } from '../app/notices/push-site.ts';
import { loadInto, published, withoutRules } from '../app/sample-app.ts';
import { describeWith } from '../programs.ts';
import { sampleCase } from '../sample-case.ts';
import { type MakingSite, makingSite } from '../web/draft/making-site.ts';
import { openBrowser } from './chromium.ts';
import { accessibilityFaults, overflowOf } from './faults.ts';

const PICTURES = join(import.meta.dirname, '../../var/pictures');
const PHONE = { width: 390, height: 844 };
const HOUR_MS = 3_600_000;

describeWith(['chromium'], 'a phone and a wall that are told', () => {
  let browser: Browser;
  let making: MakingSite;
  let shiftId = '';
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  function idOf(index: number): string {
    return making.plan.staff[index]?.id ?? '';
  }

  /** Two posts at once, two hours before they begin. */
  async function publish(): Promise<void> {
    making = await makingSite();
    const { app, key, plan } = making;
    const [first] = plan.shifts.toSorted((a, b) => a.span.start - b.span.start);
    if (!first) throw new Error('the sample has shifts');
    shiftId = first.id;
    await published(app, key, [
      { shiftId, place: 0, staffId: idOf(0) },
      {
        shiftId: plan.shifts.find(({ span }) => span.start > first.span.end)?.id ?? '',
        place: 0,
        staffId: idOf(1),
      },
    ]);
    app.setClock(new Date(first.span.start - 2 * HOUR_MS + 7 * HOUR_MS).toISOString().slice(0, 16));
  }

  async function linkOf(index: number): Promise<string> {
    const { app, key } = making;
    const { token } = await issuePersonalLink(app, { unitId: key.unitId, staffId: idOf(index), actor: 'ha' });
    return `${making.site.url}/me/${token}`;
  }

  async function look(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: join(PICTURES, `reach-${name}.png`), fullPage: true });
    expect(await accessibilityFaults(page), name).toEqual([]);
    expect(await overflowOf(page), name).toBeLessThanOrEqual(0);
  }

  async function missing(): Promise<string[]> {
    const { people } = await readReceptions(making.app, making.key);
    return people.filter(({ state }) => state === 'missing').map(({ staffId }) => staffId);
  }

  async function phone(): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: PHONE, hasTouch: true });
    await context.grantPermissions(['notifications'], { origin: making.site.url });
    return context;
  }

  it('keeps the own page, is told by push, and says “đã nhận lịch” by its one touch', async () => {
    await publish();
    const { app } = making;
    const [service, told] = [await pushSite(), device('/phone')];
    const context = await phone();
    // The push service browsers use is out of reach of a test: ours takes its place.
    await context.addInitScript((target) => {
      const { endpoint, p256dh, auth } = target;
      const subscription = {
        toJSON: () => ({ endpoint, keys: { p256dh, auth } }),
        unsubscribe: async () => true,
      };
      let asked = false;
      const { PushManager } = globalThis as unknown as { PushManager: { prototype: object } };
      Object.assign(PushManager.prototype, {
        subscribe: async () => {
          asked = true;
          return subscription;
        },
        getSubscription: async () => (asked ? subscription : null),
      });
    }, told.target);
    const page = await context.newPage();
    await page.goto(await linkOf(0));
    const card = page.locator('[data-device]');
    await card.waitFor();
    await card.getByRole('button', { name: 'Giữ lịch' }).click();
    await card.getByRole('button', { name: 'Thôi giữ' }).waitFor();
    await card.getByRole('button', { name: 'Bật báo' }).click();
    await card.getByRole('button', { name: 'Tắt báo' }).waitFor();
    await look(page, 'own');

    const contact = 'https://truc.lamgiang.example';
    const pusher = createPusher(service.send, { ...pushKeysOf(app), contact });
    await sendNotices(app, { pusher, send: service.send, publicUrl: contact, language: 'vi' });
    const text = told.read(service.messages[0]?.body ?? Buffer.alloc(0));
    expect(await missing()).toContain(idOf(0));
    const [worker] = context.serviceWorkers();
    if (!worker) throw new Error('no service worker runs');
    await worker.evaluate(async (pushed) => {
      const scope = globalThis as unknown as {
        registration: { getNotifications(): Promise<readonly object[]> };
        dispatchEvent(event: Event): boolean;
      };
      const made = globalThis as unknown as Record<
        'PushEvent' | 'NotificationEvent',
        new (
          kind: string,
          init: object,
        ) => Event
      >;
      scope.dispatchEvent(new made.PushEvent('push', { data: pushed }));
      const until = Date.now() + 60_000;
      while ((await scope.registration.getNotifications()).length === 0 && Date.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const [notification] = await scope.registration.getNotifications();
      scope.dispatchEvent(
        new made.NotificationEvent('notificationclick', { action: 'receive', notification }),
      );
    }, JSON.stringify(text));
    await expect.poll(missing).not.toContain(idOf(0));

    await context.setOffline(true);
    await page.reload();
    await page.getByText('Không có mạng. Trang này là của lúc').waitFor();
    await look(page, 'offline');
    await context.close();
  });

  it('asks only those a second version touches, and finds someone at night in six touches', async () => {
    await publish();
    const { app, key, plan } = making;
    const manager = await (await phone()).newPage();
    let touches = 0;
    const touch = async (page: Page, name: RegExp, role: 'button' | 'link' = 'button'): Promise<void> => {
      touches++;
      await page.getByRole(role, { name }).first().click();
    };
    await manager.goto(making.site.url + sickPath(key.unitId));
    await touch(manager, new RegExp(`^${plan.staff[0]?.name ?? ''}`), 'link');
    await touch(manager, /^Tìm người thay/, 'link');
    await look(manager, 'replace');
    await touch(manager, /^Hỏi cả/);
    await manager.getByText(/Đã hỏi \d+ người/).waitFor();
    await look(manager, 'asked');
    const call = await app.db.selectFrom('seat_call_person').selectAll().execute();
    const taker = plan.staff.findIndex(({ id }) => id === call[0]?.staff_id);
    const asked = await (await phone()).newPage();
    await asked.goto(await linkOf(taker));
    await look(asked, 'call');
    await touch(asked, /^Tôi nhận/);
    await asked.getByText('Bạn đã nhận ca.').waitFor();
    expect(touches).toBeLessThanOrEqual(6);
    const version = await findVersion(app, key);
    expect(version?.number).toBe(2);
    expect(await missing()).toContain(idOf(taker));
    const people = await making.get(`/periods/${key.periodId}/people`);
    expect(people.text).toContain(plan.staff[taker]?.name ?? '?');
  });

  it('shows on the wall who is on duty by a link of its own, and says when that link was ended', async () => {
    await publish();
    const { app, key, plan } = making;
    const unitId = key.unitId;
    const token = await issueDisplayLink(app, {
      unitId,
      name: 'Phòng trực',
      phones: false,
      dims: true,
      actor: 'ha',
    });
    const start = plan.shifts.find(({ id }) => id === shiftId)?.span.start ?? 0;
    app.setClock(new Date(start + HOUR_MS + 7 * HOUR_MS).toISOString().slice(0, 16));
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    const page = await context.newPage();
    await page.clock.install({ time: app.clock() });
    await page.goto(`${making.site.url}/wall/${token}`);
    await page
      .getByText(plan.staff[0]?.name ?? '?')
      .first()
      .waitFor();
    await page.screenshot({ path: join(PICTURES, 'reach-wall.png') });
    expect(await page.content()).not.toMatch(/href="tel:/);
    const stale = page.locator('[data-stale]');
    expect(await stale.isVisible()).toBe(false);
    // The screen's clock set by hand.
    await page.clock.setSystemTime(app.clock() + 10 * 60_000);
    await page.clock.runFor(31_000);
    await expect.poll(() => stale.textContent()).toContain('Đồng hồ');
    await page.clock.setSystemTime(app.clock());
    for (const { id } of await readDisplayLinks(app, unitId))
      await revokeDisplayLink(app, { unitId, id, actor: 'ha' });
    await page.clock.runFor(31_000);
    await expect.poll(() => stale.textContent()).toContain('đã bị ngắt');
    const settings = await (await phone()).newPage();
    await settings.goto(`${making.site.url}/units/${unitId}/displays`);
    await settings.getByLabel('Treo ở đâu').fill('Sảnh');
    await look(settings, 'displays');
    await settings.getByRole('button', { name: 'Tạo đường dẫn' }).click();
    await look(settings, 'display-made');
  });

  it('fits eight posts of two people on a screen of 1080 or 768 lines, a warning above included', async () => {
    making = await makingSite();
    const { app } = making;
    const key = await loadInto(app, eightPosts());
    const { shifts, staff } = await getPlan(app, key);
    const seats = shifts.flatMap((shift, i) =>
      [0, 1].map((place) => ({
        shiftId: shift.id,
        place,
        staffId: staff[(2 * i + place) % staff.length]?.id ?? '',
      })),
    );
    await published(app, key, seats);
    await saveLastResort(app.db, key.unitId, '0900 000 199');
    const link = { unitId: key.unitId, name: 'Phòng trực', phones: true, dims: true, actor: 'ha' };
    const token = await issueDisplayLink(app, link);
    const [first] = shifts;
    app.setClock(formatInstant((first?.span.start ?? 0) as Instant, VIETNAM).slice(0, 16));
    const page = await browser.newPage();
    for (const [width, height] of [
      [1920, 1080],
      [1366, 768],
    ] as const) {
      await page.setViewportSize({ width, height });
      // The screen's own clock is another: it says so.
      await page.goto(`${making.site.url}/wall/${token}`);
      await page.locator('[data-stale]').waitFor();
      expect(await page.getByText('0900 000 199').count()).toBe(1);
      const { scrollHeight, clientHeight } = (await page.evaluate(
        '({ scrollHeight: document.documentElement.scrollHeight, clientHeight: document.documentElement.clientHeight })',
      )) as { scrollHeight: number; clientHeight: number };
      expect(scrollHeight).toBe(clientHeight);
      await page.screenshot({ path: join(PICTURES, `reach-wall-${height}.png`) });
    }
  });
});

/** A unit of its own, without skills, with names of every length. */
function eightPosts(): Case {
  const base = withoutRules(sampleCase('unit-small'));
  const watch = base.posts.find(({ tier }) => tier === 'watch');
  const [someone] = base.staff;
  if (!watch || !someone) throw new Error('the sample has a watch and staff');
  const cover = { minimum: 2, target: 2 };
  const names = [
    'Nguyễn Hoàng Thị Khánh Vân',
    'Trần Minh Nam',
    'Lê Lan',
    'Đỗ Thị Hồng Nhung',
    'Bùi Quang Huy',
  ];
  return {
    ...base,
    unit: { ...base.unit, id: 'tam-vi-tri', name: 'Đơn vị tám vị trí' },
    period: { ...base.period, id: 'tam-vi-tri' },
    posts: Array.from({ length: 8 }, (_, i) => ({
      ...watch,
      id: `v${i}`,
      name: `Trực giám sát an toàn thông tin số ${i + 1}`,
      shortName: `Giám sát ATTT ${i + 1}`,
      skills: [],
      cover,
      patterns: watch.patterns.map(({ cover: _own, ...pattern }) => pattern),
    })),
    staff: Array.from({ length: 20 }, (_, i) => ({
      ...someone,
      id: `n${i}`,
      name: `${names[i % names.length]}`,
      skills: [],
      phone: `0900 000 ${100 + i}`,
    })),
    availability: [],
    ledger: [],
    pins: [],
    past: [],
  };
}
