/** Today's people against what is published: seats that need someone else, names and phones shown, and who takes no shift any more. */

import { describe, expect, it } from 'vitest';
import { whoIsOnDuty } from '../../../src/app/machines/who-is-on-duty.ts';
import { leadersOnDuty } from '../../../src/app/replacements/may-replace.ts';
import { listSeatsInNeed } from '../../../src/app/replacements/seats-in-need.ts';
import { removeStaffMember, restoreStaffMember } from '../../../src/app/staff/remove-staff-member.ts';
import { answerSwap } from '../../../src/app/swaps/answer-swap.ts';
import { askSwap } from '../../../src/app/swaps/ask-swap.ts';
import { findSwapOptions } from '../../../src/app/swaps/find-swap-options.ts';
import { judgeSwap, swapPlans } from '../../../src/app/swaps/judge-swap.ts';
import { findVersion } from '../../../src/app/versions/find-version.ts';
import { showNewestVersions, showVersion } from '../../../src/app/versions/todays-versions.ts';
import { addDays } from '../../../src/calendar/day.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import { ruleOf } from '../../../src/constraints/rule-parser.ts';
import { turnOrder, turnsOf } from '../../../src/constraints/turn-order.ts';
import type { AvailabilityLine } from '../../../src/domain/availability-line.ts';
import { escalation } from '../../../src/domain/escalation.ts';
import type { StaffMember } from '../../../src/domain/staff.ts';
import type { Post } from '../../../src/domain/unit.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { coverOfVersion } from '../../../src/output/roster/seats.ts';
import { saveLines } from '../../../src/store/availability-store.ts';
import { saveStaff } from '../../../src/store/staff-store.ts';
import type { Visit } from '../../../src/web/kit/visit.ts';
import { dutyAt } from '../../../src/web/roster/duty.ts';
import { loaded, published, seat, withoutRules } from '../sample-app.ts';
import { swapUnit } from '../swaps/swap-site.ts';

/** One published seat, held by someone with every skill its post asks for. */
async function site(change: (posts: readonly Post[]) => Post[] = (posts) => [...posts]) {
  const { app, key, plan } = await loaded((source) => ({
    ...withoutRules(source),
    posts: change(source.posts.map((post) => ({ ...post, skills: ['giám sát'] }))),
    staff: source.staff.map((member) => ({
      ...member,
      skills: ['giám sát', 'dự bị'],
      phone: '0900 000 001',
    })),
  }));
  const [shift] = plan.shifts;
  const [member] = plan.staff;
  if (!shift || !member) throw new Error('the sample has shifts and people');
  const version = await published(app, key, [seat(plan, 0, 0)]);
  const changeMember = (changes: Partial<StaffMember>) =>
    saveStaff(app.db, key.unitId, [{ ...member, ...changes }]);
  const leave = (state: AvailabilityLine['state'], days = 0, enteredAt?: Instant) => {
    const from = addDays(shift.day, days);
    const entry = {
      staffId: member.id,
      kind: 'leave',
      from,
      to: addDays(from, 2),
      weight: 5,
      note: 'ốm',
    } as const;
    return saveLines(app.db, key.unitId, [
      { entry, state, origin: 'person', ...(enteredAt === undefined ? {} : { enteredAt }) },
    ]);
  };
  const remove = () => removeStaffMember(app, { unitId: key.unitId, staffId: member.id, actor: 'ha' });
  const restore = () => restoreStaffMember(app, { unitId: key.unitId, staffId: member.id, actor: 'ha' });
  return { app, key, plan, shift, member, version, change: changeMember, leave, remove, restore };
}

type Site = Awaited<ReturnType<typeof site>>;

describe('published seats in need of someone else', () => {
  it.each<[string, (site: Site) => Promise<unknown>, string[]]>([
    ['as published', async () => undefined, []],
    ['off the staff list', ({ remove }) => remove(), ['left']],
    ['back on it', async ({ remove, restore }) => [await remove(), await restore()], []],
    ['leave granted since', ({ leave }) => leave('granted'), ['leave']],
    ['leave that waits for consent', ({ leave }) => leave('waiting'), []],
    ['leave of other days', ({ leave }) => leave('granted', 5), []],
    ['the skill taken away', ({ change }) => change({ skills: ['dự bị'] }), ['skill']],
    ['a skill taken away that nobody asks for', ({ change }) => change({ skills: ['giám sát'] }), []],
    [
      'off the list and on leave',
      async ({ leave, remove }) => [await leave('granted'), await remove()],
      ['left'],
    ],
    [
      'a shift that is over',
      async ({ app, remove }) => [await remove(), app.setClock('2027-12-01T08:00')],
      [],
    ],
  ])('%s', async (_case, happens, reasons) => {
    const found = await site();
    await happens(found);
    const { unit, seats } = await listSeatsInNeed(found.app, { unitId: found.key.unitId });
    expect(unit.id).toBe(found.key.unitId);
    expect(seats.map(({ reason }) => reason)).toEqual(reasons);
    for (const { name, duty } of seats) {
      expect([name, duty.seat.shiftId]).toEqual([found.member.name, found.shift.id]);
    }
    expect(JSON.stringify(seats)).not.toContain('ốm');
  });

  it('are not for technicians, nor for other units', async () => {
    const { app, key } = await site();
    const asks = (unitId: string) => {
      const membership = { accountId: 'a', unitId, role: 'technician', staffId: 'x', createdAt: 0 } as never;
      const caller = { account: { operator: false }, memberships: [membership] };
      return listSeatsInNeed({ ...app, caller }, { unitId: key.unitId });
    };
    await expect(asks(key.unitId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(asks('other')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('seats counted as filled', () => {
  it.each<[string, (site: Site) => Promise<unknown>, number]>([
    ['as published', async () => undefined, 1],
    ['of who left', ({ remove }) => remove(), 0],
    ['of who is on leave since', ({ leave }) => leave('granted'), 0],
    ['of who asks for leave', ({ leave }) => leave('waiting'), 1],
    ['of who lost the skill', ({ change }) => change({ skills: ['dự bị'] }), 0],
    [
      'of who lost it after the shift',
      async ({ app, change }) => [app.setClock('2027-12-01T08:00'), await change({ skills: [] })],
      1,
    ],
    [
      'of who asked for leave after the shift',
      async ({ app, leave }) => [app.setClock('2027-12-01T08:00'), await leave('granted', 0, app.clock())],
      1,
    ],
  ])('%s', async (_case, happens, filled) => {
    const found = await site();
    await happens(found);
    const [listed] = await showNewestVersions(found.app, found.key.unitId);
    const shown = await showVersion(found.app, found.key);
    if (!listed || !shown) throw new Error('it is published');
    expect([coverOfVersion(listed).filled, coverOfVersion(shown).filled]).toEqual([filled, filled]);
  });

  it('are told on home and on walls, which name who is missing and no number', async () => {
    const found = await site();
    const { app, key, shift, member } = found;
    const dutyOf = async () => {
      const visit = {
        now: shift.span.start,
        language: 'vi',
        say: (...words: [string]) => translate('vi', ...words),
      };
      return dutyAt(visit as Visit, await showNewestVersions(app, key.unitId)).posts[0]?.people;
    };
    expect(await dutyOf()).toMatchObject([{ name: member.name, phone: '0900 000 001', empty: false }]);
    await found.leave('granted');
    expect(await dutyOf()).toEqual([
      { name: `${member.name} vắng, cần người thay`, phone: '', href: '', empty: true },
    ]);
  });

  it('lead nobody meanwhile: nobody tells, and nobody asks, a leader who is on leave', async () => {
    const found = await site((posts) => posts.map((post) => ({ ...post, tier: 'leader' })));
    const { app, key, shift, member } = found;
    app.setClock(new Date(shift.span.start).toISOString());
    expect(await leadersOnDuty(app.db, app, key.unitId)).toEqual([member.id]);
    await found.leave('granted');
    expect(await leadersOnDuty(app.db, app, key.unitId)).toEqual([]);
  });

  it('are told to machines: who does not stand is called by nobody', async () => {
    const found = await site();
    const { app, shift } = found;
    await found.leave('granted');
    const [duty] = await whoIsOnDuty(app, { at: shift.span.start });
    if (!duty) throw new Error('the roster is not over');
    expect([...duty.away]).toEqual([found.member.id]);
    expect(escalation(duty).filter(({ kind }) => kind === 'duty')).toEqual([]);
  });
});

describe('people as shown on what is published', () => {
  const onDuty = async ({ app, shift }: Site) => {
    const [duty] = await whoIsOnDuty(app, { at: shift.span.start });
    if (!duty) throw new Error('the roster is not over');
    const people = duty.posts.flatMap(({ current }) => current.flatMap(({ staff }) => staff));
    const calls = escalation(duty).flatMap((call) => (call.kind === 'duty' ? [call.member] : []));
    return { people, calls };
  };

  it('have a changed phone and name at once, while the version keeps those it was printed with', async () => {
    const found = await site();
    const { app, key, member, version } = found;
    expect(await showVersion(app, key)).toBe(await findVersion(app, key));
    await found.change({ phone: '0900 000 777', name: 'Tên Mới' });
    const { people, calls } = await onDuty(found);
    const told = { id: member.id, phone: '0900 000 777', name: 'Tên Mới' };
    expect(people).toMatchObject([told]);
    expect(calls).toMatchObject([told]);
    const shown = await showVersion(app, key);
    expect(shown?.plan.staff.find(({ id }) => id === member.id)).toMatchObject(told);
    expect(await showVersion(app, key, 1)).toEqual(shown);
    const [listed] = await showNewestVersions(app, key.unitId);
    expect(listed?.plan.staff.find(({ id }) => id === member.id)).toMatchObject(told);
    expect((await findVersion(app, key))?.plan.staff).toEqual(version.plan.staff);
  });

  it('keep the name when they left, without a phone, and are not called', async () => {
    const found = await site();
    await found.remove();
    const { people, calls } = await onDuty(found);
    expect(people).toMatchObject([{ name: found.member.name, phone: '', email: '' }]);
    expect(calls).toEqual([]);
  });

  it('are as printed on a version that another replaced', async () => {
    const found = await site();
    const { app, key, plan, member } = found;
    await published(app, key, [seat(plan, 0, 1)]);
    await found.change({ phone: '0900 000 777' });
    const phoneOf = async (number: number) =>
      (await showVersion(app, key, number))?.plan.staff.find(({ id }) => id === member.id)?.phone;
    expect([await phoneOf(1), await phoneOf(2)]).toEqual(['0900 000 001', '0900 000 777']);
  });
});

describe('who left the staff list', () => {
  it('is offered no swap, and one asked before cannot be carried out', async () => {
    const { app, key, version } = await swapUnit();
    for (const { shiftId, staffId: askerId } of version.roster.assignments) {
      const options = await findSwapOptions(app, { version, shiftId, askerId });
      const best = options?.exchanges[0];
      if (!best?.shift) continue;
      const partnerId = best.member.id;
      const asking = {
        key,
        askerId,
        shiftId,
        partnerId,
        otherShiftId: best.shift.id,
        message: '',
        actor: 'an',
      };
      const asked = await askSwap(app, asking);
      if (!asked.asked) throw new Error(asked.refusal);
      await removeStaffMember(app, { unitId: key.unitId, staffId: partnerId, actor: 'ha' });
      const after = await findSwapOptions(app, { version, shiftId, askerId });
      const offered = [after?.exchanges, after?.takers, after?.blocked].flatMap((list) => list ?? []);
      expect(offered.map(({ member }) => member.id)).not.toContain(partnerId);
      const answer = { unitId: key.unitId, swapId: asked.swap.id, noteOf: () => '', note: '' };
      const answered = await answerSwap(app, {
        ...answer,
        staffId: partnerId,
        answer: 'consent',
        actor: 'ba',
      });
      expect(answered).toMatchObject({ done: false, refusal: 'left' });
      expect((await findVersion(app, key))?.number).toBe(1);
      // The shift of who left is given away all the same.
      const given = version.roster.assignments.find((each) => each.staffId === partnerId);
      if (!given) throw new Error('the partner stands a shift');
      const gift = { askerId: partnerId, seat: given, partnerId: askerId };
      const judged = judgeSwap(version, await swapPlans(app.db, app, version), gift);
      expect(judged).not.toMatchObject({ refusal: 'left' });
      return;
    }
    throw new Error('nobody can swap with anybody');
  });
});

describe('who leads the duty', () => {
  it('may replace while on it, as a technician, and no longer afterwards', async () => {
    const { app, key, version } = await swapUnit('tet-2027-province', '2027-01-20T08:00');
    const leaders = new Set(version.plan.posts.filter(({ tier }) => tier === 'leader').map(({ id }) => id));
    const shift = version.plan.shifts.find(({ postId }) => leaders.has(postId));
    const held = version.roster.assignments.find(({ shiftId }) => shiftId === shift?.id);
    if (!shift || !held) throw new Error('the province has a leader of the day');
    const membership = {
      accountId: 'a',
      unitId: key.unitId,
      role: 'technician',
      staffId: held.staffId,
      createdAt: 0,
    };
    const caller = { account: { operator: false }, memberships: [membership as never] };
    const asks = (now: number) => listSeatsInNeed({ ...app, caller, clock: () => now as never }, key);
    expect((await asks(shift.span.start)).seats).toEqual([]);
    await expect(asks(shift.span.start - 1)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(asks(shift.span.end + 86_400_000 * 30)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('a hard list of turns', () => {
  it('refuses nobody who stands in, says that it is not their turn, and keeps the reason with the version', async () => {
    const { app, key, plan } = await loaded((source) => {
      const bare = withoutRules(source);
      const staffIds = [...source.staff].map(({ id }) => id);
      const turns = ruleOf('turn-order', { id: 'vong', strength: { kind: 'hard' }, params: { staffIds } });
      return {
        ...bare,
        ruleSet: { ...bare.ruleSet, rules: [...bare.ruleSet.rules, turns] },
        posts: source.posts.map((post) => ({ ...post, skills: [] })),
      };
    });
    const [first] = plan.shifts;
    const turn = first && [
      ...(turnsOf(plan, turnOrder.params.parse(plan.ruleSet.rules.at(-1)?.params)).get(first) ?? []),
    ];
    const holder = plan.staff.findIndex(({ id }) => id === turn?.[0]);
    const other = plan.staff.find(({ id }) => !turn?.includes(id));
    if (!first || holder < 0 || !other) throw new Error('somebody is in turn, and somebody is not');
    const held = seat(plan, 0, holder);
    const version = await published(app, key, [held]);
    const gift = { askerId: held.staffId, seat: held, partnerId: other.id };
    const judged = judgeSwap(version, await swapPlans(app.db, app, version), gift);
    expect(judged).toMatchObject({
      fits: true,
      costs: [{ constraint: 'turn-order', staffIds: [other.id] }],
      carried: [],
      overrides: true,
    });
  });
});
