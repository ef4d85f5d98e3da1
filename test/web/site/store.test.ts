/** Pages over the real use cases and a real SQLite file: what is published is what is shown. */

import { describe, expect, it } from 'vitest';
import { issueFeedToken } from '../../../src/app/feeds/issue-feed-token.ts';
import { revokeFeedToken } from '../../../src/app/feeds/revoke-feed-token.ts';
import { DEFAULT_FEED_OPTIONS } from '../../../src/domain/feed.ts';
import { loaded, published, seat } from '../../app/sample-app.ts';
import { openSite } from './site.ts';

async function smallUnit() {
  const { app, key, plan } = await loaded();
  const site = await openSite(app);
  const get = async (path: string) => {
    const response = await fetch(site.url + path);
    return { status: response.status, text: await response.text() };
  };
  return { app, key, plan, site, get, page: `/periods/${key.periodId}` };
}

describe('the server over a real store', () => {
  it('knows no period before one is published', async () => {
    const { site, get, page } = await smallUnit();
    expect((await get(page)).status).toBe(404);
    expect((await get('/')).status).toBe(200);
    await site.close();
  });

  it('shows each version as it was published', async () => {
    const { app, key, plan, site, get, page } = await smallUnit();
    const [first, second] = [plan.staff[0]?.name ?? '', plan.staff[1]?.name ?? ''];
    await published(app, key, [seat(plan, 0, 0)]);
    app.setClock('2027-01-21T09:30');
    await published(app, key, [seat(plan, 0, 1)]);
    const newest = await get(`${page}/roster.txt`);
    expect(newest.text).toContain(second);
    expect(newest.text).not.toContain(first);
    expect((await get(`${page}/roster.txt?version=1`)).text).toContain(first);
    for (const path of ['/', '/periods', page, `${page}/people`, `${page}/print`, `${page}?version=1`]) {
      expect([path, (await get(path)).status]).toEqual([path, 200]);
    }
    expect((await get(`${page}?version=3`)).status).toBe(404);
    await site.close();
  });

  it('serves a feed while its link stands, and nothing afterwards', async () => {
    const { app, key, plan, site, get } = await smallUnit();
    await published(app, key, [seat(plan, 0, 0)]);
    const { token, link } = await issueFeedToken(app, {
      unitId: key.unitId,
      scope: { kind: 'unit' },
      options: DEFAULT_FEED_OPTIONS,
      actor: 'test',
    });
    const feed = await get(`/feeds/${token}.ics`);
    expect(feed.status).toBe(200);
    expect(feed.text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect((await get(`/feeds/${token.slice(1)}A.ics`)).status).toBe(404);
    await revokeFeedToken(app, { unitId: key.unitId, linkId: link.id, actor: 'test' });
    expect((await get(`/feeds/${token}.ics`)).status).toBe(404);
    await site.close();
  });
});
