/** Feed links from the making to the end, and feeds through ten versions as three subscribers read them. */

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { eraseStaffMember } from '../../../src/app/access/erase-staff-member.ts';
import { createFeedMemory } from '../../../src/app/feeds/feed-memory.ts';
import { issueFeedToken } from '../../../src/app/feeds/issue-feed-token.ts';
import { listFeedLinks } from '../../../src/app/feeds/list-feed-links.ts';
import { readFeed } from '../../../src/app/feeds/read-feed.ts';
import { revokeFeedToken } from '../../../src/app/feeds/revoke-feed-token.ts';
import { rotateFeedToken } from '../../../src/app/feeds/rotate-feed-token.ts';
import { recordUses } from '../../../src/app/record-uses.ts';
import { removeStaffMember } from '../../../src/app/staff/remove-staff-member.ts';
import { saveStaffMember } from '../../../src/app/staff/save-staff-member.ts';
import { withdrawVersion } from '../../../src/app/versions/withdraw-version.ts';
import { DEFAULT_FEED_OPTIONS, type FeedScope } from '../../../src/domain/feed.ts';
import { listFeedLinks as listStored } from '../../../src/store/feed-token-store.ts';
import { onSqlite } from '../../store/engine.ts';
import { operator } from '../access/people.ts';
import { at, type Loaded, loaded, published, seat } from '../sample-app.ts';

async function issued({ app, key }: Loaded, scope: FeedScope): Promise<string> {
  const issuing = { unitId: key.unitId, scope, options: DEFAULT_FEED_OPTIONS, actor: 'ha' };
  return (await issueFeedToken(app, issuing)).token;
}

async function textOf({ app }: Loaded, token: string): Promise<string> {
  const document = await readFeed(app, { token, client: 'test' });
  if (!document) throw new Error('the feed is not found');
  return document.octets.toString();
}

/** Each event as `STATUS SEQUENCE`, in the order of the feed. */
function events(text: string): string[] {
  return text
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => `${/STATUS:(\w+)/.exec(event)?.[1]} ${/SEQUENCE:(\d+)/.exec(event)?.[1]}`);
}

function valuesOf(text: string, property: string): string[] {
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  return lines
    .filter((line) => line.startsWith(`${property}:`))
    .map((line) => line.slice(property.length + 1));
}

describe('row 25: a feed link', () => {
  it('keeps its token nowhere', async () => {
    const work = await loaded();
    const token = await issued(work, { kind: 'unit' });
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const rows = await work.app.db.selectFrom('feed_token').selectAll().execute();
    const audit = await work.app.db.selectFrom('audit_entry').selectAll().execute();
    expect(JSON.stringify([rows, audit])).not.toContain(token);
    expect(rows[0]?.token_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('unknown, malformed and revoked look the same', async () => {
    const work = await loaded();
    const { app, key } = work;
    const token = await issued(work, { kind: 'unit' });
    expect(await readFeed(app, { token, client: '' })).toBeDefined();
    const [link] = await listFeedLinks(app, key.unitId);
    const revoking = { unitId: key.unitId, linkId: link?.id ?? '', actor: 'ha' };
    await expect(revokeFeedToken(app, { ...revoking, unitId: 'other' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await revokeFeedToken(app, revoking);
    for (const miss of [token, token.toLowerCase(), `${token}A`, '', "' OR 1=1 --"]) {
      expect(await readFeed(app, { token: miss, client: '' })).toBeUndefined();
    }
    await expect(revokeFeedToken(app, revoking)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('rotated keeps scope and options under a new token', async () => {
    const work = await loaded();
    const { app, key, plan } = work;
    const scope: FeedScope = { kind: 'personal', staffId: plan.staff[0]?.id ?? '' };
    const token = await issued(work, scope);
    const [link] = await listFeedLinks(app, key.unitId);
    const rotating = { unitId: key.unitId, linkId: link?.id ?? '', actor: 'ha' };
    const next = await rotateFeedToken(app, rotating);
    expect(next.link).toMatchObject({ scope, options: DEFAULT_FEED_OPTIONS });
    expect(await readFeed(app, { token, client: '' })).toBeUndefined();
    expect(await readFeed(app, { token: next.token, client: '' })).toBeDefined();
    await expect(rotateFeedToken(app, rotating)).rejects.toMatchObject({ code: 'not-found' });
    expect(await listFeedLinks(app, key.unitId)).toHaveLength(2);
  });

  it('is made for nobody unknown', async () => {
    const work = await loaded();
    await expect(issued(work, { kind: 'personal', staffId: 'nobody' })).rejects.toMatchObject({
      key: 'error.staff.missing',
    });
  });

  it('remembers its last use to the hour', async () => {
    const work = await loaded();
    const { app, key } = work;
    const token = await issued(work, { kind: 'unit' });
    const lastUse = async () => {
      const [link] = await listFeedLinks(app, key.unitId);
      return [link?.lastUsedAt, link?.lastClient];
    };
    expect(await lastUse()).toEqual([undefined, undefined]);
    await readFeed(app, { token, client: `Thunderbird/${'9'.repeat(500)}` });
    expect(await lastUse()).toEqual([at('2027-01-20T08:00'), `Thunderbird/${'9'.repeat(500)}`.slice(0, 200)]);
    app.setClock('2027-01-20T08:59');
    await readFeed(app, { token, client: 'iOS' });
    expect((await lastUse())[0]).toBe(at('2027-01-20T08:00'));
    app.setClock('2027-01-20T09:00');
    await readFeed(app, { token, client: 'iOS' });
    expect(await lastUse()).toEqual([at('2027-01-20T09:00'), 'iOS']);
  });
});

describe('uses of links', () => {
  it.skipIf(!onSqlite)(
    'are written down together, and kept for the next time when the disk refuses SQLite',
    async () => {
      const work = await loaded();
      const { app, key } = work;
      const tokens = [await issued(work, { kind: 'unit' }), await issued(work, { kind: 'leaders' })];
      for (const token of tokens) await readFeed(app, { token, client: 'iOS' });
      const stored = async () => (await listStored(app.db, key.unitId)).map(({ lastClient }) => lastClient);
      expect(await stored()).toEqual([undefined, undefined]);
      await sql`PRAGMA query_only = ON`.execute(app.db);
      await expect(recordUses(app)).rejects.toThrow();
      expect(await readFeed(app, { token: tokens[0] ?? '', client: 'iOS' })).toBeDefined();
      await sql`PRAGMA query_only = OFF`.execute(app.db);
      await recordUses(app);
      expect(await stored()).toEqual(['iOS', 'iOS']);
      expect(app.feeds.uses.size).toBe(0);
    },
  );
});

describe('feeds', () => {
  it('before anything is published are empty, not missing', async () => {
    const work = await loaded();
    const document = await readFeed(work.app, { token: await issued(work, { kind: 'unit' }), client: '' });
    expect(events(document?.octets.toString() ?? '')).toEqual([]);
    expect(document?.lastModified).toBe(at('2027-01-20T08:00'));
  });

  it('follow one seat through ten versions: who had it, who has it, and the unit', async () => {
    const work = await loaded();
    const { app, key, plan } = work;
    const [old, next] = [plan.staff[0]?.id ?? '', plan.staff[1]?.id ?? ''];
    const tokens = [
      await issued(work, { kind: 'personal', staffId: old }),
      await issued(work, { kind: 'personal', staffId: next }),
      await issued(work, { kind: 'unit' }),
    ];
    const told: string[] = [];
    const seen = new Set<string>();
    const publish = async (day: number, person: number | undefined): Promise<void> => {
      app.setClock(`2027-01-${20 + day}T08:00`);
      if (person === undefined) await withdrawVersion(app, { key, note: '', actor: 'ha' });
      else await published(app, key, [seat(plan, 0, person)]);
      const texts = await Promise.all(tokens.map((token) => textOf(work, token)));
      told.push(texts.map((text) => events(text).join(', ') || '-').join(' | '));
      for (const text of texts) for (const uid of valuesOf(text, 'UID')) seen.add(uid);
    };
    for (const [day, person] of [0, 0, 1, 1, 0, undefined, 0, 1, undefined, 1].entries()) {
      await publish(day + 1, person);
    }
    expect(told).toEqual([
      'CONFIRMED 0 | - | CONFIRMED 0',
      'CONFIRMED 0 | - | CONFIRMED 0',
      'CANCELLED 1 | CONFIRMED 1 | CONFIRMED 1',
      'CANCELLED 1 | CONFIRMED 1 | CONFIRMED 1',
      'CONFIRMED 2 | CANCELLED 2 | CONFIRMED 2',
      'CANCELLED 3 | CANCELLED 2 | CANCELLED 3',
      'CONFIRMED 4 | CANCELLED 2 | CONFIRMED 4',
      'CANCELLED 5 | CONFIRMED 5 | CONFIRMED 5',
      'CANCELLED 5 | CANCELLED 6 | CANCELLED 6',
      'CANCELLED 5 | CONFIRMED 7 | CONFIRMED 7',
    ]);
    expect(seen.size).toBe(1);
    const [first = '', second = ''] = tokens;
    expect(valuesOf(await textOf(work, first), 'DTSTAMP')).toEqual(['20270128T010000Z']);
    expect(valuesOf(await textOf(work, second), 'DTSTAMP')).toEqual(['20270130T010000Z']);
  });

  it('tell names and numbers of today, from the moment they changed', async () => {
    const work = await loaded();
    const { app, key, plan } = work;
    const person = plan.staff[0];
    if (!person) throw new Error('the sample has people');
    const own = await issued(work, { kind: 'personal', staffId: person.id });
    const unit = await issued(work, { kind: 'unit' });
    await published(app, key, [seat(plan, 0, 0)]);
    const before = await textOf(work, unit);
    app.setClock('2027-01-22T09:30');
    const form = { id: person.id, name: 'Tên Mới', phone: '0900 000 999' };
    expect(
      await saveStaffMember(app, { unitId: key.unitId, staffId: person.id, form, actor: 'ha' }),
    ).toMatchObject({ saved: true });
    const after = await textOf(work, unit);
    expect([events(before), events(after)]).toEqual([['CONFIRMED 0'], ['CONFIRMED 1']]);
    for (const property of ['DTSTAMP', 'LAST-MODIFIED']) {
      expect(valuesOf(after, property)).toEqual(['20270122T023000Z']);
    }
    expect(valuesOf(after, 'SUMMARY')[0]).toContain('Tên Mới');
    expect(after.replaceAll('\r\n ', '')).toContain('0900 000 999');
    expect((await readFeed(app, { token: unit, client: '' }))?.lastModified).toBe(at('2027-01-22T09:30'));
    expect(events(await textOf(work, own))).toEqual(['CONFIRMED 1']);
    // The same again is no change.
    app.setClock('2027-01-23T09:30');
    await saveStaffMember(app, { unitId: key.unitId, staffId: person.id, form, actor: 'ha' });
    expect(await textOf(work, unit)).toBe(after);
    await removeStaffMember(app, { unitId: key.unitId, staffId: person.id, actor: 'ha' });
    const left = (await textOf(work, unit)).replaceAll('\r\n ', '');
    expect(left).not.toContain('0900 000 999');
    expect(events(left)).toEqual(['CONFIRMED 2']);
  });

  it('row 22: drop a cancellation after thirty days and say that they changed', async () => {
    const work = await loaded();
    const { app, key, plan } = work;
    const token = await issued(work, { kind: 'unit' });
    await published(app, key, [seat(plan, 0, 0)]);
    app.setClock('2027-01-21T08:00');
    await withdrawVersion(app, { key, note: '', actor: 'ha' });
    app.setClock('2027-02-20T23:59');
    const kept = await readFeed(app, { token, client: '' });
    expect(events(kept?.octets.toString() ?? '')).toEqual(['CANCELLED 1']);
    expect(kept?.lastModified).toBe(at('2027-01-21T08:00'));
    app.setClock('2027-02-21T00:00');
    const dropped = await readFeed(app, { token, client: '' });
    expect(events(dropped?.octets.toString() ?? '')).toEqual([]);
    expect(dropped?.lastModified).toBe(at('2027-02-21T00:00'));
  });

  it('keep last year and forget the years before', async () => {
    const work = await loaded();
    const { app, key, plan } = work;
    const token = await issued(work, { kind: 'unit' });
    await published(app, key, [seat(plan, 0, 0)]);
    app.setClock('2028-02-05T08:00');
    expect(events(await textOf(work, token))).toHaveLength(1);
    app.setClock('2029-02-05T08:00');
    const later = await readFeed(app, { token, client: '' });
    expect(events(later?.octets.toString() ?? '')).toEqual([]);
    expect(later?.lastModified).toBeGreaterThan(at('2028-02-05T08:00'));
  });

  it('let go of who was erased with the next poll', async () => {
    const work = await loaded();
    const { app, key, plan } = work;
    const token = await issued(work, { kind: 'unit' });
    const member = plan.staff[0];
    if (!member) throw new Error('the sample has staff');
    await published(app, key, [seat(plan, 0, 0), seat(plan, 1, 1)]);
    app.setClock('2027-03-01T08:00');
    expect(await textOf(work, token)).toContain(member.name);
    await eraseStaffMember(app, await operator(app), { unitId: key.unitId, staffId: member.id });
    expect(await textOf(work, token)).not.toContain(member.name);
  });

  it('row 20: are the same octets from a server started later', async () => {
    const work = await loaded();
    const { app, key, plan } = work;
    const token = await issued(work, { kind: 'unit' });
    await published(app, key, [seat(plan, 0, 0), seat(plan, 1, 1)]);
    app.setClock('2027-01-21T08:00');
    const first = await readFeed(app, { token, client: '' });
    app.setClock('2027-01-21T08:01');
    const fresh = { ...app, feeds: createFeedMemory(app.feeds) };
    const second = await readFeed(fresh, { token, client: '' });
    expect(second).not.toBe(first);
    expect(second).toEqual(first);
  });

  it('are rendered once a version: the same document until something changes', async () => {
    const work = await loaded();
    const { app, key, plan } = work;
    const token = await issued(work, { kind: 'unit' });
    const read = () => readFeed(app, { token, client: '' });
    await published(app, key, [seat(plan, 0, 0)]);
    const first = await read();
    app.setClock('2027-01-20T17:00');
    expect(await read()).toBe(first);
    await published(app, key, [seat(plan, 0, 1)]);
    const second = await read();
    expect(second?.octets).not.toEqual(first?.octets);
    app.setClock('2027-01-21T17:00');
    expect(await read()).toEqual(second);
  });
});
