/** What a clerk sends letters back for: broken words, wrong rights to sign, spans that are not so, marks one did not want. */

import { describe, expect, it } from 'vitest';
import type { DocumentFields, Signer } from '../../src/domain/document-fields.ts';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import { contextOf } from '../../src/output/documents/document-request.ts';
import { formValues } from '../../src/output/documents/form-values.ts';
import { letterOf, occasionOf } from '../../src/output/documents/letter.ts';
import { brokenLines } from '../../src/output/documents/line-breaks.ts';
import { formatDocumentText } from '../../src/output/documents/table-text.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { pathOf } from '../programs.ts';
import { documentOf, VARIANTS } from './every-document.ts';
import { infoOf } from './poppler.ts';
import { pdfSources, requestOf, samplePlan } from './sample-documents.ts';

const OFFICE = { widthMm: 66, sizePt: 12, bold: true };
const PLAN = samplePlan('tet-2027-province');

function letterWith(fields: DocumentFields) {
  return letterOf(contextOf(requestOf(PLAN, { fields })));
}

function named(name: string): string {
  const plan = { ...PLAN, period: { ...PLAN.period, name } };
  return occasionOf(contextOf(requestOf(plan)));
}

describe('lines of an office', () => {
  it.each([
    ['ỦY BAN NHÂN DÂN XÃ TÂN KHÊ', ['ỦY BAN NHÂN DÂN', 'XÃ TÂN KHÊ']],
    ['ỦY BAN NHÂN DÂN TỈNH LAM GIANG', ['ỦY BAN NHÂN DÂN', 'TỈNH LAM GIANG']],
    ['SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH LAM GIANG', ['SỞ KHOA HỌC VÀ CÔNG NGHỆ', 'TỈNH LAM GIANG']],
    ['TRUNG TÂM CÔNG NGHỆ SỐ', ['TRUNG TÂM CÔNG NGHỆ SỐ']],
    [
      'TRUNG TÂM GIÁM SÁT AN TOÀN THÔNG TIN VÀ CHUYỂN ĐỔI SỐ',
      ['TRUNG TÂM GIÁM SÁT', 'AN TOÀN THÔNG TIN', 'VÀ CHUYỂN ĐỔI SỐ'],
    ],
    [
      'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG THÀNH PHỐ TÂN AN',
      ['TRUNG TÂM PHỤC VỤ', 'HÀNH CHÍNH CÔNG', 'THÀNH PHỐ TÂN AN'],
    ],
    [
      'TRUNG TÂM ĐIỀU HÀNH ĐÔ THỊ THÔNG MINH VÀ CHUYỂN ĐỔI SỐ',
      ['TRUNG TÂM ĐIỀU HÀNH', 'ĐÔ THỊ THÔNG MINH', 'VÀ CHUYỂN ĐỔI SỐ'],
    ],
    [
      'TRUNG TÂM VẬN HÀNH HỆ THỐNG THÔNG TIN HỒNG LAM',
      ['TRUNG TÂM VẬN HÀNH', 'HỆ THỐNG THÔNG TIN', 'HỒNG LAM'],
    ],
  ])('%s', (name, lines) => {
    expect(brokenLines(name, OFFICE)).toEqual(lines);
  });

  it('break where the unit itself breaks them', () => {
    expect(brokenLines('TRUNG TÂM\nCÔNG NGHỆ SỐ', OFFICE)).toEqual(['TRUNG TÂM', 'CÔNG NGHỆ SỐ']);
  });

  it('lose no word, whatever they are', () => {
    const long = `${'NGHIÊNG '.repeat(12)}TRƯỜNG`.trim();
    expect(brokenLines(long, OFFICE).join(' ')).toBe(long);
    expect(brokenLines('X'.repeat(90), OFFICE)).toEqual(['X'.repeat(90)]);
    expect(brokenLines('', OFFICE)).toEqual([]);
  });
});

describe('a letter', () => {
  it.each<[string, Signer, string[]]>([
    ['by the head', { capacity: 'head', authority: 'Giám đốc' }, ['GIÁM ĐỐC']],
    [
      'by a deputy',
      { capacity: 'for-head', authority: 'Giám đốc', position: 'Phó Giám đốc' },
      ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
    ],
    [
      'by the head of a collective',
      { capacity: 'for-collective', authority: 'Ủy ban nhân dân', position: 'Chủ tịch' },
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
    ],
    [
      'by a deputy for a collective',
      {
        capacity: 'for-collective-head',
        authority: 'Ủy ban nhân dân',
        head: 'Chủ tịch',
        position: 'Phó Chủ tịch',
      },
      ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    ],
  ])('is signed %s, and so are sheets', (_, signer, office) => {
    expect(letterWith({ signer }).signer.office).toEqual(office);
    const wall = buildDocument('wall', requestOf(PLAN, { fields: { signer } }));
    const signed = wall.sections.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'signatures');
    expect(signed).toMatchObject({ signers: [{}, { office }] });
  });

  it('has a symbol of plain letters, without what the place is', () => {
    const { head } = letterWith({ unitName: 'Văn phòng Ủy ban nhân dân xã Tân Khê', place: 'Tân Khê' });
    expect(head.number).toMatch(/\/TB-VPUBND$/);
  });

  it('refers to a number and day not given yet in one line', () => {
    const [line = ''] = letterWith({ unitName: 'Trung tâm Công nghệ số' }).annexOf;
    const [first, ...more] = brokenLines(line, { widthMm: 0.86 * 165, sizePt: 14 });
    expect(more).toEqual([]);
    expect(first).toContain('Kèm theo');
  });

  it('says of a decision when it takes effect, before who carries it out', () => {
    const text = formatDocumentText(
      buildDocument('notice', requestOf(PLAN, { fields: { type: 'decision' } })),
    );
    expect(text).toMatch(
      /Điều \d+\. Quyết định này có hiệu lực kể từ ngày ký\.\nĐiều \d+\. .*chịu trách nhiệm thi hành/,
    );
  });

  it('tells both spans of a duty of two parts', () => {
    const text = formatDocumentText(buildDocument('notice', requestOf(samplePlan('new-year-and-tet-2027'))));
    const [line = ''] = text.split('\n').filter((each) => each.includes('Thời gian trực'));
    expect(line.match(/từ \d\d\sgiờ\s\d\d ngày/g)).toHaveLength(2);
    expect(line).toContain('tháng 01 năm 2027');
    expect(line).toContain('tháng 02 năm 2027');
  });

  it.each([
    ['Tết Đinh Mùi 2027', 'dịp Tết Đinh Mùi 2027'],
    ['Trực Tết Đinh Mùi 2027', 'dịp Tết Đinh Mùi 2027'],
    ['Trực hỏa tốc 72 giờ', 'đợt hỏa tốc 72 giờ'],
    ['Tháng 3/2027', 'tháng 3/2027'],
    ['Trực tháng 3/2027', 'tháng 3/2027'],
    ['Bầu cử 2026', 'dịp Bầu cử 2026'],
  ])('names %s as %s', (name, words) => {
    expect(named(name)).toBe(words);
  });

  it('goes without version, code and page number where they are not wanted, and never without the stamp of an old one', () => {
    const { identity } = buildDocument('notice', requestOf(PLAN, { options: { unmarked: true } }));
    expect(identity).toEqual({ line: '', code: '', pages: '', superseded: '' });
    const old = buildDocument(
      'notice',
      requestOf(PLAN, { options: { unmarked: true }, source: { supersededBy: 4 } }),
    );
    expect(old.identity.superseded).not.toBe('');
  });
});

describe('a letter of five lines of offices and three of who signs', () => {
  const named = (name: string) => VARIANTS.find((each) => each.name === name);
  const textSizes = (name: string): number[] => {
    const variant = named(name);
    const [letter] = variant ? documentOf(variant, PLAN).sections : [];
    return (letter?.blocks ?? []).flatMap((block) => (block.kind === 'paragraphs' ? [block.sizePt] : []));
  };

  it('is set in 13 points where it stands on one page so, else in 14', () => {
    expect(textSizes('notice plan')).toEqual([13]);
    expect(textSizes('notice dispatch')).toEqual([14]);
    expect(new Set(textSizes('notice decision'))).toEqual(new Set([14]));
    expect(textSizes('notice for-collective-head')).toEqual([14]);
  });

  it.runIf(pathOf('pdftotext'))('stands on one page in PDF', () => {
    const variant = named('notice plan');
    const document = variant && documentOf({ ...variant, options: { annexes: false } }, PLAN);
    expect(document && infoOf(createPdfWriter(pdfSources()).write(document)).get('Pages')).toBe('1');
  });
});

describe('an official paper', () => {
  it.each(VARIANTS)('writes no hour as 08:00, in no sentence, title or cell: $name', (variant) => {
    const { sections } = documentOf(variant, samplePlan('unit-small'));
    const official = sections.filter(({ face }) => face === 'serif').map(({ blocks }) => blocks);
    expect(JSON.stringify(official)).not.toMatch(/\d:\d\d/);
  });

  it('tells the day and hours of a shift that is swapped by their whole names', () => {
    const text = formatDocumentText(buildDocument('swap', requestOf(samplePlan('unit-small'))));
    expect(text).toContain('Thứ Năm, ngày 04/02/2027');
    expect(text).not.toMatch(/(T\d|CN) \d\d\/\d\d/);
    expect(text).toContain('Sáng, từ 06\u00a0giờ\u00a000 đến 14\u00a0giờ\u00a000');
    expect(text).toContain('Cả ngày, từ 07\u00a0giờ\u00a000 đến 07\u00a0giờ\u00a000 hôm sau');
  });

  it('tells when both agreed to a swap and when it was allowed', () => {
    const text = formatDocumentText(buildDocument('swap', requestOf(samplePlan('unit-small'))));
    expect(text).toContain('đã đồng ý trên phần mềm lúc 08\u00a0giờ\u00a000 ngày 01/02/2027.');
    expect(text).toContain('đã được duyệt trên phần mềm lúc 06\u00a0giờ\u00a000 ngày 02/02/2027.');
  });
});

describe('the span of a unit’s own Word form', () => {
  it('tells hours as official papers do', () => {
    expect(formValues(contextOf(requestOf(samplePlan('unit-small')))).thoi_gian).toBe(
      'Từ 06\u00a0giờ\u00a000 ngày 04 tháng 02 năm 2027 (28 tháng Chạp năm Bính Ngọ) đến 06\u00a0giờ\u00a000 ngày 11 tháng 02 năm 2027 (mùng 6 tháng Giêng năm Đinh Mùi)',
    );
  });
});

describe('a công văn that carries the list upward', () => {
  const { symbol: _, ...rest } = requestOf(PLAN).fields;
  const fields: DocumentFields = { ...rest, type: 'dispatch' };

  it('has its subject under the number, whom it is to in place of a title, and no letters of a type', () => {
    const { head, addressee, recipients } = letterWith(fields);
    expect(head.number).toBe('Số: 05/TTCNS');
    expect(head.about?.join(' ')).toMatch(/^V\/v phân công trực/);
    expect(addressee).toBe('Sở Khoa học và Công nghệ tỉnh Lam Giang');
    expect(recipients.lines[0]).toBe('- Như trên;');
    const text = formatDocumentText(buildDocument('notice', requestOf(PLAN, { fields })));
    expect(text).toContain('Kính gửi: Sở Khoa học và Công nghệ tỉnh Lam Giang');
    expect(text).toContain('(Kèm theo Công văn số');
    expect(text).not.toMatch(/THÔNG BÁO|document\./);
  });

  it.each([
    [
      'Bộ Khoa học và Công nghệ\nSở Khoa học và Công nghệ\ntỉnh Lam Giang',
      'Sở Khoa học và Công nghệ tỉnh Lam Giang',
    ],
    ['Ủy ban nhân dân\ntỉnh Lam Giang', 'Ủy ban nhân dân tỉnh Lam Giang'],
    ['Tỉnh Lam Giang\nVăn phòng\nỦy ban nhân dân xã Tân Khê', 'Văn phòng Ủy ban nhân dân xã Tân Khê'],
    ['Quân khu\nLữ đoàn', 'Quân khu Lữ đoàn'],
  ])('of %j goes to the office right above', (parentName, above) => {
    const { recipients, addressee } = letterWith({ parentName });
    expect(recipients.lines[0]).toBe(`- ${above} (để báo cáo);`);
    expect(addressee).toBe(above);
  });

  it('goes to whom the unit says', () => {
    expect(letterWith({ ...fields, addressee: 'Ủy ban nhân dân tỉnh' }).addressee).toBe(
      'Ủy ban nhân dân tỉnh',
    );
  });
});
