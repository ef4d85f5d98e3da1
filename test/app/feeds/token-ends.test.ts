/** What ends links, feeds and tokens: what they were made from, a day, and the leaving of who made them. */

import { describe, expect, it } from 'vitest';
import { findVisitor } from '../../../src/app/access/find-visitor.ts';
import { signIn } from '../../../src/app/access/sign-in.ts';
import { endAfter } from '../../../src/app/end-day.ts';
import { findFeedLink } from '../../../src/app/feeds/find-feed-link.ts';
import { issueFeedToken } from '../../../src/app/feeds/issue-feed-token.ts';
import { readFeed } from '../../../src/app/feeds/read-feed.ts';
import { rotateFeedToken } from '../../../src/app/feeds/rotate-feed-token.ts';
import { issueApiToken } from '../../../src/app/machines/issue-api-token.ts';
import { openApiToken } from '../../../src/app/machines/open-api-token.ts';
import { issuePersonalLink, revokePersonalLink } from '../../../src/app/own/issue-personal-link.ts';
import { openPersonalLink } from '../../../src/app/own/open-personal-link.ts';
import { removeStaffMember } from '../../../src/app/staff/remove-staff-member.ts';
import { DEFAULT_FEED_OPTIONS } from '../../../src/domain/feed.ts';
import { CLIENT, member, operator, PASSWORD } from '../access/people.ts';
import { at, loaded } from '../sample-app.ts';

async function house() {
  const { app, key, plan } = await loaded();
  const { unitId } = key;
  const staffId = plan.staff[0]?.id ?? '';
  const personal = { unitId, scope: { kind: 'personal', staffId } as const, options: DEFAULT_FEED_OPTIONS };
  const lives = async (token: string) => (await readFeed(app, { token, client: '' })) !== undefined;
  return { app, unitId, staffId, personal, lives };
}

describe('feeds made from a private link', () => {
  it('end with it, by whatever ends it; others of the person go on', async () => {
    const { app, unitId, staffId, personal, lives } = await house();
    const person = { unitId, staffId, actor: 'cli' };
    const { token: own } = await issueFeedToken(app, { ...personal, actor: 'cli' });
    for (const end of [revokePersonalLink, issuePersonalLink]) {
      const { link } = await issuePersonalLink(app, person);
      const made = await issueFeedToken(app, { ...personal, actor: `link ${link.id}`, linkId: link.id });
      const renewed = await rotateFeedToken(app, { unitId, linkId: made.link.id, actor: 'cli' });
      expect([await lives(made.token), await lives(renewed.token)]).toEqual([false, true]);
      await end(app, person);
      expect([await lives(renewed.token), await lives(own)]).toEqual([false, true]);
    }
  });

  it('are ten at most at a time', async () => {
    const { app, unitId, staffId, personal } = await house();
    const { link } = await issuePersonalLink(app, { unitId, staffId, actor: 'cli' });
    const issuing = { ...personal, actor: `link ${link.id}`, linkId: link.id };
    for (let i = 0; i < 10; i++) await issueFeedToken(app, issuing);
    await expect(issueFeedToken(app, issuing)).rejects.toMatchObject({ key: 'error.feed.too-many' });
  });
});

describe('an end date', () => {
  it('ends feeds, private links and API tokens at that moment, kept in memory or not', async () => {
    const { app, unitId, staffId, personal, lives } = await house();
    const end = { endsAt: at('2027-01-20T12:00') };
    const feed = await issueFeedToken(app, { ...personal, actor: 'cli', ...end });
    const link = await issuePersonalLink(app, { unitId, staffId, actor: 'cli', ...end });
    const api = await issueApiToken(app, { unitId, name: 'bảng điện', actor: 'cli', ...end });
    const living = async () => [
      await lives(feed.token),
      (await findFeedLink(app, feed.token)) !== undefined,
      (await openPersonalLink(app, link.token)) !== undefined,
      (await openApiToken(app, { token: api.token, client: '' })) !== undefined,
    ];
    app.setClock('2027-01-20T11:59');
    expect(await living()).toEqual([true, true, true, true]);
    app.setClock('2027-01-20T12:00');
    expect(await living()).toEqual([false, false, false, false]);
  });
});

describe('a last day', () => {
  it('is over with that day where the unit is, whatever zone the machine or the caller is in', async () => {
    const { app, unitId } = await house();
    await app.db.updateTable('unit').set({ zone: 'Asia/Tokyo' }).where('id', '=', unitId).execute();
    expect(await endAfter(app, unitId, '20/01/2027')).toEqual({ endsAt: at('2027-01-20T22:00') });
    expect(await endAfter(app, unitId, ' 1.2.2027 ')).toEqual({ endsAt: at('2027-02-01T22:00') });
    // Already the 21st there.
    app.setClock('2027-01-20T22:30');
    await expect(endAfter(app, unitId, '20/01/2027')).rejects.toMatchObject({ key: 'error.end-day.past' });
  });

  it.each(['31/02/2027', '2027', 'mai', '1/1/27', '01/13/2027'])('is not %s', async (typed) => {
    const { app, unitId } = await house();
    const refused = { code: 'invalid', key: 'error.end-day', params: { value: typed } };
    await expect(endAfter(app, unitId, typed)).rejects.toMatchObject(refused);
  });

  it('is none where nothing is typed', async () => {
    const { app, unitId } = await house();
    expect([await endAfter(app, unitId, '  '), await endAfter(app, unitId)]).toEqual([{}, {}]);
  });

  it('of a private link is the last one of the feeds made from it, asked for later or not at all', async () => {
    const { app, unitId, staffId, personal, lives } = await house();
    const end = { endsAt: at('2027-01-21T00:00') };
    const { link } = await issuePersonalLink(app, { unitId, staffId, actor: 'cli', ...end });
    const issuing = { ...personal, actor: `link ${link.id}`, linkId: link.id };
    const open = await issueFeedToken(app, issuing);
    const later = await issueFeedToken(app, { ...issuing, endsAt: at('2027-03-01T00:00') });
    const sooner = await issueFeedToken(app, { ...issuing, endsAt: at('2027-01-20T12:00') });
    const renewed = await rotateFeedToken(app, { unitId, linkId: open.link.id, actor: 'cli' });
    const living = async () => [
      await lives(renewed.token),
      await lives(later.token),
      await lives(sooner.token),
    ];
    app.setClock('2027-01-20T13:00');
    expect(await living()).toEqual([true, true, false]);
    app.setClock('2027-01-21T00:00');
    expect(await living()).toEqual([false, false, false]);
  });
});

describe('who leaves', () => {
  it('takes along, where asked, what the account is in the unit and the feeds it made', async () => {
    const { app, unitId, staffId, personal, lives } = await house();
    const host = await operator(app);
    const leaver = await member(app, host, 'an', { unitId, role: 'manager', staffId });
    const result = await signIn(app, {
      signInName: leaver.account.signInName,
      password: PASSWORD,
      client: CLIENT,
    });
    const unitFeed = { ...personal, scope: { kind: 'unit' } as const };
    const theirs = await issueFeedToken(app, { ...unitFeed, actor: leaver.account.id });
    const another = await issueFeedToken(app, { ...unitFeed, actor: host.account.id });
    const leaving = { unitId, staffId, actor: host.account.id };
    await expect(removeStaffMember(app, { ...leaving, ending: { by: leaver } })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await lives(theirs.token)).toBe(true);
    await removeStaffMember(app, { ...leaving, ending: { by: host } });
    expect([await lives(theirs.token), await lives(another.token)]).toEqual([false, true]);
    const memberships = await app.db.selectFrom('membership').selectAll().execute();
    expect(memberships.some(({ account_id }) => account_id === leaver.account.id)).toBe(false);
    expect(result.signedIn && (await findVisitor(app, result.token))).toBeUndefined();
  });
});
