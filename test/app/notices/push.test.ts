/** Web push over a push service of our own that decrypts: what a device is told, what travels in the clear, when it ends. */

import { describe, expect, it } from 'vitest';
import { openReceipt, receiveByToken } from '../../../src/app/notices/open-receipt.ts';
import { readOutbox, retryNotices } from '../../../src/app/notices/outbox.ts';
import { addPushDevice, countPushDevices, endPushDevices } from '../../../src/app/notices/push-devices.ts';
import { pushKeysOf } from '../../../src/app/notices/push-keys.ts';
import { readReceptions } from '../../../src/app/notices/read-receptions.ts';
import { sendNotices } from '../../../src/app/notices/send-notices.ts';
import { issuePersonalLink, revokePersonalLink } from '../../../src/app/own/issue-personal-link.ts';
import { createOutbound } from '../../../src/net/outbound.ts';
import { createPusher } from '../../../src/net/web-push.ts';
import { saveNoticeSetting } from '../../../src/store/notice-setting-store.ts';
import { type Loaded, loaded, published, seat } from '../sample-app.ts';
import { type Device, device, type PushSite, pushSite, vapidOf } from './push-site.ts';

function personId({ plan }: Loaded, index: number): string {
  const member = plan.staff[index];
  if (!member) throw new Error('the sample is larger than that');
  return member.id;
}

function add(
  site: Loaded,
  index: number,
  { target }: Pick<Device, 'target'>,
  linkId?: string,
): Promise<string> {
  const person = { unitId: site.key.unitId, staffId: personId(site, index), actor: 'cli' };
  return addPushDevice(site.app, { ...person, ...target, ...(linkId === undefined ? {} : { linkId }) });
}

function pushing({ app }: Loaded, { send }: Pick<PushSite, 'send'>) {
  const contact = 'https://truc.lamgiang.example';
  const pusher = createPusher(send, { ...pushKeysOf(app), contact });
  return { pusher, send, publicUrl: contact, language: 'vi' } as const;
}

async function publish({ app, key, plan }: Loaded, second?: number): Promise<void> {
  await published(app, key, [seat(plan, 0, second ?? 0), seat(plan, 1, 1)]);
}

describe('web push', () => {
  it('tells every device of who is touched, encrypted for it, signed as this server’s', async () => {
    const [site, service] = [await loaded(), await pushSite()];
    const [phone, tablet] = [device('/phone'), device('/tablet')];
    await add(site, 0, phone);
    const tabletId = await add(site, 0, tablet);
    await publish(site);
    await sendNotices(site.app, pushing(site, service));
    expect(service.messages.map(({ path }) => path)).toEqual(['/phone', '/tablet']);
    const [, message] = service.messages;
    if (!message) throw new Error('nothing was pushed');
    const text = tablet.read(message.body);
    expect(text).toMatchObject({ device: tabletId, receive: { say: 'Đã nhận lịch' } });
    expect(text.title).toContain('bản 1: bạn có 1 ca');
    expect(() => phone.read(message.body)).toThrow();
    const { key, claims } = vapidOf(message);
    expect(key).toBe(pushKeysOf(site.app).publicKey);
    expect(claims).toMatchObject({ sub: 'https://truc.lamgiang.example', aud: 'https://push.example' });
    expect((await readOutbox(site.app, site.key.unitId)).counts.sent).toBe(1);
  });

  it('ends with the private link that led to it, revoked or come to its last day, and with the account', async () => {
    const [site, service] = [await loaded(), await pushSite()];
    const { app, key } = site;
    const person = { unitId: key.unitId, staffId: personId(site, 0) };
    const revoked = await issuePersonalLink(app, { ...person, actor: 'cli' });
    await add(site, 0, device('/revoked'), revoked.link.id);
    expect(await countPushDevices(app, person)).toBe(1);
    const dated = await issuePersonalLink(app, { ...person, actor: 'cli' });
    expect(await countPushDevices(app, person)).toBe(0);
    await add(site, 0, device('/dated'), dated.link.id);
    const endsAt = app.clock() + 86_400_000;
    await app.db
      .updateTable('personal_link')
      .set({ ends_at: endsAt as never })
      .execute();
    expect(await countPushDevices(app, person)).toBe(1);
    app.setClock('2027-01-21T08:00');
    expect(await countPushDevices(app, person)).toBe(0);
    await publish(site);
    await sendNotices(app, pushing(site, service));
    expect(service.messages).toEqual([]);
  });

  it('has no name, phone, shift or token in the clear', async () => {
    const [site, service] = [await loaded(), await pushSite()];
    const phone = device('/phone');
    await add(site, 0, phone);
    await publish(site);
    await publish(site, 2);
    await sendNotices(site.app, pushing(site, service));
    expect(service.messages).toHaveLength(2);
    for (const { headers, body, path } of service.messages) {
      const { receive } = phone.read(body) as { receive: { path: string } };
      const clear = [path, JSON.stringify(headers), body.toString('latin1')].join();
      expect(clear).not.toContain(receive.path.split('/').at(-1));
      expect(Object.keys(headers).sort()).toEqual([
        'accept-encoding',
        'authorization',
        'connection',
        'content-encoding',
        'content-length',
        'content-type',
        'host',
        'ttl',
        'urgency',
      ]);
      for (const { name, phone: number } of site.plan.staff) {
        expect(clear).not.toContain(name);
        if (number !== '') expect(clear).not.toContain(number);
      }
    }
    const rows = JSON.stringify(await site.app.db.selectFrom('push_subscription').selectAll().execute());
    expect(rows).not.toContain('push.example');
    expect(rows).not.toContain(phone.target.auth);
  });

  it('says “đã nhận lịch” by what was pushed', async () => {
    const [site, service] = [await loaded(), await pushSite()];
    const phone = device('/phone');
    await add(site, 0, phone);
    await publish(site);
    await sendNotices(site.app, pushing(site, service));
    const { receive } = phone.read(service.messages[0]?.body ?? Buffer.alloc(0)) as {
      receive: { path: string };
    };
    const open = await openReceipt(site.app, receive.path.split('/').at(-1) ?? '');
    if (!open) throw new Error('it opens nothing');
    expect(await receiveByToken(site.app, open, 'push')).toBe('received');
    const { people } = await readReceptions(site.app, site.key);
    expect(people.find(({ staffId }) => staffId === personId(site, 0))?.receipt?.way).toBe('push');
  });

  it.each([404, 410])('forgets a device that the service answers %i for', async (status) => {
    const [site, service] = [await loaded(), await pushSite()];
    service.answers.set('/old', status);
    await add(site, 0, device('/old'));
    await add(site, 0, device('/new'));
    await publish(site);
    await sendNotices(site.app, pushing(site, service));
    const person = { unitId: site.key.unitId, staffId: personId(site, 0) };
    expect(await countPushDevices(site.app, person)).toBe(1);
    expect((await readOutbox(site.app, site.key.unitId)).counts).toMatchObject({ sent: 1, failed: 0 });
  });

  it('says so where no device is left, and tries again later where the service puts it off', async () => {
    const [site, service] = [await loaded(), await pushSite()];
    service.answers.set('/gone', 410).set('/busy', 503);
    await add(site, 0, device('/gone'));
    await add(site, 1, device('/busy'));
    await publish(site);
    const ways = pushing(site, service);
    await sendNotices(site.app, ways);
    const { deliveries } = await readOutbox(site.app, site.key.unitId);
    expect(deliveries.map(({ outcome }) => outcome).sort()).toEqual(['push.gone', 'push.later 503']);
    service.answers.clear();
    await retryNotices(site.app, { unitId: site.key.unitId, actor: 'cli' });
    await sendNotices(site.app, ways);
    expect((await readOutbox(site.app, site.key.unitId)).counts).toMatchObject({ sent: 1, failed: 1 });
  });

  it('ends with the private link it was asked for behind', async () => {
    const site = await loaded();
    const person = { unitId: site.key.unitId, staffId: personId(site, 0) };
    const { link } = await issuePersonalLink(site.app, { ...person, actor: 'cli' });
    await add(site, 0, device('/behind-link'), link.id);
    await add(site, 0, device('/signed-in'));
    await revokePersonalLink(site.app, { ...person, actor: 'cli' });
    expect(await countPushDevices(site.app, person)).toBe(1);
    expect(await endPushDevices(site.app, { ...person, actor: 'cli' })).toBe(1);
  });

  it('tells one person of a unit on a device, and no more than ten devices', async () => {
    const site = await loaded();
    const shared = device('/shared');
    await add(site, 0, shared);
    await add(site, 1, shared);
    const count = (index: number) =>
      countPushDevices(site.app, { unitId: site.key.unitId, staffId: personId(site, index) });
    expect([await count(0), await count(1)]).toEqual([0, 1]);
    for (let each = 0; each < 12; each++) await add(site, 1, device(`/${each}`));
    expect(await count(1)).toBe(10);
  });

  it('pushes nothing where the unit has it switched off', async () => {
    const [site, service] = [await loaded(), await pushSite()];
    await saveNoticeSetting(site.app.db, site.key.unitId, { told: true, mail: true, push: false });
    await add(site, 0, device('/phone'));
    await publish(site);
    await sendNotices(site.app, pushing(site, service));
    expect(service.messages).toEqual([]);
  });

  it.each([
    ['http', { endpoint: 'http://push.example/a' }],
    ['a password in it', { endpoint: 'https://a:b@push.example/a' }],
    ['no address', { endpoint: 'push' }],
    ['a key too short', { p256dh: 'BAAA' }],
    ['no auth', { auth: '' }],
  ])('refuses %s', async (_, wrong) => {
    const site = await loaded();
    const { target } = device('/phone');
    await expect(add(site, 0, { target: { ...target, ...wrong } })).rejects.toThrow('push.fault');
  });

  it('reaches no machine of our own network', async () => {
    const site = await loaded();
    const target = { ...device('').target, endpoint: 'https://127.0.0.1:9/push' };
    await add(site, 0, { target });
    await publish(site);
    await sendNotices(site.app, pushing(site, { send: createOutbound({ privateAddresses: false }) }));
    const { deliveries } = await readOutbox(site.app, site.key.unitId);
    expect(deliveries.map(({ outcome }) => outcome)).toEqual(['outbound.private']);
  });
});
