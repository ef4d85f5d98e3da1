/** Systems over HTTP: the list, a form that comes back with its faults, and who watched what as page and file. */

import { describe, expect, it, onTestFinished } from 'vitest';
import { saveWatch } from '../../../src/app/log/watch-setting.ts';
import { STANDARD_WATCH } from '../../../src/domain/watch-setting.ts';
import { published, seat, withoutRules } from '../../app/sample-app.ts';
import { sampleCase } from '../../sample-case.ts';
import { makingSite } from '../draft/making-site.ts';

describe('the pages of systems', () => {
  it('are there once switched on; show, take and refuse; say who watched when', async () => {
    const making = await makingSite(withoutRules(sampleCase('unit-small')));
    onTestFinished(() => making.site.close());
    const { app, key, plan, get, post } = making;
    const path = `/units/${key.unitId}/systems`;
    expect((await get(path)).status).toBe(404);
    const setting = { ...STANDARD_WATCH, parts: new Set(['systems'] as const) };
    await saveWatch(app, { unitId: key.unitId, setting, actor: 'cli' });
    const watched = plan.posts.flatMap(({ systems }) => systems)[0] ?? '';
    expect(watched).not.toBe('');
    expect((await get(path)).text).toContain(watched);
    const refused = await post(`${path}/new`, { name: '', level: '9' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Cần tên hệ thống.');
    expect((await post(`${path}/new`, { name: 'UPS phòng máy', level: '4' })).status).toBe(303);
    const { text } = await get(path);
    expect(text).toContain('Cấp độ 4');
    expect(text).toContain('Không vị trí nào trực');

    const [shift] = plan.shifts;
    await published(app, key, [seat(plan, 0, 0)]);
    const query = `from=${shift?.day}&to=${shift?.day}`;
    const hours = await get(`/units/${key.unitId}/watched-hours?${query}`);
    expect(hours.text).toContain(plan.staff[0]?.name);
    const file = await get(`/units/${key.unitId}/watched-hours.csv?${query}`);
    expect(file.text).toContain(plan.staff[0]?.name);
    expect((await get(`/units/${key.unitId}/watched-hours.xlsx?${query}`)).status).toBe(200);
    expect((await get(`/units/${key.unitId}/watched-hours?from=x`)).status).toBe(422);
  });
});
