/** Incidents over HTTP: opened by a form, followed, a call ticked, a report as a Word file, closed; the unit's own rules. */

import { describe, expect, it, onTestFinished } from 'vitest';
import { saveWatch } from '../../../src/app/log/watch-setting.ts';
import { STANDARD_WATCH } from '../../../src/domain/watch-setting.ts';
import { withoutRules } from '../../app/sample-app.ts';
import { sampleCase } from '../../sample-case.ts';
import { makingSite } from '../draft/making-site.ts';
import { formIn, typed } from '../setup/setup-form.ts';

describe('the pages of incidents', () => {
  it('lead from the form to the end', async () => {
    const making = await makingSite(withoutRules(sampleCase('unit-small')));
    onTestFinished(() => making.site.close());
    const { app, key, get, post } = making;
    const unit = `/units/${key.unitId}`;
    expect((await get(`${unit}/incidents`)).status).toBe(404);
    const setting = { ...STANDARD_WATCH, parts: new Set(['log', 'incidents'] as const) };
    await saveWatch(app, { unitId: key.unitId, setting, actor: 'cli' });
    const form = formIn((await get(`${unit}/incidents/new?title=Máy chủ thư`)).text, `${unit}/incidents/new`);
    const refused = await post(`${unit}/incidents/new`, typed(form, { title: '' }));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Ghi chuyện gì, ở đâu');
    const asked = typed(form, { level: 'serious', systems: 'Thư điện tử', detected: '07:30 20/01/2027' });
    const opened = await post(`${unit}/incidents/new`, asked);
    expect(opened).toMatchObject({ status: 303, location: `${unit}/incidents/1` });
    const one = `${unit}/incidents/1`;
    await post(`${one}/step`, { key: 'of-a-browser-1', words: 'Rút mạng <b>' });
    const page = (await get(one)).text;
    expect(page).toContain('SC-01 · Máy chủ thư');
    expect(page).toContain('Rút mạng &lt;b&gt;');
    expect(page).toContain('hạn 07:30 thứ Năm 21/01, còn 23 giờ 30 phút');
    expect(page).toContain('Hạn và mẫu cần rà.');

    const report = `${one}/reports/first-24h`;
    expect((await get(report)).text).toContain('Thư điện tử');
    const file = await fetch(`${making.site.url}${report}.docx`);
    expect(file.headers.get('content-type')).toContain('wordprocessingml');
    const sent = { key: 'of-a-browser-2', act: 'send', description: 'x', receipt: 'trực ban nhận' };
    expect((await post(report, sent)).location).toBe(one);
    expect((await get(one)).text).toContain('trực ban nhận');
    await post(`${one}/close`, { key: 'of-a-browser-3', cause: 'Ổ đĩa đầy', remaining: '' });
    expect((await get(`${unit}/incidents`)).text).toContain('Đã đóng');

    const rules = `${unit}/incident-rules`;
    const typedRules = formIn((await get(rules)).text, rules);
    const wrong = await post(rules, typed(typedRules, { 'hours-first-24h': 'một ngày' }));
    expect(wrong.text).toContain('“một ngày” không đọc được');
    await post(rules, typed(typedRules, { 'hours-first-24h': '12', checked: 'yes' }));
    expect((await get(rules)).text).toContain('đã rà');
  });
});
