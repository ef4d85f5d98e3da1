import { describe, expect, it } from 'vitest';
import { type Duty, pointsOf } from '../../src/domain/burden.ts';
import type { PointTable } from '../../src/domain/rule-set.ts';

const TABLE: PointTable = {
  base: { 'on-site': 3, standby: 1 },
  night: 2,
  restDay: 1,
  namedDays: { 'mung-1': 5, 'giao-thua': 0 },
};
const DUTY: Duty = { presence: 'on-site', minutes: 480, night: false, restDay: false };

describe('pointsOf', () => {
  it.each<[string, Partial<Duty>, number]>([
    ['eight hours', {}, 3],
    ['a minute more begins another eight', { minutes: 481 }, 6],
    ['a night', { night: true }, 5],
    ['a rest day', { restDay: true }, 4],
    ['a named day instead of the rest day', { restDay: true, namedDay: 'mung-1' }, 8],
    ['a named day without a weight counts as the rest day it is', { restDay: true, namedDay: 'labour' }, 4],
    ['a named day without a weight, on a working day', { namedDay: 'ong-tao' }, 3],
    ['a named day that weighs nought', { restDay: true, namedDay: 'giao-thua' }, 3],
    ['24 hours on a named day', { minutes: 1440, namedDay: 'mung-1' }, 9 + 15],
    ['standby adds half, rounded up', { presence: 'standby', namedDay: 'mung-1' }, 1 + 3],
    [
      '24 hours of standby: half of all of it',
      { presence: 'standby', minutes: 1440, namedDay: 'mung-1' },
      3 + 8,
    ],
  ])('%s', (_, more, points) => {
    expect(pointsOf({ ...DUTY, ...more }, TABLE)).toBe(points);
  });
});
