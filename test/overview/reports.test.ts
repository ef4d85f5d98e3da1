/** Reports and lists of the shipped sample: who is missing, one touch for nothing arose, and files in the order of branches. */

import { describe, expect, it } from 'vitest';
import { openIncident } from '../../src/app/incidents/open-incident.ts';
import { saveWatch } from '../../src/app/log/watch-setting.ts';
import { loadTree } from '../../src/app/overview/load-tree.ts';
import { readHistory, readList } from '../../src/app/overview/read-list.ts';
import { readReports } from '../../src/app/reports/read-reports.ts';
import { openOwnReports, sendReport } from '../../src/app/reports/send-report.ts';
import type { Instant } from '../../src/calendar/interval.ts';
import { VIETNAM } from '../../src/calendar/zone.ts';
import { daysOf } from '../../src/domain/order.ts';
import { STANDARD_WATCH } from '../../src/domain/watch-setting.ts';
import { consolidatedList, listTable } from '../../src/output/documents/consolidated-list.ts';
import { readIncidentRules } from '../../src/wiring/incident-rules.ts';
import { ROOT } from '../../src/wiring/root.ts';
import { type SampleApp, type Starts, startedApp } from '../app/sample-app.ts';
import { at } from '../orders/order-facts.ts';
import { makeTree } from './make-tree.ts';

const KEY = { unitId: 'so-khcn', orderId: 'truc-tet-2027' };
const DURING = '2027-02-07T14:32';
const STARTS: Starts<void> = new Map();

async function loaded(): Promise<SampleApp> {
  const { app } = await startedApp(STARTS, 'tree', async (fresh) => {
    fresh.setClock(DURING);
    await loadTree(fresh, makeTree());
  });
  app.setClock(DURING);
  return app;
}

describe('reports', () => {
  it('put who missed most first, and tell by how much', async () => {
    const { units, moments } = await readReports(await loaded(), KEY);
    expect(moments).toHaveLength(4);
    expect(units.filter(({ overdue }) => overdue === 2)).toHaveLength(13);
    expect(units[0]?.cells.map(({ state, lateMinutes }) => [state, lateMinutes])).toEqual([
      ['overdue', 332],
      ['overdue', 32],
      ['due', 0],
      ['due', 0],
    ]);
    expect(units.flatMap(({ arisen }) => arisen)).toHaveLength(4);
    const late = units.flatMap(({ cells }) => cells.filter((cell) => cell.report && cell.lateMinutes > 0));
    expect(late.map(({ lateMinutes }) => lateMinutes)).toEqual(late.map(() => 22));
  });

  it('begin with what the unit has seen since it last reported', async () => {
    const app = await loaded();
    const key = { unitId: 'so-0008', orderId: KEY.orderId };
    const seen = async () => (await openOwnReports(app, key)).happened.map(({ title }) => title);
    const setting = { ...STANDARD_WATCH, parts: new Set(['log', 'incidents'] as const) };
    await saveWatch(app, { unitId: key.unitId, setting, actor: 'cli' });
    const opening = {
      ...{ unitId: key.unitId, key: 'of-a-report-test', actor: 'cli', shipped: readIncidentRules(ROOT) },
      ...{ title: 'Mất kết nối', kind: 'ransomware', level: 'serious', systems: [], personalData: false },
      ...{ detectedAt: app.clock(), words: 'Mở sự cố' },
    };
    expect(await seen()).toEqual([]);
    await openIncident(app, opening);
    expect(await seen()).toEqual(['Mất kết nối']);
    app.setClock('2027-02-07T15:00');
    const texts = [{ heading: 'Sự cố', text: 'Mất kết nối.' }];
    const arisen = { key, dutyId: 'su-co', dueAt: 0 as Instant, texts, signer: 'Lò Văn Páo', actor: 'a' };
    await sendReport(app, arisen);
    expect(await seen()).toEqual([]);
  });

  it('are sent in one touch by the leader on duty, late ones taken and marked', async () => {
    const app = await loaded();
    const { units } = await readReports(app, KEY);
    const missed = units.find(({ unit, overdue }) => unit.answer && overdue === 1);
    const key = { unitId: missed?.unit.unitId ?? '', orderId: KEY.orderId };
    const own = await openOwnReports(app, key);
    expect(own.leader).not.toBe('');
    const sending = { key, dutyId: 'moc', dueAt: at('2027-02-07T14:00'), texts: [], signer: '', actor: 'a' };
    await sendReport(app, sending);
    const after = (await readReports(app, KEY)).units.find(({ unit }) => unit.unitId === key.unitId);
    expect(after?.cells[1]).toMatchObject({ state: 'calm', lateMinutes: 32, report: { signer: own.leader } });
    await expect(sendReport(app, { ...sending, dueAt: at('2027-02-07T15:00') })).rejects.toMatchObject({
      key: 'reports.fault.not-owed',
    });
    const arisen = { ...sending, dutyId: 'su-co', dueAt: 0 as Instant };
    await expect(sendReport(app, arisen)).rejects.toMatchObject({ key: 'reports.fault.empty' });
    await sendReport(app, { ...arisen, texts: [{ heading: 'Sự cố', text: 'Mất mạng' }] });
    expect((await openOwnReports(app, key)).arisen).toHaveLength(1);
  });
});

describe('the consolidated list', () => {
  it('has every duty once, by branch, and says who sent none', async () => {
    const app = await loaded();
    const { order, units } = await readList(app, KEY);
    const source = {
      ...{ language: 'vi' as const, zone: VIETNAM, superior: 'Sở', title: 'Trực', dispatchNumber: '12' },
      ...{ days: daysOf(order, app.clock()), at: app.clock(), id: 'x' },
      units: units.map(({ unit, duties }) => ({ ...unit, duties })),
    };
    const table = consolidatedList(source).sections[0]?.blocks.find(({ kind }) => kind === 'table');
    if (table?.kind !== 'table') throw new Error('it has a table');
    // A line for each of four branches, seven days of each unit that answered, one of each that did not.
    expect(table.rows).toHaveLength(4 + 127 * 7 + 13);
    const said = table.rows.flat().flatMap(({ lines }) => lines.map(({ text }) => text));
    expect(said.filter((text) => text === 'Chưa gửi danh sách')).toHaveLength(13);
    expect(listTable(source).rows).toHaveLength(units.reduce((sum, { duties }) => sum + duties.length, 0));
    expect(await readHistory(app, KEY)).toHaveLength(127);
  });
});
