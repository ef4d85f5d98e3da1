/** Accounts through the real server: first run, sign-in, two steps, invitations, roles, forms, cookies, phones. */

import { describe, expect, it } from 'vitest';
import { openSetup } from '../../../src/app/access/open-setup.ts';
import { totpCode, totpStep } from '../../../src/app/access/totp.ts';
import { recordAuditNotes } from '../../../src/app/audit-notes.ts';
import { issuePersonalLink } from '../../../src/app/own/issue-personal-link.ts';
import { AUDIT_ACTIONS } from '../../../src/domain/audit.ts';
import { isMessageKey } from '../../../src/i18n/translate.ts';
import { listAudit } from '../../../src/store/audit-store.ts';
import { listStaff } from '../../../src/store/staff-store.ts';
import { loaded } from '../../app/sample-app.ts';
import { HOST, house, joined, PASSWORD } from './access-house.ts';
import { Browser, openAccessSite } from './access-site.ts';

describe('the first run', () => {
  it('leads to the set-up page, gives back what was typed with a wrong code, and closes afterwards', async () => {
    const { app } = await loaded();
    const site = await openAccessSite(app);
    const code = (await openSetup(app)) ?? '';
    const browser = new Browser(site);
    expect((await browser.get('/')).location).toBe('/setup');
    const wrong = await browser.post('/setup', { ...HOST, code: 'AAAA' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Mã cài đặt không đúng');
    expect(wrong.html).toContain('value="Vũ Thanh Hà"');
    expect(wrong.html).not.toContain(PASSWORD);
    expect((await browser.post('/setup', { ...HOST, code })).location).toBe('/');
    expect((await browser.get('/')).html).toContain('Vũ Thanh Hà');
    expect((await browser.get('/setup')).location).toBe('/sign-in');
    expect((await new Browser(site).post('/setup', { ...HOST, code })).status).toBe(422);
  });
});

describe('signing in', () => {
  it('comes back to the page asked for, and nowhere else', async () => {
    const { site, key } = await house();
    const browser = new Browser(site);
    const asked = await browser.get(`/periods/${key.periodId}?version=1`);
    expect(asked.location).toBe(`/sign-in?next=${encodeURIComponent(`/periods/${key.periodId}?version=1`)}`);
    expect((await browser.get(asked.location)).status).toBe(200);
    const entered = await browser.post('/sign-in', { ...HOST, next: `/periods/${key.periodId}?version=1` });
    expect(entered.location).toBe(`/periods/${key.periodId}?version=1`);
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/.//evil.example',
      '/a/..//evil.example',
      '/%2e//evil.example',
      '/./\\evil.example',
      'javascript:alert(1)',
    ]) {
      expect((await new Browser(site).post('/sign-in', { ...HOST, next })).location).toBe('/');
    }
  });

  it('says the same of a wrong name and a wrong password, and slows a guesser down', async () => {
    const { site } = await house();
    const browser = new Browser(site);
    const wrong = await browser.post('/sign-in', { ...HOST, password: 'không phải mật khẩu' });
    const unknown = await browser.post('/sign-in', { ...HOST, signInName: 'khong.co@a.example' });
    for (const page of [wrong, unknown]) {
      expect(page.status).toBe(422);
      expect(page.html).toContain('Tên đăng nhập hoặc mật khẩu không đúng.');
    }
    let last = wrong;
    for (let i = 0; i < 20 && last.status !== 429; i++) {
      last = await browser.post('/sign-in', { ...HOST, password: `đoán lần thứ ${i}` });
    }
    expect([last.status, last.headers.get('retry-after')]).toEqual([429, '30']);
  });

  it('keeps the session in a cookie only the server reads, new at each sign-in, ended by sign-out', async () => {
    const tls = await house('https://truc.a.example');
    expect(tls.host.cookie).toMatch(/^__Host-session=[\w-]{43}$/);
    const first = tls.host.cookie;
    const again = await tls.host.post('/sign-in', HOST);
    expect(again.headers.getSetCookie()[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    expect(again.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    expect(tls.host.cookie).not.toBe(first);
    const old = new Browser(tls.site);
    old.cookie = first;
    expect((await old.get('/account')).location).toContain('/sign-in');
    const page = await tls.host.get('/account');
    expect(page.headers.get('cache-control')).toBe('no-store');
    const before = tls.host.cookie;
    await tls.host.post('/sign-out');
    old.cookie = before;
    expect((await old.get('/account')).location).toContain('/sign-in');
  });

  it('refuses a form of another session and a post from another site', async () => {
    const { host } = await house();
    await host.get('/account');
    const foreign = await host.post('/sign-out', { token: 'x'.repeat(43) });
    expect(foreign.status).toBe(403);
    expect(foreign.html).toContain('Biểu mẫu này thuộc một phiên đăng nhập khác');
    const elsewhere = await host.post('/sign-out', {}, { 'Sec-Fetch-Site': 'cross-site' });
    expect(elsewhere.status).toBe(403);
    expect((await host.get('/account')).status).toBe(200);
  });
});

describe('one’s own account', () => {
  it('turns two-step sign-in on by a first code, and asks for codes from then on', async () => {
    const { app, site, host } = await house();
    await host.get('/account');
    const shown = await host.post('/account/two-step');
    const base32 = (/access-secret">([A-Z2-7 ]+)</.exec(shown.html)?.[1] ?? '').replaceAll(' ', '');
    const secret = bytesOf(base32);
    expect(shown.html).toContain('<svg class="qr"');
    const wrong = await host.post('/account/two-step/confirm', { code: '000000' });
    expect(wrong.status).toBe(422);
    const code = totpCode(secret, totpStep(app.clock()));
    const on = await host.post('/account/two-step/confirm', { code });
    expect(on.html.match(/access-secret">[0-9A-Z]{5}-[0-9A-Z]{5}</g)).toHaveLength(10);
    const account = await host.get('/account');
    expect(account.html).toContain('Còn 10 mã dự phòng.');
    const other = new Browser(site);
    const asked = await other.post('/sign-in', HOST);
    expect(asked.status).toBe(422);
    expect(asked.html).toContain('Nhập mã 6 chữ số');
    const next = totpCode(secret, totpStep(app.clock()) + 1);
    expect((await other.post('/sign-in', { ...HOST, code: next })).status).toBe(303);
  });

  it('changes the password, and signs out everywhere else', async () => {
    const { site, host } = await house();
    const other = new Browser(site);
    await other.post('/sign-in', HOST);
    await host.get('/account');
    const short = await host.post('/account/password', { currentPassword: PASSWORD, password: 'ngắn' });
    expect([short.status, short.html.includes('ít nhất 8')]).toEqual([422, true]);
    const changed = await host.post('/account/password', {
      currentPassword: PASSWORD,
      password: 'năm chiếc xe lăn trên cát',
    });
    expect(changed.location).toBe('/account?done=password');
    expect((await other.get('/account')).location).toContain('/sign-in');
    expect((await host.get('/account')).status).toBe(200);
  });

  it('asks for the password again before who comes in is changed, once it is old', async () => {
    const { app, host, key } = await house();
    const members = `/units/${key.unitId}/members`;
    app.setClock('2027-01-20T08:15');
    await host.get(members);
    const refused = await host.post(`/units/${key.unitId}/invitations`, { role: 'reader', staff: '' });
    expect(refused.location).toMatch(/^\/account\/prove\?next=%2Faccount%2Fheld%2F/);
    await host.get(refused.location);
    const proved = await host.post('/account/prove', { currentPassword: PASSWORD, next: members });
    expect(proved.location).toBe(members);
    await host.get(members);
    expect((await host.post(`/units/${key.unitId}/invitations`, { role: 'reader', staff: '' })).status).toBe(
      200,
    );
  });
});

describe('what was typed when one must sign in or prove again', () => {
  const AS_PAGE = { Accept: 'text/html' };
  const NEW_PERSON = { name: 'Lý Thị Thêm', title: 'Kỹ sư <b>', 'moment-of-day': 'day', day: '8/2/2027' };

  async function expired() {
    const rooms = await house();
    const { app, key, host } = rooms;
    host.device = '';
    await host.post('/sign-out');
    await host.get('/sign-in');
    expect((await host.post('/sign-in', HOST)).location).toBe('/');
    const path = `/units/${key.unitId}/staff/new`;
    await host.get(path);
    app.setClock('2027-06-01T08:00');
    return { ...rooms, path };
  }

  it('is held for its sender, shown after signing in, and sent by one press alone', async () => {
    const { app, key, host, path } = await expired();
    const before = (await listStaff(app.db, key.unitId)).length;
    const held = await host.post(path, NEW_PERSON, AS_PAGE);
    expect([held.status, held.location]).toEqual([
      303,
      expect.stringContaining('/sign-in?next=%2Faccount%2Fheld%2F'),
    ]);
    const next = new URL(held.location, host.site).searchParams.get('next') ?? '';
    await host.get(held.location);
    expect((await host.post('/sign-in', { ...HOST, next })).location).toBe(next);
    const page = await host.get(next);
    expect(page.html).toContain('<li>Kỹ sư &lt;b&gt;</li>');
    expect(page.html).toContain('<li>08/02/2027</li>');
    // Nothing was sent by itself.
    expect(await listStaff(app.db, key.unitId)).toHaveLength(before);
    const sent = await host.post(path, NEW_PERSON);
    expect(sent.location).toContain('done=saved');
    expect(await listStaff(app.db, key.unitId)).toHaveLength(before + 1);
  });

  it('is shown by another server on the same database as well', async () => {
    const { app, host, path } = await expired();
    const held = await host.post(path, NEW_PERSON, AS_PAGE);
    const next = new URL(held.location, host.site).searchParams.get('next') ?? '';
    const elsewhere = new Browser(await openAccessSite(app));
    await elsewhere.post('/sign-in', HOST);
    expect((await elsewhere.get(next)).html).toContain('<li>Kỹ sư &lt;b&gt;</li>');
  });

  it('is nobody else’s, and gone after a quarter of an hour', async () => {
    const { app, host, path, ...rooms } = await expired();
    const held = await host.post(path, NEW_PERSON, AS_PAGE);
    const next = new URL(held.location, host.site).searchParams.get('next') ?? '';
    await host.post('/sign-in', HOST);
    const other = await joined({ ...rooms, app, host }, 'manager');
    expect((await other.get(next)).status).toBe(404);
    expect((await host.get(next)).status).toBe(200);
    app.setClock('2027-06-01T08:16');
    expect((await host.get(next)).status).toBe(404);
  });

  it('is not read from a browser nobody signed in by, behind a page, or with a form of another session', async () => {
    const { host, path } = await expired();
    const { device } = host;
    expect((await host.post(path, NEW_PERSON, { Accept: 'application/json' })).status).toBe(403);
    host.device = '';
    expect((await host.post(path, NEW_PERSON, AS_PAGE)).status).toBe(403);
    host.device = device;
    host.formToken = `x${host.formToken.slice(1)}`;
    expect((await host.post(path, NEW_PERSON, AS_PAGE)).status).toBe(403);
  });

  it('comes back after the password was given once more', async () => {
    const { app, key, host } = await house();
    await host.get(`/units/${key.unitId}/members`);
    app.setClock('2027-01-20T08:15');
    const invitations = `/units/${key.unitId}/invitations`;
    const asked = await host.post(invitations, { role: 'reader', staff: '' });
    const next = new URL(asked.location, host.site).searchParams.get('next') ?? '';
    expect(next).toMatch(/^\/account\/held\/[\w-]{43}$/);
    await host.get(asked.location);
    expect((await host.post('/account/prove', { currentPassword: PASSWORD, next })).location).toBe(next);
    const page = await host.get(next);
    expect(page.html).toContain(`action="${invitations}"`);
    expect((await host.post(invitations, { role: 'reader', staff: '' })).status).toBe(200);
  });
});

describe('roles', () => {
  it('show a reader the roster without a phone, and a technician with', async () => {
    const rooms = await house();
    const [member] = rooms.plan.staff;
    const phone = member?.phone ?? '';
    expect(phone).not.toBe('');
    const reader = await joined(rooms, 'reader');
    const technician = await joined(rooms, 'technician');
    const path = `/periods/${rooms.key.periodId}/print?phones=1`;
    expect((await technician.get(path)).html).toContain(phone);
    const page = await reader.get(path);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain(phone);
    expect((await reader.get(`/periods/${rooms.key.periodId}/roster.json`)).html).not.toContain(phone);
    expect((await reader.get(`/periods/${rooms.key.periodId}/publish`)).status).toBe(403);
  });

  it('let a reader print documents; fields, forms with files and links are for who makes rotas', async () => {
    const rooms = await house();
    const path = `/periods/${rooms.key.periodId}/documents`;
    const reader = await joined(rooms, 'reader');
    const shown = await reader.get(path);
    expect(shown.html).toContain(`formaction="${path}/wall.pdf"`);
    expect(shown.html).not.toMatch(/name="next"|type="file"|id="slips"/);
    expect((await reader.post(path, { number: '5' })).status).toBe(403);
    const manager = await joined(rooms, 'manager');
    expect((await manager.get(path)).html).toMatch(/name="next".*type="file".*id="slips"/s);
    expect((await manager.post(path, { number: '5' })).status).toBe(303);
    // The token of a form with files stands in its parts.
    const send = (token: string): Promise<Response> => {
      const form = new FormData();
      form.append('token', token);
      const headers = { Cookie: manager.cookie, 'Sec-Fetch-Site': 'same-origin' };
      return fetch(`${rooms.site}${path}/forms`, { method: 'POST', body: form, headers });
    };
    expect((await send(manager.formToken)).status).toBe(422);
    expect((await send('x')).status).toBe(403);
  });

  it('tell nothing of another unit: its period is not there', async () => {
    const rooms = await house();
    const administrator = await joined(rooms, 'administrator');
    const there = rooms.other.period.id;
    const closed = await administrator.get(`/periods/${there}/draft`);
    const missing = await administrator.get('/periods/nowhere/draft');
    expect([closed.status, missing.status]).toEqual([404, 404]);
    expect(closed.html.replaceAll(there, '?')).toBe(missing.html.replaceAll('nowhere', '?'));
    expect((await administrator.get('/periods')).html).not.toContain(there);
    expect((await administrator.get(`/units/${rooms.other.unit.id}/members`)).status).toBe(404);
  });

  it('of two units show one at a time, the one last looked at, with the way to the other', async () => {
    const { key, other, host } = await house();
    const [here, there] = [`/periods/${key.periodId}`, `/periods/${other.period.id}`];
    const shown = async (path: string): Promise<boolean[]> => {
      const { html } = await host.get(path);
      expect(html).toContain(`href="/?unit&#x3D;${other.unit.id}"`);
      return [html.includes(here), html.includes(there)];
    };
    expect(await shown(`/?unit=${key.unitId}`)).toEqual([true, false]);
    expect(await shown('/periods')).toEqual([true, false]);
    expect(await shown(`/?unit=${other.unit.id}`)).toEqual([false, true]);
    expect(await shown('/periods')).toEqual([false, true]);
    // A page of the other unit is about that one from then on.
    await host.get(`/units/${key.unitId}/staff`);
    expect(await shown('/')).toEqual([true, false]);
    const technician = await joined(await house(), 'technician');
    const own = await technician.get(`/?unit=${other.unit.id}`);
    expect([own.html.includes(there), own.html.includes('unit-switch')]).toEqual([false, false]);
  });

  it('hold from the next page on: out of the unit is out', async () => {
    const rooms = await house();
    const reader = await joined(rooms, 'reader');
    const members = `/units/${rooms.key.unitId}/members`;
    const listed = await rooms.host.get(members);
    const id = /members\/([\w-]+)\/remove/.exec(listed.html)?.[1] ?? '';
    expect((await rooms.host.post(`${members}/${id}/remove`)).location).toBe(members);
    expect((await reader.get('/account')).location).toContain('/sign-in');
  });
});

describe('the audit trail', () => {
  it('has words for everything that is noted', () => {
    expect(AUDIT_ACTIONS.filter((action) => !isMessageKey(`audit.${action}`))).toEqual([]);
  });

  it('says who, what and from where, on a page and as a file', async () => {
    const rooms = await house();
    await joined(rooms, 'manager');
    const [entry] = await listAudit(rooms.app.db, {}, 1);
    expect(entry).toMatchObject({ action: 'session.open', address: '127.0.0.1' });
    expect(entry?.requestId).toMatch(/^r\d+$/);
    const page = await rooms.host.get(`/units/${rooms.key.unitId}/audit`);
    expect(page.html).toContain('<td class="no-break">Mời</td><td>Vũ Thanh Hà</td>');
    const file = await rooms.host.get('/audit.csv');
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.html.split('\r\n')[0]).toBe('number,at,actor,action,unit,subject,details,address,request');
    await rooms.host.get(`/units/${rooms.key.unitId}/staff`);
    await rooms.host.get(`/units/${rooms.key.unitId}/staff-list.csv`);
    await new Browser(rooms.site).get(`/units/${rooms.key.unitId}/staff-list.csv`);
    await recordAuditNotes(rooms.app);
    const read = (await listAudit(rooms.app.db, {}, 4)).toReversed();
    const pages = [
      '/units/:unit/audit',
      '/audit.csv',
      '/units/:unit/staff',
      '/units/:unit/staff-list.:format',
    ];
    const actions = ['read.audit', 'read.audit', 'read.people', 'read.file'];
    expect(read.map(({ action, details }) => [action, details.page])).toEqual(
      actions.map((action, i) => [action, pages[i]]),
    );
    expect(read.every(({ actor, address }) => actor === entry?.actor || address === '127.0.0.1')).toBe(true);
  });
});

describe('an open server', () => {
  it('has no pages of accounts', async () => {
    const { app } = await loaded();
    const site = await openAccessSite(app, 'http://127.0.0.1:8027', 'open');
    expect((await new Browser(site).get('/sign-in')).status).toBe(404);
    expect((await new Browser(site).get('/')).status).toBe(200);
  });
});

function bytesOf(base32: string): Uint8Array {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...base32].map((each) => letters.indexOf(each).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

describe('a private link where people sign in', () => {
  it('opens every own page to who has no account', async () => {
    const { app, key, plan, site } = await house();
    const staffId = plan.staff[0]?.id ?? '';
    const { token } = await issuePersonalLink(app, { unitId: key.unitId, staffId, actor: 'ha' });
    const stranger = new Browser(site);
    for (const tab of ['', '/swaps', '/team', '/notices', '/leave']) {
      expect((await stranger.get(`/me/${token}${tab}`)).status, tab).toBe(200);
    }
  });
});
