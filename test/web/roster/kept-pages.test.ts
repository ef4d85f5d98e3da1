/** What pages keep between readers stays out of the way: each reader's own frame, rights and news, at once. */

import { describe, expect, it } from 'vitest';
import { findAccountNamed } from '../../../src/store/account-store.ts';
import { deleteMembership } from '../../../src/store/membership-store.ts';
import { published, seat } from '../../app/sample-app.ts';
import { house, joined } from '../access/access-house.ts';
import { appOf, ask, openSite } from '../site/site.ts';
import { tetVersion } from './rosters.ts';

const nameIn = (html: string): string => /class="account-link"[^>]* title="([^"]*)"/.exec(html)?.[1] ?? '';

describe('a page that others have just been shown', () => {
  it("bears the reader's own name, and phones only for who may see them, in turns", async () => {
    const rooms = await house();
    const { host, key, plan } = rooms;
    const phone = plan.staff[0]?.phone ?? '';
    expect(phone).not.toBe('');
    const [technician, reader] = [await joined(rooms, 'technician'), await joined(rooms, 'reader')];
    const path = `/periods/${key.periodId}`;
    for (let turn = 0; turn < 3; turn++) {
      const [whole, own, bare] = [await host.get(path), await technician.get(path), await reader.get(path)];
      expect(nameIn(whole.html)).toBe('Vũ Thanh Hà');
      expect(nameIn(own.html)).toBe('Đỗ Văn Nam');
      expect([whole, own, bare].map(({ html }) => html.includes(phone))).toEqual([true, true, false]);
      expect(whole.headers.get('etag')).toBeNull();
    }
  });

  it('shows a version published since, and nothing to who was taken out of the unit since', async () => {
    const rooms = await house();
    const { app, host, key, plan } = rooms;
    const reader = await joined(rooms, 'reader');
    const path = `/periods/${key.periodId}`;
    for (const number of [2, 3]) {
      await reader.get(path);
      await reader.get('/');
      await published(app, key, [seat(plan, 0, number)]);
      const name = plan.staff[number]?.name ?? '';
      const pages = [await host.get(path), await reader.get(path), await host.get(`${path}/people`)];
      for (const { html } of pages) expect(html).toContain(`Bản ${number}`);
      expect(pages[1]?.html).toContain(name);
      expect((await reader.get('/')).html).toContain(`Bản ${number} ·`);
    }
    const found = await findAccountNamed(app.db, 'reader@a.example');
    await deleteMembership(app.db, { accountId: found?.account.id ?? '', unitId: key.unitId });
    expect((await reader.get(path)).status).toBe(404);
    expect((await host.get(path)).status).toBe(200);
  });

  it('takes no text for the mark of a kept table', async () => {
    const version = tetVersion();
    const name = 'Tết <kept 0> &lt;kept 0>';
    const period = { ...version.plan.period, name };
    const site = await openSite(appOf([{ ...version, plan: { ...version.plan, period } }]));
    const first = await ask(site, `/periods/${version.periodId}`);
    const again = await ask(site, `/periods/${version.periodId}`);
    await site.close();
    const html = first.body.toString();
    expect(html.match(/<table class="roster/g)).toHaveLength(1);
    expect(html).toContain('Tết &lt;kept 0&gt; &amp;lt;kept 0&gt;');
    expect(again.body.equals(first.body)).toBe(true);
    expect(first.headers['content-length']).toBe(String(first.body.length));
  });
});
