/** The outbox over a real SMTP server and a gateway: once for each notice, in order, again when it failed, and what it says. */

import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { saveNoticeHook, saveNoticeWays } from '../../../src/app/notices/notice-settings.ts';
import { openReceipt, receiveByToken } from '../../../src/app/notices/open-receipt.ts';
import { readOutbox, retryNotices } from '../../../src/app/notices/outbox.ts';
import { readReceptions } from '../../../src/app/notices/read-receptions.ts';
import { sendNotices } from '../../../src/app/notices/send-notices.ts';
import type { StaffMember } from '../../../src/domain/staff.ts';
import { createMailClient, type MailSettings } from '../../../src/net/mail.ts';
import { createOutbound } from '../../../src/net/outbound.ts';
import { saveStaff } from '../../../src/store/staff-store.ts';
import { type Loaded, loaded, published, seat } from '../sample-app.ts';
import { answer, closedPort, type SmtpSite, smtpSite } from './smtp-site.ts';

const send = createOutbound({ privateAddresses: true });

function mailing(port: number, settings: Partial<MailSettings> = {}) {
  const client = createMailClient({
    host: '127.0.0.1',
    port,
    tls: 'none',
    from: 'Lịch trực <lichtruc@lamgiang.example>',
    ...settings,
  });
  onTestFinished(() => client.close());
  return { mailer: client.send, send, publicUrl: 'https://truc.lamgiang.example', language: 'vi' } as const;
}

function person({ plan }: Loaded, index: number): StaffMember {
  const member = plan.staff[index];
  if (!member) throw new Error('the sample is larger than that');
  return member;
}

/** Three people with addresses and phones, told of a first version. */
async function told(): Promise<Loaded> {
  const site = await loaded();
  const { app, key, plan } = site;
  const staff = [0, 1, 2].map((each) => ({
    ...person(site, each),
    email: `nguoi${each}@lamgiang.example`,
    phone: `090000000${each}`,
  }));
  await saveStaff(app.db, key.unitId, staff);
  await published(
    app,
    key,
    [0, 1, 2].map((each) => seat(plan, each, each)),
  );
  return site;
}

/** Quoted-printable and base64 undone: what a reader sees. */
function decoded({ source }: SmtpSite['mails'][number]): string {
  const parts = source.split(/\r\n--[^\r\n]+\r\n/);
  return parts
    .map((part) => {
      const body = part.slice(part.indexOf('\r\n\r\n') + 4);
      if (/base64/i.test(part)) return Buffer.from(body, 'base64').toString();
      const joined = body.replace(/=\r\n/g, '');
      return Buffer.from(
        joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        /=[0-9A-F]{2}/.test(joined) ? 'latin1' : 'utf8',
      ).toString();
    })
    .join('\n');
}

/** RFC 2047. */
function inWords(header: string): string {
  return header
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?(.*?)\?=/gi, (_, way: string, text: string) =>
      way.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('latin1')
        : text
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
    .replace(/[\x80-\xff]+/g, (octets) => Buffer.from(octets, 'latin1').toString());
}

function headerOf({ source }: SmtpSite['mails'][number], name: string): string {
  const head = source.slice(0, source.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
}

describe('sending by mail', () => {
  it('sends each notice once, with text, HTML and a link, and no name in the subject', async () => {
    const site = await told();
    const { port, mails } = await smtpSite();
    const ways = mailing(port);
    expect(await sendNotices(site.app, ways)).toBe(3);
    expect(await sendNotices(site.app, ways)).toBe(0);
    expect(mails.map(({ to }) => to).sort()).toEqual(
      [0, 1, 2].map((each) => `nguoi${each}@lamgiang.example`),
    );
    const [mail] = mails.filter(({ to }) => to.startsWith('nguoi0'));
    if (!mail) throw new Error('no mail');
    const text = decoded(mail);
    expect(text).toContain(`Kính gửi ${person(site, 0).name}`);
    expect(text).not.toContain('BEGIN:VCALENDAR');
    expect(text).toContain('<html lang="vi">');
    expect(text).toMatch(/https:\/\/truc\.lamgiang\.example\/received\/\d+\.\w+\.[\w-]{43}/);
    expect(headerOf(mail, 'Auto-Submitted')).toBe('auto-generated');
    const clear = mails.map((each) => inWords(headerOf(each, 'Subject'))).join();
    expect(clear).toContain('Lịch trực');
    for (const { name, phone } of site.plan.staff) {
      expect(clear).not.toContain(name);
      expect(text.includes(phone) && phone !== '').toBe(false);
    }
  });

  it('writes down what went out while others of the round still wait for their server', async () => {
    const site = await told();
    let letGo = (): void => {};
    const answered = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const ways = mailing(await closedPort());
    const mailer = async ({ to }: { readonly to: string }): Promise<void> => {
      if (!to.startsWith('nguoi0')) await answered;
    };
    const round = sendNotices(site.app, { ...ways, mailer });
    const sent = async (): Promise<number> => (await readOutbox(site.app, site.key.unitId)).counts.sent;
    await expect.poll(sent).toBe(1);
    letGo();
    await round;
    expect(await sent()).toBe(3);
  });

  it('tries again later what the server puts off, under the same key, and gives up what it refuses', async () => {
    const site = await told();
    let turn = 0;
    const { port, mails } = await smtpSite({
      rcpt: (address) => {
        if (address.startsWith('nguoi0') && turn++ === 0) throw answer(451);
        if (address.startsWith('nguoi1')) throw answer(550);
      },
    });
    const ways = mailing(port);
    await sendNotices(site.app, ways);
    const first = await readOutbox(site.app, site.key.unitId);
    expect(first.counts).toEqual({ sent: 1, waiting: 0, retrying: 1, failed: 1 });
    expect(first.deliveries.map(({ outcome }) => outcome).sort()).toEqual([
      '',
      'mail.later 451',
      'mail.refused 550',
    ]);
    site.app.setClock('2027-01-20T08:01');
    await sendNotices(site.app, ways);
    expect(mails.map(({ to }) => to.slice(0, 6)).sort()).toEqual(['nguoi0', 'nguoi2']);
    // Whoever keeps the unit mends the address and sends it again.
    await saveStaff(site.app.db, site.key.unitId, [{ ...person(site, 1), email: 'moi@lamgiang.example' }]);
    expect(await retryNotices(site.app, { unitId: site.key.unitId, actor: 'cli' })).toBe(1);
    await sendNotices(site.app, ways);
    expect(mails.at(-1)?.to).toBe('moi@lamgiang.example');
    expect((await readOutbox(site.app, site.key.unitId)).counts.sent).toBe(3);
  });

  it('keeps everything while nobody answers, and sends it in each person’s order afterwards', async () => {
    const site = await told();
    const { app, key, plan } = site;
    await sendNotices(app, mailing(await closedPort()));
    expect((await readOutbox(app, key.unitId)).counts).toEqual({
      sent: 0,
      waiting: 0,
      retrying: 3,
      failed: 0,
    });
    await published(app, key, [seat(plan, 0, 1), seat(plan, 1, 1), seat(plan, 2, 2)]);
    const { port, mails } = await smtpSite();
    const ways = mailing(port);
    // The second notice of someone waits until the first one's pause is over.
    await sendNotices(app, ways);
    expect(mails).toEqual([]);
    app.setClock('2027-01-20T08:02');
    await sendNotices(app, ways);
    const ofFirst = mails.filter(({ to }) => to.startsWith('nguoi0')).map((mail) => decoded(mail));
    expect(ofFirst).toHaveLength(2);
    expect(ofFirst[0]).toContain('bản 1');
    expect(ofFirst[1]).toContain('chuyển cho');
    // A cancelled event takes the lost shift off the calendar.
    expect(ofFirst[1]).toContain('STATUS:CANCELLED');
    expect(mails).toHaveLength(5);
  });

  it('sends no name and no secret to a server without STARTTLS, or that nobody vouches for', async () => {
    const site = await told();
    const user = { name: 'truc', secret: 'hush-hush' };
    const settings = { tls: 'required', user: user.name, secret: user.secret } as const;
    const plain = await smtpSite({ user, tls: false });
    await sendNotices(site.app, mailing(plain.port, settings));
    expect(plain.mails).toEqual([]);
    const { deliveries } = await readOutbox(site.app, site.key.unitId);
    expect(deliveries.map(({ outcome }) => outcome.split(' ')[0])).toEqual(Array(3).fill('mail.tls'));
    // Nor to one whose certificate nobody vouches for.
    const unknown = await smtpSite({ user, tls: true });
    site.app.setClock('2027-01-20T08:01');
    await sendNotices(site.app, mailing(unknown.port, settings));
    expect(unknown.mails).toEqual([]);
    const again = await readOutbox(site.app, site.key.unitId);
    expect(again.deliveries.map(({ outcome }) => outcome)).toEqual(Array(3).fill('mail.tls'));
  });

  it('sends nothing and loses nothing in the application where no mail is set up', async () => {
    const site = await told();
    await sendNotices(site.app, { send, publicUrl: 'https://x.example', language: 'vi' });
    expect((await readOutbox(site.app, site.key.unitId)).deliveries).toEqual([]);
    const { people } = await readReceptions(site.app, site.key);
    expect(people.map(({ state }) => state)).toEqual(['missing', 'missing', 'missing']);
  });

  it('sends none where the unit says so', async () => {
    const site = await told();
    await saveNoticeWays(site.app, {
      unitId: site.key.unitId,
      told: true,
      mail: false,
      push: true,
      actor: 'cli',
    });
    const { port, mails } = await smtpSite();
    await sendNotices(site.app, mailing(port));
    expect(mails).toEqual([]);
  });
});

describe('the link in a mail', () => {
  it('receives the roster of its notice, for two weeks, and opens nothing when changed', async () => {
    const site = await told();
    const { port, mails } = await smtpSite();
    await sendNotices(site.app, mailing(port));
    const [mail] = mails;
    const token = mail && /received\/(\S+)/.exec(decoded(mail))?.[1];
    if (!token) throw new Error('no link');
    const open = await openReceipt(site.app, token);
    if (!open) throw new Error('it opens nothing');
    expect(await receiveByToken(site.app, open, 'mail')).toBe('received');
    const { people } = await readReceptions(site.app, site.key);
    const [received] = people.filter(({ state }) => state === 'received');
    expect(received?.receipt?.way).toBe('mail');
    expect(received?.staffId).toBe(open.notice.staffId);
    const other = token.replace(/^\d+/, (id) => String(Number(id) + 1));
    expect(await openReceipt(site.app, other)).toBeUndefined();
    site.app.setClock('2027-02-03T09:00');
    expect(await openReceipt(site.app, token)).toBeUndefined();
  });
});

describe('sending through the unit’s gateway', () => {
  it('posts the template filled, signed, without a shift, under the same key again', async () => {
    const site = await told();
    const posts: { body: string; id: string; signed: string; stamp: string; header: string }[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { headers } = request;
        posts.push({
          body: Buffer.concat(chunks).toString(),
          id: String(headers['webhook-id']),
          signed: String(headers['webhook-signature']),
          stamp: String(headers['webhook-timestamp']),
          header: String(headers['x-api-key']),
        });
        response.writeHead(posts.length <= 3 ? 401 : 200).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const { port } = server.address() as AddressInfo;
    const saved = await saveNoticeHook(site.app, {
      unitId: site.key.unitId,
      address: `http://127.0.0.1:${port}/gui`,
      template: JSON.stringify({ to: '{{phone}}', data: { who: '{{name}}', what: '{{text}}' } }),
      header: 'X-Api-Key: mat-ma',
      actor: 'cli',
    });
    if (!saved.saved) throw new Error(saved.fault);
    const ways = { send, publicUrl: 'https://x.example', language: 'vi' } as const;
    await sendNotices(site.app, ways);
    const { deliveries } = await readOutbox(site.app, site.key.unitId);
    expect(deliveries.map(({ outcome }) => outcome)).toEqual(Array(3).fill('hook.answer 401'));
    site.app.setClock('2027-01-20T08:01');
    await sendNotices(site.app, ways);
    expect(new Set(posts.slice(0, 3).map(({ id }) => id))).toEqual(
      new Set(posts.slice(3).map(({ id }) => id)),
    );
    const [post] = posts;
    if (!post) throw new Error('no post');
    const key = Buffer.from(saved.secret.slice('whsec_'.length), 'base64');
    const signature = createHmac('sha256', key)
      .update(`${post.id}.${post.stamp}.${post.body}`)
      .digest('base64');
    expect(post.signed).toBe(`v1,${signature}`);
    expect(post.header).toBe('mat-ma');
    const body = JSON.parse(post.body) as { to: string; data: { who: string; what: string } };
    expect(body.to).toMatch(/^090000000\d$/);
    expect(body.data.what).toContain('https://x.example/received/');
    const rows = await site.app.db.selectFrom('notice_setting').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('mat-ma');
  });

  it('refuses a template that is no JSON, has an unknown place or nobody to send to', async () => {
    const site = await told();
    const saving = { unitId: site.key.unitId, address: 'https://x.example', header: '', actor: 'cli' };
    const faults = await Promise.all(
      ['{', '"text"', '{"to":"{{fone}}"}', '{"to":"all"}', '{"to":"{{phone}}"}'].map((template) =>
        saveNoticeHook(site.app, { ...saving, template }),
      ),
    );
    expect(faults.map((each) => (each.saved ? '' : each.fault))).toEqual([
      'not-json',
      'not-json',
      'unknown-place',
      'no-receiver',
      '',
    ]);
    const bad = { ...saving, template: '{"to":"{{phone}}"}' };
    expect(await saveNoticeHook(site.app, { ...bad, address: 'ftp://x' })).toMatchObject({
      fault: 'address',
    });
    expect(await saveNoticeHook(site.app, { ...bad, header: 'Host: x' })).toMatchObject({ fault: 'header' });
  });
});
