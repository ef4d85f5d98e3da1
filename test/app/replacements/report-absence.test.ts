/** “Tôi ốm, không đến được”: the seat needs someone else at once, nobody learns why, and the leader on duty is told. */

import { expect, it } from 'vitest';
import { listOwnNotices } from '../../../src/app/notices/own-notices.ts';
import { reportAbsence } from '../../../src/app/replacements/report-absence.ts';
import { listSeatsInNeed } from '../../../src/app/replacements/seats-in-need.ts';
import { listLines } from '../../../src/store/availability-store.ts';
import { loaded, published } from '../sample-app.ts';

/** A leader stands now; someone else stands the watch after it. */
async function site() {
  const { app, key, plan } = await loaded();
  const leading = plan.posts.filter(({ tier }) => tier === 'leader').map(({ id }) => id);
  const lead = plan.shifts.find(({ postId }) => leading.includes(postId));
  const own = plan.shifts.find(
    ({ postId, span }) => !leading.includes(postId) && lead !== undefined && span.start > lead.span.start,
  );
  const [leader, ill, other] = plan.staff;
  if (!lead || !own || !leader || !ill || !other) throw new Error('the sample has leaders and a watch');
  await published(app, key, [
    { shiftId: lead.id, place: 0, staffId: leader.id },
    { shiftId: own.id, place: 0, staffId: ill.id },
  ]);
  const clock = new Date(lead.span.start + 60_000 + 7 * 3_600_000).toISOString().slice(0, 16);
  app.setClock(clock);
  const reporting = { ...key, staffId: ill.id, shiftId: own.id, actor: 'link:x' };
  return { app, key, leader, ill, other, own, reporting };
}

it('needs someone else at once, as leave without a reason', async () => {
  const { app, key, ill, own, reporting } = await site();
  expect((await listSeatsInNeed(app, key)).seats).toEqual([]);
  await reportAbsence(app, reporting);
  const { seats } = await listSeatsInNeed(app, key);
  expect(seats.map(({ duty, reason }) => [duty.staffId, duty.seat.shiftId, reason])).toEqual([
    [ill.id, own.id, 'leave'],
  ]);
  const lines = await listLines(app.db, key.unitId, { staffIds: [ill.id] });
  expect(lines.filter(({ origin }) => origin === 'person').map(({ entry }) => entry.note)).toEqual(['']);
});

it('tells the leader on duty, by name and shift, once each time it is said', async () => {
  const { app, key, leader, ill, reporting } = await site();
  expect(await reportAbsence(app, reporting)).toBe(1);
  await reportAbsence(app, reporting);
  const told = await listOwnNotices(app, { unitId: key.unitId, staffId: leader.id });
  const absences = told.filter(({ facts }) => facts.kind === 'absence');
  expect(absences).toHaveLength(1);
  expect(absences[0]?.facts).toMatchObject({ absentId: ill.id });
});

it('tells who else is on duty when the leader is who is ill, and counts nobody where there is nobody', async () => {
  const { app, key, plan } = await loaded();
  const leading = plan.posts.filter(({ tier }) => tier === 'leader').map(({ id }) => id);
  const lead = plan.shifts.find(({ postId }) => leading.includes(postId));
  const watch = plan.shifts.find(
    ({ postId, span }) =>
      lead && !leading.includes(postId) && span.start >= lead.span.start && span.start < lead.span.end,
  );
  const [leader, other] = plan.staff;
  if (!lead || !watch || !leader || !other) throw new Error('the sample has a watch while a leader stands');
  await published(app, key, [
    { shiftId: lead.id, place: 0, staffId: leader.id },
    { shiftId: watch.id, place: 0, staffId: other.id },
  ]);
  const at = (instant: number) => new Date(instant + 7 * 3_600_000).toISOString().slice(0, 16);
  const saying = { ...key, staffId: leader.id, shiftId: lead.id, actor: 'link:x' };
  app.setClock(at(watch.span.start + 60_000));
  expect(await reportAbsence(app, saying)).toBe(1);
  const told = await listOwnNotices(app, { unitId: key.unitId, staffId: other.id });
  expect(told.map(({ facts }) => facts.kind)).toContain('absence');
  app.setClock(at(lead.span.start - 3_600_000));
  expect(await reportAbsence(app, saying)).toBe(0);
});

it('takes no word for a shift that is someone else’s, or over', async () => {
  const { app, other, reporting } = await site();
  await expect(reportAbsence(app, { ...reporting, staffId: other.id })).rejects.toThrow(
    'swap.failure.no-shift',
  );
  app.setClock('2027-12-01T08:00');
  await expect(reportAbsence(app, reporting)).rejects.toThrow('swap.failure.no-shift');
});
