/** Who is told of a version, who is asked for “đã nhận lịch”, and that a later version asks only those it touches. */

import { describe, expect, it } from 'vitest';
import { countNew, listOwnNotices, receiveRoster } from '../../../src/app/notices/own-notices.ts';
import { readNamesOf } from '../../../src/app/notices/read-names.ts';
import { readReceptions } from '../../../src/app/notices/read-receptions.ts';
import { remindPeople } from '../../../src/app/notices/remind-people.ts';
import { withdrawVersion } from '../../../src/app/versions/withdraw-version.ts';
import type { StaffMember } from '../../../src/domain/staff.ts';
import { noticeSubject, noticeWords } from '../../../src/output/notices/notice-words.ts';
import { saveNoticeSetting } from '../../../src/store/notice-setting-store.ts';
import { renameInNotices } from '../../../src/store/notice-store.ts';
import { type Loaded, loaded, published, seat } from '../sample-app.ts';

function person({ plan }: Loaded, index: number): StaffMember {
  const member = plan.staff[index];
  if (!member) throw new Error('the sample is larger than that');
  return member;
}

/** Four people stand the first four shifts; the second version gives the first shift of the first to the fifth. */
async function twoVersions(site: Loaded, between: () => Promise<unknown> = async () => {}): Promise<void> {
  const { app, key, plan } = site;
  await published(
    app,
    key,
    [0, 1, 2, 3].map((each) => seat(plan, each, each)),
  );
  await between();
  await published(app, key, [seat(plan, 0, 4), ...[1, 2, 3].map((each) => seat(plan, each, each))]);
}

async function told({ app, key }: Loaded, staffId: string): Promise<string[]> {
  const nameOf = await readNamesOf(app, key.unitId);
  const reader = { language: 'vi', zone: 'Asia/Ho_Chi_Minh', nameOf } as const;
  const notices = await listOwnNotices(app, { unitId: key.unitId, staffId });
  return notices.map((notice) => {
    const { title, lines } = noticeWords(reader, notice);
    return [title, ...lines.map(({ text }) => text)].join(' | ');
  });
}

async function states({ app, key }: Loaded): Promise<Record<string, string>> {
  const { people } = await readReceptions(app, key);
  return Object.fromEntries(people.map(({ staffId, state }) => [staffId, state]));
}

describe('what people are told', () => {
  it('tells everyone who stands in the first version, and of the second only those whose shifts changed', async () => {
    const site = await loaded();
    await twoVersions(site);
    const counts = await Promise.all(
      [0, 1, 2, 3, 4].map((each) =>
        countNew(site.app, { unitId: site.key.unitId, staffId: person(site, each).id }),
      ),
    );
    expect(counts).toEqual([2, 1, 1, 1, 1]);
  });

  it('says in words who takes over from whom', async () => {
    const site = await loaded();
    await twoVersions(site);
    const [lost] = await told(site, person(site, 0).id);
    const [gained] = await told(site, person(site, 4).id);
    expect(lost).toContain(`của bạn chuyển cho ${person(site, 4).name}`);
    expect(gained).toContain(`Bạn nhận ca`);
    expect(gained).toContain(`thay ${person(site, 0).name}`);
  });

  it('keeps names and phones out of what is stored and out of subjects', async () => {
    const site = await loaded();
    await twoVersions(site);
    const rows = await site.app.db.selectFrom('notice').select('facts').execute();
    const notices = await listOwnNotices(site.app, { unitId: site.key.unitId, staffId: person(site, 0).id });
    const text = [
      ...rows.map(({ facts }) => facts),
      ...notices.map((each) => noticeSubject('vi', each)),
    ].join();
    for (const { name, phone } of site.plan.staff) {
      expect(text).not.toContain(name);
      if (phone !== '') expect(text).not.toContain(phone);
    }
  });

  it('tells everyone who lost shifts when a roster is withdrawn', async () => {
    const site = await loaded();
    await twoVersions(site);
    await withdrawVersion(site.app, { key: site.key, note: '', actor: 'cli' });
    expect((await told(site, person(site, 1).id))[0]).toContain('lịch đã rút lại');
  });

  it('tells nobody where the unit has it switched off', async () => {
    const site = await loaded();
    await saveNoticeSetting(site.app.db, site.key.unitId, { told: false, mail: true, push: true });
    await twoVersions(site);
    expect(await site.app.db.selectFrom('notice').selectAll().execute()).toEqual([]);
  });

  it('forgets who someone erased was in what others were told', async () => {
    const site = await loaded();
    await twoVersions(site);
    const erased = person(site, 0).id;
    const { db } = site.app;
    await renameInNotices(db, site.key.unitId, { from: erased, to: 'da-xoa-1' });
    const others = await db.selectFrom('notice').select('facts').where('staff_id', '<>', erased).execute();
    const text = others.map(({ facts }) => facts).join();
    expect(text).not.toContain(JSON.stringify(erased));
    expect(text).toContain('"da-xoa-1"');
    expect((await told(site, person(site, 4).id))[0]).toMatch(/Bạn nhận ca/);
  });

  it('keeps nothing when the transaction that tells is taken back', async () => {
    const site = await loaded();
    const { app, key, plan } = site;
    await published(app, key, [seat(plan, 0, 0)]);
    const before = await app.db.selectFrom('notice').selectAll().execute();
    await expect(published(app, { ...key, periodId: 'none' }, [seat(plan, 0, 1)])).rejects.toThrow();
    expect(await app.db.selectFrom('notice').selectAll().execute()).toEqual(before);
  });
});

describe('đã nhận lịch', () => {
  it('asks again only those whom the next version touches', async () => {
    const site = await loaded();
    const { app, key } = site;
    const receive = (index: number) =>
      receiveRoster(app, {
        ...key,
        staffId: person(site, index).id,
        version: 1,
        way: 'page',
        actor: 'cli',
      });
    await twoVersions(site, () => Promise.all([0, 1, 2].map(receive)));
    expect(await states(site)).toEqual({
      [person(site, 0).id]: 'missing',
      [person(site, 1).id]: 'kept',
      [person(site, 2).id]: 'kept',
      [person(site, 3).id]: 'missing',
      [person(site, 4).id]: 'missing',
    });
  });

  it('does not take the word on an old version for a change of since', async () => {
    const site = await loaded();
    await twoVersions(site);
    const about = { ...site.key, staffId: person(site, 0).id, way: 'mail', actor: 'mail' } as const;
    expect(await receiveRoster(site.app, { ...about, version: 1 })).toBe('changed');
    expect((await states(site))[about.staffId]).toBe('missing');
    expect(await receiveRoster(site.app, { ...about, version: 2 })).toBe('received');
    // Who has no shift left and has said so is not counted any more.
    expect((await states(site))[about.staffId]).toBe('received');
    expect(await countNew(site.app, { unitId: site.key.unitId, staffId: about.staffId })).toBe(0);
  });

  it('takes it once, and refuses a version that was never published', async () => {
    const site = await loaded();
    await twoVersions(site);
    const about = { ...site.key, staffId: person(site, 1).id, way: 'page', actor: 'cli' } as const;
    await receiveRoster(site.app, { ...about, version: 2 });
    await receiveRoster(site.app, { ...about, version: 2, way: 'told' });
    const rows = await site.app.db.selectFrom('roster_receipt').selectAll().execute();
    expect(rows.map(({ version, way }) => [version, way])).toEqual([[2, 'page']]);
    await expect(receiveRoster(site.app, { ...about, version: 3 })).rejects.toThrow('not-found');
    await expect(receiveRoster(site.app, { ...about, version: 0 })).rejects.toThrow('not-found');
  });

  it('reminds those who are missing, and nobody twice within the hour', async () => {
    const site = await loaded();
    await twoVersions(site);
    const { app, key } = site;
    await receiveRoster(app, { ...key, staffId: person(site, 1).id, version: 2, way: 'page', actor: 'cli' });
    expect(await remindPeople(app, { key, actor: 'cli' })).toBe(4);
    app.setClock('2027-01-20T08:59');
    expect(await remindPeople(app, { key, actor: 'cli' })).toBe(0);
    app.setClock('2027-01-20T09:01');
    expect(await remindPeople(app, { key, actor: 'cli' })).toBe(4);
    expect((await told(site, person(site, 2).id))[0]).toContain('chưa bấm “Đã nhận lịch”');
  });
});
