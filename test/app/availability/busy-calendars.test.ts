/** Calendars of people's own: read at most daily, replaced only by a whole reading; what is busy waits until someone agrees. */

import { describe, expect, it } from 'vitest';
import { answerLeave } from '../../../src/app/availability/answer-leave.ts';
import { importBusyCalendars } from '../../../src/app/availability/import-busy-calendars.ts';
import { listWaitingLeave } from '../../../src/app/availability/list-waiting-leave.ts';
import { readBusyCalendar } from '../../../src/app/availability/read-busy-calendar.ts';
import { removeBusyCalendar } from '../../../src/app/availability/remove-busy-calendar.ts';
import { setBusyCalendar } from '../../../src/app/availability/set-busy-calendar.ts';
import type { OutboundRequest } from '../../../src/app/machines/outbound.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import { saveDutyFlow } from '../../../src/app/periods/save-duty-flow.ts';
import { AppError } from '../../../src/kernel/app-error.ts';
import { findBusyCalendar } from '../../../src/store/busy-calendar-store.ts';
import { at, loaded } from '../sample-app.ts';

const ADDRESS = 'https://calendar.example/private-7f3a/basic.ics';

const calendar = (...days: string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...days.flatMap((day) => [
      'BEGIN:VEVENT',
      `UID:${day}`,
      `DTSTART;VALUE=DATE:${day}`,
      'SUMMARY:Khám bệnh',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ].join('\r\n');

async function setting() {
  const work = await loaded();
  const { app, key, plan } = work;
  const staff = { unitId: key.unitId, staffId: plan.staff[0]?.id ?? '' };
  await setBusyCalendar(app, { ...staff, address: ` ${ADDRESS.replace('https', 'webcal')} `, actor: 'an' });
  const asked: OutboundRequest[] = [];
  const answers: (string | Error)[] = [];
  const send = async (request: OutboundRequest) => {
    asked.push(request);
    const answer = answers.shift() ?? calendar('20270206');
    if (answer instanceof Error) throw answer;
    return { status: answer === '' ? 404 : 200, body: Buffer.from(answer) };
  };
  const by = { actor: 'ha' };
  const waiting = async () =>
    (await listWaitingLeave(app, { unitId: key.unitId })).people.flatMap(({ lines }) => lines);
  const proposed = async () => (await waiting()).map(({ entry }) => [entry.staffId, entry.from, entry.to]);
  const state = async () => (await findBusyCalendar(app.db, staff)) ?? {};
  const feb6 = [staff.staffId, '2027-02-06', '2027-02-07'];
  return { ...work, staff, by, send, asked, answers, waiting, proposed, state, feb6 };
}

describe('a calendar of someone’s own', () => {
  it('becomes proposals of leave, without titles, its address sealed', async () => {
    const { app, send, asked, proposed, feb6 } = await setting();
    expect(await importBusyCalendars(app, send)).toBe(1);
    expect(asked[0]).toMatchObject({ method: 'GET', address: ADDRESS, mostRedirects: 3 });
    expect(await proposed()).toEqual([feb6]);
    const kept = await Promise.all([
      app.db.selectFrom('busy_calendar').selectAll().execute(),
      app.db.selectFrom('availability').selectAll().execute(),
      app.db.selectFrom('audit_entry').selectAll().execute(),
    ]);
    expect(JSON.stringify(kept)).not.toMatch(/Khám|private-7f3a|calendar\.example/);
  });

  it('is asked for at most once a day, failures included', async () => {
    const { app, send, answers } = await setting();
    answers.push(new AppError('unavailable', 'outbound.timeout', { host: 'x' }));
    const asked: number[] = [];
    for (const time of ['01-20T08:00', '01-20T20:00', '01-21T07:59', '01-21T08:00', '01-21T08:01']) {
      app.setClock(`2027-${time}`);
      asked.push(await importBusyCalendars(app, send));
    }
    expect(asked).toEqual([1, 0, 0, 1, 0]);
  });

  it.each([
    ['cannot be reached', new AppError('unavailable', 'outbound.private'), 'outbound.private'],
    ['answers 404', '', 'busy.refused.unreachable'],
    ['is damaged', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT', 'busy.refused.damaged'],
  ])('that %s leaves what was read before, and says why', async (_what, answer, outcome) => {
    const { app, send, answers, proposed, state, feb6 } = await setting();
    await importBusyCalendars(app, send);
    app.setClock('2027-01-21T09:00');
    answers.push(answer);
    await importBusyCalendars(app, send);
    expect(await proposed()).toEqual([feb6]);
    expect(await state()).toMatchObject({ outcome, readAt: at('2027-01-20T08:00') });
    app.setClock('2027-01-22T09:00');
    answers.push(calendar('20270208'));
    await importBusyCalendars(app, send);
    expect((await proposed()).map((each) => each[1])).toEqual(['2027-02-08']);
    expect(await state()).not.toHaveProperty('outcome');
  });

  it('taken away while it was read brings nothing', async () => {
    const { app, staff, send, proposed } = await setting();
    const slow = async (request: OutboundRequest) => {
      await removeBusyCalendar(app, { ...staff, actor: 'an' });
      return send(request);
    };
    await importBusyCalendars(app, slow);
    expect(await proposed()).toEqual([]);
  });

  it('is nobody’s when nobody has that id, and needs a web address', async () => {
    const { app, staff } = await setting();
    const nobody = setBusyCalendar(app, { ...staff, staffId: 'x', address: ADDRESS, actor: 'an' });
    await expect(nobody).rejects.toMatchObject({ code: 'not-found' });
    const file = setBusyCalendar(app, { ...staff, address: 'file:///etc/passwd', actor: 'an' });
    await expect(file).rejects.toMatchObject({ key: 'outbound.address' });
  });
});

describe('what a calendar says', () => {
  const leaveOf = async ({ app, key, staff }: Awaited<ReturnType<typeof setting>>) =>
    (await getPlan(app, key)).leave.filter(
      (each) => each.staffId === staff.staffId && each.span.start === at('2027-02-06T00:00'),
    );

  it('is no leave until someone agrees, and is answered once', async () => {
    const work = await setting();
    const { app, key, by, send, waiting } = work;
    await importBusyCalendars(app, send);
    expect(await leaveOf(work)).toEqual([]);
    const ids = (await waiting()).map(({ id }) => id);
    const answering = { unitId: key.unitId, ids, granted: true, by };
    expect(await answerLeave(app, answering)).toBe(1);
    expect(await leaveOf(work)).toHaveLength(1);
    expect(await waiting()).toEqual([]);
    expect(await answerLeave(app, { ...answering, granted: false })).toBe(0);
    expect(await leaveOf(work)).toHaveLength(1);
  });

  it('is not asked again once it was answered, whether yes or no', async () => {
    const work = await setting();
    const { app, key, by, send, staff, answers, waiting } = work;
    answers.push(calendar('20270206', '20270208'));
    await importBusyCalendars(app, send);
    const [first, second] = await waiting();
    await answerLeave(app, { unitId: key.unitId, ids: [first?.id ?? 0], granted: true, by });
    await answerLeave(app, { unitId: key.unitId, ids: [second?.id ?? 0], granted: false, by });
    app.setClock('2027-01-21T09:00');
    answers.push(calendar('20270206', '20270208'));
    await importBusyCalendars(app, send);
    expect(await waiting()).toEqual([]);
    expect(await leaveOf(work)).toHaveLength(1);
    const { busy } = await readBusyCalendar(app, staff);
    expect(busy.map(({ state }) => state)).toEqual(['granted', 'refused']);
  });

  it('counts at once where the unit asks for no consent, and goes with the calendar’s event', async () => {
    const work = await setting();
    const { app, key, send, answers, waiting } = work;
    await saveDutyFlow(app, {
      unitId: key.unitId,
      flow: { approveSwaps: true, leaveWaits: false },
      actor: 'ha',
    });
    await importBusyCalendars(app, send);
    expect(await waiting()).toEqual([]);
    expect(await leaveOf(work)).toHaveLength(1);
    app.setClock('2027-01-21T09:00');
    answers.push(calendar('20270208'));
    await importBusyCalendars(app, send);
    expect(await leaveOf(work)).toEqual([]);
  });
});
