/** What two versions differ in, by seat and by person. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusMinutes } from '../../src/calendar/interval.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { type VersionDifference, versionDifference } from '../../src/domain/version-difference.ts';
import { fixturePlan, idOf, member } from '../fixture-plan.ts';
import { randomRoster } from '../random-plan.ts';
import { stamp, versionsOf } from './versions.ts';

const NAMES: Readonly<Record<string, string>> = { an: 'Trần An', ba: 'Lê Bá', chi: 'Phạm Chi' };
const PLAN = fixturePlan({
  staff: Object.entries(NAMES).map(([id, name]) => member({ id, name })),
  shifts: ['d0', 'n0', 'd1'],
});

const SHORT: Plan = { ...PLAN, shifts: PLAN.shifts.filter(({ id }) => id !== idOf('n0')) };
const LATE: Plan = {
  ...PLAN,
  shifts: PLAN.shifts.map((shift) =>
    shift.id === idOf('n0')
      ? { ...shift, span: { start: shift.span.start, end: plusMinutes(shift.span.end, 60) } }
      : shift,
  ),
};

/** `d0/0 an→ba` for seats; `an +gained -lost ~moved` for people. */
function told({ seats, people }: VersionDifference): string[] {
  const short = (id: string): string => ['d0', 'n0', 'd1'].find((each) => idOf(each) === id) ?? id;
  return [
    ...seats.map(
      ({ shift, place, before, after, movedFrom }) =>
        `${short(shift.id)}/${place} ${before?.id ?? ''}→${after?.id ?? ''}${movedFrom ? ' moved' : ''}`,
    ),
    ...people.map(({ staff, gained, lost, moved }) =>
      [
        staff.id,
        ...gained.map(({ id }) => `+${short(id)}`),
        ...lost.map(({ id }) => `-${short(id)}`),
        ...moved.map(({ after }) => `~${short(after.id)}`),
      ].join(' '),
    ),
  ];
}

function difference(before: string, after: string, plan: Plan = PLAN): string[] {
  const [first, second] = versionsOf(PLAN, [before, [after, plan]]);
  if (!first || !second) throw new Error('two versions');
  return told(versionDifference(first, second));
}

describe('the difference of two versions', () => {
  it.each([
    ['none', 'an: d0; ba: n0', 'an: d0; ba: n0', []],
    ['reassigned', 'an: d0', 'ba: d0', ['d0/0 an→ba', 'an -d0', 'ba +d0']],
    ['swapped', 'an: d0; ba: n0', 'ba: d0; an: n0', ['d0/0 an→ba', 'n0/0 ba→an', 'an +n0 -d0', 'ba +d0 -n0']],
    ['filled', 'an: d0', 'an: d0; chi: d0', ['d0/1 →chi', 'chi +d0']],
    ['emptied', 'an: d0; chi: d0', 'chi: d0', ['d0/0 an→', 'an -d0']],
    ['withdrawn', 'an: d0 n0', '', ['d0/0 an→', 'n0/0 an→', 'an -d0 -n0']],
  ])('%s', (_, before, after, expected) => {
    expect(difference(before, after)).toEqual(expected);
  });

  it('names whose shift moved, and that the shift moved', () => {
    expect(difference('an: n0; ba: d0', 'an: n0; ba: d0', LATE)).toEqual(['n0/0 an→an moved', 'an ~n0']);
    expect(difference('an: n0', 'ba: n0', LATE)).toEqual(['n0/0 an→ba moved', 'an -n0', 'ba +n0']);
  });

  it('names who loses a shift that is gone', () => {
    expect(difference('an: n0; ba: d0', 'ba: d0', SHORT)).toEqual(['n0/0 an→', 'an -n0']);
  });

  it('knows people who are gone, and lists people by given name', () => {
    const without = { ...PLAN, staff: PLAN.staff.filter(({ id }) => id !== 'an') };
    expect(difference('an: d0; chi: n0', 'chi: d0; ba: n0', without)).toEqual([
      'd0/0 an→chi',
      'n0/0 chi→ba',
      'an -d0',
      'ba +n0',
      'chi +d0 -n0',
    ]);
  });
});

describe('any two versions', () => {
  it('read backwards give the same seats and people, with gains and losses exchanged', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        const one = { ...base(a), number: 1 };
        const two = { ...base(b), number: 2 };
        const forth = versionDifference(one, two);
        const back = versionDifference(two, one);
        expect(back.seats.map(({ before, after }) => [after?.id, before?.id])).toEqual(
          forth.seats.map(({ before, after }) => [before?.id, after?.id]),
        );
        expect(back.people.map(({ staff, gained, lost }) => [staff.id, lost, gained])).toEqual(
          forth.people.map(({ staff, gained, lost }) => [staff.id, gained, lost]),
        );
        expect(versionDifference(one, one)).toEqual({ seats: [], people: [] });
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  function base(seed: number) {
    const roster = randomRoster(PLAN, seed);
    return { periodId: PLAN.period.id, number: 1, publishedAt: stamp(1), note: '', plan: PLAN, roster };
  }
});
