/** Leave and wishes: added and removed by makers, and by people themselves until the time is over, whose leave waits for consent. */

import { describe, expect, it } from 'vitest';
import { NOBODY } from '../../../src/app/access/authorise.ts';
import type { App } from '../../../src/app/app.ts';
import { type AvailabilityForm, addAvailability } from '../../../src/app/availability/add-availability.ts';
import { answerLeave } from '../../../src/app/availability/answer-leave.ts';
import { listAvailability, listPersonAvailability } from '../../../src/app/availability/list-availability.ts';
import { listWaitingLeave } from '../../../src/app/availability/list-waiting-leave.ts';
import { removeAvailability } from '../../../src/app/availability/remove-availability.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import { loadCase } from '../../../src/app/periods/load-case.ts';
import { saveDutyFlow } from '../../../src/app/periods/save-duty-flow.ts';
import type { Role } from '../../../src/domain/account.ts';
import type { AvailabilityEntry } from '../../../src/domain/case.ts';
import { closingOf, entryRef } from '../../../src/domain/own-availability.ts';
import { listAudit } from '../../../src/store/audit-store.ts';
import { findDraft, saveNextDraft } from '../../../src/store/draft-store.ts';
import { savePeriod } from '../../../src/store/period-store.ts';
import { findNewestVersion } from '../../../src/store/version-store.ts';
import { at, loaded, published, seat } from '../sample-app.ts';

const FORM: AvailabilityForm = {
  kind: 'leave',
  from: '05/02/2027',
  to: '06/02/2027',
  startTime: '',
  endTime: '',
  post: '',
  weight: '',
  note: 'Về quê',
};

const WISH = { ...FORM, kind: 'wish-against' };

const AN = { actor: 'an' };

async function setting() {
  const work = await loaded((source) => ({ ...source, availability: [] }));
  const { key, plan } = work;
  const staffId = plan.staff[0]?.id ?? '';
  const other = plan.staff[1]?.id ?? '';
  const by = (role: Role, own?: string): App => ({
    ...work.app,
    caller: {
      account: { operator: false },
      memberships: [
        { accountId: 'an', unitId: key.unitId, role, ...(own === undefined ? {} : { staffId: own }) },
      ],
    },
  });
  return { ...work, staffId, other, by };
}

describe('leave and wishes', () => {
  it('are added as typed, listed with a name of their own, and removed by it', async () => {
    const { app, key, staffId, by } = await setting();
    const manager = by('manager');
    const added = await addAvailability(manager, { ...key, staffId, form: FORM, by: AN });
    expect(added).toMatchObject({ added: true });
    const wish = { ...FORM, kind: 'wish-for', from: '2027-02-07', to: '', startTime: '22:00', endTime: '6h' };
    await addAvailability(manager, { ...key, staffId, form: { ...wish, weight: '9' }, by: AN });
    const list = await listAvailability(manager, { key, staffId });
    expect(list.lines.map(({ entry }) => entry)).toEqual([
      { staffId, kind: 'leave', from: '2027-02-05', to: '2027-02-07', weight: 5, note: 'Về quê' },
      {
        staffId,
        kind: 'wish-for',
        from: '2027-02-07',
        to: '2027-02-08',
        startTime: '22:00',
        endTime: '06:00',
        weight: 9,
        note: 'Về quê',
      },
    ]);
    expect((await getPlan(app, key)).leave).toHaveLength(1);
    const [first] = list.lines;
    await removeAvailability(manager, { ...key, staffId, ref: first?.ref ?? '', by: AN });
    expect((await listAvailability(manager, { key })).lines).toHaveLength(1);
    const actions = (await listAudit(app.db, { unitId: key.unitId }, 9)).map(({ action }) => action);
    expect(actions.slice(0, 3)).toEqual(['availability.remove', 'availability.add', 'availability.add']);
  });

  it('say every fault at its field, and keep nothing then', async () => {
    const { key, staffId, by } = await setting();
    const form = {
      ...FORM,
      kind: 'nghi phepp',
      from: '31/02/2027',
      startTime: '25',
      weight: '11',
      post: 'x',
    };
    const refused = await addAvailability(by('manager'), { ...key, staffId, form, by: AN });
    expect(refused).toMatchObject({
      added: false,
      faults: [
        { field: 'kind', key: 'fault.leave.kind-near' },
        { field: 'from', key: 'fault.day.none' },
        { field: 'endTime', key: 'fault.leave.half-time' },
        { field: 'post', key: 'fault.post.unknown' },
        { field: 'weight', key: 'fault.whole' },
      ],
    });
    const outside = await addAvailability(by('manager'), {
      ...key,
      staffId,
      form: { ...FORM, from: '05/02/2026', to: '' },
      by: AN,
    });
    expect(outside).toMatchObject({ faults: [{ field: 'from', key: 'error.availability.outside' }] });
    expect((await listAvailability(by('manager'), { key })).lines).toEqual([]);
  });

  it('replace the same line instead of standing there twice', async () => {
    const { key, staffId, by } = await setting();
    await addAvailability(by('manager'), { ...key, staffId, form: FORM, by: AN });
    await addAvailability(by('manager'), { ...key, staffId, form: { ...FORM, note: 'Khác' }, by: AN });
    const { lines } = await listAvailability(by('manager'), { key });
    expect(lines.map(({ entry }) => entry.note)).toEqual(['Khác']);
  });

  it('are one’s own business until the time is over, then the makers’ alone', async () => {
    const { app, key, source, staffId, other, by } = await setting();
    const own = by('technician', staffId);
    await savePeriod(app.db, key.unitId, { ...source.period, wishesUntil: at('2027-01-25T17:00') });
    expect(await addAvailability(own, { ...key, staffId, form: WISH, by: AN })).toMatchObject({
      added: true,
    });
    const mine = await listAvailability(own, { key, staffId });
    expect(mine).toMatchObject({ closesAt: at('2027-01-25T17:00'), lines: [{}] });
    expect(mine.closed).toBeUndefined();
    await expect(addAvailability(own, { ...key, staffId: other, form: FORM, by: AN })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(listAvailability(own, { key })).rejects.toMatchObject({ code: 'forbidden' });
    app.setClock('2027-01-25T17:00');
    const ref = mine.lines[0]?.ref ?? '';
    const late = { code: 'conflict', key: 'error.availability.late' };
    await expect(removeAvailability(own, { ...key, staffId, ref, by: AN })).rejects.toMatchObject(late);
    expect((await listAvailability(own, { key, staffId })).closed).toBe('late');
    await removeAvailability(by('manager'), { ...key, staffId, ref, by: AN });
  });

  it('are too late for people themselves once the roster is published; the version stays as it is', async () => {
    const { app, key, plan, staffId, by } = await setting();
    const version = await published(app, key, [seat(plan, 0, 0)]);
    const own = by('technician', staffId);
    await expect(addAvailability(own, { ...key, staffId, form: FORM, by: AN })).rejects.toMatchObject({
      key: 'error.availability.published',
    });
    await addAvailability(by('manager'), { ...key, staffId, form: FORM, by: AN });
    expect(await findNewestVersion(app.db, key)).toEqual(version);
  });

  it('take the certificate from the draft, whose roster stays', async () => {
    const { app, key, plan, staffId, by } = await setting();
    const roster = { periodId: key.periodId, assignments: [seat(plan, 0, 0)] };
    const certificate = { score: { hard: 0, cover: 0, soft: 1 }, proven: true, seed: 1 };
    await saveNextDraft(app.db, key, { roster, revision: 1, updatedAt: app.clock(), certificate });
    await addAvailability(by('manager'), { ...key, staffId, form: FORM, by: AN });
    const draft = await findDraft(app.db, key);
    expect(draft?.certificate).toBeUndefined();
    expect(draft?.roster).toEqual(roster);
  });

  it('are refused for strangers, for people who take no part and for lines that are gone', async () => {
    const { app, key, staffId, by } = await setting();
    const stranger = { ...app, caller: NOBODY };
    await expect(addAvailability(stranger, { ...key, staffId, form: FORM, by: AN })).rejects.toMatchObject({
      code: 'not-found',
    });
    const manager = by('manager');
    await expect(
      addAvailability(manager, { ...key, staffId: 'nobody', form: FORM, by: AN }),
    ).rejects.toMatchObject({ key: 'error.staff.missing' });
    await expect(removeAvailability(manager, { ...key, staffId, ref: 'x', by: AN })).rejects.toMatchObject({
      key: 'error.availability.missing',
    });
  });

  it('close with the due date where no time is set, and never after the period begins', () => {
    const span = { start: at('2027-02-04T07:00'), end: at('2027-02-11T07:00') };
    const period = { id: 'p', name: 'P', span, holidays: [] };
    expect(closingOf(period)).toBe(span.start);
    expect(closingOf({ ...period, submitBy: at('2027-01-30T17:00') })).toBe(at('2027-01-30T17:00'));
    expect(closingOf({ ...period, wishesUntil: at('2027-02-09T17:00') })).toBe(span.start);
  });

  it('are told apart by all but weight and note', async () => {
    const { key, staffId, by } = await setting();
    await addAvailability(by('manager'), { ...key, staffId, form: FORM, by: AN });
    const [line] = (await listAvailability(by('manager'), { key })).lines;
    if (!line) throw new Error('one line');
    expect(entryRef({ ...line.entry, note: '', weight: 1 })).toBe(line.ref);
    expect(entryRef({ ...line.entry, staffId: 'a~b' })).not.toBe(line.ref);
  });
});

describe('leave that people ask for themselves', () => {
  it('waits: it enters no plan until someone who makes the rota agrees; wishes never wait', async () => {
    const { app, key, staffId, by } = await setting();
    const own = by('technician', staffId);
    const asked = await addAvailability(own, { ...key, staffId, form: FORM, by: AN });
    const wished = await addAvailability(own, { ...key, staffId, form: WISH, by: AN });
    expect([asked, wished]).toMatchObject([{ state: 'waiting' }, { state: 'granted' }]);
    const planned = async () => {
      const { leave, wishes } = await getPlan(app, key);
      return [leave.length, wishes.length];
    };
    expect(await planned()).toEqual([0, 1]);
    const ids = await waiting(app, key.unitId);
    expect(ids).toHaveLength(1);
    await expect(answerLeave(own, { unitId: key.unitId, ids, granted: true, by: AN })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await answerLeave(by('manager'), { unitId: key.unitId, ids, granted: true, by: AN })).toBe(1);
    expect(await planned()).toEqual([1, 1]);
    // Written anew by the person it stays granted.
    const again = await addAvailability(own, { ...key, staffId, form: { ...FORM, note: 'x' }, by: AN });
    expect(again).toMatchObject({ state: 'granted' });
  });

  it('is answered no, which its owner sees and no plan does; asked again it waits again', async () => {
    const { app, key, staffId, by } = await setting();
    const own = by('technician', staffId);
    await addAvailability(own, { ...key, staffId, form: FORM, by: AN });
    const ids = await waiting(app, key.unitId);
    await answerLeave(by('manager'), { unitId: key.unitId, ids, granted: false, by: AN });
    const { lines } = await listPersonAvailability(own, { unitId: key.unitId, staffId });
    expect(lines).toMatchObject([{ state: 'refused' }]);
    expect((await getPlan(app, key)).leave).toEqual([]);
    await addAvailability(own, { ...key, staffId, form: FORM, by: AN });
    expect(await waiting(app, key.unitId)).toHaveLength(1);
  });

  it('counts at once where the unit says so', async () => {
    const { app, key, staffId, by } = await setting();
    const flow = { approveSwaps: true, leaveWaits: false };
    await saveDutyFlow(app, { unitId: key.unitId, flow, actor: 'ha' });
    const own = by('technician', staffId);
    expect(await addAvailability(own, { ...key, staffId, form: FORM, by: AN })).toMatchObject({
      state: 'granted',
    });
    expect((await getPlan(app, key)).leave).toHaveLength(1);
  });
});

describe('leave and wishes without a period', () => {
  it('stand for any time, and the period made later reads them', async () => {
    const { app, key, source, staffId, by } = await setting();
    const { unitId } = key;
    const form = { ...FORM, from: '10/05/2027', to: '12/05/2027' };
    const own = by('technician', staffId);
    expect(await addAvailability(by('manager'), { unitId, staffId, form, by: AN })).toMatchObject({
      added: true,
    });
    expect((await getPlan(app, key)).leave).toEqual([]);
    const may = {
      ...source.period,
      id: 'thang-5',
      span: { start: at('2027-05-01T06:00'), end: at('2027-06-01T06:00') },
      holidays: [],
    };
    const later = { ...source, period: may, pins: [], past: [], availability: [] };
    await loadCase(app, { source: later, actor: 'cli' });
    expect((await getPlan(app, { unitId, periodId: 'thang-5' })).leave).toMatchObject([{ staffId }]);
    const { lines } = await listPersonAvailability(own, { unitId, staffId });
    expect(lines).toHaveLength(1);
  });

  it('are refused years away, where the year is a slip', async () => {
    const { key, staffId, by } = await setting();
    for (const from of ['05/02/2026', '05/02/2031']) {
      const form = { ...FORM, from, to: '' };
      expect(
        await addAvailability(by('manager'), { unitId: key.unitId, staffId, form, by: AN }),
      ).toMatchObject({
        faults: [{ field: 'from', key: 'error.availability.far' }],
      });
    }
  });

  it('of a case file go when the file is read again without them; what people entered stays', async () => {
    const { app, key, source, staffId, other, by } = await setting();
    const entry = {
      staffId: other,
      kind: 'leave',
      from: '2027-02-06',
      to: '2027-02-07',
      weight: 5,
      note: '',
    } as AvailabilityEntry;
    await loadCase(app, { source: { ...source, availability: [entry, entry] }, actor: 'cli' });
    await addAvailability(by('manager'), { ...key, staffId, form: FORM, by: AN });
    expect((await getPlan(app, key)).leave.map((each) => each.staffId).sort()).toEqual(
      [staffId, other].sort(),
    );
    await loadCase(app, { source: { ...source, availability: [] }, actor: 'cli' });
    expect((await getPlan(app, key)).leave.map((each) => each.staffId)).toEqual([staffId]);
  });
});

async function waiting(app: App, unitId: string): Promise<number[]> {
  const { people } = await listWaitingLeave(app, { unitId });
  return people.flatMap(({ lines }) => lines.map(({ id }) => id));
}
