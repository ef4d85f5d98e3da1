/** The page of documents: kinds and formats, fields kept by period, the unit's Word forms, slips with links told once. */

import { describe, expect, it } from 'vitest';
import { checkIn } from '../../../src/app/check-ins/check-in.ts';
import { listFeedLinks } from '../../../src/app/feeds/list-feed-links.ts';
import { saveNoticeWays } from '../../../src/app/notices/notice-settings.ts';
import { findVersion } from '../../../src/app/versions/find-version.ts';
import { formatInstant, VIETNAM } from '../../../src/calendar/zone.ts';
import { AppError } from '../../../src/kernel/app-error.ts';
import { unzip } from '../../../src/kernel/zip-reader.ts';
import { DOCUMENT_KINDS } from '../../../src/output/documents/document.ts';
import { formatSampleForm } from '../../../src/output/documents/docx-form-sample.ts';
import { pagesOf } from '../../documents/poppler.ts';
import { describeWith } from '../../programs.ts';
import { tetVersion } from '../roster/rosters.ts';
import { appOf, openSite } from '../site/site.ts';
import { DOCUMENTS, type DocumentsSite, documentsSite } from './documents-site.ts';

const FIELDS = {
  number: '7',
  symbol: 'KH-ABC',
  type: 'plan',
  date: '2027-01-25',
  urgency: 'immediate',
  legalBases: 'Căn cứ A\r\n\r\nCăn cứ B',
  recipients: 'Phòng X',
  capacity: 'for-head',
  authority: 'Giám đốc',
  position: 'Phó Giám đốc',
  name: 'Trần Thị Bích Hà',
};

/** Handlebars writes `=` as an entity. */
function plain(html: string): string {
  return html.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
}

describe('documents', () => {
  it('offers every kind in both languages, without script, the version kept', async () => {
    const docs = await documentsSite();
    const text = async (path: string): Promise<string> =>
      plain(await (await fetch(docs.site.url + path)).text());
    for (const language of ['vi', 'en']) {
      const html = await text(`${docs.path}?lang=${language}`);
      for (const kind of DOCUMENT_KINDS) expect(html).toContain(`value="${docs.path}/${kind}.pdf"`);
      expect(html).not.toMatch(/document\.(?:form|forms|kind|page|slips)\./);
      expect(html).toContain(`href="/periods/${docs.key.periodId}/print"`);
      expect(html).toContain(`href="${docs.path}/form.docx"`);
    }
    expect(await text(`/periods/${docs.key.periodId}?version=1`)).toContain(`href="${docs.path}?version=1"`);
    const old = await text(`${docs.path}?version=1`);
    expect(old).toContain('<input type="hidden" name="version" value="1">');
    expect(old).toContain('đã có bản mới hơn');
    await docs.site.close();
  });

  it('gives every kind as a PDF and every format of the grid, named after period and version', async () => {
    const docs = await documentsSite();
    const told = async (path: string) => {
      const { status, headers } = await docs.get(path);
      return [status, headers.get('content-disposition')];
    };
    const named = (file: string) => [200, `attachment; filename="${file}"`];
    for (const kind of DOCUMENT_KINDS) {
      expect(await told(`/${kind}.pdf`)).toEqual(named(`${kind}-${docs.key.periodId}-v2.pdf`));
    }
    for (const extension of ['docx', 'xlsx', 'html', 'csv', 'txt']) {
      expect(await told(`/grid.${extension}`)).toEqual(named(`grid-${docs.key.periodId}-v2.${extension}`));
    }
    const pdf = await (await docs.get('/wall.pdf')).arrayBuffer();
    expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-');
    const form = await (await docs.get('/form.docx')).arrayBuffer();
    expect(Buffer.from(form).toString('latin1', 0, 2)).toBe('PK');
    await docs.site.close();
  });

  it('shows the first page as a picture', async () => {
    const docs = await documentsSite();
    expect(plain(await (await docs.get()).text())).toContain(`src="${docs.path}/notice.svg"`);
    const response = await docs.get('/notice.svg');
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    const svg = await response.text();
    // A4 in points, and one page of it.
    expect(svg).toMatch(/^<svg viewBox="0 0 595\.28 841\.89"/);
    expect(svg).not.toContain('<script');
    await docs.site.close();
  });

  it('leaves phones off when asked, keeps to one person, stamps what no longer holds, refuses what there is not', async () => {
    const docs = await documentsSite();
    const text = async (path: string): Promise<string> => (await docs.get(path)).text();
    // What hangs where anyone passes has them only where they are asked for.
    expect(await text('/wall.html')).not.toContain('0900 000');
    expect(await text('/wall.html?wall-phones=yes')).toContain('0900 000');
    expect(await text('/official.html')).toContain('0900 000');
    expect(await text('/official.html?no-phones=yes')).not.toContain('0900 000');
    const [one] = docs.plan.staff;
    expect((await text(`/slip.html?staff=${one?.id}`)).match(/<section/g)).toHaveLength(1);
    expect(await text('/wall.html?version=1')).toContain('ĐÃ CÓ BẢN 2 THAY THẾ');
    expect(await text('/wall.html')).not.toContain('THAY THẾ');
    for (const path of ['/poster.pdf', '/wall.odt', '/slip.pdf?staff=nobody', '/wall.pdf?version=9']) {
      expect((await docs.get(path)).status).toBe(404);
    }
    expect((await docs.get('/wall.pdf?version=x')).status).toBe(400);
    await docs.site.close();
  });

  it('tell on the attendance sheet what was taken where shifts are taken, and are as ever where they are not', async () => {
    const { app, get, key, plan } = await documentsSite();
    const before = await (await get('/attendance.csv')).text();
    expect(before).not.toContain('nhận ca');
    const { roster } = (await findVersion(app, key)) ?? { roster: { assignments: [] } };
    const [taken] = roster.assignments;
    const shift = plan.shifts.find(({ id }) => id === taken?.shiftId);
    if (!taken || !shift) throw new Error('somebody stands');
    await saveNoticeWays(app, {
      unitId: key.unitId,
      told: true,
      mail: true,
      push: true,
      checkIn: true,
      actor: 'cli',
    });
    app.setClock(formatInstant(shift.span.start, VIETNAM).slice(0, 16));
    await checkIn(app, { ...key, shiftId: shift.id, staffId: taken.staffId, way: 'page', actor: 'cli' });
    const after = await (await get('/attendance.csv')).text();
    expect(after).toContain('Trong đó đã nhận ca');
    expect(after.match(/Đã nhận \d\d:\d\d/g)).toHaveLength(1);
    expect(after).toContain('Chưa đến giờ');
    await saveNoticeWays(app, {
      unitId: key.unitId,
      told: true,
      mail: true,
      push: true,
      checkIn: false,
      actor: 'cli',
    });
    expect(await (await get('/attendance.csv')).text()).toBe(before);
  });

  it('is told, not broken, where no documents are written', async () => {
    const site = await openSite(appOf([tetVersion()]));
    expect((await fetch(`${site.url}/periods/tet-2027/documents`)).status).toBe(200);
    expect((await fetch(`${site.url}/periods/tet-2027/documents/wall.pdf`)).status).toBe(503);
    await site.close();
  });
});

describe('the fields of letters', () => {
  it('are kept and stand on every letter from then on, the number with those to come', async () => {
    const docs = await documentsSite();
    const saved = await docs.post('', { ...FIELDS, day: '2027-02-05' });
    expect([saved.status, saved.headers.get('location')]).toEqual([
      303,
      `${docs.path}?day=2027-02-05&saved=1`,
    ]);
    const page = plain(await (await docs.get()).text());
    for (const shown of [
      'value="7"',
      'value="KH-ABC"',
      '<option value="plan" selected>',
      'Căn cứ A\nCăn cứ B',
    ]) {
      expect(page).toContain(shown);
    }
    expect(page).toContain('Kế hoạch sau trong năm 2027 là 08');
    const letter = await (await docs.get('/notice.html')).text();
    for (const words of [
      '07/KH-ABC',
      'KẾ HOẠCH',
      'HỎA TỐC',
      'Căn cứ A;',
      'Căn cứ B.',
      '- Phòng X;',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'ngày 25 tháng 01 năm 2027',
    ]) {
      expect(letter.replaceAll('\u00a0', ' ')).toContain(words);
    }
    await docs.site.close();
  });

  it('are drawn as they stand while nothing is kept, or told what of them cannot be read', async () => {
    const asked: unknown[] = [];
    const docs = await documentsSite('unit-small', {
      picture: async ({ kind, fields, options, source }) => {
        asked.push([kind, fields.subject, fields.print, options.onePage, source.phones]);
        return '<svg/>';
      },
    });
    await docs.post('', { 'one-page': 'yes', 'no-phones': 'yes' });
    const drawn = await docs.post('/preview', { subject: 'Trực thử', preview: 'official', alone: 'yes' });
    expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    await docs.post('/preview', { subject: 'Trực thử', preview: 'poster' });
    // What is not ticked in the form is off, whatever is kept.
    expect(asked).toEqual([
      ['official', 'Trực thử', { alone: true }, undefined, true],
      ['notice', 'Trực thử', undefined, undefined, true],
    ]);
    const refused = await docs.post('/preview', { number: 'x' });
    expect([refused.status, await refused.text()]).toEqual([
      422,
      '“x” không phải số văn bản. Có thể viết một số nguyên từ 1 đến 999999, hoặc để trống để ghi tay.',
    ]);
    expect(await (await docs.get()).text()).not.toContain('Trực thử');
    await docs.site.close();
  });

  it('bring the way of printing along, which holds until it is chosen otherwise', async () => {
    const docs = await documentsSite();
    await docs.post('', { layout: 'people', paper: 'a3', fit: 'balanced', alone: 'yes', 'no-phones': 'yes' });
    const page = plain(await (await docs.get()).text());
    expect(page).toContain('<option value="a3" selected>');
    expect(page).toMatch(/name="alone" value="yes"[^>]* checked/);
    expect(page).toMatch(/name="layout" value="people" checked/);
    const list = await (await docs.get('/official.html')).text();
    expect(list).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(list).toContain('Ca, vị trí');
    expect(list).not.toContain('0900 000');
    // An address may say more of it, or all of it anew.
    expect(await (await docs.get('/official.html?layout=days')).text()).not.toContain('Ca, vị trí');
    const anew = await (await docs.get('/official.html?own-settings=yes')).text();
    expect(anew).not.toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(anew).toContain('0900 000');
    await docs.post('', { paper: 'a4' });
    expect(plain(await (await docs.get()).text())).not.toMatch(/name="alone" value="yes"[^>]* checked/);
    await docs.site.close();
  });

  it('are kept by the button of a file too, which then comes', async () => {
    const docs = await documentsSite();
    const next = `${docs.path}/notice.pdf`;
    const saved = await docs.post('', { ...FIELDS, version: '1', next });
    expect(saved.headers.get('location')).toBe(`${next}?version=1`);
    expect(await (await docs.get('/notice.html')).text()).toContain('07/KH-ABC');
    // Nowhere but to files of this page.
    for (const elsewhere of ['https://a.example/', '//a.example/', '/sign-out', `${docs.path}.evil/x`]) {
      const sent = await docs.post('', { ...FIELDS, next: elsewhere });
      expect(sent.headers.get('location')).toBe(`${docs.path}?saved=1`);
    }
    await docs.site.close();
  });

  it('come back as typed with every fault beside its box, and nothing is kept', async () => {
    const docs = await documentsSite();
    const response = await docs.post('', {
      number: 'x',
      symbol: 'TB /',
      subject: '<b>',
      name: 'Trần Văn A',
      recipients: `Phòng X\n${'a'.repeat(201)}`,
      date: '2027-02-30',
      paper: 'a3',
    });
    const html = plain(await response.text());
    expect(response.status).toBe(422);
    for (const fault of [
      '“x” không phải số văn bản',
      'Ký hiệu “TB /”',
      'Thiếu quyền hạn',
      'Dòng 2: Chữ quá dài',
    ]) {
      expect(html).toContain(fault);
    }
    expect(html).toContain('Không có ngày “2027-02-30”');
    expect(html).toContain('value="TB /"');
    expect(html).toContain('&lt;b&gt;');
    expect(html).toContain('<option value="a3" selected>');
    expect(await (await docs.get('/notice.html')).text()).not.toContain('Trần Văn A');
    await docs.site.close();
  });

  it('refuse a form of another site', async () => {
    const docs = await documentsSite();
    const response = await fetch(`${docs.site.url}${docs.path}`, {
      method: 'POST',
      body: new URLSearchParams(FIELDS),
      headers: { Origin: 'https://a.example' },
    });
    expect(response.status).toBe(403);
    await docs.site.close();
  });
});

describe('Word forms', () => {
  const formOf = (bytes: Uint8Array | undefined, name = 'Thông báo'): FormData => {
    const form = new FormData();
    form.append('name', name);
    form.append('file', new File(bytes ? [Buffer.from(bytes)] : [], bytes ? 'mau.docx' : ''));
    return form;
  };
  const idOf = (html: string): string => /documents\/forms\/([^/"]+)\/filled/.exec(plain(html))?.[1] ?? '';

  it('are sent, listed, filled with the roster, replaced and removed', async () => {
    const docs = await documentsSite();
    const sample = await formatSampleForm('vi');
    expect((await docs.post('/forms', formOf(sample))).status).toBe(303);
    const page = await (await docs.get()).text();
    expect(page).toContain('<strong>Thông báo</strong>');
    const form = `/forms/${idOf(page)}`;

    await docs.post('', { ...FIELDS });
    const filled = new Uint8Array(await (await docs.get(`${form}/filled.docx`)).arrayBuffer());
    const read = unzip(filled, { mostEntries: 100, mostBytes: 10_000_000 });
    const words = read.ok ? new TextDecoder().decode(read.files.get('word/document.xml')) : '';
    expect(words).toContain('07/KH-ABC');
    for (const { name } of docs.plan.staff.slice(0, 3)) expect(words).toContain(name);
    const original = await (await docs.get(`${form}/original.docx`)).arrayBuffer();
    expect(Buffer.compare(Buffer.from(original), Buffer.from(sample))).toBe(0);

    const english = await formatSampleForm('en');
    expect((await docs.post(form, formOf(english, ''))).status).toBe(303);
    const replaced = await (await docs.get(`${form}/original.docx`)).arrayBuffer();
    expect(Buffer.compare(Buffer.from(replaced), Buffer.from(english))).toBe(0);
    expect(await (await docs.get()).text()).toContain('<strong>Thông báo</strong>');

    expect((await docs.post(`${form}/remove`, {})).status).toBe(303);
    expect((await docs.get(`${form}/filled.docx`)).status).toBe(404);
    await docs.site.close();
  });

  it('are refused with every fault told, and nothing is kept', async () => {
    const docs = await documentsSite();
    for (const [bytes, words] of [
      [undefined, 'Chưa chọn tệp'],
      [new TextEncoder().encode('chữ'), 'Đây không phải tệp .docx'],
      [new Uint8Array(4 * 1024 * 1024 + 1), 'Tệp mẫu quá lớn'],
    ] as const) {
      const response = await docs.post('/forms', formOf(bytes, 'Mẫu <A>'));
      const html = await response.text();
      expect([response.status, html.includes(words)]).toEqual([422, true]);
      expect(html).toContain('value="Mẫu &lt;A&gt;"');
    }
    // Larger than any form with its fields: not read at all.
    expect((await docs.post('/forms', formOf(new Uint8Array(5 * 1024 * 1024)))).status).toBe(413);
    expect(await (await docs.get()).text()).toContain('Chưa có mẫu nào');
    await docs.site.close();
  });
});

describe('slips with links', () => {
  const linksOf = async ({ app, key }: DocumentsSite) =>
    (await listFeedLinks(app, key.unitId)).filter(({ revokedAt }) => revokedAt === undefined);

  it('bear a link each that opens, once; links from before stay or end as asked', async () => {
    const told: (readonly [string, string])[] = [];
    const docs = await documentsSite('unit-small', {
      render(order, asker) {
        told.push(...(order.options.feedUrls ?? []));
        return DOCUMENTS.render(order, asker);
      },
    });
    const standing = new Set(
      (await docs.app.db.selectFrom('staff_member').select('id').execute()).map(({ id }) => id),
    );
    const first = await docs.post('/slips', { staff: '', old: 'keep' });
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const issued = await linksOf(docs);
    expect(issued.length).toBeGreaterThan(1);
    expect(issued.length).toBeLessThanOrEqual(standing.size);
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(told.map(([staffId]) => staffId).sort()).toEqual(
      issued.map(({ scope }) => (scope.kind === 'personal' ? scope.staffId : '')).sort(),
    );
    for (const [, address] of told) {
      const token = /^http:\/\/127\.0\.0\.1:8027\/subscribe\/([\w-]{43})$/.exec(address)?.[1];
      expect((await fetch(`${docs.site.url}/feeds/${token}.ics`)).status).toBe(200);
    }
    const [one] = issued;
    const staffId = one?.scope.kind === 'personal' ? one.scope.staffId : '';
    await docs.post('/slips', { staff: staffId, old: 'keep' });
    expect(await linksOf(docs)).toHaveLength(issued.length + 1);
    await docs.post('/slips', { staff: staffId, old: 'end' });
    expect(await linksOf(docs)).toHaveLength(issued.length);
    expect(plain(await (await docs.get()).text())).toContain(
      `${issued.length} người đang có liên kết lịch riêng`,
    );
    await docs.site.close();
  });

  it('leave no link behind when they could not be made', async () => {
    const docs = await documentsSite('unit-small', {
      render: () => Promise.reject(new AppError('unavailable', 'document.failure.busy')),
    });
    expect((await docs.post('/slips', { staff: '', old: 'end' })).status).toBe(503);
    expect(await linksOf(docs)).toEqual([]);
    await docs.site.close();
  });
});

describeWith(['pdftotext'], 'slips with links, printed', () => {
  it('are a page for each person', async () => {
    const docs = await documentsSite();
    const slips = await docs.post('/slips', { staff: '', old: 'keep' });
    const pages = pagesOf(new Uint8Array(await slips.arrayBuffer()));
    expect(pages).toHaveLength((await listFeedLinks(docs.app, docs.key.unitId)).length);
    for (const page of pages) expect(page).toContain('Đưa ca trực vào lịch điện thoại');
    await docs.site.close();
  });
});
