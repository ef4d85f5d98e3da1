/** Alerts of other programs: one line, one resolve, told in the call order until somebody takes them; silence is told. */

import { beforeEach, describe, expect, it } from 'vitest';
import { acknowledgeAlert, readAlerts, setAlerts } from '../../../src/app/alerts/read-alerts.ts';
import { takeAlerts } from '../../../src/app/alerts/take-alerts.ts';
import { tellAlerts } from '../../../src/app/alerts/tell-alerts.ts';
import { verifyLog } from '../../../src/app/log/verify-log.ts';
import { saveWatch } from '../../../src/app/log/watch-setting.ts';
import { issueApiToken } from '../../../src/app/machines/issue-api-token.ts';
import { openApiToken } from '../../../src/app/machines/open-api-token.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import { STANDARD_WATCH } from '../../../src/domain/watch-setting.ts';
import { listLog } from '../../../src/store/log-store.ts';
import { type Loaded, loaded, published, seat } from '../sample-app.ts';

let made: Loaded;
let token: string;

beforeEach(async () => {
  made = await loaded();
  const { unitId } = made.key;
  const setting = { ...STANDARD_WATCH, parts: new Set(['log', 'alerts'] as const) };
  await saveWatch(made.app, { unitId, setting, actor: 'cli' });
  token = (await issueApiToken(made.app, { unitId, name: 'Zabbix', may: 'alert', actor: 'cli' })).token;
});

const send = (body: unknown) => takeAlerts(made.app, { token, client: 'test', body });
const one = (state: string, key = 'ups') => ({
  alerts: [{ key, title: 'UPS 2 chạy ắc quy', state, severity: 'serious' }],
});
const lines = async () =>
  (await listLog(made.app.db, { unitId: made.key.unitId }, 50)).map(({ number, words, severity, shift }) => [
    number,
    words,
    severity,
    shift?.shiftId,
  ]);

/** As Alertmanager 0.28 posts it (webhook version 4). */
const ALERTMANAGER = (status: string) => ({
  version: '4',
  receiver: 'lich-truc',
  status,
  alerts: [
    {
      status,
      labels: { alertname: 'DiskFull', severity: 'critical', instance: 'mail-1' },
      annotations: { summary: 'Ổ đĩa 91 %' },
      fingerprint: 'f00d',
    },
    { status: 'firing', labels: { alertname: 'Watchdog' }, annotations: {}, fingerprint: 'beef' },
  ],
});

it('of very many words is taken, its words cut; so are several hundred at once', async () => {
  const { app, key, plan } = made;
  await published(app, key, [seat(plan, 0, 0)]);
  const long = { key: 'long', title: 'Nhật ký máy chủ '.repeat(60), words: 'lỗi '.repeat(20_000) };
  expect(await send({ alerts: [long] })).toMatchObject({ opened: 1 });
  expect(String((await lines())[0]?.[1]).length).toBeLessThanOrEqual(1500);
  const many = Array.from({ length: 150 }, (_, i) => ({ key: `k${i}`, title: `Cổng ${i}` }));
  expect(await send({ alerts: many })).toMatchObject({ opened: 150 });
  expect((await verifyLog(app, key.unitId)).faults).toEqual([]);
});

describe('an alert', () => {
  it('is one line with the shift that runs, and one when it is over, however often it is said', async () => {
    const { app, key, plan } = made;
    await published(app, key, [seat(plan, 0, 0)]);
    const start = plan.shifts[0]?.span.start ?? 0;
    app.setClock(new Date(start + 60_000).toISOString());
    expect(await send(one('firing'))).toEqual({ opened: 1, repeated: 0, resolved: 0 });
    expect(await send(one('firing'))).toEqual({ opened: 0, repeated: 1, resolved: 0 });
    expect(await send(one('resolved'))).toEqual({ opened: 0, repeated: 0, resolved: 1 });
    expect(await send(one('resolved'))).toEqual({ opened: 0, repeated: 0, resolved: 0 });
    expect(await lines()).toEqual([
      [2, 'Zabbix: UPS 2 chạy ắc quy', 'normal', plan.shifts[0]?.id],
      [1, 'Zabbix: UPS 2 chạy ắc quy', 'serious', plan.shifts[0]?.id],
    ]);
    expect(await send(one('firing'))).toMatchObject({ opened: 1 });
    expect((await verifyLog(app, key.unitId)).faults).toEqual([]);
  });

  it('comes in Alertmanager’s own shape too; its heartbeat is no alert', async () => {
    expect(await send(ALERTMANAGER('firing'))).toEqual({ opened: 1, repeated: 0, resolved: 0 });
    const { open, sources } = await readAlerts(made.app, made.key.unitId);
    expect(open[0]?.alert).toMatchObject({ title: 'Ổ đĩa 91 %', system: 'mail-1', severity: 'serious' });
    expect(sources.map(({ name }) => name)).toEqual(['Alertmanager']);
    expect(await send(ALERTMANAGER('resolved'))).toMatchObject({ resolved: 1 });
  });

  it('goes to the next in the call order while nobody takes it, each told once, and to nobody afterwards', async () => {
    const { app, key, plan } = made;
    const { unitId } = key;
    await published(app, key, [seat(plan, 0, 0), seat(plan, 0, 1, 1)]);
    const start = plan.shifts[0]?.span.start ?? 0;
    const minute = (n: number) => app.setClock(new Date(start + n * 60_000).toISOString());
    minute(1);
    await setAlerts(app, { unitId, nextMinutes: 10, silentMinutes: 60, actor: 'cli' });
    await send(one('firing'));
    expect([await tellAlerts(app), await tellAlerts(app)]).toEqual([1, 0]);
    minute(10);
    expect(await tellAlerts(app)).toBe(0);
    minute(11);
    const next = (await readAlerts(app, unitId)).open[0]?.next;
    expect(next?.at).toBe((start + 11 * 60_000) as Instant);
    expect(await tellAlerts(app)).toBe(1);
    const told = (await readAlerts(app, unitId)).open[0]?.alert.told.map(({ staffId }) => staffId);
    expect(told).toEqual([plan.staff[0]?.id, plan.staff[1]?.id]);
    const notices = await app.db
      .selectFrom('notice')
      .select(['staff_id', 'kind'])
      .orderBy('number')
      .execute();
    expect(notices.filter(({ kind }) => kind === 'watch').map(({ staff_id }) => staff_id)).toEqual(told);
    await send(one('firing', 'other'));
    const number =
      (await readAlerts(app, unitId)).open.find(({ alert }) => alert.key === 'other')?.alert.number ?? 0;
    await acknowledgeAlert(app, { unitId, number, actor: 'cli' });
    expect(await tellAlerts(app)).toBe(0);
  });

  it('tells a source that went silent', async () => {
    await send({ source: 'UPS', alerts: [] });
    const sources = async () =>
      (await readAlerts(made.app, made.key.unitId)).sources.map(({ silent }) => silent);
    expect(await sources()).toEqual([false]);
    made.app.setClock('2027-01-20T09:01');
    expect(await sources()).toEqual([true]);
  });

  it('is taken of no token that only reads, nor in a shape nobody knows; a token for alerts reads nothing', async () => {
    const { app, key } = made;
    const reading = await issueApiToken(app, { unitId: key.unitId, name: 'bảng', actor: 'cli' });
    expect(await takeAlerts(app, { token: reading.token, client: '', body: one('firing') })).toBeUndefined();
    expect(await openApiToken(app, { token, client: '' })).toBeUndefined();
    for (const body of [undefined, 'x', { alerts: [{}] }, { receiver: 'x' }]) {
      expect(await send(body)).toHaveProperty('wrong');
    }
    expect(await lines()).toEqual([]);
  });
});
