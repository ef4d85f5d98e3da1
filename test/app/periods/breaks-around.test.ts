/** Breaks beside a period: what they leave behind reaches into it. */

import { describe, expect, it } from 'vitest';
import { planOf } from '../../../src/app/periods/get-plan.ts';
import { dayFrom } from '../../../src/calendar/day.ts';
import { dayKind } from '../../../src/calendar/holidays.ts';
import { lieuDaysStood } from '../../../src/constraints/lieu-days-stood.ts';
import { onSiteMinutes } from '../../../src/domain/duty-hours.ts';
import { breaksServed, type Plan } from '../../../src/domain/plan.ts';
import { RosterIndex } from '../../../src/domain/roster-index.ts';
import { parseCase } from '../../../src/input/parse-case.ts';
import { sampleHolidays } from '../../sample-case.ts';

const UNIT = {
  id: 'tram',
  name: 'Trạm thử',
  zone: 'Asia/Ho_Chi_Minh',
  posts: [
    {
      id: 'truc',
      name: 'Trực',
      tier: 'watch',
      presence: 'on-site',
      cover: 1,
      patterns: [{ id: 'x', label: 'Cả ngày', start: '07:00', hours: 24 }],
    },
  ],
};

function planned(start: string, end: string, past: readonly object[] = []): { plan: Plan; warned: string[] } {
  const bytes = (value: unknown): Uint8Array =>
    new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
  const files = new Map([
    ['unit.json', bytes(UNIT)],
    ['staff.csv', bytes('Mã,Họ và tên\nN01,Người An\nN02,Người Bình\nN03,Người Chi\n')],
    ['rules.json', bytes({ profile: 'duty-24-24', changes: [{ id: 'bu', constraint: 'lieu-days' }] })],
    ['period.json', bytes({ id: 'ky', name: 'Kỳ thử', start, end, holidays: [], past })],
  ]);
  const parsed = parseCase(files);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const built = planOf({ holidays: sampleHolidays() }, parsed.value);
  if (!built.ok) throw new Error(JSON.stringify(built.faults));
  return { plan: built.value, warned: built.warnings.map(({ key }) => key) };
}

describe('a break before the period', () => {
  const giaoThua = { staff: 'N01', start: '2027-02-05T07:00', end: '2027-02-06T07:00' };
  const { plan, warned } = planned('2027-02-11T07:00', '2027-02-21T07:00', [giaoThua]);

  it('gives its days off in lieu in this period', () => {
    const off = lieuDaysStood(plan, new RosterIndex(plan, { periodId: 'ky', assignments: [] }));
    expect(off.get('N01')?.map(({ day }) => day)).toEqual(['2027-02-11', '2027-02-12']);
  });

  it('is none that the period serves, and none to warn of', () => {
    expect(breaksServed(plan)).toEqual([]);
    expect(warned.filter((key) => key.startsWith('warning.holiday'))).toEqual([]);
  });
});

it('counts the hours after midnight into a holiday that begins as the period ends', () => {
  const { plan } = planned('2027-04-23T07:00', '2027-04-30T07:00');
  const last = plan.shifts.at(-1);
  if (!last) throw new Error('no shift');
  expect(last.day).toBe('2027-04-29');
  expect(onSiteMinutes(last.span, plan.breaks, plan.unit.zone)).toMatchObject({
    day: { holiday: 60 },
    night: { holiday: 6 * 60 },
  });
});

it('knows a Saturday that is worked for a day off in another period', () => {
  // The second of January was swapped for the tenth.
  const saturday = dayFrom(2026, 1, 10);
  const { plan } = planned('2026-01-10T07:00', '2026-01-12T07:00');
  expect(dayKind(saturday, plan.breaks)).toBe('working');
});
