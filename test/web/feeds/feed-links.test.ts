/** Feed links by their pages: made and told once, changed, ended, handed out on paper; and one's own by oneself. */

import { describe, expect, it } from 'vitest';
import { issueFeedToken } from '../../../src/app/feeds/issue-feed-token.ts';
import { listFeedLinks } from '../../../src/app/feeds/list-feed-links.ts';
import { newId, newToken } from '../../../src/app/secret-token.ts';
import { DEFAULT_FEED_OPTIONS } from '../../../src/domain/feed.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { saveStaff } from '../../../src/store/staff-store.ts';
import { clientWords } from '../../../src/web/feeds/feed-client.ts';
import { qrPicture } from '../../../src/web/kit/qr.ts';
import { isInnerAddress, subscribeAddresses } from '../../../src/web/paths/feeds.ts';
import { member, operator, PASSWORD } from '../../app/access/people.ts';
import { loaded } from '../../app/sample-app.ts';
import { Browser, openAccessSite } from '../access/access-site.ts';
import { type MakingSite, makingSite } from '../draft/making-site.ts';
import { tetVersion } from '../roster/rosters.ts';
import { appOf, openSite } from '../site/site.ts';

/** Which phones can open: of an address of this machine alone no picture is made. */
const PUBLIC_URL = 'http://truc.example';
const CHOICES = { alarm: '12h', standby: 'hidden', title: 'short', language: 'en', phones: 'yes' };
const OPTIONS = { alarm: '12h', standby: 'hidden', title: 'short', language: 'en', phones: true };

const tokenIn = (html: string): string => /\/feeds\/([\w-]{43})\.ics/.exec(html)?.[1] ?? '';

async function made(work: MakingSite, scope: string) {
  const answer = await work.post(`/units/${work.key.unitId}/feeds`, { scope, ...CHOICES });
  return { ...answer, token: tokenIn(answer.text) };
}

async function statusOf({ site }: MakingSite, token: string): Promise<number> {
  return (await fetch(`${site.url}/feeds/${token}.ics`)).status;
}

async function live({ app, key }: MakingSite) {
  return (await listFeedLinks(app, key.unitId)).filter(({ revokedAt }) => revokedAt === undefined);
}

describe('a last day', () => {
  it('is typed as dd/mm/yyyy, told in the list, and told what is wrong with it where it is no day', async () => {
    const work = await makingSite();
    const path = `/units/${work.key.unitId}/feeds`;
    const wrong = await work.post(path, { scope: 'unit', ...CHOICES, until: '31/02/2099' });
    expect([wrong.status, wrong.text.includes('31/02/2099')]).toEqual([422, true]);
    expect(await live(work)).toEqual([]);
    const right = await work.post(path, { scope: 'unit', ...CHOICES, until: '1/3/2099' });
    expect(await statusOf(work, tokenIn(right.text))).toBe(200);
    expect((await work.get(path)).text).toContain('đến hết 01/03/2099');
    const machines = `/units/${work.key.unitId}/machines`;
    const token = await work.post(`${machines}/tokens`, { name: 'Zabbix', until: 'mai' });
    expect([token.status, token.text.includes('“mai” không phải một ngày')]).toEqual([422, true]);
    await work.post(`${machines}/tokens`, { name: 'Zabbix', until: '01/03/2099' });
    expect((await work.get(machines)).text).toContain('đến hết 01/03/2099');
  });
});

describe('a link made on the page', () => {
  it('row 24: is told once, by https, webcal, Google, Outlook and QR, with the choices made', async () => {
    const work = await makingSite(undefined, PUBLIC_URL);
    const staffId = work.plan.staff[0]?.id ?? '';
    const { status, text, token } = await made(work, `personal:${staffId}`);
    expect(status).toBe(200);
    expect(await statusOf(work, token)).toBe(200);
    expect((await live(work)).map(({ scope, options }) => [scope, options])).toEqual([
      [{ kind: 'personal', staffId }, OPTIONS],
    ]);
    const addresses = subscribeAddresses(PUBLIC_URL, token, `Duty shifts of x`);
    const page = text.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
    for (const address of [addresses.https, addresses.webcal, addresses.google])
      expect(page).toContain(address);
    expect(page).toContain('https://outlook.office.com/calendar/0/addfromweb?url=');
    expect(page).toContain(qrPicture(addresses.page, 'x').html.replace(/.*?<path/, '<path'));
    const list = await work.get(`/units/${work.key.unitId}/feeds`);
    expect(list.text).toContain(work.plan.staff[0]?.name);
    expect(list.text).toContain('Nhắc trước 12 giờ · không hiện ca dự phòng · tiêu đề ngắn · English');
    expect(list.text).not.toContain(token);
  });

  it('leaves no trace in caches, in other sites or in search', async () => {
    const work = await makingSite();
    const answer = await fetch(`${work.site.url}/units/${work.key.unitId}/feeds`, {
      method: 'POST',
      body: new URLSearchParams({ scope: 'unit', ...CHOICES }),
      headers: { Origin: work.site.url },
    });
    for (const { headers } of [
      answer,
      await fetch(`${work.site.url}/subscribe/${tokenIn(await answer.text())}`),
    ]) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-robots-tag')).toBe('noindex');
    }
  });

  it('of nobody asks whose, and keeps what was chosen', async () => {
    const work = await makingSite();
    const { status, text } = await made(work, '');
    expect(status).toBe(422);
    expect(text).toContain('Hãy chọn lịch của ai.');
    expect(text).toContain('<option value="12h" selected>');
    expect((await made(work, 'personal:nobody')).status).toBe(404);
    const odd = await work.post(`/units/${work.key.unitId}/feeds`, { scope: 'unit', ...CHOICES, alarm: 'x' });
    expect(odd.status).toBe(422);
    expect(await live(work)).toEqual([]);
  });

  it('is shown with who read it last, in words', async () => {
    const work = await makingSite();
    const { token } = await made(work, 'unit');
    const list = `/units/${work.key.unitId}/feeds`;
    expect((await work.get(list)).text).toContain('Chưa đọc lần nào');
    const client = { 'User-Agent': 'Google-Calendar-Importer' };
    await fetch(`${work.site.url}/feeds/${token}.ics`, { headers: client });
    expect((await work.get(list)).text).toContain('Google Lịch, trong giờ qua');
    work.app.setClock('2027-01-20T10:30');
    expect((await work.get(list)).text).toContain('Google Lịch, 2 giờ trước');
    work.app.setClock('2027-01-29T10:30');
    expect((await work.get(list)).text).toMatch(/chip-warning">.*Google Lịch, 9 ngày trước/);
  });

  it('is found by name without diacritics, once there are many', async () => {
    const work = await makingSite('tet-2027-province');
    const list = `/units/${work.key.unitId}/feeds`;
    const people: [string, string][] = work.plan.staff.map(({ id }) => ['person', id]);
    await work.post(`${list}/sheet`, [...people, ...Object.entries({ ...CHOICES, old: 'keep' })]);
    const found = (await work.get(`${list}?q=do+hai`)).text;
    expect(
      [...found.matchAll(/<li class="feed-row">[\s\S]*?<strong>(.*?)</g)].map((each) => each[1]),
    ).toEqual(['Đỗ Hải Đăng']);
    expect((await work.get(`${list}?q=xyz`)).text).toContain('Không có liên kết nào của tên này.');
  });

  it('renewed opens under another address with the same choices; revoked it opens nothing', async () => {
    const work = await makingSite();
    const first = await made(work, 'leaders');
    const [link] = await live(work);
    const renewed = await work.post(`/units/${work.key.unitId}/feeds/${link?.id}/rotate`, {});
    const token = tokenIn(renewed.text);
    expect([await statusOf(work, first.token), await statusOf(work, token)]).toEqual([404, 200]);
    const [next] = await live(work);
    expect(next?.options).toEqual(OPTIONS);
    const revoked = await work.post(`/units/${work.key.unitId}/feeds/${next?.id}/revoke`, {});
    expect([revoked.status, revoked.location]).toEqual([303, `/units/${work.key.unitId}/feeds`]);
    expect(await statusOf(work, token)).toBe(404);
    expect((await work.get(`/units/${work.key.unitId}/feeds`)).text).toContain('Đã thu hồi');
  });
});

describe('the way to subscribe', () => {
  it('has no picture of an address that only this machine can open, and says why', async () => {
    const work = await makingSite();
    const { text } = await made(work, 'unit');
    expect(text).not.toContain('class="qr"');
    expect(text).toContain('Chưa có mã QR');
  });

  it('is told to whoever holds a link, and in general to anyone', async () => {
    const work = await makingSite();
    const { token } = await made(work, 'unit');
    expect((await work.get(`/subscribe/${token}`)).text).toContain(
      `webcal://127.0.0.1:8027/feeds/${token}.ics`,
    );
    const guide = await work.get('/subscribe');
    for (const words of [
      'Google Lịch',
      'iPhone',
      'Samsung',
      'Thunderbird',
      '8–24 giờ',
      '3–24 giờ',
      '30 phút',
    ]) {
      expect(guide.text).toContain(words);
    }
  });

  it('row 25: unknown, malformed and revoked look the same, and who guesses is told to wait', async () => {
    const work = await makingSite();
    const { token } = await made(work, 'unit');
    const [link] = await live(work);
    await work.post(`/units/${work.key.unitId}/feeds/${link?.id}/revoke`, {});
    const pages = await Promise.all(
      [token, 'x'.repeat(43), 'x'].map((each) => work.get(`/subscribe/${each}`)),
    );
    const bare = pages.map(({ text }) => text.replace(/href="\/subscribe[^"]*"/g, ''));
    expect(new Set(bare).size).toBe(1);
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404]);
    for (let guess = 0; guess < 60; guess++) await work.get('/subscribe/guess');
    const refused = await fetch(`${work.site.url}/subscribe/guess`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await refused.text()).toContain('thử lại sau 60 giây');
  });

  it('keeps tokens out of the log when something breaks', async () => {
    const token = 't'.repeat(43);
    const app = await appOf([]);
    const site = await openSite(app);
    await app.db.destroy();
    expect((await fetch(`${site.url}/subscribe/${token}`)).status).toBe(500);
    await site.close();
    expect(site.logged).toHaveLength(1);
    expect(JSON.stringify(site.logged)).not.toContain(token);
  });

  it.each([
    ['http://127.0.0.1:8027', true],
    ['http://may-chu', true],
    ['https://10.1.2.3', true],
    ['https://172.20.0.1', true],
    ['https://lich.local', true],
    ['https://[::1]:8027', true],
    ['https://172.32.0.1', false],
    ['https://8.8.8.8', false],
    ['https://truc.lamgiang.example', false],
  ])('%s is of an inner network: %s', (address, inner) => {
    expect(isInnerAddress(address)).toBe(inner);
  });

  it('row 24: addresses end in .ics and stay under 256 characters', () => {
    const { https, webcal } = subscribeAddresses(
      'https://lich-truc.trung-tam.lamgiang.example',
      'x'.repeat(43),
      '',
    );
    for (const address of [https, webcal]) {
      expect(address.endsWith('.ics')).toBe(true);
      expect(address.length).toBeLessThanOrEqual(256);
    }
  });
});

describe('codes on paper', () => {
  it('are one card a person by name, each with a link of its own', async () => {
    let byte = 0;
    const randomBytes = (count: number) => Uint8Array.from({ length: count }, () => byte++ % 251);
    const app = await appOf([tetVersion()], { randomBytes });
    const { unit, staff } = tetVersion().plan;
    await saveStaff(app.db, unit.id, staff);
    const site = await openSite(app, { publicUrl: PUBLIC_URL });
    const form = new URLSearchParams([
      ['person', 'p29'],
      ['person', 'p15'],
      ...Object.entries({ ...CHOICES, old: 'keep' }),
    ]);
    const answer = await fetch(`${site.url}/units/${unit.id}/feeds/sheet`, {
      method: 'POST',
      body: form,
      headers: { Origin: site.url },
    });
    const text = await answer.text();
    const scopes = (await listFeedLinks(app, unit.id)).map(({ scope }) => scope);
    await site.close();
    expect(scopes).toEqual(['p15', 'p29'].map((staffId) => ({ kind: 'personal', staffId })));
    expect([...text.matchAll(/<h2>(.*?)<\/h2>/g)].map((each) => each[1])).toEqual([
      'Bùi Đức Anh',
      'Vũ Tiến Long',
    ]);
    const codes = [...text.matchAll(/<path d="([^"]+)"/g)].map((each) => each[1]);
    // Counted out again: a token, then an id, each in turn.
    byte = 0;
    const tokens = ['p15', 'p29'].map(() => [newToken({ randomBytes }), newId({ randomBytes })][0]);
    const wanted = tokens.map(
      (token) => /<path d="([^"]+)"/.exec(qrPicture(`${PUBLIC_URL}/subscribe/${token}`, '').html)?.[1],
    );
    expect(codes).toEqual(wanted);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('leave or end the links people had, all or none', async () => {
    const work = await makingSite();
    const path = `/units/${work.key.unitId}/feeds/sheet`;
    const [first, second] = work.plan.staff.map(({ id }) => id);
    const form = (people: readonly (string | undefined)[], old: string): [string, string][] => [
      ...people.map((id): [string, string] => ['person', id ?? '']),
      ...Object.entries({ ...CHOICES, old }),
    ];
    expect((await work.post(path, form([first, second], 'keep'))).status).toBe(200);
    expect((await work.post(path, form([first], 'keep'))).status).toBe(200);
    expect(await live(work)).toHaveLength(3);
    expect((await work.post(path, form([first], 'replace'))).status).toBe(200);
    const kept = (await live(work)).map(({ scope }) => (scope.kind === 'personal' ? scope.staffId : ''));
    expect(kept.sort()).toEqual([first, second].sort());
    const none = await work.post(path, form([], 'replace'));
    expect(none.status).toBe(422);
    expect(none.text).toContain('Hãy chọn ít nhất một người.');
  });
});

describe('with accounts', () => {
  async function technician(staff: 'someone' | 'nobody') {
    const work = await loaded();
    const { app, key, plan } = work;
    const host = await operator(app);
    const own = plan.staff[0]?.id ?? '';
    const joining = { unitId: key.unitId, role: 'technician' as const };
    await member(app, host, 'nam', staff === 'someone' ? { ...joining, staffId: own } : joining);
    const browser = new Browser(await openAccessSite(app));
    await browser.post('/sign-in', { signInName: 'nam@lamgiang.example', password: PASSWORD });
    return { ...work, browser, own, other: plan.staff[1]?.id ?? '', feeds: `/units/${key.unitId}/feeds` };
  }

  it('a technician makes, renews and ends one’s own link, and no other', async () => {
    const { app, key, browser, own, other, feeds, plan } = await technician('someone');
    const page = await browser.get(`${feeds}/mine`);
    expect(page.html).toContain(plan.staff[0]?.name);
    expect(page.html).not.toContain(plan.staff[1]?.name);
    const made = await browser.post(feeds, { scope: `personal:${own}`, back: 'mine', ...CHOICES });
    expect(made.status).toBe(200);
    expect(made.html).toContain(`href="${feeds}/mine"`);
    await browser.get(`${feeds}/mine`);
    for (const scope of [`personal:${other}`, 'unit', 'post:may-chu']) {
      expect([scope, (await browser.post(feeds, { scope, ...CHOICES })).status]).toEqual([scope, 403]);
    }
    const [mine] = await listFeedLinks(app, key.unitId);
    const theirs = await issueFeedToken(app, {
      unitId: key.unitId,
      scope: { kind: 'personal', staffId: other },
      options: DEFAULT_FEED_OPTIONS,
      actor: 'ha',
    });
    for (const step of ['rotate', 'revoke']) {
      expect((await browser.post(`${feeds}/${theirs.link.id}/${step}`)).status).toBe(403);
      expect((await browser.post(`${feeds}/nothing/${step}`)).status).toBe(404);
    }
    expect((await browser.get(feeds)).status).toBe(403);
    const ended = await browser.post(`${feeds}/${mine?.id}/revoke`, { back: 'mine' });
    expect([ended.status, ended.location]).toEqual([303, `${feeds}/mine`]);
    const live = (await listFeedLinks(app, key.unitId)).filter(({ revokedAt }) => revokedAt === undefined);
    expect(live.map(({ id }) => id)).toEqual([theirs.link.id]);
  });

  it('row 24: a feed asks nobody to sign in, and redirects nobody', async () => {
    const { app, key, feeds } = await technician('nobody');
    const site = await openAccessSite(app);
    const { token } = await issueFeedToken(app, {
      unitId: key.unitId,
      scope: { kind: 'unit' },
      options: DEFAULT_FEED_OPTIONS,
      actor: 'ha',
    });
    const statusAt = async (path: string) => (await fetch(`${site}${path}`, { redirect: 'manual' })).status;
    const asked = [`/feeds/${token}.ics`, `/feeds/${'x'.repeat(43)}.ics`, `/subscribe/${token}`, feeds];
    expect(await Promise.all(asked.map(statusAt))).toEqual([200, 404, 200, 303]);
  });

  it('an account of nobody on the staff list is told why there is nothing', async () => {
    const { browser, feeds } = await technician('nobody');
    const page = await browser.get(`${feeds}/mine`);
    expect(page.status).toBe(200);
    expect(page.html).toContain('chưa gắn với ai');
    expect(page.html).not.toContain('<form class="form"');
  });
});

describe('what reads a calendar', () => {
  it.each([
    ['Google-Calendar-Importer', 'Google Lịch'],
    ['iOS/18.1 (22B83) dataaccessd/1.0', 'iPhone, iPad'],
    ['macOS/15.1 (24B83) dataaccessd/1.0', 'Lịch trên máy Mac'],
    ['Mac+OS+X/10.15.7 (19H15) CalendarAgent/930.5.1', 'Lịch trên máy Mac'],
    ['Microsoft.Exchange/15.20 (Windows NT 10.0; Win64; x64)', 'Outlook trên web'],
    ['Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17928; Pro)', 'Outlook trên máy tính'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.1.0', 'Thunderbird'],
    ['ICSx5/2.2 (ical4j/3.2; okhttp/4.12) Android/14', 'ICSx⁵'],
    ['Mozilla/5.0 (X11; Linux x86_64) Chrome/131 Safari/537.36', 'Trình duyệt'],
    ['vdirsyncer/0.19.3', 'vdirsyncer'],
    ['<script>alert(1)</script>', 'Ứng dụng không xưng tên'],
    [undefined, 'Ứng dụng không xưng tên'],
  ])('%s is %s', (client, words) => {
    expect(clientWords(client, (key, params) => translate('vi', key, params))).toBe(words);
  });
});
