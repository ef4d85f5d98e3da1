/** The staff list on pages: found, added to, changed, taken off, imported after a preview, exported and taken in again. */

import { afterEach, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/universal';
import { issueFeedToken } from '../../../src/app/feeds/issue-feed-token.ts';
import { listFeedLinks } from '../../../src/app/feeds/list-feed-links.ts';
import { issuePersonalLink } from '../../../src/app/own/issue-personal-link.ts';
import { openPersonalLink } from '../../../src/app/own/open-personal-link.ts';
import { DEFAULT_FEED_OPTIONS } from '../../../src/domain/feed.ts';
import type { StaffMember } from '../../../src/domain/staff.ts';
import { listAudit } from '../../../src/store/audit-store.ts';
import { findDraft, saveNextDraft } from '../../../src/store/draft-store.ts';
import { listLeavers, listParticipants, listStaff } from '../../../src/store/staff-store.ts';
import { findNewestVersion } from '../../../src/store/version-store.ts';
import { published, seat } from '../../app/sample-app.ts';
import { type MakingSite, makingSite } from '../draft/making-site.ts';
import { fieldsOf, upload } from './upload.ts';

let open: MakingSite | undefined;
afterEach(async () => {
  await open?.site.close();
  open = undefined;
});

async function unit() {
  const making = await makingSite();
  open = making;
  const { app, key, site } = making;
  const path = `/units/${key.unitId}/staff`;
  const staff = () => listStaff(app.db, key.unitId);
  const importing = (fields: readonly (readonly [string, string | File])[]) =>
    upload(`${site.url}${path}/import`, fields);
  const actions = async () =>
    (await listAudit(app.db, { unitId: key.unitId }, 3)).map(({ action }) => action);
  return { ...making, path, staff, importing, actions };
}

async function xlsx(rows: readonly (readonly (string | number | null)[])[]): Promise<File> {
  const data = rows.map((row) =>
    row.map((value) =>
      value === null ? null : { value, type: typeof value === 'number' ? Number : String },
    ),
  );
  const blob = await writeExcelFile([{ sheet: 'Danh sách', data }] as never).toBlob();
  return new File([new Uint8Array(await blob.arrayBuffer())], 'danh-sach.xlsx');
}

const FORM = { name: 'Lý Thị Thêm', skills: 'giám sát, trực đêm', share: '0,5', phone: '0900 000 777' };

describe('the staff list', () => {
  it('is by given name, and found without diacritics by the server', async () => {
    const { get, path, staff } = await unit();
    const { text } = await get(path);
    expect(text).toContain(`${(await staff()).length} người`);
    const someone = (await staff())[0] as StaffMember;
    const given = someone.name.split(' ').at(-1) ?? '';
    const plain = given
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .replace(/đ/giu, 'd')
      .toLowerCase();
    expect((await get(`${path}?q=${plain}`)).text).toContain(someone.name);
    expect((await get(`${path}?q=khong+co+ai+ca`)).text).toContain('Không có ai khớp với “khong co ai ca”');
  });

  it('changes everyone ticked alike, and tells a text that will not do', async () => {
    const { get, post, path, staff, actions } = await unit();
    const ids = (await staff()).slice(0, 2).map(({ id }) => id);
    const who = ids.map((id): [string, string] => ['who', id]);
    const skillsOf = async () =>
      (await staff()).filter(({ id }) => ids.includes(id)).map(({ skills }) => skills);
    const given = await post(`${path}/change`, [...who, ['kind', 'give-skill'], ['text', 'trực đêm']]);
    expect(given.location).toBe(`${path}?done=all&changed=2`);
    expect((await get(given.location)).text).toContain('Đã sửa 2 người.');
    expect((await skillsOf()).every((skills) => skills.includes('trực đêm'))).toBe(true);
    expect((await actions()).slice(0, 2)).toEqual(['staff.edit', 'staff.edit']);
    await post(`${path}/change`, [...who, ['kind', 'take-skill'], ['text', 'Trực đêm']]);
    expect((await skillsOf()).some((skills) => skills.includes('trực đêm'))).toBe(false);
    const wrong = await post(`${path}/change`, [...who, ['kind', 'share'], ['text', 'một nửa']]);
    expect([wrong.status, wrong.text.match(/name="who"[^>]* checked/g)?.length]).toEqual([422, 2]);
    const nobody = await post(`${path}/change`, [
      ['kind', 'title'],
      ['text', 'Kỹ sư'],
    ]);
    expect([nobody.status, nobody.text.includes('Chưa đánh dấu ai')]).toEqual([422, true]);
  });

  it('asks once more before several go off the list', async () => {
    const { post, path, staff } = await unit();
    const before = await staff();
    const who = before.slice(0, 2).map(({ id }): [string, string] => ['who', id]);
    const asked = await post(`${path}/change`, [...who, ['kind', 'remove'], ['text', '']]);
    expect([asked.status, asked.text.includes('Đưa 2 người này ra khỏi danh sách?')]).toEqual([200, true]);
    expect(await staff()).toHaveLength(before.length);
    await post(`${path}/change`, [...who, ['kind', 'remove'], ['text', ''], ['agreed', 'yes']]);
    expect(await staff()).toHaveLength(before.length - 2);
  });

  it('takes someone on, with the skills as words', async () => {
    const { post, path, staff, actions } = await unit();
    const answer = await post(`${path}/new`, [...Object.entries(FORM), ['skill', 'ứng cứu']]);
    expect(answer.location).toContain('done=saved');
    const added = (await staff()).find(({ id }) => id === 'ly-thi-them');
    expect(added).toMatchObject({ skills: ['ứng cứu', 'giám sát', 'trực đêm'], share: 0.5, newcomer: false });
    expect((await actions())[0]).toBe('staff.add');
  });

  it('gives the form back with what was typed and every fault at its field', async () => {
    const { post, path, staff } = await unit();
    const before = await staff();
    const { status, text } = await post(`${path}/new`, { ...FORM, name: '=1+1', share: '7', phone: '12' });
    expect(status).toBe(422);
    expect(text).toContain('value="&#x3D;1+1"');
    expect(text).toContain('bắt đầu như một công thức');
    expect(text).toContain('“7” không phải tỷ lệ thời gian');
    expect(text).toContain('“12” không phải số điện thoại');
    expect(await staff()).toEqual(before);
  });

  it('says when a name or a code is someone’s already', async () => {
    const { post, path, staff } = await unit();
    const someone = (await staff())[0] as StaffMember;
    const again = await post(`${path}/new`, { ...FORM, name: someone.name, id: someone.id });
    expect(again.status).toBe(422);
    expect(again.text).toContain(`Mã “${someone.id}” đã là của ${someone.name}`);
  });

  it('changes someone; the draft loses its certificate, the published version stays', async () => {
    const { app, key, plan, post, path, staff } = await unit();
    const version = await published(app, key, [seat(plan, 0, 0)]);
    const roster = { periodId: key.periodId, assignments: [seat(plan, 0, 0)] };
    const certificate = { score: { hard: 0, cover: 0, soft: 1 }, proven: true, seed: 1 };
    await saveNextDraft(app.db, key, { roster, revision: 2, updatedAt: app.clock(), certificate });
    const { id } = plan.staff[0] as StaffMember;
    const answer = await post(`${path}/${id}/edit`, { ...FORM, id: 'another' });
    expect(answer.location).toContain(`${path}/${id}`);
    expect((await staff()).find((each) => each.id === id)?.name).toBe('Lý Thị Thêm');
    expect((await findDraft(app.db, key))?.certificate).toBeUndefined();
    expect(await findNewestVersion(app.db, key)).toEqual(version);
  });

  it('takes someone off it and out of periods ahead, and back onto it', async () => {
    const { app, key, plan, get, post, path, staff, actions } = await unit();
    const { id, name } = plan.staff[0] as StaffMember;
    await post(`${path}/${id}/remove`, {});
    expect((await staff()).map((each) => each.id)).not.toContain(id);
    expect((await listParticipants(app.db, key)).map((each) => each.id)).not.toContain(id);
    expect((await listLeavers(app.db, key.unitId)).map(({ member }) => member.id)).toEqual([id]);
    expect((await get(path)).text).toContain('Đã rời danh sách: 1 người');
    await post(`${path}/${id}/restore`, {});
    expect((await staff()).find((each) => each.id === id)?.name).toBe(name);
    expect((await actions()).slice(0, 2)).toEqual(['staff.return', 'staff.leave']);
  });

  it('ends the links of who leaves', async () => {
    const { app, key, plan, post, path } = await unit();
    const { id } = plan.staff[0] as StaffMember;
    const whose = { unitId: key.unitId, actor: 'cli' };
    const { token } = await issuePersonalLink(app, { ...whose, staffId: id });
    const scope = { kind: 'personal', staffId: id } as const;
    await issueFeedToken(app, { ...whose, scope, options: DEFAULT_FEED_OPTIONS });
    expect(await openPersonalLink(app, token)).toBeDefined();
    await post(`${path}/${id}/remove`, {});
    expect(await openPersonalLink(app, token)).toBeUndefined();
    expect((await listFeedLinks(app, key.unitId)).every(({ revokedAt }) => revokedAt !== undefined)).toBe(
      true,
    );
  });

  it('leaves rosters of periods that have begun as they are', async () => {
    const { app, key, plan, post, path } = await unit();
    const { id } = plan.staff[0] as StaffMember;
    app.setClock('2027-02-06T08:00');
    await post(`${path}/${id}/remove`, {});
    expect((await listParticipants(app.db, key)).map((each) => each.id)).toContain(id);
  });

  it('answers not found for people and units that are not there', async () => {
    const { get, post, path } = await unit();
    expect((await get(`${path}/nobody/edit`)).status).toBe(404);
    expect((await post(`${path}/nobody/remove`, {})).status).toBe(404);
    expect((await get('/units/nowhere/staff')).status).toBe(404);
    expect((await get(`${path.replace(/staff$/, '')}staff-list.pdf`)).status).toBe(404);
  });
});

describe('importing people', () => {
  const HEAD = ['TT', 'Họ và tên', 'Điện thoại', 'Kỹ năng', 'Ghi chú'] as const;

  it('shows a workbook row by row before anything is written, then takes it whole', async () => {
    const { importing, staff, actions } = await unit();
    const before = await staff();
    const known = before[0] as StaffMember;
    const file = await xlsx([
      ['DANH SÁCH TRỰC', null, null, null, null],
      HEAD,
      [1, known.name, '0900 000 999', known.skills.join('; '), 'cũ'],
      [2, 'Tô Văn Mới', 912345678, known.skills[0] ?? '', null],
    ]);
    const shown = await importing([['file', file]]);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('1 người mới');
    expect(shown.text).toContain('1 người thay đổi');
    expect(shown.text).toContain(`trước: ${known.phone}`);
    expect(shown.text).toContain('thiếu số 0 ở đầu, đã đọc là 0912345678');
    expect(shown.text).toContain(`${before.length - 1} người trong danh sách không có trong bảng này`);
    expect(await staff()).toEqual(before);

    const taken = await importing([...fieldsOf(shown.text), ['do', 'take']]);
    expect(taken.location).toContain('done=imported&added=1&changed=1&removed=0');
    const after = await staff();
    expect(after).toHaveLength(before.length + 1);
    expect(after.find(({ id }) => id === known.id)).toEqual({ ...known, phone: '0900 000 999' });
    expect(after.find(({ id }) => id === 'to-van-moi')?.phone).toBe('0912345678');
    expect((await actions())[0]).toBe('staff.import');
  });

  it('marks every fault in its cell, writes nothing, and takes the table once it is mended there', async () => {
    const { importing, staff } = await unit();
    const before = await staff();
    const paste = [HEAD.join('\t'), '1\tAn Một\t12\t\t', '2\t=B2\t0900 000 998\t\t'].join('\r\n');
    const shown = await importing([['paste', paste]]);
    expect(shown.text).toContain('Số “12” ngắn quá');
    expect(shown.text).toContain('bắt đầu như một công thức');
    expect(shown.text).toContain('name="cell-2-2"');
    expect(shown.text).toContain('name="cell-3-1"');
    const forced = await importing([...fieldsOf(shown.text), ['do', 'take']]);
    expect(forced.status).toBe(422);
    expect(forced.text).toContain('Không có dòng nào được ghi');
    expect(await staff()).toEqual(before);

    const mended = fieldsOf(shown.text).map(([name, value]): [string, string] => {
      if (name === 'cell-2-2') return [name, '0900 000 997'];
      return name === 'cell-3-1' ? [name, 'Bình Hai'] : [name, value];
    });
    const checked = await importing([...mended, ['do', 'check']]);
    expect(checked.text).toContain('2 người mới');
    expect(checked.text).not.toContain('aria-invalid');
    await importing([...fieldsOf(checked.text), ['do', 'take']]);
    expect((await staff()).length).toBe(before.length + 2);
  });

  it('lets columns be said, where no heading says them', async () => {
    const { importing, staff } = await unit();
    const shown = await importing([['paste', 'Cao Thị Cột\tPhòng Mạng\nDư Văn Dòng\tPhòng Mạng']]);
    expect(shown.text).toContain('Chưa biết cột nào là họ và tên');
    const said = fieldsOf(shown.text).map(([name, value]): [string, string] => {
      if (name === 'column-0') return [name, 'name'];
      return name === 'column-1' ? [name, 'department'] : [name, value];
    });
    const taken = await importing([...said, ['do', 'take']]);
    expect(taken.location).toContain('added=2');
    expect((await staff()).find(({ id }) => id === 'du-van-dong')?.department).toBe('Phòng Mạng');
  });

  it('refuses to go on when the list has moved on since it was shown', async () => {
    const { importing, post, path } = await unit();
    const shown = await importing([['paste', 'Họ và tên\nCao Thị Sau']]);
    await post(`${path}/new`, FORM);
    const taken = await importing([...fieldsOf(shown.text), ['do', 'take']]);
    expect(taken.status).toBe(422);
    expect(taken.text).toContain('danh sách vừa có người khác sửa');
    const again = await importing([...fieldsOf(taken.text), ['do', 'take']]);
    expect(again.location).toContain('added=1');
  });

  it('adds new people to a period ahead, and takes off who is missing, when asked', async () => {
    const { app, key, importing, staff } = await unit();
    const before = await staff();
    const kept = before.slice(1);
    const paste = ['Họ và tên', ...kept.map(({ name }) => name), 'Cao Thị Vào'].join('\n');
    const shown = await importing([['paste', paste]]);
    await importing([
      ...fieldsOf(shown.text),
      ['join', key.periodId],
      ['removeMissing', 'yes'],
      ['do', 'take'],
    ]);
    const ids = (await listParticipants(app.db, key)).map(({ id }) => id);
    expect(ids).toContain('cao-thi-vao');
    expect(ids).not.toContain(before[0]?.id);
    expect(await staff()).toHaveLength(before.length);
  });

  it('remembers what the unit said a column is', async () => {
    const { importing } = await unit();
    const paste = 'Họ và tên\tĐVCT\nCao Thị Nhớ\tPhòng Mạng';
    const shown = await importing([['paste', paste]]);
    expect(shown.text).toContain('Cột không lấy: “ĐVCT”');
    const said = fieldsOf(shown.text).map(([name, value]): [string, string] =>
      name === 'column-1' ? [name, 'department'] : [name, value],
    );
    expect((await importing([...said, ['do', 'take']])).location).toContain('added=1');
    const next = await importing([['paste', paste.replace('Nhớ', 'Quên')]]);
    expect(fieldsOf(next.text)).toContainEqual(['column-1', 'department']);
  });

  it('shows both records of who may be one person, and goes by the answer', async () => {
    const { importing, staff } = await unit();
    const [known] = (await staff()) as [StaffMember];
    const paste = `Họ và tên\tĐiện thoại\n${known.name.toLocaleUpperCase('vi')}\t0900 000 555`;
    const shown = await importing([['paste', paste]]);
    expect(shown.text).toContain('Có phải cùng một người?');
    expect(shown.text).toContain(`Cùng một người: ${known.name}`);
    expect(shown.text).toContain(known.phone);
    expect((await importing([...fieldsOf(shown.text), ['do', 'take']])).status).toBe(422);
    const answered = await importing([
      ...fieldsOf(shown.text),
      ['answer-who-2', `is:${known.id}`],
      ['do', 'check'],
    ]);
    expect(answered.text).toContain('1 người thay đổi');
    const taken = await importing([...fieldsOf(answered.text), ['do', 'take']]);
    expect(taken.location).toContain('added=0&changed=1');
    expect((await staff()).find(({ id }) => id === known.id)).toEqual({ ...known, phone: '0900 000 555' });
  });

  it('drops a row that is ticked, and looks a row over that is brought in before taking it', async () => {
    const { importing } = await unit();
    const paste = 'Họ và tên\tSĐT\nCao Thị Một\t0900 000 551\nCao Thị Hai\t0900 000 552\nTổng số: 2\t';
    const shown = await importing([['paste', paste]]);
    expect(shown.text).toContain('Dòng cộng');
    const brought = await importing([...fieldsOf(shown.text), ['bring', '4'], ['do', 'take']]);
    expect(brought.status).toBe(200);
    expect(brought.text).toContain('3 người mới');
    const taken = await importing([...fieldsOf(shown.text), ['flip', '3'], ['do', 'take']]);
    expect(taken.location).toContain('added=1');
  });

  it('says why a file cannot be read, and keeps what was pasted', async () => {
    const { importing } = await unit();
    const word = new File([new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])], 'x.docx');
    const refused = await importing([['file', word]]);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Không đọc được tệp này');
    const none = await importing([['paste', '  ']]);
    expect(none.text).toContain('Chưa chọn tệp và chưa dán gì');
    const broken = await importing([['paste', 'Họ và tên\n"An']]);
    expect(broken.text).toContain('Dấu nháy kép mở');
    expect(broken.text).toContain('Họ và tên\r\n&quot;An</textarea>');
    expect(
      (
        await importing([
          ['table', '{}'],
          ['do', 'take'],
        ])
      ).status,
    ).toBe(422);
  });

  it.each(['csv', 'xlsx'] as const)('takes its own %s back in unchanged', async (format) => {
    const { site, path, importing, staff, post } = await unit();
    await post(`${path}/new`, { ...FORM, title: '-Tổ trưởng, "A"', nights: '2', phone: '+84 900 000 111' });
    const before = await staff();
    const response = await fetch(`${site.url}${path}-list.${format}`);
    expect(response.headers.get('content-disposition')).toContain(`.${format}`);
    const file = new File([new Uint8Array(await response.arrayBuffer())], `nhan-su.${format}`);
    const shown = await importing([['file', file]]);
    expect(shown.text).toContain(`${before.length} người như cũ`);
    expect(shown.text).not.toContain('người thay đổi');
    await importing([...fieldsOf(shown.text), ['do', 'take']]);
    // Whoever was added by hand has a place in the list from now on.
    const placeless = (members: readonly StaffMember[]) => members.map(({ listPlace: _, ...rest }) => rest);
    expect(placeless(await staff())).toEqual(placeless(before));
  });

  it('guards what looks like a formula in the CSV', async () => {
    const { get, path, post } = await unit();
    await post(`${path}/new`, { ...FORM, title: '=HYPERLINK("http://x")' });
    expect((await get(`${path}-list.csv`)).text).toContain(`"'=HYPERLINK(""http://x"")"`);
  });
});
