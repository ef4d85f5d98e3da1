/** The pages of the watch: written, found, corrected, shown to whom it is; and not there where the unit does not use them. */

import { describe, expect, it } from 'vitest';
import { readAlerts } from '../../../src/app/alerts/read-alerts.ts';
import { takeAlerts } from '../../../src/app/alerts/take-alerts.ts';
import { type CheckTyped, saveChecks } from '../../../src/app/checks/save-checks.ts';
import { issueDisplayLink } from '../../../src/app/displays/display-links.ts';
import { openIncident } from '../../../src/app/incidents/open-incident.ts';
import { saveWatch } from '../../../src/app/log/watch-setting.ts';
import { writeEntry } from '../../../src/app/log/write-entry.ts';
import { issueApiToken } from '../../../src/app/machines/issue-api-token.ts';
import { issuePersonalLink } from '../../../src/app/own/issue-personal-link.ts';
import { STANDARD_WATCH } from '../../../src/domain/watch-setting.ts';
import { type WrittenOrder, writeDocument } from '../../../src/output/documents/render-document.ts';
import { listLog } from '../../../src/store/log-store.ts';
import { listWatchChecks } from '../../../src/store/watch-check-store.ts';
import { displayPath } from '../../../src/web/paths/displays.ts';
import { readIncidentRules } from '../../../src/wiring/incident-rules.ts';
import { ROOT } from '../../../src/wiring/root.ts';
import { unitOnWatch } from '../../app/log/unit-on-watch.ts';
import { openSite } from '../site/site.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function watching() {
  const on = await unitOnWatch();
  on.setTime(on.shift.span.start + 5 * 60_000);
  const site = await openSite(on.app);
  const log = `${site.url}/units/${on.unitId}/log`;
  const page = async (address: string) => (await fetch(address)).text();
  const post = (address: string, form: Record<string, string> | FormData) =>
    fetch(address, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: site.url },
      body: form instanceof FormData ? form : new URLSearchParams(form),
    });
  return { ...on, site, log, page, post };
}

describe('the page of the log', () => {
  it('writes a line once, finds it without diacritics, corrects it and closes what is open', async () => {
    const { log, page, post, app, unitId } = await watching();
    const line = {
      key: 'form:of-a-test',
      kind: 'observation',
      words: 'Cổng mở <chậm>',
      open: 'yes',
      who: 'Tổ hạ tầng',
    };
    expect((await post(log, line)).status).toBe(303);
    expect((await post(log, line)).status).toBe(303);
    expect(await page(`${log}?words=cong+cham`)).toContain('Cổng mở &lt;chậm&gt;');
    expect(await page(`${log}?words=khac`)).not.toContain('log-row ');
    await post(`${log}/1`, { key: 'form:of-a-test-2', words: 'Cổng iOffice mở chậm' });
    await post(`${log}/close`, { number: '1' });
    const html = await page(log);
    expect(html).toContain('<s>Cổng mở &lt;chậm&gt;</s>');
    expect(html).toContain('Không có việc nào.');
    const entries = await listLog(app.db, { unitId }, 9);
    expect(entries.map(({ corrects, closes }) => [corrects, closes])).toEqual([
      [undefined, 1],
      [1, undefined],
      [undefined, undefined],
    ]);
  });

  it('leads to the lines of one shift, and says what became of the checks of the one that runs', async () => {
    const { app, unitId, key, shift, next, log, page, setTime } = await watching();
    const check: CheckTyped = {
      ...{ postId: shift.postId, system: '', name: 'Bản sao lưu', phrases: [], withinMinutes: 60 },
      ...{ times: { kind: 'every', hours: 2 }, asks: { kind: 'state' }, severity: 'serious' },
    };
    setTime(shift.span.start - 60_000);
    await saveChecks(app, { unitId, checks: [check], actor: 'khoa' });
    const line = { unitId, actor: 'ha', kind: 'observation' } as const;
    for (const [i, each] of [shift, next].entries()) {
      setTime(each.span.start + 60_000);
      await writeEntry(app, {
        ...line,
        key: `line-of-shift-${i}`,
        words: `Dòng ca ${i}`,
        severity: 'serious',
      });
    }
    setTime(next.span.start + 61 * 60_000);
    const html = await page(log);
    expect(html).toContain('Kiểm tra ca này');
    expect(html).toMatch(/Bỏ lỡ<span class="quiet">[^<]*Bản sao lưu/);
    const query = new URLSearchParams({ period: key.periodId, shift: shift.id });
    const links = html.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
    expect(links).toContain(`href="${new URL(log).pathname}?${query}"`);
    const one = await page(`${log}?${query}`);
    expect([one.includes('Dòng ca 0'), one.includes('Dòng ca 1')]).toEqual([true, false]);
  });

  it('is not there where the unit keeps none, nor is the way to it', async () => {
    const { app, unitId, log, site, page } = await watching();
    expect(await page(site.url)).toContain('/log"');
    await saveWatch(app, { unitId, setting: STANDARD_WATCH, actor: 'khoa' });
    expect((await fetch(log)).status).toBe(404);
    expect(await page(site.url)).not.toContain('/log"');
  });

  it('takes samples of checks, and switches of parts', async () => {
    const { app, unitId, site, post, page, shift } = await watching();
    const watch = `${site.url}/units/${unitId}/watch`;
    await post(`${watch}/samples`, { post: shift.postId, sample: 'temperature' });
    const [check] = await listWatchChecks(app.db, unitId);
    expect(check).toMatchObject({ name: 'Nhiệt độ phòng máy', asks: { least: 18, most: 27 } });
    const typed = {
      id: check?.id ?? '',
      post: shift.postId,
      name: 'Nhiệt độ',
      times: 'clock',
      clocks: '8h, 14:00',
    };
    const rest = { asks: 'figure', least: '18,5', most: '27', within: '30' };
    expect((await post(`${watch}/checks`, { ...typed, ...rest })).status).toBe(303);
    expect((await listWatchChecks(app.db, unitId))[0]).toMatchObject({
      times: { times: ['08:00', '14:00'] },
      asks: { least: 18.5 },
    });
    const refused = await post(`${watch}/checks`, { ...typed, ...rest, name: 'Nhiệt', clocks: '25:00, 8h' });
    expect(refused.status).toBe(422);
    const again = await refused.text();
    expect(again).toContain('“Nhiệt”: giờ chưa đúng');
    expect(again).toContain('value="25:00, 8h"');
    expect(await page(watch)).toContain('08:00, 14:00');
  });
});

describe('“Ca trực” behind a private link', () => {
  it('takes an alert, shows the leader a box for a remark, and no way to open incidents', async () => {
    const { app, unitId, first, leader, shift, key, site, post, page, setTime } = await watching();
    const { token: sending } = await issueApiToken(app, {
      unitId,
      name: 'Zabbix',
      may: 'alert',
      actor: 'cli',
    });
    const body = { alerts: [{ key: 'ups', title: 'UPS 2 chạy ắc quy' }] };
    await takeAlerts(app, { token: sending, client: 'test', body });
    const { token } = await issuePersonalLink(app, { unitId, staffId: first, actor: 'ha' });
    const own = `${site.url}/me/${token}/shift`;
    expect(await page(own)).toContain('Nhận cảnh báo UPS 2 chạy ắc quy');
    expect(await page(own)).not.toContain('/incidents');
    expect((await post(`${own}/alert`, { number: '1' })).status).toBe(303);
    expect((await readAlerts(app, unitId)).open[0]?.alert.told).toMatchObject([
      { staffId: first, took: true },
    ]);
    expect(await page(own)).not.toContain('UPS 2');

    setTime(shift.span.end);
    const query = new URLSearchParams({ period: key.periodId, shift: shift.id });
    const lead = await issuePersonalLink(app, { unitId, staffId: leader, actor: 'ha' });
    const handover = `${site.url}/me/${lead.token}/shift/handover`;
    expect(await page(`${own}/handover?${query}`)).not.toContain('name="step" value="remark"');
    expect(await page(`${handover}?${query}`)).toContain('name="step" value="remark"');
    const remark = {
      ...Object.fromEntries(query),
      key: 'remark:of-a-test',
      step: 'remark',
      words: 'Đã xem.',
    };
    expect((await post(handover, remark)).status).toBe(303);
    expect(await page(`${handover}?${query}`)).toContain('Đã xem.');
  });

  it('writes in the person’s name, with a picture that is shown to the unit', async () => {
    const { app, unitId, first, site, log, post } = await watching();
    const { token } = await issuePersonalLink(app, { unitId, staffId: first, actor: 'ha' });
    const form = new FormData();
    form.append('key', 'page:of-a-test');
    form.append('words', 'Ảnh màn hình');
    form.append('written', '1000');
    form.append('sent', '61000');
    form.append('picture1', new Blob([PNG], { type: 'image/png' }), 'a.png');
    expect((await post(`${site.url}/me/${token}/shift/entry`, form)).status).toBe(303);
    const [entry] = await listLog(app.db, { unitId }, 1);
    expect(entry).toMatchObject({ staffId: first, words: 'Ảnh màn hình' });
    expect((entry?.receivedAt ?? 0) - (entry?.writtenAt ?? 0)).toBe(60_000);
    const picture = await fetch(`${log}/1/pictures/0`);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect((await fetch(`${log}/1/pictures/1`)).status).toBe(404);
  });
});

describe('the papers of a shift', () => {
  it('are written as book and handover record, each line in them', async () => {
    const { app, unitId, key, shift, log, site, setTime } = await watching();
    await writeEntry(app, {
      ...{
        unitId,
        key: 'line-of-paper',
        actor: 'ha',
        kind: 'observation',
        words: 'Máy in kẹt giấy',
        postId: shift.postId,
      },
    });
    // More than a page of the log shows.
    for (let i = 0; i < 65; i++) {
      const line = { unitId, key: `line-of-paper-${i}`, actor: 'ha', kind: 'observation' } as const;
      await writeEntry(app, { ...line, words: `Dòng thêm ${i}`, postId: shift.postId });
    }
    setTime(shift.span.end + 30 * 86_400_000);
    const asked: WrittenOrder[] = [];
    const documents = {
      write: (order: WrittenOrder) => {
        asked.push(order);
        return writeDocument(order, {
          pdf: { write: () => Promise.reject(new Error('no PDF here')) },
        } as never);
      },
    };
    const printing = await openSite(app, { documents: documents as never });
    const address = log.replace(site.url, printing.url);
    const query = new URLSearchParams({ period: key.periodId, shift: shift.id });
    const book = await fetch(`${address}/documents/book.docx?${query}`);
    expect(book.status).toBe(200);
    expect(book.headers.get('content-disposition')).toContain('book-');
    expect((await fetch(`${address}/documents/handover.docx?${query}`)).status).toBe(200);
    const texts = asked.map((order) => JSON.stringify('document' in order && order.document.sections));
    expect(texts.map((text) => text.includes('Máy in kẹt giấy'))).toEqual([true, false]);
    expect(texts[0]).toContain('Dòng thêm 64');
    expect((await fetch(`${address}/documents/book.exe?${query}`)).status).toBe(404);
  });
});

describe('the watch on the wall', () => {
  it('says that nothing is open, then what is, in the order in which it matters; and nothing where none of it is used', async () => {
    const { app, unitId, shift, site, page, setTime } = await watching();
    const check: CheckTyped = {
      ...{ postId: shift.postId, system: '', name: 'Bản sao lưu', phrases: [], withinMinutes: 60 },
      ...{ times: { kind: 'start' }, asks: { kind: 'state' }, severity: 'serious' },
    };
    setTime(shift.span.start - 60_000);
    await saveChecks(app, { unitId, checks: [check], actor: 'khoa' });
    setTime(shift.span.start + 60_000);
    const token = await issueDisplayLink(app, { unitId, name: '', phones: false, dims: false, actor: 'cli' });
    const wall = site.url + displayPath(token);
    expect(await page(wall)).toContain('wall-calm');
    setTime(shift.span.start + 70 * 60_000);
    await openIncident(app, {
      ...{ unitId, key: 'incident-of-wall', actor: 'ha', shipped: readIncidentRules(ROOT), words: 'Mở' },
      ...{ title: 'Mã độc <b>', kind: 'ransomware', level: 'grave', systems: [], personalData: false },
      detectedAt: app.clock(),
    });
    const { token: sending } = await issueApiToken(app, {
      unitId,
      name: 'Zabbix',
      may: 'alert',
      actor: 'cli',
    });
    const alerts = Array.from({ length: 3 }, (_, i) => ({ key: `${i}`, title: `Ổ đĩa ${i}` }));
    await takeAlerts(app, { token: sending, client: 'test', body: { alerts } });
    const busy = await page(wall);
    expect(busy).not.toContain('wall-calm');
    const order = [
      'Mã độc &lt;b&gt;',
      'Báo ngay trước',
      'Zabbix: Ổ đĩa 0',
      'và 1 việc nữa',
      'bỏ lỡ',
      'Bản sao lưu',
    ];
    const places = order.map((words) => busy.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    await saveWatch(app, { unitId, setting: STANDARD_WATCH, actor: 'khoa' });
    expect(await page(wall)).not.toContain('wall-board');
  });
});
