/** “Vì sao người này?” through pages: of a published seat and of one in the draft, and what is no seat. */

import { expect, it, onTestFinished } from 'vitest';
import { published } from '../../app/sample-app.ts';
import { filledRoster } from '../../documents/sample-documents.ts';
import { makingSite } from '../draft/making-site.ts';

it('tells of a published seat and of one in the draft what others would break or cost, in words', async () => {
  const { app, key, plan, page, get, site } = await makingSite();
  onTestFinished(() => site.close());
  const assignments = filledRoster(plan).assignments.slice(0, 4);
  await published(app, key, assignments);
  const [seat] = assignments;
  const holder = plan.staff.find(({ id }) => id === seat?.staffId)?.name ?? '?';
  const ref = encodeURIComponent(`${seat?.shiftId}@${seat?.place}`);
  const roster = await get(page);
  expect(roster.text).toContain('/why?seat');
  for (const path of [`${page}/why?seat=${ref}`, `${page}/draft/why?seat=${ref}`]) {
    const { status, text } = await get(path);
    expect([path, status]).toEqual([path, 200]);
    expect(text).toContain('Vì sao người này');
    expect(text).toContain(holder);
    expect(text).toMatch(/class="seat-why-(blocked|costs|same|better)"/);
    // Points stand behind words, never alone.
    expect(text).not.toMatch(/<p>\s*(Bảng trực xấu đi )?[\d.]+ điểm/);
  }
  const panel = await get(`${page}/draft?seat=${ref}`);
  expect(panel.text).toContain('/draft/why?seat');
  expect((await get(`${page}/why?seat=nowhere@0`)).status).toBe(404);
  expect((await get(`${page}/why?seat=nowhere`)).status).toBe(400);
  expect((await get(`${page}/why?seat=${encodeURIComponent(`${seat?.shiftId}@9`)}`)).status).toBe(404);
});
