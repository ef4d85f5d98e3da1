/** People of a real directory on the real pages: signing in, what the page says when it is down, a second step, a staff list, the doctor. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { followDirectory } from '../../src/app/access/follow-directory.ts';
import { openSetup } from '../../src/app/access/open-setup.ts';
import { totpCode, totpStep } from '../../src/app/access/totp.ts';
import { readConfig } from '../../src/config.ts';
import { listStaff } from '../../src/store/staff-store.ts';
import { directoryDeps } from '../../src/wiring/directory.ts';
import { directoryFindings } from '../../src/wiring/doctor/directory.ts';
import { loaded } from '../app/sample-app.ts';
import { describeWith } from '../programs.ts';
import { HOST, PASSWORD } from '../web/access/access-house.ts';
import { Browser, openAccessSite } from '../web/access/access-site.ts';
import {
  BASE,
  groupDn,
  groupLdif,
  PERSON_PASSWORD,
  personDn,
  personLdif,
  SEARCHER,
  type Slapd,
  startSlapd,
} from './slapd.ts';

const PEOPLE = [
  personLdif('an.le', 'Lê Thị An', ['employeeNumber: cb-901', 'mobile: 0901 000 901']),
  personLdif('binh.tran', 'Trần Bình', ['employeeNumber: cb-902']),
  groupLdif('quan-ly', ['an.le']),
].join('\n');

describeWith(['slapd'], 'people of a directory', () => {
  let slapd: Slapd;
  let folder: string;

  beforeAll(async () => {
    slapd = await startSlapd(PEOPLE);
    folder = mkdtempSync(join(tmpdir(), 'rota-directory-'));
    writeFileSync(join(folder, 'secret'), `${SEARCHER.secret}\n`);
  });
  afterAll(async () => {
    await slapd.end();
    rmSync(folder, { recursive: true, force: true });
  });

  function configured(unit: string) {
    const map = {
      roles: [{ group: groupDn('quan-ly').toUpperCase(), unit, role: 'manager' }],
      people: [{ unit, base: `ou=people,${BASE}`, filter: '(employeeNumber=*)' }],
    };
    writeFileSync(join(folder, 'map.json'), JSON.stringify(map));
    return readConfig(
      {
        ROTA_LDAP: slapd.plainUrl,
        ROTA_LDAP_NAME: 'Sở Y tế',
        ROTA_LDAP_BASE: BASE,
        ROTA_LDAP_CA: join(import.meta.dirname, '../net/certificate/cert.pem'),
        ROTA_LDAP_USER: SEARCHER.user,
        ROTA_LDAP_SECRET_FILE: 'secret',
        ROTA_LDAP_MAP: 'map.json',
      },
      folder,
    );
  }

  async function house() {
    const { app, key } = await loaded();
    const config = configured(key.unitId);
    const { directory } = directoryDeps(config, app.clock);
    if (!directory) throw new Error('no directory');
    const site = await openAccessSite(app, undefined, 'accounts', { directory });
    const host = new Browser(site);
    expect((await host.post('/setup', { ...HOST, code: (await openSetup(app)) ?? '' })).status).toBe(303);
    const enter = async (more: Record<string, string> = {}, browser = new Browser(site)) => {
      await browser.get('/sign-in');
      const page = await browser.post('/sign-in', {
        signInName: 'an.le',
        password: PERSON_PASSWORD,
        ...more,
      });
      return { browser, page };
    };
    return { app, unitId: key.unitId, config, directory, site, enter };
  }

  it('come in with the role of their group, prove it again, and lose it with the group', async () => {
    const { app, unitId, directory, enter } = await house();
    const { browser, page } = await enter();
    expect([page.status, page.location]).toEqual([303, '/']);
    const account = await browser.get('/account');
    expect(account.html).toContain('Lê Thị An');
    expect(account.html).toContain('Tài khoản này đăng nhập bằng mật khẩu ở Sở Y tế');
    expect(account.html).not.toContain('name="currentPassword"');
    expect((await browser.get(`/units/${unitId}/staff`)).status).toBe(200);
    await browser.get('/account/prove');
    expect((await browser.post('/account/prove', { currentPassword: 'sai' })).status).toBe(422);
    expect((await browser.post('/account/prove', { currentPassword: PERSON_PASSWORD })).status).toBe(303);
    await slapd.set(groupDn('quan-ly'), 'member', [personDn('binh.tran')]);
    await followDirectory(app, directory);
    expect((await browser.get(`/units/${unitId}/staff`)).status).not.toBe(200);
    const again = await enter();
    expect(again.page.html).toContain('không có vai trò nào ở đây');
    await slapd.set(groupDn('quan-ly'), 'member', [personDn('an.le')]);
    expect((await enter()).page.status).toBe(303);
  });

  it('follow an invitation with their password there, and keep what it gave without a group', async () => {
    const { app, unitId, directory, enter, site } = await house();
    const { browser: host } = await enter({ signInName: HOST.signInName, password: PASSWORD });
    await host.get(`/units/${unitId}/members`);
    const invited = await host.post(`/units/${unitId}/invitations`, { role: 'reader', staff: '' });
    const path = /(\/join\/[\w-]{43})/.exec(invited.html)?.[1] ?? '';
    const binh = { signInName: 'binh.tran', password: PERSON_PASSWORD };
    const browser = new Browser(site);
    expect((await browser.get(path)).html).toContain(`href="${path}/directory"`);
    const page = await browser.get(`${path}/directory`);
    expect([page.status, page.html.includes('mật khẩu của bạn ở Sở Y tế')]).toEqual([200, true]);
    const wrong = await browser.post(`${path}/directory`, { ...binh, password: 'sai' });
    expect(wrong.status).toBe(422);
    const own = await browser.post(`${path}/directory`, { signInName: HOST.signInName, password: PASSWORD });
    expect([own.status, own.html.includes('mật khẩu riêng ở đây')]).toEqual([422, true]);
    const joined = await browser.post(`${path}/directory`, binh);
    expect([joined.status, joined.location]).toEqual([303, '/']);
    expect((await browser.get(`/units/${unitId}/staff`)).status).toBe(403);
    expect((await browser.get('/')).status).toBe(200);
    await followDirectory(app, directory);
    expect((await browser.get('/')).status).toBe(200);
    expect((await enter(binh)).page.status).toBe(303);
    expect((await browser.get(path)).status).toBe(404);
  });

  it('are shown to administrators as members by a group, whose role is changed there', async () => {
    const { unitId, enter } = await house();
    await enter();
    const { browser } = await enter({ signInName: HOST.signInName, password: PASSWORD });
    const members = await browser.get(`/units/${unitId}/members`);
    expect(members.html).toContain('Theo danh bạ');
    const account = /members\/([\w-]+)\/password-link/.exec(members.html)?.[1] ?? '';
    const refused = await browser.post(`/units/${unitId}/members/${account}/role`, { role: 'reader' });
    expect([refused.status, refused.html.includes('Vai trò này theo nhóm')]).toEqual([409, true]);
    expect((await browser.post(`/units/${unitId}/members/${account}/remove`, {})).status).toBe(409);
  });

  it('are asked for the second step they set up here', async () => {
    const { app, enter } = await house();
    const { browser } = await enter();
    await browser.get('/account');
    const proposed = await browser.post('/account/two-step', {});
    const secret = /([A-Z2-7]{4}(?: [A-Z2-7]{4})+)/.exec(proposed.html)?.[1]?.replaceAll(' ', '') ?? '';
    const code = () => totpCode(bytesOf(secret), totpStep(app.clock()));
    expect((await browser.post('/account/two-step/confirm', { code: code() })).html).not.toContain(
      'field-fault',
    );
    const asked = await enter();
    expect(asked.page.html).toContain('xác thực');
    expect(asked.page.status).toBe(422);
    app.setClock('2027-01-20T08:05');
    expect((await enter({ code: '000000' })).page.status).toBe(422);
    expect((await enter({ code: code() })).page.status).toBe(303);
  });

  it('are told in words when it is down, and the accounts of here still come in', async () => {
    const { enter } = await house();
    await slapd.stop();
    try {
      const { page } = await enter();
      expect(page.status).toBe(422);
      expect(page.html).toContain('Không liên lạc được với Sở Y tế');
      const own = await enter({ signInName: HOST.signInName, password: PASSWORD });
      expect(own.page.status).toBe(303);
    } finally {
      await slapd.start();
    }
  });

  it('are proposed for the staff list of the unit, and nothing is written before they are taken', async () => {
    const { app, unitId, enter } = await house();
    const before = (await listStaff(app.db, unitId)).length;
    const { browser } = await enter();
    const page = await browser.get(`/units/${unitId}/staff/import`);
    expect(page.html).toContain('Lấy danh sách từ Sở Y tế');
    const preview = await browser.post(`/units/${unitId}/staff/import`, { from: 'directory' });
    expect(preview.status).toBe(200);
    expect(preview.html).toContain('Lê Thị An');
    expect(preview.html).toContain('cb-902');
    expect(await listStaff(app.db, unitId)).toHaveLength(before);
  });

  it('are looked at by the doctor', async () => {
    const { config } = await house();
    const look = (changes: object) =>
      directoryFindings({ directory: { ...(config.directory as object), ...changes } as never }, Date.now());
    expect(await look({})).toMatchObject([{ standing: 'fine', key: 'doctor.directory.fine' }]);
    expect(await look({ secret: 'sai' })).toMatchObject([
      { standing: 'fault', key: 'doctor.directory.account' },
    ]);
    expect(await look({ map: { roles: [], people: [] } })).toMatchObject([
      { standing: 'fine' },
      { standing: 'heed', key: 'doctor.directory.no-roles' },
    ]);
  });
});

function bytesOf(base32: string): Uint8Array {
  const bits = [...base32]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (each) => Number.parseInt(each, 2));
}
