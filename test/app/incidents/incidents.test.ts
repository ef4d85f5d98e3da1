/** An incident from a line of the log to its end: numbers, clocks, calls, reports, and what is refused. */

import { beforeEach, describe, expect, it } from 'vitest';
import { addStep, closeIncident, rejudgeIncident } from '../../../src/app/incidents/follow-incident.ts';
import { saveReport } from '../../../src/app/incidents/incident-reports.ts';
import { readIncidentRules, setIncidentRules } from '../../../src/app/incidents/incident-rules.ts';
import { openIncident } from '../../../src/app/incidents/open-incident.ts';
import { listIncidents, readIncident } from '../../../src/app/incidents/read-incidents.ts';
import { verifyLog } from '../../../src/app/log/verify-log.ts';
import { saveWatch } from '../../../src/app/log/watch-setting.ts';
import { writeEntry } from '../../../src/app/log/write-entry.ts';
import type { Day } from '../../../src/calendar/day.ts';
import { STANDARD_WATCH } from '../../../src/domain/watch-setting.ts';
import { readIncidentRules as readShipped } from '../../../src/wiring/incident-rules.ts';
import { ROOT } from '../../../src/wiring/root.ts';
import { at, type Loaded, loaded, published, seat } from '../sample-app.ts';

const SHIPPED = readShipped(ROOT);
let made: Loaded;
let key = 0;

beforeEach(async () => {
  made = await loaded();
  const setting = { ...STANDARD_WATCH, parts: new Set(['log', 'incidents'] as const) };
  await saveWatch(made.app, { unitId: made.key.unitId, setting, actor: 'cli' });
});

const author = () => ({ unitId: made.key.unitId, key: `of-a-test-${++key}`, actor: 'cli' });

function open(changes: Partial<Parameters<typeof openIncident>[1]> = {}): Promise<number> {
  return openIncident(made.app, {
    ...author(),
    shipped: SHIPPED,
    title: 'Mã độc tống tiền, phòng Kế toán',
    kind: 'ransomware',
    level: 'serious',
    systems: ['Máy MC-KT-07', 'Máy MC-KT-07'],
    detectedAt: at('2027-01-20T07:18'),
    personalData: false,
    words: 'Mở sự cố',
    ...changes,
  });
}

const read = (number: number) => readIncident(made.app, { unitId: made.key.unitId, number, contacts: [] });
const states = async (number: number) =>
  (await read(number)).owed.map(({ duty, state, dueAt }) => [duty.id, state, dueAt]);

describe('an incident', () => {
  it('grows out of a line, once however often it is sent, and every clock runs from the minute it was seen', async () => {
    const { app, key: period } = made;
    const { number: origin } = await writeEntry(app, {
      ...{ ...author(), kind: 'alert', words: 'Kaspersky: Trojan-Ransom' },
    });
    const opening = { key: 'the-same-form-twice', origin };
    const number = await open(opening);
    expect([number, await open(opening)]).toEqual([1, 1]);
    expect(await open()).toBe(2);
    const { incident, timeline } = await read(1);
    expect(incident.systems).toEqual(['Máy MC-KT-07']);
    expect(timeline.map((each) => each.number)).toEqual([2, 1]);
    expect(await states(1)).toEqual([
      ['first-24h', 'due', at('2027-01-21T07:18')],
      ['full-72h', 'due', at('2027-01-23T07:18')],
      ['update', 'open', undefined],
    ]);
    app.setClock('2027-01-21T07:19');
    expect((await states(1))[0]?.[1]).toBe('late');
    expect((await verifyLog(app, period.unitId)).faults).toEqual([]);
  });

  it('owes another desk word once personal data is touched, and word at once where security is harmed', async () => {
    const number = await open({ level: 'ordinary' });
    expect((await states(number)).map(([id]) => id)).toEqual(['full-72h', 'update']);
    const judging = {
      ...author(),
      incident: number,
      words: 'Đánh giá lại',
      level: 'grave',
      personalData: true,
    };
    await rejudgeIncident(made.app, judging);
    expect((await states(number)).map(([id]) => id)).toEqual(
      expect.arrayContaining(['at-once', 'first-24h', 'full-72h', 'personal-data', 'update']),
    );
    expect((await states(number))[0]).toEqual(['at-once', 'late', at('2027-01-20T07:18')]);
  });

  it('keeps a report while it is written, marks it as sent once, and then it stays', async () => {
    const number = await open();
    const saving = { incident: number, duty: 'first-24h', fields: { description: 'Mã hóa một máy' } };
    expect(await saveReport(made.app, { ...author(), ...saving })).toBe(1);
    const sent = { receipt: 'trực ban nhận 08:10', words: 'Đã gửi' };
    expect(await saveReport(made.app, { ...author(), ...saving, sent })).toBe(1);
    expect((await states(number)).find(([id]) => id === 'first-24h')?.[1]).toBe('sent');
    await expect(saveReport(made.app, { ...author(), ...saving })).rejects.toMatchObject({
      code: 'conflict',
    });
    const update = { ...saving, duty: 'update', sent };
    await saveReport(made.app, { ...author(), ...update });
    await saveReport(made.app, { ...author(), ...update });
    expect((await read(number)).reports.map(({ duty }) => duty)).toEqual(['first-24h', 'update', 'update']);
  });

  it('has the directory called last, each entry with a stand-in and a second channel', async () => {
    const desk = {
      id: 'so',
      name: 'Trực ban Sở',
      role: 'Xin hỗ trợ',
      phone: '113',
      email: '',
      note: '',
      source: '',
    };
    const contacts = [
      { ...desk, standIn: 'Văn phòng 114', channel: 'Bộ đàm kênh 3', asOf: '2026-12-01' as Day },
    ];
    const number = await open();
    const { calls } = await readIncident(made.app, { unitId: made.key.unitId, number, contacts });
    expect(calls.at(-1)).toMatchObject({
      key: 'contact:Trực ban Sở',
      standIn: 'Văn phòng 114',
      channel: 'Bộ đàm kênh 3',
    });
  });

  it('ticks whom one called, who is on duty first, and keeps calls nobody answered', async () => {
    const { app, key: period, plan } = made;
    await published(app, period, [seat(plan, 0, 0)]);
    const start = plan.shifts[0]?.span.start ?? 0;
    app.setClock(new Date(start + 60_000).toISOString());
    const number = await open({ detectedAt: start as never });
    const [first] = (await read(number)).calls;
    const person = plan.staff[0];
    expect([first?.key, first?.phone]).toEqual([`duty:${person?.id}`, person?.phone]);
    for (const answered of [false, true]) {
      const facts = { call: first?.key ?? '', answered };
      await addStep(app, { ...author(), incident: number, words: 'Gọi', facts, kind: 'call' });
    }
    const tried = (await read(number)).calls[0]?.tried.map(({ facts }) => facts.answered);
    expect(tried).toEqual([true, false]);
  });

  it('ends with a cause and then takes no more; its closing report is owed from then on', async () => {
    const number = await open();
    const closing = { ...author(), incident: number, words: 'Đóng', remaining: 'Đổi mật khẩu' };
    await expect(closeIncident(made.app, { ...closing, cause: ' ' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await closeIncident(made.app, { ...closing, cause: 'Tệp đính kèm' });
    expect((await states(number)).map(([id]) => id)).toContain('closing');
    await expect(addStep(made.app, { ...author(), incident: number, words: 'x' })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await listIncidents(made.app, made.key.unitId))[0]?.incident.closing?.cause).toBe('Tệp đính kèm');
    expect((await read(number)).timeline).toHaveLength(2);
  });

  it('is refused what no rule knows, a moment to come, a line that is not there; and nothing is written', async () => {
    const wrong = [
      { kind: 'x' },
      { level: 'x' },
      { title: ' ' },
      { detectedAt: at('2027-01-20T09:00') },
      { origin: 99 },
    ];
    for (const changes of wrong) await expect(open(changes)).rejects.toMatchObject({ code: 'invalid' });
    expect(await listIncidents(made.app, made.key.unitId)).toEqual([]);
  });

  it('goes by the unit’s own rules, and by those it was opened under', async () => {
    const { app, key: period } = made;
    const number = await open();
    const asked = { unitId: period.unitId, shipped: SHIPPED };
    const rules = await readIncidentRules(app, asked);
    expect([rules.id, rules.check]).toEqual(['nd-331-2026', true]);
    const own = { ...rules, check: false, kinds: [{ id: 'leak', name: 'Lộ dữ liệu' }] };
    await setIncidentRules(app, { unitId: period.unitId, written: own, actor: 'cli' });
    await expect(open()).rejects.toMatchObject({ key: 'incidents.fault.kind' });
    expect((await read(number)).incident.rules.check).toBe(true);
  });
});
