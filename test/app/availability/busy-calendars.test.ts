/** Calendars of people's own: read at most daily, replaced only by a whole reading, proposals until someone takes them. */

import { describe, expect, it } from 'vitest';
import { acceptLeaveProposals } from '../../../src/app/availability/accept-leave-proposals.ts';
import { importBusyCalendars } from '../../../src/app/availability/import-busy-calendars.ts';
import { listLeaveProposals } from '../../../src/app/availability/list-leave-proposals.ts';
import { removeBusyCalendar } from '../../../src/app/availability/remove-busy-calendar.ts';
import { setBusyCalendar } from '../../../src/app/availability/set-busy-calendar.ts';
import type { OutboundRequest } from '../../../src/app/machines/outbound.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
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
  const proposed = async () =>
    (await listLeaveProposals(app, key)).map(({ staffId, span }) => [staffId, span.start, span.end]);
  const state = async () => (await findBusyCalendar(app.db, staff)) ?? {};
  const feb6 = [staff.staffId, at('2027-02-06T00:00'), at('2027-02-07T00:00')];
  return { ...work, staff, send, asked, answers, proposed, state, feb6 };
}

describe('a calendar of someone’s own', () => {
  it('becomes proposals of leave, without titles, its address sealed', async () => {
    const { app, send, asked, proposed, feb6 } = await setting();
    expect(await importBusyCalendars(app, send)).toBe(1);
    expect(asked[0]).toMatchObject({ method: 'GET', address: ADDRESS, mostRedirects: 3 });
    expect(await proposed()).toEqual([feb6]);
    const kept = await Promise.all([
      app.db.selectFrom('busy_calendar').selectAll().execute(),
      app.db.selectFrom('leave_proposal').selectAll().execute(),
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
    expect((await proposed()).map((each) => each[1])).toEqual([at('2027-02-08T00:00')]);
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

describe('a proposal', () => {
  it('is no leave until it is taken, and is taken once', async () => {
    const { app, key, staff, send } = await setting();
    await importBusyCalendars(app, send);
    const leaveOf = async () =>
      (await getPlan(app, key)).leave.filter(
        (each) => each.staffId === staff.staffId && each.span.start === at('2027-02-06T00:00'),
      );
    expect(await leaveOf()).toEqual([]);
    const accepting = { key, staffId: staff.staffId, note: 'lịch riêng', actor: 'ha' };
    expect(await acceptLeaveProposals(app, { ...accepting, starts: [] })).toBe(0);
    expect(await acceptLeaveProposals(app, accepting)).toBe(1);
    expect(await leaveOf()).toMatchObject([{ note: 'lịch riêng' }]);
    expect(await acceptLeaveProposals(app, accepting)).toBe(0);
  });
});
