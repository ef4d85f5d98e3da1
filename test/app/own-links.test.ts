/** Private links for everyone at once, and the calendars that come of one. */

import { expect, it } from 'vitest';
import { issueFeedToken } from '../../src/app/feeds/issue-feed-token.ts';
import { listOwnCalendars } from '../../src/app/feeds/list-own-calendars.ts';
import { issuePersonalLinks } from '../../src/app/own/issue-personal-links.ts';
import { openPersonalLink } from '../../src/app/own/open-personal-link.ts';
import { DEFAULT_FEED_OPTIONS } from '../../src/domain/feed.ts';
import { loaded } from './sample-app.ts';

it('gives a link to everyone who has none, and new ones to all where asked', async () => {
  const { app, key, plan } = await loaded();
  const { unitId } = key;
  const first = await issuePersonalLinks(app, { unitId, of: 'without', actor: 'ha' });
  expect(first.map(({ link }) => link.staffId).toSorted()).toEqual(plan.staff.map(({ id }) => id).toSorted());
  expect(new Set(first.map(({ token }) => token)).size).toBe(first.length);
  expect(await issuePersonalLinks(app, { unitId, of: 'without', actor: 'ha' })).toEqual([]);
  const again = await issuePersonalLinks(app, { unitId, of: 'all', actor: 'ha' });
  expect(again).toHaveLength(first.length);
  expect(await openPersonalLink(app, first[0]?.token ?? '')).toBeUndefined();
  expect((await openPersonalLink(app, again[0]?.token ?? ''))?.staffId).toBe(again[0]?.link.staffId);
});

it('lists the calendars made from one’s page, and none of another page', async () => {
  const { app, key } = await loaded();
  const { unitId } = key;
  const [mine, other] = await issuePersonalLinks(app, { unitId, of: 'all', actor: 'ha' });
  if (!mine || !other) throw new Error('the sample has people');
  for (const { link } of [mine, mine, other]) {
    const scope = { kind: 'personal', staffId: link.staffId } as const;
    await issueFeedToken(app, { unitId, scope, options: DEFAULT_FEED_OPTIONS, actor: 'x', linkId: link.id });
  }
  const { staffId, id: linkId } = mine.link;
  expect(await listOwnCalendars(app, { unitId, staffId, linkId })).toHaveLength(2);
});
