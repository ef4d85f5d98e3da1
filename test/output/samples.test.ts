/** Every shipped sample goes out in every form, in both languages, and nothing is lost on the way. */

import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/day.ts';
import { breaksOfSpan } from '../../src/calendar/holiday-sources.ts';
import { dayOf } from '../../src/calendar/zone.ts';
import { buildPlan } from '../../src/domain/build-plan.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { Roster } from '../../src/domain/roster.ts';
import { LANGUAGES } from '../../src/i18n/translate.ts';
import { renderFeed } from '../../src/output/calendar-feed.ts';
import { MOST_DAYS_A_PAGE, rosterSheet } from '../../src/output/roster/sheet.ts';
import { formatRosterCsv } from '../../src/output/roster-csv.ts';
import { formatRosterJson, parseRosterJson } from '../../src/output/roster-json.ts';
import { formatRosterText } from '../../src/output/roster-text.ts';
import { SAMPLE_NAMES, sampleCase, sampleHolidays } from '../sample-case.ts';
import { logicalLines, physicalLines, readWithIcalJs } from './feed/reading.ts';
import { periodOf, request, UNIT_SCOPE, version } from './sample.ts';

function planOf(name: string): Plan {
  const source = sampleCase(name);
  const { start, end } = source.period.span;
  const { zone } = source.unit;
  const breaks = breaksOfSpan(
    addDays(dayOf(start, zone), -1),
    addDays(dayOf(end, zone), 2),
    sampleHolidays(),
  );
  const parsed = buildPlan(source, breaks);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

/** Everyone in turn, with no regard to rules. */
function anyRoster(plan: Plan): Roster {
  let turn = 0;
  const next = (): string => plan.staff[turn++ % plan.staff.length]?.id ?? '';
  return {
    periodId: plan.period.id,
    assignments: plan.shifts.flatMap(({ id, cover }) =>
      Array.from({ length: cover.minimum }, (_, place) => ({ shiftId: id, place, staffId: next() })),
    ),
  };
}

describe.each(SAMPLE_NAMES)('%s', (name) => {
  const plan = planOf(name);
  const roster = anyRoster(plan);
  const seats = roster.assignments.length;

  it.each(LANGUAGES)('is fed whole (%s)', (language) => {
    const period = periodOf(version(1, '2027-01-25T09:00', plan, roster));
    const feed = renderFeed(request(UNIT_SCOPE, [period], { language, alarm: 'evening-before' }));
    expect(readWithIcalJs(feed)).toHaveLength(seats);
    expect(Math.max(...physicalLines(feed).map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(logicalLines(feed).filter((line) => /\{\w+\}|feed\.\w/.test(line))).toEqual([]);
  });

  it.each(LANGUAGES)('is printed whole (%s)', (language) => {
    const sheet = rosterSheet({ plan, roster, language, phones: true });
    const cells = sheet.pages.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    expect(cells.flatMap((cell) => cell.seats)).toHaveLength(seats);
    expect(cells.filter(({ shiftId }) => shiftId !== undefined)).toHaveLength(plan.shifts.length);
    expect(sheet.vacancies).toBe(0);
    for (const { rows } of sheet.pages) expect(rows.length).toBeLessThanOrEqual(MOST_DAYS_A_PAGE);
    expect(formatRosterCsv(sheet).split('\r\n')).toHaveLength(1 + seats + 1);
    expect(formatRosterText(sheet)).not.toMatch(/\{\w+\}|sheet\.\w/);
  });

  it('comes back from JSON', () => {
    expect(parseRosterJson(formatRosterJson({ plan, roster }), plan)).toEqual({
      ok: true,
      value: roster,
      warnings: [],
    });
  });
});
