/** A change of shift in writing: given by the outgoing, received by the incoming, told of when nobody does. */

import { describe, expect, it } from 'vitest';
import { readHandover } from '../../../src/app/handovers/read-handover.ts';
import { giveShift, receiveShift, remarkOnShift } from '../../../src/app/handovers/sign-handover.ts';
import { tellUnsigned } from '../../../src/app/handovers/tell-unsigned.ts';
import { verifyLog } from '../../../src/app/log/verify-log.ts';
import { writeEntry } from '../../../src/app/log/write-entry.ts';
import { listLog, listOpenItems } from '../../../src/store/log-store.ts';
import { listNotices } from '../../../src/store/notice-store.ts';
import { unitOnWatch } from '../log/unit-on-watch.ts';

const MINUTE = 60_000;

async function handingOver() {
  const on = await unitOnWatch();
  const { app, key, shift, unitId, first, second } = on;
  on.setTime(shift.span.end - 10 * MINUTE);
  let count = 0;
  const signing = (staffId: string) => ({
    ...{ ...key, shiftId: shift.id, key: `sign-of-test-${++count}`, actor: staffId, staffId, words: '' },
  });
  const give = (staffId = first, change: Partial<Parameters<typeof giveShift>[1]> = {}) =>
    giveShift(app, {
      ...signing(staffId),
      ...{ state: '', carried: [], shown: [], reasons: new Map(), say: (what) => what },
      ...change,
    });
  const receive = (staffId = second, words = '') =>
    receiveShift(app, { ...signing(staffId), words, withRemarks: words !== '', say: (what) => what });
  const open = (words: string) =>
    writeEntry(app, {
      ...{ unitId, key: `open-of-test-${++count}`, actor: 'ha', staffId: first, words },
      ...{ kind: 'observation', wants: { who: '' } },
    });
  return { ...on, signing, give, receive, open };
}

describe('a shift that is handed over', () => {
  it('has two crews; open items travel or are closed in the name of who gives', async () => {
    const { app, key, unitId, shift, next, first, second, give, receive, open } = await handingOver();
    const { number: kept } = await open('Thay ắc quy UPS');
    const { number: done } = await open('Theo dõi tải cổng');
    const { number: unseen } = await open('Mở sau khi trang đã tải');
    await give(first, { carried: [kept], shown: [kept, done], words: 'Máy niêm phong ở tủ số 3.' });
    expect((await listOpenItems(app.db, unitId)).map(({ number }) => number)).toEqual([kept, unseen]);
    await receive(second, 'Thiếu chìa khóa tủ');
    const { change, written } = await readHandover(app, { ...key, shiftId: shift.id });
    expect(change.outgoing.staffIds).toEqual([first]);
    expect(change.incoming.map((crew) => [crew.shift.id, crew.staffIds])).toEqual([[next.id, [second]]]);
    expect(written.given.map(({ staffId, words }) => [staffId, words])).toEqual([
      [first, 'Máy niêm phong ở tủ số 3.'],
    ]);
    expect(written.received.map(({ staffId, facts }) => [staffId, facts.remarks])).toEqual([[second, true]]);
    expect((await verifyLog(app, unitId)).faults).toEqual([]);
  });

  it('is received by nobody who gave it, nobody of another shift, and not before it is given', async () => {
    const { give, receive, leader, first, signing, app, unitId } = await handingOver();
    await expect(receive()).rejects.toMatchObject({ key: 'error.handover.not-given' });
    await expect(give(leader)).rejects.toMatchObject({ key: 'error.handover.not-outgoing' });
    await give();
    await expect(receive(first)).rejects.toMatchObject({ key: 'error.handover.own' });
    await expect(receive(leader)).rejects.toMatchObject({ key: 'error.handover.not-incoming' });
    const remark = { ...signing(leader), words: 'Đã xem.' };
    expect((await remarkOnShift(app, remark)).again).toBe(false);
    await expect(
      remarkOnShift({ ...app, caller: technician(unitId, first) }, { ...signing(first), words: 'x' }),
    ).rejects.toMatchObject({ key: 'error.handover.not-leader' });
  });

  it('is not given an hour before its end', async () => {
    const { give, setTime, shift } = await handingOver();
    setTime(shift.span.end - 61 * MINUTE);
    await expect(give()).rejects.toMatchObject({ key: 'error.handover.too-early' });
  });

  it('unsigned after a quarter of an hour is told to whoever leads, once', async () => {
    const { app, unitId, shift, setTime, leader, give, receive } = await handingOver();
    await give();
    setTime(shift.span.end + 14 * MINUTE);
    expect(await tellUnsigned(app)).toBe(0);
    setTime(shift.span.end + 15 * MINUTE);
    const told = await tellUnsigned(app);
    expect(told).toBeGreaterThan(0);
    expect(await tellUnsigned(app)).toBe(0);
    const notices = await listNotices(app.db, { unitId, staffId: leader }, 9);
    expect(notices.map(({ facts }) => facts)).toContainEqual(
      expect.objectContaining({ kind: 'watch', what: 'unsigned' }),
    );
    await receive();
    expect((await listLog(app.db, { unitId, kind: 'handover' }, 9)).length).toBe(2);
  });
});

function technician(unitId: string, staffId: string) {
  const membership = { accountId: 'a', unitId, role: 'technician', staffId } as const;
  return { account: { operator: false }, memberships: [membership] };
}
