import { describe, expect, it } from 'vitest';
import { personShare } from '../../src/output/roster/person-share.ts';
import { fixturePlan, fixtureRoster, type PlanSketch, rule, span } from '../fixture-plan.ts';

const even = rule('even-kinds', {}, { kind: 'soft', weight: 6 });
/** A Thursday and a Friday, then a weekend. */
const sketch: PlanSketch = {
  staff: ['an', 'ba', { id: 'truong', skills: ['lead'] }],
  posts: [{ id: 'lead', skills: ['lead'] }],
  shifts: ['d0', 'n0', 'd1', 'n1', 'd2', 'n2', 'd3', { at: 'n3', namedDay: 'giao-thua' }],
  rules: [even],
};

describe('personShare', () => {
  it('puts one’s duties beside an even sharing and beside colleagues of the same posts', () => {
    const plan = fixturePlan(sketch);
    const roster = fixtureRoster(plan, 'an: n0 n1 n2; ba: d1 d3 n3; truong: d0 d2');
    const { kinds, distance } = personShare(plan, roster, 'an');
    const nights = kinds.find(({ kind }) => kind === 'nights');
    expect(nights).toEqual({
      kind: 'nights',
      label: '',
      own: 3,
      even: { least: 1, most: 2 },
      carried: false,
      others: { least: 1, most: 1 },
    });
    expect(kinds.find(({ kind }) => kind === 'weekends')).toMatchObject({
      own: 1,
      others: { least: 2, most: 2 },
    });
    expect(distance).toEqual({ least: 1, most: 1 });
  });

  it('counts what somebody stands though they could not: by an own sheet, or by hand', () => {
    const plan = fixturePlan({ ...sketch, leave: [['an', span(1, 0, 48)]] });
    const roster = fixtureRoster(plan, 'an: n0 n1 n2; truong: n3; ba: d1');
    const nightsOf = (staffId: string) =>
      personShare(plan, roster, staffId).kinds.find(({ kind }) => kind === 'nights');
    expect(nightsOf('an')).toMatchObject({ own: 3, others: { least: 0, most: 0 } });
    expect(nightsOf('ba')).toMatchObject({ own: 0, others: { least: 3, most: 3 } });
    const away = fixturePlan({ ...sketch, leave: [['an', span(0, 0, 144)]] });
    const { kinds } = personShare(away, fixtureRoster(away, 'an: n0'), 'an');
    expect(kinds.find(({ kind }) => kind === 'nights')).toMatchObject({
      own: 1,
      even: { least: 0, most: 0 },
    });
  });

  it('goes by the rule that holds for the person', () => {
    const plan = fixturePlan({
      ...sketch,
      rules: [rule('even-kinds', { who: { staffIds: ['ba'] } }, even.strength)],
    });
    const roster = fixtureRoster(plan, 'an: n0; ba: n1');
    const hasEven = (id: string) => personShare(plan, roster, id).kinds.some(({ even: share }) => share);
    expect([hasEven('an'), hasEven('ba')]).toEqual([false, true]);
  });

  it('says nothing of an even share where the unit has no such rule', () => {
    const plan = fixturePlan({ ...sketch, rules: [] });
    const { kinds } = personShare(plan, fixtureRoster(plan, 'an: n0'), 'an');
    expect(kinds.length).toBeGreaterThan(0);
    for (const share of kinds) expect(share.even).toBeUndefined();
  });

  it('says when earlier periods changed what is even', () => {
    const ledger = [
      { staffId: 'an', year: 2026, kind: 'points', amount: 9 },
      { staffId: 'an', year: 2026, kind: 'nights', amount: 4 },
      { staffId: 'ba', year: 2026, kind: 'points', amount: 9 },
    ] as const;
    const plan = fixturePlan({ ...sketch, ledger });
    const { kinds } = personShare(plan, fixtureRoster(plan, ''), 'an');
    const nights = kinds.find(({ kind }) => kind === 'nights');
    expect(nights).toMatchObject({ carried: true, even: { least: 0, most: 0 } });
  });

  it('counts wishes kept, and names the days of earlier years', () => {
    const wish = (direction: 'for' | 'against', day: number) =>
      ({ staffId: 'ba', direction, span: span(day, 0, 24), weight: 3 }) as const;
    const plan = fixturePlan({
      ...sketch,
      // On day 9 there is no shift to be given.
      wishes: [wish('for', 1), wish('against', 0), wish('against', 3), wish('for', 9)],
      ledger: [
        { staffId: 'ba', year: 2024, kind: 'giao-thua', amount: 1 },
        { staffId: 'ba', year: 2026, kind: 'giao-thua', amount: 1 },
        { staffId: 'an', year: 2025, kind: 'giao-thua', amount: 1 },
      ],
    });
    const share = personShare(plan, fixtureRoster(plan, 'ba: d1 n3'), 'ba');
    expect(share.wishes).toEqual({ all: 3, kept: 2 });
    expect(share.namedDays).toEqual([{ day: 'giao-thua', years: [2026, 2024] }]);
  });
});
