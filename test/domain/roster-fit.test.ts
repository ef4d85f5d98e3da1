/** Rosters fitted to their plan, and places kept from one version to the next. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Roster } from '../../src/domain/roster.ts';
import { fitRoster, keepPlaces } from '../../src/domain/roster-fit.ts';
import { fixturePlan, fixtureRoster, idOf } from '../fixture-plan.ts';
import { randomPlan, randomRoster } from '../random-plan.ts';

const PLAN = fixturePlan({ staff: ['an', 'ba', 'chi'], shifts: ['d0', 'n0', 'd1'] });
const roster = (text: string): Roster => fixtureRoster(PLAN, text);
const places = ({ assignments }: Roster): string[] =>
  assignments.map(({ staffId, place }) => `${staffId} ${place}`);

describe('fitting a roster', () => {
  it('orders it as the plan does', () => {
    const { assignments } = roster('an: d0 n0; ba: d0 d1');
    const shuffled = { periodId: 'period', assignments: [...assignments].reverse() };
    expect(fitRoster(PLAN, shuffled)).toEqual({ roster: roster('an: d0 n0; ba: d0 d1'), dropped: [] });
  });

  it('drops unknown shifts, unknown people and a second place in one shift', () => {
    const known = { shiftId: idOf('d0'), place: 0, staffId: 'an' };
    const dropped = [
      { shiftId: 'no/such/shift', place: 0, staffId: 'an' },
      { shiftId: idOf('d0'), place: 1, staffId: 'nobody' },
      { ...known, place: 2 },
    ];
    expect(fitRoster(PLAN, { periodId: 'period', assignments: [known, ...dropped] })).toEqual({
      roster: { periodId: 'period', assignments: [known] },
      dropped,
    });
  });
});

describe('keeping places', () => {
  it.each([
    ['the order of names means nothing', 'an: d0; ba: d0', 'ba: d0; an: d0', ['an 0', 'ba 1']],
    ['a newcomer takes the place left', 'an: d0; ba: d0', 'ba: d0; chi: d0', ['chi 0', 'ba 1']],
    ['who stays alone keeps the place', 'an: d0; ba: d0', 'ba: d0', ['ba 1']],
    ['one more takes the next place', 'an: d0', 'chi: d0; an: d0', ['an 0', 'chi 1']],
    ['a shift that is new fills from the first', 'an: n0', 'an: d0; ba: d0', ['an 0', 'ba 1']],
  ])('%s', (_, before, after, expected) => {
    expect(places(keepPlaces(roster(before), roster(after)))).toEqual(expected);
  });

  it('changes nobody, gives no place twice, and moves none who stays', () => {
    const plan = randomPlan(5);
    const stands = ({ assignments }: Roster): string[] =>
      assignments.map(({ shiftId, staffId }) => `${shiftId} ${staffId}`).sort();
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        const before = keepPlaces({ periodId: 'period', assignments: [] }, randomRoster(plan, a));
        const given = randomRoster(plan, b);
        const kept = keepPlaces(before, given);
        expect(stands(kept)).toEqual(stands(given));
        const seats = kept.assignments.map(({ shiftId, place }) => `${shiftId} ${place}`);
        expect(new Set(seats).size).toBe(seats.length);
        for (const each of before.assignments) {
          const now = kept.assignments.find(
            ({ shiftId, staffId }) => shiftId === each.shiftId && staffId === each.staffId,
          );
          if (now) expect(now.place).toBe(each.place);
        }
        expect(keepPlaces(kept, given)).toEqual(kept);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
