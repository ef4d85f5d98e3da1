/** Reminders of shifts, “nhận ca”, and who is told of a shift that nobody took. */

import { describe, expect, it } from 'vitest';
import { checkIn, readCheckIns } from '../../../src/app/check-ins/check-in.ts';
import { checkInAtWall, openWallCode, wallCode } from '../../../src/app/check-ins/wall-code.ts';
import { saveNoticeChoice } from '../../../src/app/notices/notice-choices.ts';
import { saveNoticeWays } from '../../../src/app/notices/notice-settings.ts';
import { listOwnNotices } from '../../../src/app/notices/own-notices.ts';
import { remindOfShifts } from '../../../src/app/notices/remind-of-shifts.ts';
import { type Loaded, loaded, published } from '../sample-app.ts';

const MINUTE_MS = 60_000;
const HOURS_OF_VIETNAM = 7 * 60;

interface Standing extends Loaded {
  readonly leader: string;
  readonly guard: string;
  readonly shiftId: string;
  /** Sets the clock so many minutes after the guard's shift begins. */
  at(minutes: number): void;
}

/** A leader who stands through, and a guard whose shift begins later. */
async function standing(switches: { reminders?: boolean; checkIn?: boolean }): Promise<Standing> {
  const site = await loaded();
  const { app, key, plan } = site;
  const leading = plan.posts.filter(({ tier }) => tier === 'leader').map(({ id }) => id);
  const lead = plan.shifts.find(({ postId }) => leading.includes(postId));
  const own = plan.shifts.find(
    ({ postId, span }) => !leading.includes(postId) && lead && span.start > lead.span.start + 60 * MINUTE_MS,
  );
  const [leader, guard] = plan.staff;
  if (!lead || !own || !leader || !guard) throw new Error('the sample has leaders and a watch');
  await published(app, key, [
    { shiftId: lead.id, place: 0, staffId: leader.id },
    { shiftId: own.id, place: 0, staffId: guard.id },
  ]);
  await saveNoticeWays(app, {
    unitId: key.unitId,
    told: true,
    mail: true,
    push: true,
    ...switches,
    actor: 'cli',
  });
  const at = (minutes: number): void => {
    const moment = own.span.start + (minutes + HOURS_OF_VIETNAM) * MINUTE_MS;
    app.setClock(new Date(moment).toISOString().slice(0, 16));
  };
  return { ...site, leader: leader.id, guard: guard.id, shiftId: own.id, at };
}

async function told({ app, key }: Loaded, staffId: string): Promise<string[]> {
  const notices = await listOwnNotices(app, { unitId: key.unitId, staffId });
  return notices.flatMap(({ facts }) =>
    facts.kind === 'shift' ? [`shift ${facts.when}`] : facts.kind === 'late' ? ['late'] : [],
  );
}

describe('reminders', () => {
  it('come an hour ahead, once, and not where the unit has them off', async () => {
    const site = await standing({ reminders: true });
    site.at(-61);
    await remindOfShifts(site.app);
    expect(await told(site, site.guard)).not.toContain('shift hour');
    site.at(-60);
    await remindOfShifts(site.app);
    site.at(-30);
    expect(await remindOfShifts(site.app)).toBe(0);
    expect((await told(site, site.guard)).filter((each) => each === 'shift hour')).toHaveLength(1);
    const off = await standing({});
    off.at(-30);
    expect(await remindOfShifts(off.app)).toBe(0);
  });

  it('come not to who wants none', async () => {
    const site = await standing({ reminders: true });
    const person = { unitId: site.key.unitId, staffId: site.guard };
    const typed = { quietFrom: '', quietTo: '', evening: true, hour: false, on: [] };
    expect(await saveNoticeChoice(site.app, person, typed)).toBe(true);
    site.at(-30);
    await remindOfShifts(site.app);
    expect(await told(site, site.guard)).not.toContain('shift hour');
    expect(await saveNoticeChoice(site.app, person, { ...typed, quietFrom: '25:00' })).toBe(false);
  });
});

describe('nhận ca', () => {
  it('is taken from an hour before until the end, by who stands it', async () => {
    const site = await standing({ checkIn: true });
    const { app, key, shiftId, guard, leader } = site;
    const take = (staffId: string) => checkIn(app, { ...key, shiftId, staffId, way: 'page', actor: 'x' });
    site.at(-61);
    await expect(take(guard)).rejects.toThrow('check-in.failure.not-now');
    site.at(-60);
    await expect(take(leader)).rejects.toThrow('check-in.failure.not-now');
    await take(guard);
    site.at(5);
    await take(guard);
    expect((await readCheckIns(app, key)).map(({ staffId }) => staffId)).toEqual([guard]);
  });

  it('tells whoever leads a quarter of an hour after the start, once, and not of who took it', async () => {
    const site = await standing({ checkIn: true });
    site.at(14);
    await remindOfShifts(site.app);
    expect(await told(site, site.leader)).toEqual([]);
    site.at(15);
    await remindOfShifts(site.app);
    await remindOfShifts(site.app);
    expect(await told(site, site.leader)).toEqual(['late']);
    const taken = await standing({ checkIn: true });
    taken.at(5);
    const about = { ...taken.key, shiftId: taken.shiftId, staffId: taken.guard, actor: 'x' };
    await checkIn(taken.app, { ...about, way: 'page' });
    taken.at(20);
    await remindOfShifts(taken.app);
    expect(await told(taken, taken.leader)).toEqual([]);
  });

  it('is taken by the code on the wall, which is old after a quarter of an hour', async () => {
    const site = await standing({ checkIn: true });
    const { app, key, guard, shiftId } = site;
    site.at(0);
    const code = wallCode(app, key.unitId);
    const open = await openWallCode(app, { unitId: key.unitId, code });
    expect(open?.people.map(({ staffId }) => staffId)).toContain(guard);
    expect(JSON.stringify(open)).not.toMatch(/"phone":"\d/);
    const taking = { unitId: key.unitId, code, periodId: key.periodId, shiftId, staffId: guard };
    await checkInAtWall(app, taking);
    expect((await readCheckIns(app, key)).map(({ way }) => way)).toEqual(['wall']);
    site.at(16);
    expect(await openWallCode(app, { unitId: key.unitId, code })).toBeUndefined();
    await expect(checkInAtWall(app, taking)).rejects.toThrow('check-in.failure.code');
    expect(await openWallCode(app, { unitId: 'other', code: wallCode(app, key.unitId) })).toBeUndefined();
  });
});
