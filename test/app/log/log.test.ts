/** The log: appended, numbered without holes, chained, sent twice and written once, erased and purged without a break. */

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { eraseWithin } from '../../../src/app/access/erase-staff-member.ts';
import { purgeLogs } from '../../../src/app/log/purge-logs.ts';
import { type LogVerdict, verifyLog } from '../../../src/app/log/verify-log.ts';
import { requirePart, saveWatch, watchSettingOf } from '../../../src/app/log/watch-setting.ts';
import { type EntryWriting, writeEntry } from '../../../src/app/log/write-entry.ts';
import { wasOffline } from '../../../src/domain/log-entry.ts';
import { STANDARD_WATCH, WATCH_PARTS } from '../../../src/domain/watch-setting.ts';
import { findLogEntry, listCorrections, listLog, listOpenItems } from '../../../src/store/log-store.ts';
import { withoutTriggers } from '../../../src/store/triggers.ts';
import { onSqlite } from '../../store/engine.ts';
import { loaded, published, type SampleApp, seat } from '../sample-app.ts';

async function watching() {
  const { app, key, plan } = await loaded();
  const { unitId } = key;
  const setting = { ...STANDARD_WATCH, parts: new Set(WATCH_PARTS) };
  await saveWatch(app, { unitId, setting, actor: 'khoa' });
  let count = 0;
  const write = (writing: Partial<EntryWriting> = {}) =>
    writeEntry(app, {
      ...{ unitId, key: `line-of-test-${++count}`, actor: 'ha', kind: 'observation', words: 'Cổng mở lại.' },
      ...writing,
    });
  return { app, key, plan, unitId, setting, write };
}

/** As someone would who has the file alone. */
function tamper(app: SampleApp, statement: string): Promise<unknown> {
  const triggers = ['log_entry_never_changes', 'log_entry_never_goes', 'log_picture_never_changes'];
  return app.db
    .transaction()
    .execute((trx) => withoutTriggers(trx, triggers, () => sql.raw(statement).execute(trx)));
}

const faults = ({ faults }: LogVerdict): string[] => faults.map(({ kind, number }) => `${kind} ${number}`);

describe('writing into the log', () => {
  it('numbers without holes and writes what is sent again once', async () => {
    const { app, unitId, write } = await watching();
    expect(await write({ key: 'phone-1:1' })).toEqual({ number: 1, again: false });
    expect(await write()).toEqual({ number: 2, again: false });
    expect(await write({ key: 'phone-1:1' })).toEqual({ number: 1, again: true });
    await expect(write({ key: 'phone-1:1', actor: 'hieu' })).rejects.toMatchObject({
      key: 'error.log.taken',
    });
    expect((await listLog(app.db, { unitId }, 9)).map(({ number }) => number)).toEqual([2, 1]);
  });

  it('keeps both moments, and the shift of the roster in force when it was written', async () => {
    const { app, key, plan, unitId, write } = await watching();
    const shift = plan.shifts[0];
    if (!shift) throw new Error('the sample has shifts');
    await published(app, key, [seat(plan, 0, 0)]);
    const minutes = (count: number) => new Date(shift.span.start + count * 60_000).toISOString();
    app.setClock(minutes(30));
    const before = plan.staff[0]?.id ?? '';
    const after = plan.staff[1]?.id ?? '';
    await write({ staffId: before });
    // The seat changes hands half an hour in; a line written before that arrives after it.
    await published(app, key, [seat(plan, 0, 1)]);
    app.setClock(minutes(60));
    await write({ staffId: after });
    await write({ staffId: before, agoMs: 45 * 60_000 });
    const [offline, own] = await listLog(app.db, { unitId }, 9);
    expect(own).toMatchObject({ shift: { shiftId: shift.id }, postId: shift.postId, staffId: after });
    expect(offline).toMatchObject({ shift: { shiftId: shift.id }, staffId: before });
    expect((offline?.receivedAt ?? 0) - (offline?.writtenAt ?? 0)).toBe(45 * 60_000);
    expect([offline, own].map((entry) => entry && wasOffline(entry))).toEqual([true, false]);
  });

  it('refuses no words, too many, what is older than a week, what points nowhere, and a unit that keeps none', async () => {
    const { app, unitId, setting, write } = await watching();
    await expect(write({ words: ' ' })).rejects.toMatchObject({ key: 'error.log.words' });
    await expect(write({ words: 'x'.repeat(2001) })).rejects.toMatchObject({ key: 'error.log.words' });
    await expect(write({ agoMs: 7 * 86_400_000 + 1 })).rejects.toMatchObject({ key: 'error.log.old' });
    await expect(write({ agoMs: Number.NaN })).rejects.toMatchObject({ key: 'error.log.old' });
    await expect(write({ closes: 7 })).rejects.toMatchObject({ key: 'error.log.no-entry' });
    await saveWatch(app, { unitId, setting: { ...setting, parts: new Set() }, actor: 'khoa' });
    await expect(write()).rejects.toMatchObject({ key: 'error.log.off' });
    await expect(requirePart(app, unitId, 'log')).rejects.toMatchObject({ code: 'not-found' });
    expect((await watchSettingOf(app, unitId)).keptMonths).toBe(24);
    expect(await listLog(app.db, { unitId }, 9)).toEqual([]);
  });

  it('keeps open items until an entry closes them, and finds words without diacritics', async () => {
    const { app, unitId, write } = await watching();
    await write({ words: 'Theo dõi tải cổng DVC', wants: { who: 'ca đêm', by: app.clock() } });
    await write({ words: 'Thay ắc quy UPS', wants: { who: 'Tổ hạ tầng' } });
    expect((await listOpenItems(app.db, unitId)).map(({ number }) => number)).toEqual([1, 2]);
    await write({ words: 'Tải bình thường.', closes: 1 });
    expect((await listOpenItems(app.db, unitId)).map(({ number }) => number)).toEqual([2]);
    await write({ words: 'Không phải UPS số 1', corrects: 2 });
    expect(await listCorrections(app.db, unitId, [1, 2])).toEqual(new Map([[2, 4]]));
    const found = await listLog(app.db, { unitId, words: ['ac quy', 'ups'] }, 9);
    expect(found.map(({ number }) => number)).toEqual([2]);
  });
});

describe('the chain of the log', () => {
  it('proves what was written, and the database refuses to change, remove or replace it', async () => {
    const { app, unitId, write } = await watching();
    for (let i = 0; i < 5; i++) await write();
    expect(await verifyLog(app, unitId)).toEqual({
      unitId,
      entries: 5,
      purged: 0,
      from: 1,
      until: 5,
      faults: [],
    });
    for (const statement of [
      "UPDATE log_entry SET words = 'khác'",
      'DELETE FROM log_entry',
      onSqlite
        ? 'INSERT OR REPLACE INTO log_entry SELECT * FROM log_entry WHERE number = 2'
        : 'INSERT INTO log_entry SELECT * FROM log_entry WHERE number = 2 ON CONFLICT DO NOTHING',
    ]) {
      await expect(sql.raw(statement).execute(app.db)).rejects.toThrow(/log (never|follows)/);
    }
  });

  it.each([
    ['words', "UPDATE log_entry SET words = 'khác' WHERE number = 3", ['changed 3']],
    ['a moment', 'UPDATE log_entry SET written_at = written_at - 60000 WHERE number = 3', ['changed 3']],
    ['who', "UPDATE log_entry SET actor = 'khác' WHERE number = 3", ['changed 3']],
    ['whether it is open', 'UPDATE log_entry SET open = 1 WHERE number = 3', ['changed 3']],
    ['what is searched', "UPDATE log_entry SET folded = '' WHERE number = 3", ['changed 3']],
    ['an entry in between', 'DELETE FROM log_entry WHERE number = 3', ['missing 4']],
    ['the first', 'DELETE FROM log_entry WHERE number = 1', ['missing 2']],
    ['the last', 'DELETE FROM log_entry WHERE number = 5', ['end 5']],
    ['the mark', 'DELETE FROM log_chain', ['start 1']],
  ])('finds %s changed or gone', async (_, statement, found) => {
    const { app, unitId, write } = await watching();
    for (let i = 0; i < 5; i++) await write();
    await tamper(app, statement);
    expect(faults(await verifyLog(app, unitId))).toEqual(found);
  });

  it('finds a picture that is another or gone', async () => {
    const { app, unitId, write } = await watching();
    const picture = { type: 'image/png', bytes: Uint8Array.of(1, 2, 3) } as const;
    await write({ pictures: [picture] });
    expect(faults(await verifyLog(app, unitId))).toEqual([]);
    await expect(sql`DELETE FROM log_picture`.execute(app.db)).rejects.toThrow(/never goes/);
    await tamper(app, `UPDATE log_picture SET bytes = ${onSqlite ? "x'00'" : "'\\x00'"}`);
    expect(faults(await verifyLog(app, unitId))).toEqual(['picture 1']);
  });

  it('stays whole when a person is erased, whose name and code are gone then', async () => {
    const { app, unitId, plan, write } = await watching();
    const member = plan.staff[0];
    if (!member) throw new Error('the sample has people');
    await write({ staffId: member.id, words: `Đã gọi ${member.name}.`, wants: { who: member.name } });
    await write({ words: 'Không nói tới ai.' });
    await tamper(app, "UPDATE log_entry SET words = words || '!' WHERE number = 2");
    const ghostId = await app.db
      .transaction()
      .execute((trx) => eraseWithin(trx, app, { unitId, staffId: member.id, actor: 'ha', again: true }));
    const entry = await findLogEntry(app.db, { unitId, number: 1 });
    expect(entry?.staffId).toBe(ghostId);
    expect(`${entry?.words} ${entry?.wants?.who}`).not.toContain(member.name);
    expect(entry?.words).toMatch(/^Đã gọi •••/u);
    // What someone had laid hands on before is still found.
    expect(faults(await verifyLog(app, unitId))).toEqual(['changed 2']);
  });

  it('empties what is past its keeping, keeps incidents longer, and stays whole', async () => {
    const { app, unitId, write } = await watching();
    await write();
    await write({ kind: 'incident', words: 'Mã độc' });
    await write({ pictures: [{ type: 'image/png', bytes: Uint8Array.of(1) }] });
    await write({ words: 'Còn chờ', wants: { who: '' } });
    expect(await purgeLogs(app)).toBe(0);
    app.setClock('2029-03-01T08:00');
    expect(await purgeLogs(app)).toBe(2);
    await write();
    expect(await verifyLog(app, unitId)).toMatchObject({
      entries: 4,
      purged: 1,
      from: 2,
      until: 5,
      faults: [],
    });
    expect(await findLogEntry(app.db, { unitId, number: 3 })).toMatchObject({
      purged: true,
      words: '',
      actor: '',
    });
    app.setClock('2033-01-20T08:00');
    await write({ closes: 4 });
    expect(await purgeLogs(app)).toBe(3);
    expect(await verifyLog(app, unitId)).toMatchObject({ entries: 1, from: 6, until: 6, faults: [] });
    expect(await purgeLogs(app)).toBe(0);
  });
});
