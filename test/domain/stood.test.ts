/** Which seats were stood as confirmed, which only as planned. */

import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/calendar/interval.ts';
import type { Shift } from '../../src/domain/shift.ts';
import { type Stood, stoodLines } from '../../src/domain/stood.ts';
import { filledRoster, samplePlan } from '../documents/sample-documents.ts';

const plan = samplePlan('unit-small');
const filled = filledRoster(plan);
const [one] = filled.assignments;
const shift = plan.shifts.find(({ id }) => id === one?.shiftId) as Shift;
const seat = { shiftId: shift.id, place: 0 };
const stood = (facts: Partial<Stood> = {}): Stood => ({
  asOf: (shift.span.end + 1) as Instant,
  checkIns: [],
  replacements: [],
  ...facts,
});
const of = (staffId: string, facts: Partial<Stood> = {}) =>
  stoodLines([shift], { ...filled, assignments: [{ ...seat, staffId }] }, stood(facts));

describe('a seat', () => {
  it.each([
    ['over, and nobody took it', {}, 'planned'],
    ['that has not begun', { asOf: (shift.span.start - 1) as Instant }, 'ahead'],
    ['that begins this moment', { asOf: shift.span.start }, 'planned'],
    [
      'its person took',
      { checkIns: [{ shiftId: shift.id, staffId: 'a', at: shift.span.start }] },
      'confirmed',
    ],
    [
      'taken before it begins',
      {
        asOf: (shift.span.start - 1) as Instant,
        checkIns: [{ shiftId: shift.id, staffId: 'a', at: (shift.span.start - 60_000) as Instant }],
      },
      'confirmed',
    ],
    ['another took', { checkIns: [{ shiftId: shift.id, staffId: 'b', at: shift.span.start }] }, 'planned'],
    [
      'of which another shift was taken',
      { checkIns: [{ shiftId: 'x', staffId: 'a', at: shift.span.start }] },
      'planned',
    ],
  ] as const)('%s is %s', (_what, facts, as) => {
    expect(of('a', facts).map((line) => line.as)).toEqual([as]);
  });

  it.each([
    ['given on once', [['a', 'b']], 'b', 'a'],
    [
      'given on twice',
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      'c',
      'a',
    ],
    [
      'given on and back',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      'a',
      undefined,
    ],
    ['given on, and changed otherwise since', [['a', 'b']], 'c', undefined],
  ] as const)('%s says instead of whom', (_what, ways, holder, first) => {
    const replacements = ways.map(([fromId, toId]) => ({ seat, fromId, toId }));
    expect(of(holder, { replacements })[0]?.insteadOf).toBe(first);
    expect(
      of(holder, { replacements: replacements.map((each) => ({ ...each, seat: { ...seat, place: 1 } })) })[0]
        ?.insteadOf,
    ).toBe(undefined);
  });
});

it('gives a line for every seat, by start', () => {
  const lines = stoodLines(plan.shifts, filled, stood());
  expect(lines).toHaveLength(filled.assignments.length);
  const starts = lines.map((line) => line.shift.span.start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
});
