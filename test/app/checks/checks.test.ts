/** Checks: due by the roster in force, answered by one touch, missed with a name. */

import { describe, expect, it } from 'vitest';
import { answerCheck } from '../../../src/app/checks/answer-check.ts';
import { readDueChecks } from '../../../src/app/checks/read-checks.ts';
import { type CheckTyped, saveChecks } from '../../../src/app/checks/save-checks.ts';
import { tellMissed } from '../../../src/app/checks/tell-missed.ts';
import { listLog } from '../../../src/store/log-store.ts';
import { listNotices } from '../../../src/store/notice-store.ts';
import { unitOnWatch } from '../log/unit-on-watch.ts';
import { published } from '../sample-app.ts';

const MINUTE = 60_000;

async function checking(change: Partial<CheckTyped> = {}) {
  const on = await unitOnWatch();
  const typed: CheckTyped = {
    ...{ postId: on.shift.postId, system: 'Cổng DVC', name: 'Đăng nhập cổng DVC', phrases: [] },
    ...{ times: { kind: 'start' }, asks: { kind: 'state' }, severity: 'serious', withinMinutes: 60 },
    ...change,
  };
  await saveChecks(on.app, { unitId: on.unitId, checks: [typed], actor: 'khoa' });
  const due = () => readDueChecks(on.app, on.unitId, on.shift.span);
  const [first] = await due();
  const answer = (writing: Partial<Parameters<typeof answerCheck>[1]> = {}) =>
    answerCheck(on.app, {
      ...{ unitId: on.unitId, checkId: first?.check.id ?? '', dueAt: first?.dueAt ?? (0 as never) },
      ...{ key: 'phone-1:check-1', actor: 'ha', staffId: on.first, answer: 'pass' },
      ...writing,
    });
  return { ...on, due, answer, typed };
}

describe('a check', () => {
  it('is due at the start of the shift, and answered once: a second answer is a line beside the first', async () => {
    const { app, unitId, shift, due, answer, setTime, second } = await checking();
    expect((await due()).map(({ dueAt, until }) => [dueAt, until])).toEqual([
      [shift.span.start, shift.span.start + 60 * MINUTE],
    ]);
    setTime(shift.span.start + 6 * MINUTE);
    await answer();
    await answer();
    await answer({ key: 'phone-2:check-1', actor: 'hieu', staffId: second, answer: 'fail', words: 'Chậm' });
    const entries = await listLog(app.db, { unitId }, 9);
    expect(
      entries.map(({ number, facts, severity }) => [number, facts.answer, facts.second, severity]),
    ).toEqual([
      [2, 'fail', true, 'serious'],
      [1, 'pass', undefined, 'normal'],
    ]);
    expect((await due())[0]?.answer?.number).toBe(1);
  });

  it('judges a figure by its limits, and asks for one', async () => {
    const asks = { kind: 'figure', measure: '°C', least: 18, most: 27 } as const;
    const { app, unitId, shift, answer, setTime } = await checking({ asks });
    setTime(shift.span.start + MINUTE);
    await expect(answer()).rejects.toMatchObject({ key: 'error.check.figure' });
    await answer({ figure: 27 });
    await answer({ key: 'phone-1:check-2', figure: 27.1 });
    const entries = await listLog(app.db, { unitId }, 9);
    expect(entries.map(({ facts }) => [facts.answer, facts.figure])).toEqual([
      ['fail', 27.1],
      ['pass', 27],
    ]);
  });

  it('that asks for words is answered with some, unless it could not be looked at', async () => {
    const { app, unitId, shift, answer, setTime } = await checking({ asks: { kind: 'words' } });
    setTime(shift.span.start + MINUTE);
    await expect(answer({ words: ' ' })).rejects.toMatchObject({ key: 'error.check.words' });
    await answer({ answer: 'unable' });
    await answer({ key: 'phone-1:check-2', words: 'Không có tin mới' });
    const [entry] = await listLog(app.db, { unitId }, 1);
    expect(entry?.words).toBe('Đăng nhập cổng DVC: Không có tin mới');
  });

  it('missed by its time is a line of the shift it was of, and whoever leads is told once', async () => {
    const { app, unitId, shift, setTime, leader, answer, due } = await checking();
    setTime(shift.span.start + 59 * MINUTE);
    expect(await tellMissed(app)).toBe(0);
    setTime(shift.span.start + 60 * MINUTE);
    expect(await tellMissed(app)).toBe(1);
    expect(await tellMissed(app)).toBe(0);
    const [line] = await listLog(app.db, { unitId }, 9);
    expect(line).toMatchObject({ kind: 'check', facts: { missed: true }, shift: { shiftId: shift.id } });
    const told = await listNotices(app.db, { unitId, staffId: leader }, 9);
    expect(told.map(({ facts }) => facts).filter(({ kind }) => kind === 'watch')).toMatchObject([
      { what: 'missed' },
    ]);
    await answer();
    expect((await due())[0]).toMatchObject({ answer: { facts: { late: true } }, missed: { number: 1 } });
  });

  it('moves with a swap: what is due after it is due of who stands then', async () => {
    const on = await checking({ times: { kind: 'every', hours: 1 } });
    const { app, key, shift, assignments, second, due, setTime } = on;
    const before = await due();
    expect(before.length).toBe((shift.span.end - shift.span.start) / (60 * MINUTE));
    setTime(shift.span.start + 90 * MINUTE);
    const seats = assignments.map((each) =>
      each.shiftId === shift.id ? { ...each, staffId: second } : each,
    );
    await published(app, key, seats);
    const holders = (await due()).map(({ version, shift: own }) =>
      version.roster.assignments.filter(({ shiftId }) => shiftId === own.id).map(({ staffId }) => staffId),
    );
    expect(holders.slice(0, 2)).toEqual([[on.first], [on.first]]);
    expect(
      holders
        .slice(2)
        .flat()
        .every((id) => id === second),
    ).toBe(true);
  });

  it('changed to other times is due from then on, and refused when it can’t be', async () => {
    const { app, unitId, typed, shift, setTime, due } = await checking();
    const save = (check: Partial<CheckTyped>) =>
      saveChecks(app, { unitId, checks: [{ ...typed, ...check }], actor: 'khoa' });
    setTime(shift.span.start + MINUTE);
    await save({ times: { kind: 'start' } });
    expect(await due()).toEqual([]);
    await expect(save({ name: ' ' })).rejects.toMatchObject({ key: 'error.check.name' });
    await expect(save({ times: { kind: 'every', hours: 5 } })).rejects.toMatchObject({
      key: 'error.check.times',
    });
    await expect(save({ times: { kind: 'clock', times: [] } })).rejects.toMatchObject({
      key: 'error.check.times',
    });
    await expect(save({ withinMinutes: 1 })).rejects.toMatchObject({ key: 'error.check.within' });
    const asks = { kind: 'figure', measure: '', least: 2, most: 1 } as const;
    await expect(save({ asks })).rejects.toMatchObject({ key: 'error.check.limits' });
  });
});
