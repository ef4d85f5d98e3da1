/** Rosters made elsewhere, laid out as offices lay them out, read against the sample of seven days of Tết. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rosterKnown } from '../../src/app/drafts/roster-words.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { Roster } from '../../src/domain/roster.ts';
import { type RosterImport, readRosterImport } from '../../src/input/rosters/roster-import.ts';
import type { Book } from '../../src/input/tables/book.ts';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import { formatDocx } from '../../src/output/documents/docx-file.ts';
import { formatTableCsv } from '../../src/output/documents/table-text.ts';
import { formatXlsx } from '../../src/output/documents/xlsx-file.ts';
import { rosterSheet } from '../../src/output/roster/sheet.ts';
import { formatRosterCsv } from '../../src/output/roster-csv.ts';
import { samplePlan } from '../output/sample.ts';
import { bookOf, pastedBook, xlsx } from './tables/lists.ts';

const PLAN: Plan = samplePlan();
const NAMES = new Map(PLAN.staff.map(({ id, name }) => [id, name]));
const [A = '', B = '', C = ''] = PLAN.staff.map(({ name }) => name);

function read(book: Book, answers: Readonly<Record<string, string>> = {}): RosterImport {
  const known = rosterKnown({
    plan: PLAN,
    staff: PLAN.staff,
    answers: new Map(Object.entries(answers)),
    remembered: new Map(),
  });
  return readRosterImport(book, known);
}

/** `watch/night/2027-02-05 Nguyễn Văn An`, sorted. */
function seats({ seats: found }: Pick<RosterImport, 'seats'>): string[] {
  return found.map(({ shiftId, staffId }) => `${shiftId} ${NAMES.get(staffId)}`).sort();
}

const sorted = (...lines: string[]): string[] => lines.sort();

describe('A roster of days and posts', () => {
  const two = sorted(
    `leader/day/2027-02-05 ${A}`,
    `watch/morning/2027-02-05 ${B}`,
    `watch/morning/2027-02-05 ${C}`,
    `leader/day/2027-02-06 ${B}`,
    `watch/morning/2027-02-06 ${A}`,
    `watch/morning/2027-02-06 ${C}`,
  );

  it('seats several names a cell, and sets titles, phones, heads and signatures aside', async () => {
    const rows = [
      ['ỦY BAN NHÂN DÂN TỈNH'],
      ['LỊCH TRỰC TẾT NGUYÊN ĐÁN 2027'],
      ['TT', 'Thứ, ngày', 'Trực lãnh đạo', 'Giám sát ATTT, ca sáng', 'Ghi chú'],
      [1, 'Thứ Sáu\n05/02', `Đ/c ${A} - Phó Giám đốc`, `1. ${B} (0900 000 012)\n2. ${C}`, ''],
      [2, 'Thứ Bảy\n06/02', B, `${A}; ${C}`, 'Mùng 1'],
      ['', '', '', 'Lam Giang, ngày 01 tháng 02 năm 2027'],
      ['', '', '', 'NGƯỜI LẬP'],
      ['', '', '', 'Trần Văn Nào'],
    ];
    const found = read(await bookOf(await xlsx({ Lịch: rows })));
    expect(found.questions).toEqual([]);
    expect(seats(found)).toEqual(two);
    expect(found.said.aside.map(({ row }) => row)).toEqual([1, 2, 6, 7, 8]);
  });

  it('fills merged days, and takes a name merged over days for each of them', async () => {
    const rows = [
      ['Ngày', 'Lãnh đạo trực', 'Giám sát sáng'],
      [{ value: '05/02/2027', rowSpan: 2 }, { value: A, rowSpan: 3 }, B],
      [null, null, C],
      ['06/02/2027', null, B],
    ];
    const found = read(await bookOf(await xlsx({ Lịch: rows })));
    expect(seats(found)).toEqual(
      sorted(
        `leader/day/2027-02-05 ${A}`,
        `leader/day/2027-02-06 ${A}`,
        `watch/morning/2027-02-05 ${B}`,
        `watch/morning/2027-02-05 ${C}`,
        `watch/morning/2027-02-06 ${B}`,
      ),
    );
  });

  it('reads days left blank beneath the first, a column of shifts, lunar days, ditto marks', () => {
    const paste = [
      'Ngày\tCa\tGiám sát',
      `Mùng 1\tSáng\t${A}`,
      `\tChiều\t${B}`,
      `\t22h - 6h\t${C}`,
      '07/02\tSáng\tnt',
    ].join('\n');
    expect(seats(read(pastedBook(paste)))).toEqual(
      sorted(
        `watch/morning/2027-02-06 ${A}`,
        `watch/afternoon/2027-02-06 ${B}`,
        `watch/night/2027-02-06 ${C}`,
        `watch/morning/2027-02-07 ${C}`,
      ),
    );
  });

  it('asks once for words and names nobody knows, and goes by the answers', () => {
    const paste = `Ngày\tTrực bảo vệ\n05/02\tNguyễn Văn Lạ\n06/02\tNguyễn Văn Lạ\n07/02\t${A}`;
    const asked = read(pastedBook(paste));
    expect(asked.questions.map(({ id, kind, count }) => [id, kind, count])).toEqual([
      ['who-nguyen van la', 'who', 2],
      ['where-truc bao ve', 'where', 3],
    ]);
    expect(asked.seats).toEqual([]);
    const answers = { 'who-nguyen van la': 'none', 'where-truc bao ve': 'leader/day' };
    const found = read(pastedBook(paste), answers);
    expect([found.questions, seats(found)]).toEqual([[], [`leader/day/2027-02-07 ${A}`]]);
    expect(found.left.map(({ reason }) => reason)).toEqual(['dropped', 'dropped']);
  });

  it('never takes one shift for another: hours that are no shift of the post are asked about', () => {
    const found = read(pastedBook(`Ngày\tGiám sát 7h-11h\n05/02\t${A}`));
    expect(found.questions.map(({ kind, value }) => [kind, value])).toEqual([['where', 'Giám sát 7h-11h']]);
  });

  it('tells days outside the period, shifts there are not, and names given twice', () => {
    const found = read(pastedBook(`Ngày\tLãnh đạo\n05/02\t${A}, ${A}\n05/03/2027\t${B}`));
    expect(found.left.map(({ reason, day }) => [reason, day])).toEqual([
      ['twice', '2027-02-05'],
      ['outside', '2027-03-05'],
    ]);
  });
});

describe('Other layouts', () => {
  it('reads people and days with codes', () => {
    const paste = [
      'TT\tHọ và tên\t5/2\t6/2\t7/2',
      `1\t${A}\tLĐ\tLĐ\t`,
      `2\t${B}\tS\t\tC`,
      'Cộng\t\t2\t1\t1',
    ].join('\n');
    const found = read(pastedBook(paste));
    expect(found.questions).toEqual([]);
    expect(seats(found)).toEqual(
      sorted(
        `leader/day/2027-02-05 ${A}`,
        `leader/day/2027-02-06 ${A}`,
        `watch/morning/2027-02-05 ${B}`,
        `watch/afternoon/2027-02-07 ${B}`,
      ),
    );
  });

  it('reads posts down and days across, under a month and numbers', () => {
    const paste = [
      'LỊCH TRỰC THÁNG 2/2027\t\t\t',
      'Vị trí\t5\t6\t7',
      `Lãnh đạo\t${A}\t${B}\t${C}`,
      `Giám sát đêm\t${B}\t\t${A}`,
    ].join('\n');
    expect(seats(read(pastedBook(paste)))).toEqual(
      sorted(
        `leader/day/2027-02-05 ${A}`,
        `leader/day/2027-02-06 ${B}`,
        `leader/day/2027-02-07 ${C}`,
        `watch/night/2027-02-05 ${B}`,
        `watch/night/2027-02-07 ${A}`,
      ),
    );
  });

  it('reads one line a duty, namesakes by their number', () => {
    const paste = [
      'STT\tNgày trực\tCa\tVị trí\tHọ tên\tSĐT',
      `1\tTừ 6h ngày 05/02 đến 14h ngày 05/02\tSáng\tGiám sát ATTT\t${A}\t0900000011`,
      `2\t05/02/2027\tĐêm\tỨng cứu\t${B}\t`,
    ].join('\n');
    expect(seats(read(pastedBook(paste)))).toEqual(
      sorted(`watch/morning/2027-02-05 ${A}`, `response/night/2027-02-05 ${B}`),
    );
  });

  it('passes over hidden sheets and says so', async () => {
    const found = read(
      await bookOf(
        await xlsx({
          Một: [
            ['Ngày', 'Lãnh đạo'],
            ['05/02', A],
          ],
        }),
      ),
    );
    expect([found.said.sheets, found.said.hidden, found.seats.length]).toEqual([[0], [], 1]);
  });
});

describe('A roster exported', () => {
  const people = PLAN.staff.map(({ id }) => id);
  const roster: fc.Arbitrary<Roster> = fc
    .array(fc.array(fc.nat(people.length - 1), { maxLength: 2 }), {
      minLength: PLAN.shifts.length,
      maxLength: PLAN.shifts.length,
    })
    .map((shifts) => ({
      periodId: PLAN.period.id,
      assignments: shifts.flatMap((picks, i) =>
        [...new Set(picks)].map((pick, place) => ({
          shiftId: PLAN.shifts[i]?.id ?? '',
          place,
          staffId: people[pick] ?? '',
        })),
      ),
    }));

  const leads = new Set(PLAN.posts.filter(({ tier }) => tier === 'leader').map(({ id }) => id));
  /** Two who lead half of the days each: lists make one cell of it. */
  const longLeads: Roster = {
    periodId: PLAN.period.id,
    assignments: PLAN.shifts.map(({ id, postId, day }, i) => ({
      shiftId: id,
      place: 0,
      staffId: people[leads.has(postId) ? Number(day > (PLAN.days[2] ?? day)) : i % people.length] ?? '',
    })),
  };

  function request(of: Roster) {
    const source = { plan: PLAN, roster: of, language: 'vi', phones: false } as const;
    return { source, fields: {}, options: {} };
  }

  const FORMATS: Readonly<Record<string, (of: Roster) => Promise<Uint8Array>>> = {
    'official XLSX': (of) => formatXlsx(buildDocument('official', request(of))),
    'wall XLSX': (of) => formatXlsx(buildDocument('wall', request(of))),
    'official DOCX': (of) => formatDocx(buildDocument('official', request(of))),
    'wall CSV': async (of) => new TextEncoder().encode(formatTableCsv(buildDocument('wall', request(of)))),
    CSV: async (of) => new TextEncoder().encode(formatRosterCsv(rosterSheet(request(of).source))),
  };

  for (const [name, write] of Object.entries(FORMATS)) {
    it(`comes back as the same from ${name}`, async () => {
      await fc.assert(
        fc.asyncProperty(roster, async (of) => {
          const book = await bookOf(await write(of));
          // Dots between right words are no letters of an old font.
          expect(book.sheets.flatMap(({ conversion = [] }) => conversion)).toEqual([]);
          const found = read(book);
          expect(found.questions).toEqual([]);
          expect(seats(found)).toEqual(seats({ seats: of.assignments }));
        }),
        { seed: 2027, numRuns: 6, examples: [[longLeads]] },
      );
    });
  }
});
