/** The crew of a day, and who stands in for whom. */

import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/calendar/day.ts';
import type { Instant } from '../../src/calendar/interval.ts';
import type { Assignment } from '../../src/domain/roster.ts';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import type { Block, Section } from '../../src/output/documents/document.ts';
import { requestOf, samplePlan } from './sample-documents.ts';

const request = requestOf(samplePlan('tet-2027-province'));
const { plan, roster } = request.source;

const rowsOf = ({ blocks }: Pick<Section, 'blocks'>): string[][] =>
  blocks
    .filter((block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table')
    .flatMap(({ rows }) =>
      rows.map((row) => row.map(({ lines }) => lines.map(({ text }) => text).join('|'))),
    );

describe('the sheet of a day’s crew', () => {
  it('is a page a day, or the one asked for', () => {
    expect(buildDocument('crew', request).sections).toHaveLength(plan.days.length);
    const one = buildDocument('crew', { ...request, options: { day: '2027-02-06' as Day } });
    expect(JSON.stringify(one.sections.map(({ blocks }) => blocks[0]))).toContain(
      'Kíp trực Thứ Bảy 06/02/2027',
    );
    expect(one.sections).toHaveLength(1);
  });

  it('has every seat of the day once, and first of all who stands since the day before', () => {
    const day = '2027-02-06' as Day;
    const [section] = buildDocument('crew', { ...request, options: { day } }).sections;
    const rows = section ? rowsOf(section) : [];
    const own = plan.shifts.filter((shift) => shift.day === day);
    const held = new Set(own.map(({ id }) => id));
    const names = new Map(plan.staff.map(({ id, name }) => [id, name]));
    const wanted = roster.assignments
      .filter(({ shiftId }) => held.has(shiftId))
      .map(({ staffId }) => names.get(staffId));
    const shown = rows.map((row) => row.at(-3)?.split('|')[0]);
    const [first, ...rest] = shown;
    expect(rest.sort()).toEqual(wanted.sort());
    expect(rows[0]?.[0]).toContain('từ T6 05/02');
    expect([...names.values()]).toContain(first);
  });
});

describe('the list of stand-ins', () => {
  const seats = roster.assignments.map((each) => ({ ...each }));
  const [a, b] = [3, seats.findIndex((seat, i) => i > 10 && seat.staffId !== seats[3]?.staffId)];
  const changed = (edit: (own: Assignment[]) => Assignment[]) => ({
    ...request,
    source: {
      ...request.source,
      roster: { ...roster, assignments: edit(seats.map((each) => ({ ...each }))) },
    },
    before: { plan, roster, version: { number: 1, publishedAt: 0 as Instant } },
  });
  const list = (asked: Parameters<typeof buildDocument>[1]): string[][] =>
    buildDocument('changes', asked).sections.flatMap(rowsOf);

  it('tells two who took each other’s shifts as one exchange', () => {
    const rows = list(
      changed((own) =>
        own.map((seat, i) =>
          i === a || i === b ? { ...seat, staffId: own[i === a ? b : a]?.staffId ?? '' } : seat,
        ),
      ),
    );
    expect(rows.map((row) => [row[0], row.at(-1)])).toEqual([
      ['1', 'Đổi ca với dòng 2'],
      ['2', 'Đổi ca với dòng 1'],
    ]);
    expect(rows[0]?.[3]).toBe(rows[1]?.[4]);
  });

  it('tells who stands in, and a seat that is held no more', () => {
    const other = plan.staff.find(({ id }) => id !== seats[a]?.staffId)?.id ?? '';
    const rows = list(
      changed((own) =>
        own.flatMap((seat, i) => (i === b ? [] : [i === a ? { ...seat, staffId: other } : seat])),
      ),
    );
    expect(rows.map((row) => row.at(-1)).sort()).toEqual(['Không còn người', 'Trực thay']);
  });

  it('says so where nothing changed, and where there is nothing before', () => {
    expect(
      JSON.stringify(
        buildDocument(
          'changes',
          changed((own) => own),
        ),
      ),
    ).toContain('Không ca nào thay người hay đổi giờ so với Bản 1.');
    expect(JSON.stringify(buildDocument('changes', request))).toContain('Đây là bản đầu tiên');
  });
});
