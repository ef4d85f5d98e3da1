/** What units that hardly any is like once had broken, cut or set over something else on paper, each by its symptom. */

import { describe, expect, it } from 'vitest';
import { type DutyDocument, innerWidthMm, type Table } from '../../src/output/documents/document.ts';
import { keptRows } from '../../src/output/documents/kept-rows.ts';
import { initialsOf } from '../../src/output/documents/letter.ts';
import { brokenLines } from '../../src/output/documents/line-breaks.ts';
import { pageFoot } from '../../src/output/documents/page-foot.ts';
import { letterPage, sheetPage } from '../../src/output/documents/pages.ts';
import { fitTable } from '../../src/output/documents/table-fit.ts';
import { describeWith } from '../programs.ts';
import { VARIANTS } from './every-document.ts';
import { HOSTILE } from './hostile.ts';
import { faultsOf } from './looked-at.ts';
import { ALL_SUBJECTS, documentFor } from './subjects.ts';

function documentNamed(subjectName: string, variantName: string): DutyDocument {
  const subject = ALL_SUBJECTS.find(({ name }) => name === subjectName);
  const variant = VARIANTS.find(({ name }) => name === variantName);
  if (!subject || !variant) throw new Error(`no ${variantName} of ${subjectName}`);
  return documentFor(subject, variant);
}

const tablesOf = ({ sections }: DutyDocument): Table[] =>
  sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));

describeWith(['pdftotext'], 'a page no longer has', () => {
  it.each([
    ['a signed list of nobody', 'nobody', 'official people alone'],
    ['a letterhead alone, on a page that lies', 'long texts', 'official posts alone'],
    ['a foot that took a third line into the margin', 'long texts', 'wall a4 portrait balanced'],
    ['“của” and a unit longer than its line', 'long texts', 'official presence annex'],
    ['the initials of twenty-eight words as a symbol', 'long texts', 'notice without fields'],
    ['phones on one page and who signs on the next', 'long texts', 'wall a3 portrait balanced'],
    ['hours parted at their stroke in a head of two lines', 'long texts', 'wall a4 landscape balanced'],
    ['hours parted at their stroke in a narrow cell', 'words of 40 letters', 'slip'],
    ['three rows too high to be signed on one page', 'long texts', 'official people alone'],
    ['a name over the next column', 'words of 40 letters', 'official posts annex'],
    ['two names of signers over one another', 'words of 40 letters', 'swap'],
  ])('%s', (_, subject, variant) => {
    expect(faultsOf(documentNamed(subject, variant), { ink: false })).toEqual([]);
  });
});

describe('type', () => {
  it('is smaller than the least asked for where words alone are wider than the page, and as large as they bear', () => {
    const cell = (text: string) => ({ lines: [{ text }] });
    const request = {
      head: [],
      face: 'serif',
      availableMm: 100,
      sizes: { least: 8, most: 10 },
      paddingMm: 1,
    } as const;
    const sizeOf = (...words: string[]) => fitTable({ ...request, rows: [words.map(cell)] }).sizePt;
    expect(sizeOf('m'.repeat(10), 'm'.repeat(10))).toBe(10);
    // Twice 20 ems of 0.778 and 6 mm of paddings: 94 mm are 8.56 points.
    expect(sizeOf('m'.repeat(20), 'm'.repeat(20))).toBe(8.5);
    // Twice 30 of them: 5.7 points.
    expect(sizeOf('m'.repeat(30), 'm'.repeat(30))).toBe(5.5);
  });

  it('does not make a wall sheet of a page each day where names are too wide', () => {
    const document = documentNamed('words of 40 letters', 'wall a4 portrait type');
    expect(document.sections.length).toBeLessThanOrEqual(4);
    for (const { widthsMm } of tablesOf(document)) {
      const width = widthsMm.reduce((sum, each) => sum + each, 0);
      expect(width).toBeLessThanOrEqual(innerWidthMm(sheetPage({ orientation: 'portrait' })) + 0.1);
    }
  });

  it('of a foot is smaller where its line is too long, and the code goes on in that line', () => {
    const page = letterPage('portrait');
    const identity = { line: 'Trung tâm · Bản 3', code: 'mã K7QF-3M2D', pages: 'trang 1/9', superseded: '' };
    const foot = (line: string) => pageFoot({ page, face: 'serif', blocks: [] }, { ...identity, line });
    expect(foot('Trung tâm · Bản 3')).toEqual({ sizePt: 8, join: '' });
    // Two lines and the code's; three, of which the code ends the last; more than three.
    expect(foot('Trung tâm '.repeat(18))).toEqual({ sizePt: 8, join: '' });
    expect(foot('Trung tâm '.repeat(32))).toEqual({ sizePt: 8, join: ' · ' });
    expect(foot('Trung tâm '.repeat(60)).sizePt).toBeLessThan(8);
  });
});

describe('what is tied together', () => {
  const room = { widthMm: 60, sizePt: 14 };

  it('comes apart where it is wider than its line, and nowhere else', () => {
    expect(brokenLines('của Trung\u00a0tâm', room)).toEqual(['của Trung\u00a0tâm']);
    const tied = brokenLines(`của ${'Trung\u00a0tâm\u00a0'.repeat(5).slice(0, -1)}`, room);
    expect(tied.length).toBeGreaterThan(1);
    expect(tied.join(' ')).toBe(`của ${'Trung tâm '.repeat(5).trim()}`);
  });

  it('is one row with its signature where three are higher than leaves room to sign', () => {
    const row = (text: string) => [{ lines: [{ text }] }];
    const table = (text: string): Table => ({
      ...{ kind: 'table', name: '', widthsMm: [30], sizePt: 12, paddingMm: 1, head: [], start: 'here' },
      rows: Array.from({ length: 9 }, () => row(text)),
    });
    expect(keptRows(table('Ca sáng'), { face: 'serif' })).toBe(3);
    expect(keptRows(table('Ca sáng kéo dài sang ca sau khi có lệnh '.repeat(4)), { face: 'serif' })).toBe(1);
  });
});

it('takes no more initials of a unit than can be read', () => {
  expect(initialsOf('Trung tâm Công nghệ số', '')).toBe('TTCNS');
  const long = HOSTILE.find(({ name }) => name === 'long texts')?.fields?.unitName ?? '';
  expect(initialsOf(long, '')).toBe('TTGS');
  expect(initialsOf('Một hai ba bốn năm sáu bảy tám chín mười một hai ba', '')).toBe('MHBBNSBTCMMH');
});
