/** Each kind as another program reads it: pages, fonts, standard, margins and sizes. Its words are kept beside (golden). */

import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../../src/output/documents/document.ts';
import type { DocumentRequest } from '../../src/output/documents/document-request.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { depth } from '../depth.ts';
import { describeWith } from '../programs.ts';
import { fontsOf, infoOf, nearestToEdge, pagesOf, tinosPoints, type Word, wordsOf } from './poppler.ts';
import { FIELDS, pdfSources, requestOf, samplePlan } from './sample-documents.ts';

const PLAN = samplePlan('tet-2027-province');
const WRITER = createPdfWriter(pdfSources());
const FEEDS = new Map(PLAN.staff.map(({ id }) => [id, `https://truc.lamgiang.example/feeds/${id}.ics`]));

function pdfOf(kind: DocumentKind, facts: Parameters<typeof requestOf>[1] = {}): Uint8Array {
  const request: DocumentRequest = requestOf(PLAN, {
    ...facts,
    options: { feedUrls: FEEDS, staffIds: PLAN.staff.slice(0, 2).map(({ id }) => id), ...facts.options },
  });
  return WRITER.write(buildDocument(kind, request));
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');

describeWith(['pdftotext'], 'a PDF', () => {
  describe.each(DOCUMENT_KINDS)('of kind %s', (kind) => {
    const pdf = pdfOf(kind);
    const pages = pagesOf(pdf);

    it('is tagged PDF/A-2b', () => {
      expect(infoOf(pdf).get('Tagged')).toBe('yes');
      const bytes = Buffer.from(pdf).toString('latin1');
      expect(bytes).toMatch(/<pdfaid:part>2<\/pdfaid:part>/);
      expect(bytes).toMatch(/<pdfaid:conformance>B<\/pdfaid:conformance>/);
    });

    it('embeds every font, with a way back to Unicode', () => {
      const fonts = fontsOf(pdf);
      expect(fonts.length).toBeGreaterThan(0);
      expect(fonts.filter(({ embedded, unicode }) => !embedded || !unicode)).toEqual([]);
    });

    it('bears unit, period, version, code and page number on every page', () => {
      pages.forEach((page, i) => {
        expect(flat(page)).toContain('Tết Đinh Mùi 2027 · Bản 3, 15:04 ngày 03/02/2027');
        expect(flat(page)).toMatch(/mã [0-9A-Z]{4}-[0-9A-Z]{4}/);
        expect(flat(page)).toContain(`trang ${i + 1}/${pages.length}`);
      });
    });

    const sheets = [
      ['a4', 'landscape'],
      ['a4', 'portrait'],
      ['a3', 'landscape'],
    ] as const;
    const some = sheets.filter((_, i) => i === DOCUMENT_KINDS.indexOf(kind) % sheets.length);
    it.each(depth({ short: some, deep: [...sheets] }))(
      'has no ink where printers have none, on %s %s',
      (paper, orientation) => {
        const options = { paper, orientation };
        expect(nearestToEdge(pdfOf(kind, { options, source: { supersededBy: 4 } }))).toBeGreaterThanOrEqual(
          6,
        );
      },
    );

    it('is stamped on every page once another version holds', () => {
      const stamped = wordsOf(pdfOf(kind, { source: { supersededBy: 4 } }));
      for (let page = 1; page <= pages.length; page++) {
        // Once at the foot; the slanting stamp itself is read letter by letter.
        expect(stamped.filter((word) => word.page === page && word.text === 'THẾ').length).toBeGreaterThan(0);
      }
    });

    it('has the same bytes when made again', () => {
      expect(Buffer.compare(pdf, pdfOf(kind))).toBe(0);
    });
  });

  it('leaves room for two lines by hand in every cell of a swap paper that is blank', () => {
    const { swap: _, ...blank } = requestOf(PLAN);
    const words = wordsOf(WRITER.write(buildDocument('swap', blank)));
    const tops = ['Họ', 'Chức', 'Điện', 'Lý'].map(
      (word) => words.find(({ text }) => text === word)?.top ?? 0,
    );
    const rows = tops.slice(1).map((top, i) => top - (tops[i] ?? 0));
    // Two lines of 13 points, and the space around them.
    for (const row of rows) expect(row).toBeGreaterThan(11.5);
  });

  it('fits the sheets of 28 people and 7 days on one page', () => {
    expect(pagesOf(pdfOf('wall'))).toHaveLength(1);
    expect(pagesOf(pdfOf('grid'))).toHaveLength(1);
    expect(pagesOf(pdfOf('calltree'))).toHaveLength(1);
  });

  it('fills what it takes of A4 upright, and stacks tables rather than begin a page for each', () => {
    const upright = wordsOf(pdfOf('wall', { options: { orientation: 'portrait' } }));
    const pages = Math.max(...upright.map(({ page }) => page));
    expect(pages).toBeLessThanOrEqual(2);
    for (let page = 1; page <= pages; page++) {
      const body = upright.filter((word) => word.page === page && word.bottom < 283);
      expect(Math.max(...body.map(({ bottom }) => bottom))).toBeGreaterThan(0.75 * 297);
    }
  });

  it('is signed on the page of the phones, never on one of its own', () => {
    for (const paper of ['a4', 'a3'] as const) {
      for (const orientation of ['portrait', 'landscape'] as const) {
        const plan = samplePlan('tet-2027-national');
        const pdf = WRITER.write(buildDocument('wall', requestOf(plan, { options: { paper, orientation } })));
        const signed = pagesOf(pdf).filter((page) => page.includes('NGƯỜI LẬP BẢNG'));
        expect(signed).toHaveLength(1);
        expect(signed[0]).toContain('Điện thoại');
      }
    }
  });

  it('has no number of anyone when phones may not stand on it', () => {
    for (const kind of DOCUMENT_KINDS) {
      expect(pagesOf(pdfOf(kind, { source: { phones: false } })).join('')).not.toContain('0900');
    }
  });

  it('has a letter in English', () => {
    const text = flat(pagesOf(pdfOf('notice', { source: { language: 'en' } })).join(' '));
    expect(text).toContain('SOCIALIST REPUBLIC OF VIETNAM');
    expect(text).not.toMatch(/document\.|\{\w+\}/);
  });
});

describeWith(['pdftotext'], 'a letter by Nghị định 30/2020/NĐ-CP', () => {
  const words = wordsOf(pdfOf('notice'));
  const first = words.filter(({ page }) => page === 1);
  const wordAfter = (text: string): Word => {
    const found = first.find((word) => word.text === text);
    if (!found) throw new Error(`no word ${text}`);
    return found;
  };

  it('keeps margins of 20–25 above, 30–35 at the left, 15–20 at the right', () => {
    expect(Math.min(...first.map(({ left }) => left))).toBeGreaterThanOrEqual(29.9);
    expect(Math.min(...first.map(({ left }) => left))).toBeLessThanOrEqual(35);
    expect(210 - Math.max(...first.map(({ right }) => right))).toBeGreaterThanOrEqual(14.9);
    expect(Math.min(...first.map(({ top }) => top))).toBeGreaterThanOrEqual(19.9);
    expect(Math.min(...first.map(({ top }) => top))).toBeLessThanOrEqual(25);
    const foot = wordAfter('mã').top;
    expect(297 - foot).toBeLessThan(20);
  });

  it.each([
    ['CỘNG', 12, true],
    ['Độc', 13, true],
    ['KHOA', 12, false],
    ['05/TB-TTCNS', 13, false],
    ['25', 13, false],
    ['THÔNG', 14, true],
    ['Phân', 14, true],
    ['1.', 14, false],
    ['nhận:', 12, true],
    ['Lưu:', 11, false],
    ['GIÁM', 14, true],
  ] as const)('sets %s in %i points', (text, size, bold) => {
    expect(tinosPoints(wordAfter(text), bold)).toBeCloseTo(size, 0);
  });

  it('puts number and place on one line', () => {
    expect(wordAfter('Số:').bottom).toBeCloseTo(wordAfter('25').bottom, 1);
  });

  it('runs every line of a paragraph but its last to the right margin', () => {
    const text =
      'Người trực có mặt đúng giờ, bàn giao ca đầy đủ; người trực dự phòng giữ liên lạc và có mặt khi được gọi. ';
    const body = Array.from({ length: 8 }, (_, i) => `${i + 1}${'a'.repeat(i)} ${text.repeat(3)}hết.`);
    const long = wordsOf(pdfOf('notice', { fields: { ...FIELDS, body }, options: { annexes: false } }));
    const lines = new Map<string, Word[]>();
    for (const word of long) {
      const key = `${word.page} ${word.top.toFixed(1)}`;
      lines.set(key, [...(lines.get(key) ?? []), word]);
    }
    // Titles and signatures stand further in, the letterhead above.
    const full = [...lines.values()].filter(
      (line) =>
        line.length > 6 &&
        Math.min(...line.map(({ left }) => left)) < 43 &&
        line.some(({ page, top }) => page > 1 || top > 75) &&
        !line.some(({ text: word, top }) => word === 'hết.' || word === '-' || top > 275),
    );
    const ends = full.map((line) => Math.max(...line.map(({ right }) => right)));
    expect(ends.length).toBeGreaterThan(20);
    for (const end of ends) expect(end).toBeCloseTo(195, 1);
  });

  it('breaks office and annex title where a clerk would', () => {
    const [letter = '', annex = ''] = pagesOf(pdfOf('notice'));
    expect(letter).toMatch(/SỞ KHOA HỌC VÀ CÔNG NGHỆ .*\n *TỈNH LAM GIANG/);
    expect(annex).toMatch(
      /\(Kèm theo Thông báo số 05\/TB-TTCNS ngày 25 tháng 01 năm 2027\n *của Trung tâm Công nghệ số\)/,
    );
  });

  it('goes in by 1.27 cm at first lines', () => {
    expect(wordAfter('1.').left).toBeCloseTo(42.7, 0);
  });

  it('leaves 30 mm to sign, between office and name', () => {
    const name = first.findLast(({ text }) => text === 'Khánh');
    expect((name?.top ?? 0) - wordAfter('GIÁM').bottom).toBeGreaterThan(25);
  });

  it('numbers pages from the second of each part, in the top margin', () => {
    const alone = wordsOf(pdfOf('official', { options: { alone: true } }));
    const number = alone.filter(({ page, top }) => page === 2 && top < 19);
    expect(number.map(({ text }) => text)).toEqual(['2']);
    expect(number.map((word) => Math.round(tinosPoints(word)))).toEqual([13]);
    expect(alone.filter(({ page, top }) => page === 1 && top < 19)).toEqual([]);
  });

  it('sets the annex across, its table in 10 to 12 points, its names whole', () => {
    const annex = words.filter(({ page }) => page === 2);
    const name = annex.filter(({ text }) => text === 'Nghĩa');
    expect(name.length).toBeGreaterThan(0);
    for (const word of name) {
      const before = annex.find((each) => each.text === 'Trọng' && Math.abs(each.top - word.top) < 0.2);
      expect(before).toBeDefined();
      expect(tinosPoints(word)).toBeGreaterThanOrEqual(9.9);
      expect(tinosPoints(word)).toBeLessThanOrEqual(12.1);
    }
  });

  it.each([
    ['for-collective', 'TM. BAN GIÁM ĐỐC'],
    ['for-head', 'KT. BAN GIÁM ĐỐC'],
    ['by-order', 'TL. BAN GIÁM ĐỐC'],
    ['by-authorisation', 'TUQ. BAN GIÁM ĐỐC'],
    ['acting', 'Q. BAN GIÁM ĐỐC'],
  ] as const)('is signed %s as %s', (capacity, office) => {
    const signer = {
      capacity,
      authority: 'Ban Giám đốc',
      position: 'Phó Giám đốc',
      name: 'Trần Thị Bích Hà',
    };
    const [page = ''] = pagesOf(
      pdfOf('notice', { fields: { ...FIELDS, signer }, options: { annexes: false } }),
    );
    expect(page).toContain(office);
    expect(page).toContain('PHÓ GIÁM ĐỐC');
  });

  it('frames its urgency and leaves room for number and date not given yet', () => {
    const fields = { urgency: 'immediate', type: 'decision', legalBases: ['Căn cứ A', 'Căn cứ B;'] } as const;
    const [page = ''] = pagesOf(pdfOf('notice', { fields }));
    expect(page).toContain('HỎA TỐC');
    expect(flat(page)).toContain('Số: /QĐ-TTCNS');
    expect(flat(page)).toMatch(/ngày tháng năm 2027/);
    expect(flat(page)).toContain('Căn cứ A; Căn cứ B.');
    expect(flat(page)).toContain('Về việc phân công');
  });
});
