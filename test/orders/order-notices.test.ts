/** What asked units hear of an order: managers by their own ways, the contact by mail, a unit without accounts with a link of its own. */

import { describe, expect, it } from 'vitest';
import { openAnswerSheet } from '../../src/app/answers/link-answer.ts';
import { previewRosterAnswer, sendRosterAnswer } from '../../src/app/answers/send-roster.ts';
import type { Mail } from '../../src/app/notices/mailer.ts';
import { setPhoneDays } from '../../src/app/orders/phone-days.ts';
import { saveOrder } from '../../src/app/orders/save-order.ts';
import { liftOrder, sendOrder } from '../../src/app/orders/send-order.ts';
import { tellDeadlines } from '../../src/app/orders/tell-deadlines.ts';
import { readOverview } from '../../src/app/overview/read-overview.ts';
import { remindUnits } from '../../src/app/overview/remind-units.ts';
import { sendReminders } from '../../src/app/overview/send-reminders.ts';
import { VIETNAM } from '../../src/calendar/zone.ts';
import { AppError } from '../../src/kernel/app-error.ts';
import { insertAccount } from '../../src/store/account-store.ts';
import { saveMembership } from '../../src/store/membership-store.ts';
import { listNotices } from '../../src/store/notice-store.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import { savePlace } from '../../src/store/unit-tree-store.ts';
import { loaded, published, seat } from '../app/sample-app.ts';
import { CONTENT, LEADER } from './order-facts.ts';

const made = { actor: 'test' };

/** A unit with a manager who is on its staff list, and a commune that has nothing but a mail address. */
async function setting() {
  const { app, key, plan } = await loaded();
  const { unitId } = key;
  const staffId = plan.staff[0]?.id ?? '';
  await saveUnit(app.db, { id: 'so', name: 'Sở Khoa học và Công nghệ', zone: VIETNAM });
  await saveUnit(app.db, { id: 'xa', name: 'UBND xã Bản Mạ', zone: VIETNAM });
  const contact = { name: '', title: '', phone: '', email: '' };
  const place = { superiorId: 'so', kind: 'Xã, phường', branch: '' };
  await savePlace(app.db, { ...place, unitId, contact }, app.clock());
  await savePlace(
    app.db,
    { ...place, unitId: 'xa', contact: { ...contact, email: 'vp@xa.example' } },
    app.clock(),
  );
  const account = { id: 'ha', name: 'Hà', signInName: 'ha', language: 'vi', operator: false } as const;
  await insertAccount(app.db, { ...account, createdAt: app.clock() } as never, '');
  await saveMembership(app.db, { accountId: 'ha', unitId, role: 'manager', staffId });
  const orderId = await saveOrder(app, { ...made, unitId: 'so', content: CONTENT });
  const order = { unitId: 'so', orderId };
  await sendOrder(app, { ...made, ...order, content: CONTENT });
  const told = async () =>
    (await listNotices(app.db, { unitId, staffId }, 20)).flatMap(({ facts }) =>
      facts.kind === 'order' ? [facts] : [],
    );
  const mails: Mail[] = [];
  const post = { publicUrl: 'http://so.example', language: 'vi' } as const;
  const mailer = async (mail: Mail) => void mails.push(mail);
  return { app, key, plan, unitId, order, told, mails, post, mailer };
}

describe('an order', () => {
  it('is told when it comes, changes and is lifted, to who answers and to nobody twice', async () => {
    const { app, order, told } = await setting();
    expect((await told()).map(({ what, orderName }) => [what, orderName])).toEqual([['came', CONTENT.name]]);
    await sendOrder(app, { ...made, ...order, content: CONTENT });
    expect(await told()).toHaveLength(1);
    await sendOrder(app, { ...made, ...order, content: { ...CONTENT, demands: [LEADER] } });
    expect((await told())[0]).toMatchObject({ what: 'changed', parts: ['demands'] });
    await liftOrder(app, order, 'test');
    expect((await told()).map(({ what }) => what)).toEqual(['lifted', 'changed', 'came']);
  });

  it('is mailed to a unit without accounts with its own link; one that nobody was sent opens nothing', async () => {
    const { app, mails, post, mailer } = await setting();
    const failed: string[] = [];
    const busy = async ({ text }: Mail) => {
      failed.push(text);
      throw new AppError('unavailable', 'mail.unreachable');
    };
    expect(await sendReminders(app, { ...post, mailer: busy })).toBe(1);
    app.setClock('2027-01-20T08:10');
    expect(await sendReminders(app, { ...post, mailer })).toBe(1);
    const tokenIn = (text = ''): string => /\/answer\/([\w-]{43})/.exec(text)?.[1] ?? '';
    expect([mails[0]?.to, mails[0]?.subject]).toEqual([
      'vp@xa.example',
      'Yêu cầu trực: Trực Tết Đinh Mùi 2027 (12/SKHCN-CNS)',
    ]);
    expect(await openAnswerSheet(app, tokenIn(mails[0]?.text))).toMatchObject({ open: true });
    expect(await openAnswerSheet(app, tokenIn(failed[0]))).toMatchObject({ open: false, why: 'revoked' });
  });

  it('is mailed to a manager who is on no staff list, by the address they sign in with', async () => {
    const { app, unitId, order, mails, post, mailer } = await setting();
    for (const [id, signInName] of [
      ['nga', 'nga@so-y-te.example'],
      ['bao', 'bao'],
    ] as const) {
      const account = { id, name: id, signInName, language: 'vi', operator: false } as const;
      await insertAccount(app.db, { ...account, createdAt: app.clock() } as never, '');
      await saveMembership(app.db, { accountId: id, unitId, role: 'manager' });
    }
    await sendOrder(app, { ...made, ...order, content: { ...CONTENT, demands: [LEADER] } });
    await sendReminders(app, { ...post, mailer });
    const own = mails.filter(({ to }) => to === 'nga@so-y-te.example');
    expect(own.map(({ subject }) => subject.split(':')[0])).toEqual(['Yêu cầu trực đã đổi']);
    // Whoever has an account is sent no link that opens without one.
    expect(own[0]?.text).not.toContain('/answer/');
  });

  it('is told again by its superior, to who answers and by mail, once within an hour', async () => {
    const { app, unitId, order, told, mails, post, mailer } = await setting();
    await sendReminders(app, { ...post, mailer });
    const key = { unitId: 'so', orderId: order.orderId };
    const reminding = { ...made, key, way: 'mail', unitIds: [unitId, 'xa'], standing: 'waiting' } as const;
    expect(await remindUnits(app, reminding)).toEqual({ sent: 2, passed: 0 });
    expect((await told()).map(({ what }) => what)).toEqual(['remind', 'came']);
    await remindUnits(app, reminding);
    expect(await told()).toHaveLength(2);
    await sendReminders(app, { ...post, mailer });
    expect(mails.map(({ to }) => to)).toEqual(['vp@xa.example', 'vp@xa.example']);
  });

  it('is told a day before its deadline and once it is past, each once, and no more once answered', async () => {
    const { app, key, plan, unitId, order, told, mails, post, mailer } = await setting();
    await sendReminders(app, { ...post, mailer });
    expect(await tellDeadlines(app)).toBe(0);
    app.setClock('2027-01-28T17:01');
    expect([await tellDeadlines(app), await tellDeadlines(app)]).toEqual([2, 0]);
    expect((await told())[0]).toMatchObject({ what: 'near' });
    await published(app, key, [seat(plan, 0, 0)]);
    const choice = { unitId, orderId: order.orderId, periodId: key.periodId };
    const { version } = await previewRosterAnswer(app, choice);
    await sendRosterAnswer(app, { ...made, ...choice, version });
    app.setClock('2027-01-29T17:01');
    expect(await tellDeadlines(app)).toBe(1);
    expect((await told())[0]).toMatchObject({ what: 'near' });
    await sendReminders(app, { ...post, mailer });
    expect(mails.map(({ subject }) => subject.split(':')[0])).toEqual([
      ...['Yêu cầu trực', 'Sắp hết hạn gửi danh sách trực', 'Quá hạn gửi danh sách trực'],
    ]);
    // A newer roster says otherwise than what was sent.
    await published(app, key, [seat(plan, 0, 1)]);
    expect((await told())[0]).toMatchObject({ what: 'outdated' });
  });

  it('hides telephones so many days after its end as its superior sets', async () => {
    const { app, order } = await setting();
    app.setClock('2027-02-14T00:00');
    expect((await readOverview(app, order)).phones).toBe(true);
    await setPhoneDays(app, { ...made, unitId: 'so', days: 3 });
    expect((await readOverview(app, order)).phones).toBe(false);
    await expect(setPhoneDays(app, { ...made, unitId: 'so', days: -1 })).rejects.toThrow(
      'orders.fault.phone-days',
    );
  });
});
