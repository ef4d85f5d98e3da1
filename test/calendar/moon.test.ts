/** The small moon: full on the rằm, dark on mùng 1, growing in between. */

import { describe, expect, it } from 'vitest';
import { type Day, parseDay } from '../../src/calendar/day.ts';
import { lunarOf } from '../../src/calendar/lunar.ts';
import { moonOf } from '../../src/calendar/moon.ts';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

describe('moonOf', () => {
  it('is dark on mùng 1 and grows', () => {
    expect(lunarOf(day('2027-02-06')).day).toBe(1);
    expect(moonOf(day('2027-02-06')).illuminated).toBeLessThan(0.02);
    expect(moonOf(day('2027-02-10'))).toMatchObject({ waxing: true });
  });

  it('is full on the rằm and wanes after it', () => {
    expect(moonOf(day('2027-02-20')).illuminated).toBeGreaterThan(0.98);
    expect(moonOf(day('2027-02-26')).waxing).toBe(false);
  });

  it('is half lit at the quarters', () => {
    expect(moonOf(day('2027-02-14')).illuminated).toBeCloseTo(0.5, 0);
  });
});
