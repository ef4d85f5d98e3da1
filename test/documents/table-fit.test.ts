/** Columns as wide as what stands in them asks for, and groups of rows that part where a clerk would part them. */

import { describe, expect, it } from 'vitest';
import { crewSheets } from '../../src/output/documents/crew-sheet.ts';
import type { Cell, Signatures } from '../../src/output/documents/document.ts';
import { contextOf } from '../../src/output/documents/document-request.ts';
import { keptRows } from '../../src/output/documents/kept-rows.ts';
import { lastRowsApart, mergeDown } from '../../src/output/documents/merge-down.ts';
import { fitTable, rowHeightsMm } from '../../src/output/documents/table-fit.ts';
import { pointsToMm, widthMm } from '../../src/output/documents/text-width.ts';
import { FIELDS, requestOf, samplePlan } from './sample-documents.ts';

const cell = (text: string): Cell => ({ lines: [{ text }] });
const SET = { face: 'serif', paddingMm: 0.9 } as const;
const OFFICE = 'Viên chức giám sát, Phòng An toàn thông tin';

describe('columns', () => {
  const fitted = (availableMm: number, texts: readonly string[]) =>
    fitTable({
      ...SET,
      head: [texts.map(() => cell(''))],
      rows: [texts.map(cell)],
      availableMm,
      sizes: { least: 10, most: 10 },
      grow: [0, 1],
    });

  it('take what is left over where a line would have to wrap, before it goes by weight', () => {
    const [first = 0] = fitted(150, [OFFICE, 'Trực']).widthsMm;
    expect(first).toBeGreaterThan(widthMm(OFFICE, 10, 'serif'));
  });

  it('never break a number, however little room there is', () => {
    const [, phone = 0] = fitted(60, [OFFICE, '0900 000 012']).widthsMm;
    expect(phone).toBeGreaterThan(widthMm('0900 000 012', 10, 'serif'));
  });
});

describe('rows', () => {
  it('have small lines as far from the next as all lines', () => {
    const lines = [{ text: 'Nguyễn Hữu Khánh' }, { text: 'Kỹ sư', scale: 0.85 }];
    const [height] = rowHeightsMm({ sizePt: 10, widthsMm: [50] }, { ...SET, rows: [[{ lines }]] });
    expect(height).toBeCloseTo(pointsToMm(10 * (1.12 + 0.1 + 0.85 * 1.12)) + 2 * 0.9, 9);
  });
});

describe('the last rows of a signed list', () => {
  const table = (names: readonly string[]) =>
    mergeDown(
      names.map((name, i) => [cell(name), cell(String(i))]),
      [0],
    );
  const apart = (names: readonly string[], groupMm: number): number =>
    lastRowsApart(
      { sizePt: 10, widthsMm: [30, 30] },
      {
        ...SET,
        rows: table(names),
        head: [],
        availableMm: 60,
        sizes: { least: 10, most: 10 },
        groupMm,
        signedMm: 1,
      },
    );
  const LEADERS_AND_TWO_POSTS = ['Lãnh đạo', 'Giám sát', 'Giám sát', 'Giám sát', 'Ứng cứu', 'Ứng cứu'];

  it('part where a group ends, so that no post is named twice on a page', () => {
    expect(apart(LEADERS_AND_TWO_POSTS, 60)).toBe(2);
    const set = {
      kind: 'table',
      name: '',
      widthsMm: [30, 30],
      sizePt: 10,
      paddingMm: 1,
      head: [],
      start: 'here',
    } as const;
    expect(keptRows({ ...set, rows: table(LEADERS_AND_TWO_POSTS) }, { face: 'serif' })).toBe(2);
  });

  it('are as many as can stand with the signature, where their group is too high', () => {
    const day = Array.from({ length: 12 }, () => 'Thứ Tư 10/02');
    expect(apart(['Thứ Ba 09/02', ...day], 60)).toBe(6);
    expect(apart(['Thứ Ba 09/02', ...day], 20)).toBe(3);
  });
});

describe('three who sign a sheet', () => {
  const endOf = (orientation: 'portrait' | 'landscape') => {
    const plan = samplePlan('tet-2027-province');
    const signer = { capacity: 'for-collective', authority: 'Ủy ban nhân dân' } as const;
    const fields = { ...FIELDS, signer, checkerOffice: 'Trưởng phòng Tổ chức' };
    const [crew] = crewSheets(contextOf(requestOf(plan, { fields, options: { orientation } })));
    const blocks = crew?.blocks.slice(-2) ?? [];
    return { kinds: blocks.map(({ kind }) => kind), signed: blocks.at(-1) as Signatures };
  };

  it('have the notes above them on a page that stands upright, and offices on one line', () => {
    const { kinds, signed } = endOf('portrait');
    expect(kinds).toEqual(['paragraphs', 'signatures']);
    expect(signed.notes).toEqual([]);
    expect(signed.signers.at(-1)?.office).toEqual(['TM. ỦY BAN NHÂN DÂN']);
  });

  it('have the notes beside them on one that lies', () => {
    const { kinds, signed } = endOf('landscape');
    expect(kinds).toEqual(['table', 'signatures']);
    expect(signed.notes.length).toBeGreaterThan(1);
    expect(signed.signers.at(-1)?.office).toEqual(['TM. ỦY BAN NHÂN DÂN']);
  });
});
