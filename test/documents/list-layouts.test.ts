/** The official list in every shape: every seat told once, tables without holes, no word broken, no ink near an edge. */

import { describe, expect, it } from 'vitest';
import { LIST_LAYOUTS } from '../../src/domain/document-fields.ts';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import { type Cell, innerWidthMm, type Table } from '../../src/output/documents/document.ts';
import { placed, sum } from '../../src/output/documents/table-fit.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { describeWith } from '../programs.ts';
import { type Crowd, crowdPlan, longName, turnRoster } from './crowd.ts';
import { infoOf, wordsOf } from './poppler.ts';
import { FIELDS, pdfSources, requestOf, samplePlan } from './sample-documents.ts';

const CROWDS: readonly Crowd[] = [
  { people: 5, days: 3, posts: 1, cover: 1, nameOf: longName },
  { people: 28, days: 7, posts: 2, cover: 2, nameOf: longName },
  { people: 120, days: 14, posts: 6, cover: 3 },
];

function listOf(crowd: Crowd, options: object) {
  const plan = crowdPlan(crowd);
  const source = { roster: turnRoster(plan), phones: false };
  return { plan, ...buildDocument('official', requestOf(plan, { source, options })) };
}

const tablesOf = ({ sections }: ReturnType<typeof listOf>): Table[] =>
  sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));

describe.each(LIST_LAYOUTS)('a list with %s', (layout) => {
  it.each(CROWDS)(
    'tells every seat of $people people, in tables without holes as wide as the page',
    (crowd) => {
      const document = listOf(crowd, { layout });
      const [section] = document.sections;
      const tables = tablesOf(document);
      const said = JSON.stringify(tables.map(({ rows }) => rows));
      const { assignments } = turnRoster(document.plan);
      for (const { id, name } of document.plan.staff) {
        const seats = assignments.filter(({ staffId }) => staffId === id).length;
        const told = said.match(new RegExp(`(?:"|: |, )${name}[", ]`, 'g'))?.length ?? 0;
        expect(told, name).toBe(seats);
      }
      for (const { rows, head, widthsMm } of tables) {
        expect(sum(widthsMm)).toBeLessThanOrEqual((section ? innerWidthMm(section.page) : 0) + 0.1);
        for (const part of [head, rows]) {
          const area = placed(part).reduce(
            (all, { cell }) => all + (cell.columns ?? 1) * (cell.rows ?? 1),
            0,
          );
          expect(area).toBe(part.length * widthsMm.length);
        }
      }
    },
  );

  it('is pictured by its first page, which no ground of a later page covers', () => {
    const crowd = { people: 28, days: 7, posts: 2, cover: 2, nameOf: longName };
    const picture = createPdfWriter(pdfSources()).picture(listOf(crowd, { layout }));
    expect(picture.match(/fill="#ffffff"/g)).toHaveLength(1);
    expect(picture.indexOf('fill="#ffffff"')).toBeLessThan(picture.indexOf('typst-text'));
  });

  it('is set smaller to stand on one page, where that can be read', () => {
    const crowd = { people: 28, days: 7, posts: 2, cover: 2 };
    const [wide] = tablesOf(listOf(crowd, { layout }));
    const [tight] = tablesOf(listOf(crowd, { layout, onePage: true }));
    expect(tight?.sizePt).toBeGreaterThanOrEqual(7);
    expect(tight?.sizePt).toBeLessThanOrEqual(wide?.sizePt ?? 0);
  });
});

describeWith(['pdftotext'], 'a list on one page', () => {
  const writer = createPdfWriter(pdfSources());

  it.each([
    ['an annex', { annex: 'list' }, {}, 297],
    ['an annex signed in its corner', { annex: 'list' }, { medium: 'electronic' }, 297],
    ['with a letterhead and signatures, upright', { alone: true }, {}, 210],
  ] as const)('%s', (_, options, fields, widthMm) => {
    const request = requestOf(samplePlan('tet-2027-province'), {
      options: { onePage: true, ...options },
      fields: { ...FIELDS, ...fields },
    });
    const document = buildDocument('official', request);
    expect(document.sections.map(({ page }) => page.widthMm)).toEqual([widthMm]);
    expect(infoOf(writer.write(document)).get('Pages')).toBe('1');
  });
});

describe('a list by presence', () => {
  const tableOf = (name: string): Table => {
    const request = requestOf(samplePlan(name), { options: { layout: 'presence' } });
    const [section] = buildDocument('official', request).sections;
    const table = section?.blocks.find(({ kind }) => kind === 'table');
    if (table?.kind !== 'table') throw new Error('no table');
    return table;
  };
  const textsOf = (cells: readonly Cell[] = []): string[] =>
    cells.map(({ lines }) => lines.map(({ text }) => text).join(' '));

  it('has who leads, is there and is called in columns of their own', () => {
    const { head, rows } = tableOf('tet-2027-province');
    expect(textsOf(head[0])).toEqual([
      'TT',
      'Thứ, ngày',
      'Âm lịch',
      'Trực lãnh đạo 07–07 giờ',
      'Trực tại chỗ',
      'Trực dự phòng, tại nhà',
    ]);
    expect(rows[0]?.map(({ lines }) => lines.length)).toEqual([1, 2, 1, 1, 6, 4]);
    expect(textsOf(rows[0])[5]).toMatch(/^\S.+ \(06–18\) .+ \(18–06\)$/);
  });

  it('has those of a place on one line where a day has more names than a cell bears', () => {
    const [table] = tablesOf(listOf({ people: 120, days: 2, posts: 6, cover: 3 }, { layout: 'presence' }));
    const lines = table?.rows.flatMap((row) => row.at(-1)?.lines.map(({ text }) => text) ?? []) ?? [];
    expect(lines).toHaveLength(2 * 6 * 3);
    expect(new Set(lines.map((line) => line.split(', ').length))).toEqual(new Set([4]));
    expect(lines[0]).toMatch(/^Hệ thống 1, 06–14: \S.+, \S.+, \S.+$/);
  });

  it('leaves out a column that no post of the unit stands in', () => {
    expect(textsOf(tableOf('unit-small').head[0])).not.toContain('Trực dự phòng, tại nhà');
  });
});

describeWith(['pdftotext'], 'lists as PDF', () => {
  const writer = createPdfWriter(pdfSources());

  it.each(LIST_LAYOUTS)('with %s break no word and keep 6 mm from every edge', (layout) => {
    const document = listOf({ people: 28, days: 7, posts: 2, cover: 2, nameOf: longName }, { layout });
    const words = wordsOf(writer.write(document));
    const known = new Set(document.plan.staff.flatMap(({ name }) => name.split(' ')));
    const last = document.plan.staff.map(({ name }) => name.split(' ').at(-1) ?? '');
    const told = new Set(words.map(({ text }) => text));
    expect(last.filter((mark) => !told.has(mark))).toEqual([]);
    expect([...known].filter((word) => !told.has(word))).toEqual([]);
    const [section] = document.sections;
    const { widthMm = 0, heightMm = 0 } = section?.page ?? {};
    for (const { left, right, top, bottom } of words) {
      expect(Math.min(left, top)).toBeGreaterThan(6);
      expect(right).toBeLessThan(widthMm - 6);
      expect(bottom).toBeLessThan(heightMm - 6);
    }
  });
});
