/** Ensure that a page and a paper made of one roster show the same seats, codes, hours, points and names. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/calendar/day.ts';
import { breaksOfSpan } from '../../../src/calendar/holiday-sources.ts';
import { dayOf } from '../../../src/calendar/zone.ts';
import { buildPlan } from '../../../src/domain/build-plan.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import type { Roster } from '../../../src/domain/roster.ts';
import { LANGUAGES, type Language } from '../../../src/i18n/translate.ts';
import { buildDocument } from '../../../src/output/documents/build-document.ts';
import { rosterSheet } from '../../../src/output/roster/sheet.ts';
import { peopleGrid } from '../../../src/web/roster/people-grid.ts';
import { rosterGrid } from '../../../src/web/roster/roster-grid.ts';
import { randomPlan, randomRoster } from '../../random-plan.ts';
import { SAMPLE_NAMES, sampleCase, sampleHolidays } from '../../sample-case.ts';

function samplePlan(name: string): Plan {
  const source = sampleCase(name);
  const { start, end } = source.period.span;
  const { zone } = source.unit;
  const [from, to] = [addDays(dayOf(start, zone), -1), addDays(dayOf(end, zone), 2)];
  const built = buildPlan(source, breaksOfSpan(from, to, sampleHolidays()));
  if (!built.ok) throw new Error(JSON.stringify(built.faults));
  return built.value;
}

/** Everyone in turn, every seventh seat left empty. */
function someRoster({ period, shifts, staff }: Plan): Roster {
  let turn = 0;
  const assignments = shifts.flatMap(({ id, cover }) =>
    Array.from({ length: cover.target }, (_, place) => {
      turn++;
      return { shiftId: id, place, staffId: staff[turn % staff.length]?.id ?? '' };
    }).filter((_, place) => (turn + place) % 7 !== 0),
  );
  return { periodId: period.id, assignments };
}

/** Seats by day and column, as the page has them; who is merely wanted stands on no paper. */
function pageSeats(language: Language, plan: Plan, roster: Roster): string[][] {
  const grid = rosterGrid(language, { plan, roster }, { markOf: () => '' });
  return grid.rows.flatMap(({ head, cells }) =>
    cells.map(({ seats, hours }) => [
      `${head.weekday} ${head.date} ${head.lunar} ${head.named} ${hours}`,
      ...seats.filter(({ kind }) => kind !== 'wanted').map(({ name }) => name),
    ]),
  );
}

function paperSeats(language: Language, plan: Plan, roster: Roster): string[][] {
  const { rows, heads } = rosterSheet({ plan, roster, language, phones: false });
  const columns = heads.flatMap((head) => head.columns);
  return rows.flatMap((row) =>
    row.cells.map(({ seats }, i) => [
      `${row.weekday} ${row.date} ${row.lunar} ${row.named} ${`${columns[i]?.label} ${columns[i]?.range}`.trim()}`,
      ...seats.map(({ name }) => name),
    ]),
  );
}

/** Of everyone who stands a shift: codes by day, then shifts, hours and points. */
function pagePeople(language: Language, plan: Plan, roster: Roster): string[] {
  const grid = peopleGrid(language, { plan, roster }, { faulty: new Set() });
  return grid.teams
    .flatMap(({ people }) => people)
    .filter(({ cells }) => cells.some(({ codes }) => codes.length > 0))
    .map(({ name, cells, totals: [shifts, hours, , , points] }) =>
      [
        name,
        ...cells.map(({ codes }) => codes.map(({ code }) => code).join('; ')),
        shifts,
        hours,
        points,
      ].join('|'),
    )
    .sort();
}

/** Back from the file that goes to Excel: number, name, a cell a day over all tables, shifts, hours, nights, points. */
function paperPeople(language: Language, plan: Plan, roster: Roster): string[] {
  const source = { plan, roster, language, phones: false };
  const { sections } = buildDocument('grid', { source, fields: {}, options: {} });
  const tables = sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'));
  const people = new Map<string, { cells: string[]; totals: string[] }>();
  for (const table of tables) {
    for (const row of table.kind === 'table' ? table.rows.slice(0, -1) : []) {
      const words = row.map(({ lines }) =>
        lines
          .map(({ text }) => text)
          .filter(Boolean)
          .join('; '),
      );
      const [number = '', name = '', ...rest] = words;
      const person = people.get(number + name) ?? { cells: [], totals: [] };
      people.set(number + name, {
        cells: [...person.cells, ...rest.slice(0, -4)],
        totals: [name, ...rest.slice(-4)],
      });
    }
  }
  return [...people.values()]
    .map(({ cells, totals: [name, shifts, hours, , points] }) =>
      [name, ...cells, shifts, hours, points].join('|'),
    )
    .sort();
}

function expectAlike(language: Language, plan: Plan, roster: Roster): void {
  expect(pageSeats(language, plan, roster)).toEqual(paperSeats(language, plan, roster));
  const standing = new Set(pagePeople(language, plan, roster));
  expect([...standing]).toEqual([...new Set(paperPeople(language, plan, roster))]);
}

describe('page and paper', () => {
  describe.each(SAMPLE_NAMES)('of %s', (name) => {
    const plan = samplePlan(name);

    it.each(LANGUAGES)('are alike (%s)', (language) => {
      expectAlike(language, plan, someRoster(plan));
    });

    it('explain every code once, the same way', () => {
      const roster = someRoster(plan);
      const { key } = peopleGrid('vi', { plan, roster }, { faulty: new Set() });
      const codes = key.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      const source = { plan, roster, language: 'vi', phones: false } as const;
      const { sections } = buildDocument('grid', { source, fields: {}, options: {} });
      const told = JSON.stringify(sections);
      for (const { code, words } of key) expect(told).toContain(`${code}: ${words}`);
    });
  });

  it('are alike of any plan and any roster, part-timers and namesakes included', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom(...LANGUAGES), (seed, language) => {
        const made = randomPlan(seed, { staff: 8, days: 20, posts: 4 });
        const plan: Plan = {
          ...made,
          staff: made.staff.map((member, i) => (i % 3 === 0 ? { ...member, name: 'Lê Hùng' } : member)),
          posts: made.posts.map((post) => ({
            ...post,
            patterns: [
              ...new Map(
                made.shifts
                  .filter(({ postId }) => postId === post.id)
                  .map((shift) => [shift.patternId, shift]),
              ).values(),
            ].map(({ patternId, label, minutes }) => ({
              id: patternId,
              label,
              rrule: 'FREQ=DAILY',
              start: '06:00' as Plan['posts'][number]['patterns'][number]['start'],
              durationMinutes: minutes,
            })),
          })),
        };
        expectAlike(language, plan, randomRoster(plan, seed));
      }),
      { seed: 7, numRuns: 40 },
    );
  });
});
