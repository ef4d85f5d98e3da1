/** Rosters of names and posts that readers stumble over come back from every file as the same. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rosterKnown } from '../../src/app/drafts/roster-words.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { Roster } from '../../src/domain/roster.ts';
import type { Post } from '../../src/domain/unit.ts';
import { readRosterImport } from '../../src/input/rosters/roster-import.ts';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import { formatDocx } from '../../src/output/documents/docx-file.ts';
import { formatTableCsv } from '../../src/output/documents/table-text.ts';
import { formatXlsx } from '../../src/output/documents/xlsx-file.ts';
import { rosterSheet } from '../../src/output/roster/sheet.ts';
import { formatRosterCsv } from '../../src/output/roster-csv.ts';
import { depth } from '../depth.ts';
import { POSTS, samplePlan } from '../output/sample.ts';
import { bookOf, member } from './tables/lists.ts';

/** Near-twins, namesakes, the longest, signs, numbers, and names that are words of rosters. */
const NAMES = [
  ...['Nguyễn Thị Thùy', 'Nguyễn Thị Thúy', 'Nguyễn Thị Thủy', 'Lê Văn Tuấn', 'Lê Văn Tuân'],
  ...['Công Tằng Tôn Nữ Hoàng Phương Thảo Nguyên', "H'Hen Niê", 'K’ Brêu - Đạ Tẻh', 'Nguyễn Văn "Tư" An'],
  ...['Nguyễn Văn An', 'Nguyễn Văn An', 'Nguyễn Văn An 2', 'Trần Văn Cộng', 'Tống Thị Ngày', 'Vũ Thứ Hai'],
  ...['Đỗ Ca Sáng', 'Phó Đức Chính', 'Ông Thị Bà', 'Lý Thị Nghỉ', 'Hà Lễ Tết'],
];
const STAFF = NAMES.map((name, i) =>
  member(name, { id: `p${i}`, phone: `0900 000 ${100 + i}`, title: i % 3 === 0 ? 'Phó Giám đốc' : 'Kỹ sư' }),
);

type Pattern = Post['patterns'][number];
const pattern = (id: string, label: string, start: string, hours: number) =>
  ({ id, label, rrule: 'FREQ=DAILY', start, durationMinutes: hours * 60 }) as Pattern;
const [LEADER, WATCH, RESPONSE] = POSTS as [Post, Post, Post];

/** Two seats, shifts over midnight named by numbers, standby of two posts whose names begin alike, a whole day from midnight. */
const PLAN: Plan = samplePlan(7, {
  staff: STAFF,
  posts: [
    { ...LEADER, cover: { minimum: 1, target: 2 } },
    {
      ...WATCH,
      patterns: [
        pattern('ca1', 'Ca 1', '22:00', 8),
        pattern('ca2', 'Ca 2', '06:00', 8),
        pattern('ca3', 'Ca 3', '14:00', 8),
      ],
    },
    RESPONSE,
    {
      ...{ ...RESPONSE, id: 'response2', shortName: 'Ứng cứu 2' },
      name: 'Ứng cứu sự cố, dự phòng (hệ thống thanh toán song phương điện tử tập trung)',
      patterns: [pattern('d', 'Ngày', '07:30', 10), pattern('n', 'Đêm', '17:30', 14)],
    },
    {
      ...WATCH,
      id: 'vp',
      name: 'Trực văn phòng',
      shortName: 'VP',
      patterns: [pattern('x', '', '00:00', 24)],
    },
  ],
});

const rosters: fc.Arbitrary<Roster> = fc
  .array(fc.array(fc.nat(STAFF.length - 1), { maxLength: 2 }), {
    minLength: PLAN.shifts.length,
    maxLength: PLAN.shifts.length,
  })
  .map((shifts) => ({
    periodId: PLAN.period.id,
    assignments: shifts.flatMap((picks, i) =>
      [...new Set(picks)].map((pick, place) => ({
        shiftId: PLAN.shifts[i]?.id ?? '',
        place,
        staffId: STAFF[pick]?.id ?? '',
      })),
    ),
  }));

const request = (roster: Roster, phones = false) => ({
  source: { plan: PLAN, roster, language: 'vi', phones } as const,
  fields: {},
  options: {},
});
const FORMATS: Readonly<Record<string, (of: Roster) => Promise<Uint8Array>>> = {
  'official XLSX with numbers': (of) => formatXlsx(buildDocument('official', request(of, true))),
  'wall XLSX': (of) => formatXlsx(buildDocument('wall', request(of))),
  'official DOCX': (of) => formatDocx(buildDocument('official', request(of))),
  'wall DOCX': (of) => formatDocx(buildDocument('wall', request(of))),
  'wall CSV': async (of) => new TextEncoder().encode(formatTableCsv(buildDocument('wall', request(of)))),
  CSV: async (of) => new TextEncoder().encode(formatRosterCsv(rosterSheet(request(of).source))),
};

describe('a roster of hard names and posts', () => {
  it.each(Object.entries(FORMATS))('comes back as the same from %s', async (_, write) => {
    const told = { answers: new Map(), remembered: new Map() };
    const known = rosterKnown({ plan: PLAN, staff: STAFF, ...told });
    const seats = (of: readonly { shiftId: string; staffId: string }[]) =>
      of.map(({ shiftId, staffId }) => `${shiftId} ${staffId}`).sort();
    for (const roster of fc.sample(rosters, { seed: 2027, numRuns: depth({ short: 2, deep: 40 }) })) {
      const found = readRosterImport(await bookOf(await write(roster)), known);
      expect(found.questions).toEqual([]);
      expect(seats(found.seats)).toEqual(seats(roster.assignments));
    }
  });
});
