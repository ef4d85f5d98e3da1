/** Making a rota over HTTP: every action of the manager's pages, with and without script, and what they refuse. */

import { describe, expect, it, onTestFinished } from 'vitest';
import { openDraft } from '../../../src/app/drafts/open-draft.ts';
import { ruleOf } from '../../../src/constraints/rule-parser.ts';
import { sampleCase } from '../../sample-case.ts';
import { type MakingSite, makingSite } from './making-site.ts';

async function opened(): Promise<MakingSite> {
  const making = await makingSite();
  onTestFinished(() => making.site.close());
  return making;
}

async function generated(): Promise<MakingSite> {
  const making = await opened();
  await making.generate();
  return making;
}

const seatsOf = async ({ app, key }: MakingSite) => (await openDraft(app, key)).work.roster.assignments;
const SCRIPT = { Accept: 'application/json' };

/** The first seat of the draft and someone who does not stand its shift. */
async function firstSeat(making: MakingSite) {
  const seats = await seatsOf(making);
  const [first] = seats;
  if (!first) throw new Error('the draft is empty');
  const standing = seats.filter(({ shiftId }) => shiftId === first.shiftId).map(({ staffId }) => staffId);
  const other = making.plan.staff.find(({ id }) => !standing.includes(id));
  return { ...first, seat: `${first.shiftId}@${first.place}`, other: other?.id ?? '' };
}

describe('a post', () => {
  it('is refused from another site, and when it does not say where it comes from', async () => {
    const { post, page, app, key } = await opened();
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ]) {
      const answer = await post(`${page}/run`, { seconds: '30' }, headers);
      expect([headers, answer.status]).toEqual([headers, 403]);
    }
    expect((await openDraft(app, key)).revision).toBe(0);
  });

  it('cannot be made by following a link', async () => {
    const { get, page } = await opened();
    expect((await get(`${page}/draft/edit`)).status).toBe(404);
    expect((await get(`${page}/mend`)).status).toBe(404);
  });
});

describe('generating', () => {
  it('glances at the hours first, searches, and makes the result the draft', async () => {
    const making = await opened();
    const { get, post, page, app, key } = making;
    expect((await get(`${page}/draft`)).url).toContain('/prepare');
    const glance = await get(`${page}/prepare`);
    expect(glance.text).toContain('Từng ngày');
    expect((await post(`${page}/run`, { seconds: '30' })).location).toBe(`${page}/run`);
    await making.settled();
    const over = await get(`${page}/run`);
    expect(over.text).toContain('Mở bảng trực');
    expect(over.text).toContain('chart-objective');
    const { draft } = await openDraft(app, key);
    expect(draft?.certificate).toBeDefined();
    expect((await seatsOf(making)).length).toBeGreaterThan(0);
  });

  it('tells rules that contradict each other before it is asked to search', async () => {
    const source = sampleCase('unit-small');
    const [a, b] = source.staff.map(({ id }) => id);
    const hard = { kind: 'hard' } as const;
    const rules = ['together', 'apart'].map((code) =>
      ruleOf(code, { strength: hard, params: { staffIds: [a, b] } }),
    );
    const ruleSet = { ...source.ruleSet, rules: [...source.ruleSet.rules, ...rules] };
    const { get, page, site } = await makingSite({ ...source, ruleSet });
    onTestFinished(() => site.close());
    const { text } = await get(`${page}/prepare`);
    expect(text).toContain('Quy tắc bắt buộc không giữ hết được, nên sửa trước khi xếp');
    expect(text).toContain('“Trực cùng nhau” và “Không trực cùng nhau” đều áp cho');
  });

  it('tells scripts how far it is, in parts', async () => {
    const { get, page } = await generated();
    const answer = JSON.parse((await get(`${page}/run/parts`, SCRIPT)).text);
    expect(Object.keys(answer.parts)).toEqual(['head', 'state']);
    expect(answer.going).toBe(false);
  });

  it('knows no search before there is one', async () => {
    const { get, page } = await opened();
    expect((await get(`${page}/run`)).url).toContain('/prepare');
    expect((await get(`${page}/run/parts`)).status).toBe(404);
    expect((await get(`${page}/run/events`)).status).toBe(404);
  });
});

describe('the editor', () => {
  it('seats someone by a plain form, and undoes it', async () => {
    const making = await generated();
    const { get, post, page } = making;
    const before = await seatsOf(making);
    const { seat, staffId, other } = await firstSeat(making);
    const open = await get(`${page}/draft?seat=${encodeURIComponent(seat)}`);
    expect(open.text).toContain(`value="assign ${other}"`);
    const edited = await post(`${page}/draft/edit`, { seat, seen: staffId, choice: `assign ${other}` });
    expect([edited.status, edited.location]).toEqual([303, `${page}/draft`]);
    expect((await seatsOf(making))[0]?.staffId).toBe(other);
    await post(`${page}/draft/edit`, { choice: 'undo' });
    expect(await seatsOf(making)).toEqual(before);
  });

  it('sends a script only the cells that changed', async () => {
    const making = await generated();
    const { post, page } = making;
    const { seat, staffId } = await firstSeat(making);
    const form = { seat, seen: staffId, choice: 'empty', revision: '1' };
    const answer = JSON.parse((await post(`${page}/draft/edit`, form, SCRIPT)).text);
    const cells = Object.keys(answer.parts).filter((name) => name.startsWith('cell:'));
    expect(answer).toMatchObject({ done: true, revision: 2 });
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.length).toBeLessThan(making.plan.shifts.length);
    expect(answer.parts.check).toContain('Thiếu 1 người');
  });

  it('refuses an edit of a seat that someone else has changed, says both values, and loses nothing', async () => {
    const making = await generated();
    const { post, page, plan } = making;
    const { seat, staffId, other } = await firstSeat(making);
    await post(`${page}/draft/edit`, { seat, seen: staffId, choice: 'empty' });
    const late = await post(`${page}/draft/edit`, { seat, seen: staffId, choice: `assign ${other}` });
    expect(late.status).toBe(409);
    const name = plan.staff.find(({ id }) => id === other)?.name ?? '';
    expect(late.text).toContain(`Đang là: chưa có ai. Anh chị định: ${name}`);
    expect((await openDraft(making.app, making.key)).revision).toBe(2);
  });

  it('refuses pinned seats in words', async () => {
    const making = await generated();
    const { post, page } = making;
    const { seat, staffId } = await firstSeat(making);
    await post(`${page}/draft/edit`, { seat, seen: staffId, choice: 'pin' });
    const answer = await post(`${page}/draft/edit`, { seat, seen: staffId, choice: 'empty' }, SCRIPT);
    expect(answer.status).toBe(409);
    expect(JSON.parse(answer.text).words).toContain('Ghế đã ghim');
  });

  it('refuses choices, seats and people that there are not', async () => {
    const making = await generated();
    const { get, post, page } = making;
    const { seat, staffId } = await firstSeat(making);
    const statusOf = async (form: Record<string, string>): Promise<number> =>
      (await post(`${page}/draft/edit`, form)).status;
    expect(await statusOf({ seat, seen: staffId, choice: 'explode' })).toBe(422);
    expect(await statusOf({ seat: 'nonsense', choice: 'empty' })).toBe(422);
    expect(await statusOf({ seat: 'nowhere@0', choice: 'empty' })).toBe(404);
    expect(await statusOf({ seat, seen: staffId, choice: 'assign nobody' })).toBe(404);
    expect((await get(`${page}/draft/candidates?seat=nowhere@0`)).status).toBe(404);
    expect((await get('/periods/none/draft')).status).toBe(404);
  });

  it('finds candidates without accents', async () => {
    const making = await generated();
    const { get, page, plan } = making;
    const { seat, other } = await firstSeat(making);
    const name = plan.staff.find(({ id }) => id === other)?.name ?? '';
    const bare = name
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .replace(/đ/gi, 'd')
      .toLowerCase();
    const path = `${page}/draft/candidates?${new URLSearchParams({ seat, q: bare })}`;
    const { parts } = JSON.parse((await get(path, SCRIPT)).text);
    expect(parts.seat).toContain(name);
    expect(parts.seat.match(/class="candidate /g)).toHaveLength(1);
  });
});

describe('an empty seat', () => {
  it('is explained, and filled by a repair in one click', async () => {
    const making = await generated();
    const { get, post, page } = making;
    const { seat, shiftId, staffId } = await firstSeat(making);
    await post(`${page}/draft/edit`, { seat, seen: staffId, choice: 'empty' });
    const path = `${page}/shortage?${new URLSearchParams({ shift: shiftId })}`;
    const shown = await get(path);
    const choice = /name="repair" value="([^"]+)"/.exec(shown.text)?.[1] ?? '';
    expect(choice).not.toBe('');
    // Emptied by hand: no rule is to blame for this one.
    expect(shown.text).toContain(
      'Giữ mọi quy tắc, xếp lại cả kỳ: còn nhiều nhất 6 ghế trống trong cả kỳ, đang 7.',
    );
    expect(shown.text).toContain('Bỏ “Số ca nhiều nhất”: còn 0 ghế trống trong cả kỳ, đang 7.');
    expect((await post(path, { repair: 'leave nobody' })).status).toBe(409);
    expect((await post(path, { repair: choice })).location).toBe(`${page}/draft`);
    expect((await seatsOf(making)).some((each) => each.shiftId === shiftId)).toBe(true);
  });

  it('is mended by showing the differences first', async () => {
    const making = await generated();
    const { get, post, page, settled } = making;
    const before = await seatsOf(making);
    const { seat, staffId } = await firstSeat(making);
    await post(`${page}/draft/edit`, { seat, seen: staffId, choice: 'empty' });
    const emptied = await seatsOf(making);
    await post(`${page}/mend`, {});
    await settled();
    const shown = await get(`${page}/run`);
    expect(shown.text).toContain('Những chỗ sẽ đổi');
    expect(await seatsOf(making)).toEqual(emptied);
    await post(`${page}/run/take`, {});
    expect(await seatsOf(making)).toHaveLength(before.length);
  });
});

describe('publishing', () => {
  it('asks for a reason while seats are empty, keeps what was typed, then publishes and compares', async () => {
    const making = await generated();
    const { get, post, page } = making;
    const first = { revision: '1', note: 'Bản đầu', reason: 'thiếu người kỹ thuật' };
    expect((await post(`${page}/publish`, first)).location).toContain('compare');
    const { seat, staffId } = await firstSeat(making);
    await post(`${page}/draft/edit`, { seat, seen: staffId, choice: 'empty' });
    making.app.setClock('2027-01-21T09:30');
    const form = { revision: '2', note: 'Ghi chú <riêng>' };
    const refused = await post(`${page}/publish`, form);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Ghi chú &lt;riêng&gt;');
    const stale = await post(`${page}/publish`, { ...form, revision: '1', reason: 'chờ' });
    expect(stale.text).toContain('Có người vừa sửa nháp');
    expect((await post(`${page}/publish`, { ...form, reason: 'chờ điều động' })).status).toBe(303);
    const compared = await get(`${page}/compare`);
    expect(compared.text).toContain('THAY ĐỔI LỊCH TRỰC');
    expect(compared.text).not.toMatch(/0900 000/);
    expect((await get(`${page}/wall`)).status).toBe(200);
    expect((await get(`/units/${making.key.unitId}/sick?staff=${staffId}`)).status).toBe(200);
  });
});
