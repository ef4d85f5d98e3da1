/** Posts of a period over HTTP: every action, what it refuses, and what it says would fall away. */

import { describe, expect, it, onTestFinished } from 'vitest';
import { openDraft } from '../../../src/app/drafts/open-draft.ts';
import { saveDraft } from '../../../src/app/drafts/save-draft.ts';
import { getCase } from '../../../src/app/periods/get-case.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import { listAudit } from '../../../src/store/audit-store.ts';
import { seat } from '../../app/sample-app.ts';
import { type MakingSite, makingSite } from '../draft/making-site.ts';
import { formIn, typed } from './setup-form.ts';

async function opened(): Promise<MakingSite> {
  const making = await makingSite('tet-2027-province');
  onTestFinished(() => making.site.close());
  return making;
}

const namesOf = async ({ app, key }: MakingSite) => (await getCase(app, key)).posts.map(({ id }) => id);

async function seen({ get, page }: MakingSite): Promise<string> {
  return formIn((await get(`${page}/posts`)).text, `${page}/posts`).get('seen') ?? '';
}

describe('the posts of a period', () => {
  it('are shown with tier, cover, systems, contacts and their day', async () => {
    const { get, page } = await opened();
    const { text } = await get(`${page}/posts`);
    for (const words of [
      'Giám sát, kỹ thuật',
      'Dự phòng',
      '2 người mỗi ca',
      'Cổng dịch vụ công',
      'Đầu mối giám sát quốc gia',
      'Sáng 06–14 (8 giờ) · Chiều 14–22 (8 giờ) · Đêm 22–06 (8 giờ)',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('are moved, copied and added from a template', async () => {
    const making = await opened();
    const { post, page } = making;
    const change = async (form: Record<string, string>) =>
      post(`${page}/posts`, { ...form, seen: await seen(making) });
    expect((await change({ change: 'up giam-sat' })).location).toBe(`${page}/posts?done=moved`);
    expect(await namesOf(making)).toEqual(['giam-sat', 'lanh-dao', 'ung-cuu']);
    expect((await change({ change: 'copy giam-sat' })).location).toBe(`${page}/posts/giam-sat-2`);
    const added = await change({ template: 'office-night' });
    expect(added.location).toBe(`${page}/posts/truc-ky-thuat-trong-va-ngoai-gio`);
    const source = await getCase(making.app, making.key);
    expect(source.posts.map(({ id }) => id)).toEqual([
      'giam-sat',
      'giam-sat-2',
      'lanh-dao',
      'ung-cuu',
      'truc-ky-thuat-trong-va-ngoai-gio',
    ]);
    const plan = (await openDraft(making.app, making.key)).plan;
    const days = (pattern: string) =>
      plan.shifts.filter(({ postId, patternId }) => postId.startsWith('truc-ky') && patternId === pattern)
        .length;
    // 4–10/2/2027 is all within the Tết break: no working day among them.
    expect([days('hanh-chinh'), days('ngay-nghi'), days('dem')]).toEqual([0, 7, 7]);
  });

  it('say what would fall away before one is removed, and lose it only then', async () => {
    const making = await opened();
    const { app, key, plan, post, page } = making;
    const first = plan.shifts.findIndex(({ postId }) => postId === 'giam-sat');
    const roster = { periodId: key.periodId, assignments: [seat(plan, first, 0)] };
    await saveDraft(app, { key, roster, seenRevision: 0, actor: 'cli' });
    const form = { change: 'remove giam-sat', seen: await seen(making) };
    const asked = await post(`${page}/posts`, form);
    expect(asked.status).toBe(409);
    expect(asked.text).toContain('1 ghế đã xếp trong nháp');
    expect(asked.text).toContain('1 ghim: Mai Xuân Hiếu (Giám sát ATTT, Đêm T6 05/02)');
    expect(await namesOf(making)).toContain('giam-sat');
    const agreed = await post(`${page}/posts`, { ...form, agreed: 'yes' });
    expect(agreed.location).toBe(`${page}/posts?done=removed`);
    expect(await namesOf(making)).toEqual(['lanh-dao', 'ung-cuu']);
    const source = await getCase(app, key);
    // A wish for the post stays the person's: it has no effect in this plan.
    expect([source.pins, source.past.length, source.availability]).toEqual([
      [],
      3,
      making.source.availability,
    ]);
    const wishes = (await getPlan(app, key)).wishes.filter(({ postId }) => postId === 'giam-sat');
    expect(wishes).toEqual([]);
    const [entry] = await listAudit(app.db, { unitId: key.unitId }, 1);
    expect(entry).toMatchObject({ action: 'posts.save', actor: 'web', details: { posts: 2 } });
  });

  it('never go all, and refuse changes and posts there are not', async () => {
    const making = await opened();
    const { post, page } = making;
    for (const form of [{ change: 'explode giam-sat' }, { change: 'up nobody' }, { template: 'none' }, {}]) {
      expect((await post(`${page}/posts`, { seen: await seen(making), ...form })).status).toBe(422);
    }
    const remove = async (id: string) =>
      post(`${page}/posts`, { change: `remove ${id}`, seen: await seen(making), agreed: 'yes' });
    await remove('lanh-dao');
    await remove('giam-sat');
    const last = await remove('ung-cuu');
    expect([last.status, last.text.includes('Cần ít nhất 1 mục')]).toEqual([422, true]);
    expect(await namesOf(making)).toEqual(['ung-cuu']);
  });

  it('tell who comes second that someone else changed them', async () => {
    const making = await opened();
    const { post, page } = making;
    const stale = await seen(making);
    await post(`${page}/posts`, { change: 'down lanh-dao', seen: stale });
    const late = await post(`${page}/posts`, { change: 'down lanh-dao', seen: stale });
    expect([late.status, late.text.includes('người khác đã lưu thay đổi')]).toEqual([409, true]);
  });
});

describe('one post', () => {
  it('is changed in all its parts, and its draft loses the certificate', async () => {
    const making = await opened();
    const { app, key, get, post, page } = making;
    await making.generate();
    expect((await openDraft(app, key)).draft?.certificate).toBeDefined();
    const path = `${page}/posts/ung-cuu`;
    const form = formIn((await get(path)).text, path);
    const changed = typed(form, {
      name: 'Ứng cứu sự cố',
      presence: 'on-site',
      target: '3',
      systems: 'Máy chủ thư\n\nTường lửa',
      newSkills: 'Mạng, mạng',
      'shift-0-start': '7h',
      'shift-0-hours': '12,5',
      'shift-1-days': 'weekend',
      'shift-2-label': 'Tuần tra',
      'shift-2-start': '20:00',
      'shift-2-hours': '2',
      'shift-2-days': 'own',
      'shift-2-rrule': 'FREQ=DAILY;INTERVAL=2',
      'shift-2-from': '2027-02-05',
      'shift-2-minimum': '1',
      'contact-1-name': 'Tổng đài',
      'contact-1-phone': '113',
      step: 'save',
      agreed: 'yes',
    });
    expect((await post(path, changed)).location).toBe(`${page}/posts?done=saved`);
    const saved = (await getCase(app, key)).posts.find(({ id }) => id === 'ung-cuu');
    expect(saved).toMatchObject({
      name: 'Ứng cứu sự cố',
      presence: 'on-site',
      cover: { minimum: 2, target: 3 },
      skills: ['ứng cứu', 'mạng', 'mạng'],
      systems: ['Máy chủ thư', 'Tường lửa'],
      contacts: [expect.anything(), { name: 'Tổng đài', phone: '113' }],
    });
    expect(saved?.patterns).toEqual([
      { id: 'ngay', label: 'Ngày', start: '07:00', rrule: 'FREQ=DAILY', durationMinutes: 750 },
      { id: 'dem', label: 'Đêm', start: '18:00', rrule: 'FREQ=WEEKLY;BYDAY=SA,SU', durationMinutes: 720 },
      {
        id: 'tuan-tra',
        label: 'Tuần tra',
        start: '20:00',
        rrule: 'FREQ=DAILY;INTERVAL=2',
        durationMinutes: 120,
        from: '2027-02-05',
        cover: { minimum: 1, target: 1 },
      },
    ]);
    expect((await openDraft(app, key)).draft?.certificate).toBeUndefined();
    // Nothing is changed by saving what is shown: the form holds the whole post.
    const again = formIn((await get(path)).text, path);
    await post(path, typed(again, { step: 'save' }));
    expect((await getCase(app, key)).posts.find(({ id }) => id === 'ung-cuu')).toEqual(saved);
  });

  it('is refused with every fault beside its field and what was typed kept', async () => {
    const { app, key, get, post, page, source } = await opened();
    const path = `${page}/posts/giam-sat`;
    const form = formIn((await get(path)).text, path);
    const refused = await post(
      path,
      typed(form, {
        name: '',
        minimum: '3',
        target: '2',
        'shift-0-start': '25:99',
        'shift-1-hours': 'tám',
        'shift-2-days': 'own',
        'shift-2-rrule': 'FREQ=HOURLY',
        'shift-2-from': '30/02/2027',
        'shift-3-label': 'Thêm',
        step: 'save',
      }),
    );
    expect(refused.status).toBe(422);
    for (const [field, words] of [
      ['name', 'Chưa điền mục này'],
      ['minimum', 'ít hơn số tối thiểu'],
      ['shift-0-start', '“25:99” không phải giờ'],
      ['shift-1-hours', '“tám” không phải số'],
      ['shift-2-rrule', 'HOURLY'],
      ['shift-2-from', '“30/02/2027” không phải ngày'],
      ['shift-3-start', 'Chưa điền mục này'],
      ['shift-3-hours', 'Chưa điền mục này'],
    ]) {
      const [, fault = ''] = refused.text.split(`id="fault-${field}"`);
      expect([field, fault.slice(0, 400).includes(words ?? '')]).toEqual([field, true]);
    }
    expect(refused.text).toContain('value="25:99"');
    expect((await getCase(app, key)).posts).toEqual(source.posts);
  });

  it('shows another row, and the picture of what is typed, without saving', async () => {
    const { app, key, get, post, page, source } = await opened();
    const path = `${page}/posts/giam-sat`;
    const form = formIn((await get(path)).text, path);
    const more = await post(path, typed(form, { step: 'more-shifts', 'shift-2-hours': '6' }));
    expect(more.text).toContain('name="shift-4-label"');
    expect(more.text).toContain('Không ai trực từ 04:00 đến 06:00 (2 giờ)');
    expect((await getCase(app, key)).posts).toEqual(source.posts);
    expect((await get(`${page}/posts/none`)).status).toBe(404);
  });
});
