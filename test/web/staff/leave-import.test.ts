/** Leave and wishes of a period on one page, and taken in from a table after a preview. */

import { afterEach, describe, expect, it } from 'vitest';
import type { StaffMember } from '../../../src/domain/staff.ts';
import { CATALOGUES, type MessageKey } from '../../../src/i18n/catalogue.ts';
import { LEAVE_TABLE_COLUMNS } from '../../../src/input/columns.ts';
import { LEAVE_FIELDS } from '../../../src/input/leave-import.ts';
import { keyOf } from '../../../src/input/sheet.ts';
import { listAudit } from '../../../src/store/audit-store.ts';
import { listLines } from '../../../src/store/availability-store.ts';
import { findDraft, saveNextDraft } from '../../../src/store/draft-store.ts';
import { seat } from '../../app/sample-app.ts';
import { house, joined } from '../access/access-house.ts';
import { type MakingSite, makingSite } from '../draft/making-site.ts';
import { fieldsOf, upload } from './upload.ts';

let open: MakingSite | undefined;
afterEach(async () => {
  await open?.site.close();
  open = undefined;
});

async function period() {
  const making = await makingSite();
  open = making;
  const { app, key, plan, site, page } = making;
  const [first, second] = plan.staff as [StaffMember, StaffMember];
  const importing = (fields: readonly (readonly [string, string | File])[]) =>
    upload(`${site.url}${page}/leave/import`, fields);
  const lines = async () => (await listLines(app.db, key.unitId)).map(({ entry }) => entry);
  return { ...making, first, second, importing, lines };
}

describe('leave and wishes of a period', () => {
  it('are shown by person in words, and taken in from a paste, all or nothing', async () => {
    const { app, key, plan, page, get, first, second, importing, lines } = await period();
    const roster = { periodId: key.periodId, assignments: [seat(plan, 0, 0)] };
    const certificate = { score: { hard: 0, cover: 0, soft: 1 }, proven: true, seed: 1 };
    await saveNextDraft(app.db, key, { roster, revision: 1, updatedAt: app.clock(), certificate });
    const before = await lines();
    const paste = [
      'Họ và tên\tLoại\tTừ ngày\tĐến ngày\tGhi chú',
      `${first.name}\tnghỉ phép\t06/02/2027\t07/02/2027\tcưới em`,
      `${second.name}\tmuon truc\t31/02/2027\t\t`,
      'Người Không Có\tphép\t06/02/2026\t\t',
    ].join('\n');
    const shown = await importing([['paste', paste]]);
    expect(shown.text).toContain('1 dòng mới');
    expect(shown.text).toContain('2 dòng có lỗi');
    expect(shown.text).toContain('Không có ngày 31/02/2027 trên lịch');
    expect(shown.text).toContain('Không có “Người Không Có” trong danh sách nhân sự');
    const forced = await importing([...fieldsOf(shown.text), ['do', 'take']]);
    expect(forced.status).toBe(422);
    expect(await lines()).toEqual(before);

    const mended = fieldsOf(shown.text).map(([name, value]): [string, string] => {
      if (name === 'cell-3-2') return [name, '08/02/2027'];
      if (name === 'cell-4-0') return [name, second.name];
      return [name, value];
    });
    const checked = await importing([...mended, ['do', 'check']]);
    expect(checked.text).toContain('Ngày này xa quá');
    const year = fieldsOf(checked.text).map(([name, value]): [string, string] =>
      name === 'cell-4-2' ? [name, '09/02/2027'] : [name, value],
    );
    const taken = await importing([...year, ['do', 'take']]);
    expect(taken.location).toBe(`${page}/leave?done=imported&added=3&removed=0`);
    expect(await lines()).toHaveLength(before.length + 3);
    expect((await findDraft(app.db, key))?.certificate).toBeUndefined();
    expect((await listAudit(app.db, { unitId: key.unitId }, 1))[0]?.action).toBe('availability.import');
    const { text } = await get(taken.location);
    expect(text).toContain('Đã nhập: thêm hoặc sửa 3 dòng, bỏ 0 dòng.');
    expect(text).toContain('Thứ Bảy 06/02 (mùng 1 tháng Giêng) – Chủ nhật 07/02 (mùng 2 tháng Giêng)');

    const again = await importing([['paste', paste.split('\n').slice(0, 2).join('\n')]]);
    expect(again.text).toContain('1 dòng đã có');
    expect(again.text).toContain(`${before.length + 2} dòng đang có mà bảng này không có`);
    await importing([...fieldsOf(again.text), ['removeMissing', 'yes'], ['do', 'take']]);
    expect((await lines()).map(({ staffId }) => staffId)).toEqual([first.id]);
  });

  it('asks which columns are person and day, where no heading says so', async () => {
    const { first, importing } = await period();
    const shown = await importing([['paste', `${first.name}\t06/02/2027`]]);
    expect(shown.text).toContain('Chưa biết cột nào là người');
    const said = fieldsOf(shown.text).map(([name, value]): [string, string] =>
      name === 'column-0' ? [name, 'name'] : [name, value],
    );
    const next = await importing([...said, ['do', 'check']]);
    expect(next.text).toContain('Chưa biết cột nào là ngày bắt đầu');
  });

  it.each(['vi', 'en'] as const)('names its columns in %s as its reader knows them', (language) => {
    const words = CATALOGUES[language];
    const read = LEAVE_FIELDS.map((field) =>
      keyOf(words[`leave.field.${field}` as MessageKey], LEAVE_TABLE_COLUMNS),
    );
    expect(read).toEqual(LEAVE_FIELDS);
  });

  it('are read by approvers, imported by makers, and closed to technicians', async () => {
    const home = await house();
    const path = `/periods/${home.key.periodId}/leave`;
    const approver = await joined(home, 'approver');
    expect((await approver.get(path)).status).toBe(200);
    expect((await approver.get(`${path}/import`)).status).toBe(403);
    expect((await (await joined(home, 'technician')).get(path)).status).toBe(403);
  });
});
