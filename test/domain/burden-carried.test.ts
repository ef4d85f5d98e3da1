/** What a published roster leaves in the ledger. */

import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/calendar/day.ts';
import { burdenCarried } from '../../src/domain/burden-carried.ts';
import { fixturePlan } from '../fixture-plan.ts';
import { versionsOf } from './versions.ts';

const PLAN = fixturePlan({
  staff: ['an', 'ba', 'chi'],
  shifts: [
    { at: 'd0', points: 2 },
    { at: 'n1', points: 9, namedDay: 'giao-thua' },
    { at: 'k1', points: 0 },
    { at: 'd2', points: 5, namedDay: 'mung-1' },
    { at: 'c2', points: 4, namedDay: 'mung-1' },
  ],
});

const carried = (roster: string, plan = PLAN): string[] =>
  versionsOf(plan, [roster])
    .flatMap(burdenCarried)
    .map(({ staffId, year, kind, amount }) => `${staffId} ${year} ${kind} ${amount}`);

describe('the burden carried', () => {
  it('is points added up, and nights, weekend shifts and named days counted', () => {
    expect(carried('an: d0 n1; ba: d2 c2')).toEqual([
      'an 2027 points 11',
      'an 2027 nights 1',
      'an 2027 giao-thua 1',
      'ba 2027 points 9',
      'ba 2027 weekends 2',
      'ba 2027 mung-1 2',
    ]);
  });

  it('has no entry for nothing', () => {
    expect(carried('chi: k1')).toEqual(['chi 2027 nights 1']);
    expect(carried('')).toEqual([]);
  });

  it('belongs to the year in which the period ends', () => {
    const days = ['2026-12-31', '2027-01-01'] as Day[];
    expect(carried('an: d0', { ...PLAN, days })).toEqual(['an 2027 points 2']);
  });
});
