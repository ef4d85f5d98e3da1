/** A schedule of another tool through the real pages: shown, its posts added, its duties taken into the draft. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findCase } from '../../src/store/case-store.ts';
import { findDraft } from '../../src/store/draft-store.ts';
import { type MakingSite, makingSite } from '../web/draft/making-site.ts';
import { fieldsOf, upload } from '../web/staff/upload.ts';

let open: MakingSite | undefined;
afterEach(async () => {
  await open?.site.close();
  open = undefined;
});

const SAMPLE = readFileSync(join(import.meta.dirname, 'samples/goalert.json'), 'utf8');

/** The fields of the form that is sent there. */
function formTo(html: string, path: string): [string, string][] {
  const at = html.indexOf(`action="${path}"`);
  return at < 0 ? [] : fieldsOf(html.slice(at, html.indexOf('</form>', at)));
}

describe('moving in', () => {
  it('shows what a file holds, adds its posts once, and takes its duties through the preview', async () => {
    const making = await makingSite();
    open = making;
    const { app, key, plan, site, page, get } = making;
    const [an, binh, chi, dung] = plan.staff.map(({ name }) => name);
    const named = [
      ['Lê An', an],
      ['Trần Bình', binh],
      ['Đỗ Chi', chi],
      ['Vũ Dũng', dung],
    ].reduce((text, [sample = '', name = '']) => text.replaceAll(sample, name), SAMPLE);
    const send = (fields: readonly (readonly [string, string | File])[]) =>
      upload(`${site.url}${page}/move-in`, fields);

    expect((await get(`${page}/draft/import`)).text).toContain(`${page}/move-in`);
    const shown = await send([['file', new File([named], 'goalert.json')]]);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('GoAlert: “Trực hệ thống”');
    expect(shown.text).toContain('4 người, 2 vòng trực, 2 lần thay ca.');
    expect(shown.text).toContain('“Không có”: trong tệp không có vòng trực này.');
    expect(shown.text).not.toContain('người chưa có trong danh sách');

    const posts = async () => (await findCase(app.db, key))?.posts.map(({ name }) => name) ?? [];
    const before = await posts();
    const adding: [string, string][] = [...formTo(shown.text, `${page}/move-in`), ['do', 'posts']];
    const added = await send(adding);
    expect(added.text).toContain('Đã thêm 2 vị trí vào kỳ.');
    expect(await posts()).toEqual([...before, 'Đêm', 'Dũng']);
    expect((await send(adding)).text).toContain('Đã thêm 0 vị trí vào kỳ.');

    const roster = `${page}/draft/import`;
    const preview = await upload(`${site.url}${roster}`, formTo(added.text, roster));
    expect(preview.status).toBe(200);
    const taken = await upload(`${site.url}${roster}`, [...fieldsOf(preview.text), ['do', 'take']]);
    expect([taken.status, taken.location]).toEqual([303, `${page}/draft`]);
    const nights = (await findDraft(app.db, key))?.roster.assignments.filter(({ shiftId }) =>
      shiftId.startsWith('dem'),
    );
    expect(nights?.length).toBeGreaterThan(2);
  });

  it('refuses what is no schedule, in words, and what no form of ours sent', async () => {
    open = await makingSite();
    const { site, page } = open;
    const send = (fields: readonly (readonly [string, string | File])[]) =>
      upload(`${site.url}${page}/move-in`, fields);
    const refused = await send([['file', new File(['{"a": 1}'], 'a.json')]]);
    expect([refused.status, refused.text.includes('Không thấy lịch trực nào trong tệp')]).toEqual([
      422,
      true,
    ]);
    expect((await send([['file', new File([''], 'a.json')]])).text).toContain(
      'Chưa chọn tệp, hoặc tệp rỗng.',
    );
    expect(
      (
        await send([
          ['do', 'posts'],
          ['schedule', '{"source":"opsgenie"}'],
        ])
      ).status,
    ).toBe(422);
  });
});
