/** Why this person on a seat: the whole referee's difference with another there, and the words for it. */

import { describe, expect, it } from 'vitest';
import { check } from '../../src/constraints/check.ts';
import { LEVELS } from '../../src/constraints/shapes.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { Roster } from '../../src/domain/roster.ts';
import { type SeatWhy, seatJudge } from '../../src/output/roster/seat-why.ts';
import { whyWords } from '../../src/output/roster/seat-why-words.ts';
import { violationText } from '../../src/output/violation-words.ts';
import { depth } from '../depth.ts';
import { fixturePlan, fixtureRoster, type PlanSketch, rule, span } from '../fixture-plan.ts';
import { randomPlan, randomRoster, SMALL } from '../random-plan.ts';

const hard = { kind: 'hard' } as const;
const soft = { kind: 'soft', weight: 6 } as const;

const sketch: PlanSketch = {
  staff: ['an', 'ba', 'ca'],
  shifts: ['d0', 'n0', 'd1', 'n1', 'd2', 'n2', 'd3', 'n3'],
  rules: [rule('available', {}, hard), rule('minimum-rest', {}, hard), rule('even-kinds', {}, soft)],
};

function whyOf(plan: Plan, roster: Roster, shiftId: string, staffId: string): SeatWhy {
  const seat = roster.assignments.find((each) => each.shiftId === shiftId);
  const why = seat && seatJudge(plan, roster, seat)?.(staffId);
  if (!why) throw new Error('somebody stands there');
  return why;
}

function words(plan: Plan, roster: Roster, at: number, staffId: string): { standing: string; text: string } {
  const shift = plan.shifts[at];
  const seat = roster.assignments.find(({ shiftId }) => shiftId === shift?.id);
  const why = seat && seatJudge(plan, roster, seat)?.(staffId);
  if (!why || !shift) throw new Error('somebody stands there');
  return whyWords('vi', why, { plan, shiftId: shift.id, holder: 'An' });
}

describe('why this person', () => {
  it('is the difference of the whole referee, and its findings add up to it, for everyone on random rosters', () => {
    const plans = depth({ short: 40, deep: 400 });
    let judged = 0;
    for (let seed = 0; seed < plans; seed++) {
      const plan = randomPlan(seed, SMALL);
      const roster = randomRoster(plan, seed);
      const seat = roster.assignments[seed % Math.max(1, roster.assignments.length)];
      const judge = seat && seatJudge(plan, roster, seat);
      if (!judge) continue;
      const before = check(plan, roster).score;
      for (const { id } of plan.staff) {
        if (roster.assignments.some((each) => each.shiftId === seat.shiftId && each.staffId === id)) continue;
        const assignments = roster.assignments.map((each) =>
          each.shiftId === seat.shiftId && each.place === seat.place ? { ...each, staffId: id } : each,
        );
        const after = check(plan, { ...roster, assignments }).score;
        const { change, gained, lost } = judge(id);
        for (const level of LEVELS) {
          expect(change[level], `plan ${seed}, ${id}, ${level}`).toBe(after[level] - before[level]);
          const sum = (of: typeof gained): number =>
            of.filter((each) => each.level === level).reduce((total, { cost }) => total + cost, 0);
          expect(sum(gained) - sum(lost), `plan ${seed}, ${id}, ${level}`).toBeCloseTo(change[level], 6);
        }
        judged++;
      }
    }
    expect(judged).toBeGreaterThan(plans);
  });

  it('has nothing to say of an empty seat', () => {
    const plan = fixturePlan(sketch);
    const seat = { shiftId: plan.shifts[0]?.id ?? '', place: 0 };
    expect(seatJudge(plan, fixtureRoster(plan, 'an: n0'), seat)).toBeUndefined();
  });

  it('says that somebody is on leave that day', () => {
    const plan = fixturePlan({ ...sketch, leave: [['ba', span(0, 0, 24)]] });
    const told = words(plan, fixtureRoster(plan, 'an: n0; ca: n1'), 1, 'ba');
    expect(told).toEqual({ standing: 'blocked', text: 'Đang nghỉ phép.' });
  });

  it('says that somebody comes from another shift, and which', () => {
    const plan = fixturePlan(sketch);
    const told = words(plan, fixtureRoster(plan, 'an: d1; ba: n0'), 2, 'ba');
    expect(told.standing).toBe('blocked');
    expect(told.text).toMatch(/^Chỉ nghỉ 0 giờ, cần 12 \(T5 04\/02 .*\)\.$/);
  });

  it('counts the nights of both, and tells points only behind words', () => {
    const plan = fixturePlan(sketch);
    const roster = fixtureRoster(plan, 'an: n3; ba: n0 n1 n2; ca: d0 d1');
    const { counts } = whyOf(plan, roster, plan.shifts[7]?.id ?? '', 'ba');
    expect(counts[0]).toEqual({ kind: 'nights', label: '', other: 3, holder: 1 });
    const told = words(plan, roster, 7, 'ba');
    expect(told.standing).toBe('costs');
    expect(told.text).toMatch(
      /^Đã đứng 3 đêm khác; An đứng 1, kể cả ca này\. .*Bảng trực xấu đi [\d.,]+ điểm\.$/,
    );
  });

  it('says so where another would do as well, or better', () => {
    const none = fixturePlan({ ...sketch, rules: [] });
    expect(words(none, fixtureRoster(none, 'an: n0'), 1, 'ba')).toMatchObject({ standing: 'same' });
    const plan = fixturePlan(sketch);
    const uneven = fixtureRoster(plan, 'an: n0 n1 n2 n3; ba: d0 d2; ca: d1 d3');
    const told = words(plan, uneven, 7, 'ba');
    expect(told.standing).toBe('better');
    expect(told.text).toMatch(
      /^Đổi sang người này thì bảng trực tốt hơn \([\d.,]+ điểm\)\. Sẽ (hết|bớt): an: /,
    );
    expect(told.text).toMatch(/Đã đứng 0 đêm khác; An đứng 4, kể cả ca này\./);
  });

  it('says what gets better, be it a wish and no evenness', () => {
    const rules = [rule('wishes', {}, soft)];
    const wishes = [{ staffId: 'an', direction: 'against', span: span(0, 0, 24), weight: 3 }] as const;
    const plan = fixturePlan({ ...sketch, rules, wishes });
    expect(words(plan, fixtureRoster(plan, 'an: d0'), 0, 'ba').text).toBe(
      'Đổi sang người này thì bảng trực tốt hơn (18 điểm). Sẽ hết: an: Chưa theo nguyện vọng (mức 3). Đã đứng 0 ca d khác; An đứng 1, kể cả ca này.',
    );
  });

  it('names who is left alone, and who are too near each other', () => {
    const rules = [rule('together', { staffIds: ['an', 'ba'] }, hard, 'cap')];
    const plan = fixturePlan({ ...sketch, rules });
    const roster = fixtureRoster(plan, 'an: d0; ba: d0');
    expect(words(plan, roster, 0, 'ca').text).toBe('ba: Trực mà không đủ người của kíp.');
    const apart = fixturePlan({ ...sketch, rules: [rule('apart', { staffIds: ['ba', 'ca'] }, hard, 'xa')] });
    const beside = fixtureRoster(apart, 'an: d0; ba: d0');
    expect(words(apart, beside, 0, 'ca').text).toMatch(/^ba, ca: Hai người này không xếp gần nhau/);
  });

  it('gives no reason that a recount does not, for everyone on random rosters', () => {
    const plans = depth({ short: 60, deep: 600 });
    const seen = { blocked: 0, costs: 0, same: 0, better: 0 };
    for (let seed = 0; seed < plans; seed++) {
      const plan = randomPlan(seed, SMALL);
      const roster = randomRoster(plan, seed);
      const seat = roster.assignments[(seed * 7) % Math.max(1, roster.assignments.length)];
      const judge = seat && seatJudge(plan, roster, seat);
      if (!judge) continue;
      const costs = costsOf(plan, roster);
      for (const { id } of plan.staff) {
        if (roster.assignments.some((each) => each.shiftId === seat.shiftId && each.staffId === id)) continue;
        const assignments = roster.assignments.map((each) =>
          each.shiftId === seat.shiftId && each.place === seat.place ? { ...each, staffId: id } : each,
        );
        const then = costsOf(plan, { ...roster, assignments });
        const why = judge(id);
        const { standing, text } = whyWords('vi', why, { plan, shiftId: seat.shiftId, holder: 'An' });
        seen[standing]++;
        const about = `plan ${seed}, ${id}: ${text}`;
        const found = [...then, ...costs];
        const told = found.filter(([, { words }]) => words.some((each) => text.includes(each)));
        const changed = (name: string): number => (then.get(name)?.cost ?? 0) - (costs.get(name)?.cost ?? 0);
        // Every rule whose words are told changes that way for those people.
        if (standing === 'blocked' || standing === 'costs')
          expect(
            told.some(([name]) => changed(name) > 0),
            about,
          ).toBe(true);
        if (standing === 'better')
          expect(
            told.some(([name]) => changed(name) < 0),
            about,
          ).toBe(true);
        expect(text.startsWith('Bảng trực xấu đi'), about).toBe(false);
      }
    }
    for (const standing of ['blocked', 'costs', 'better'] as const) expect(seen[standing]).toBeGreaterThan(5);
  });
});

/** What each rule costs with the same people, by the referee alone, and the words of its findings. */
function costsOf(plan: Plan, roster: Roster): Map<string, { cost: number; words: string[] }> {
  const costs = new Map<string, { cost: number; words: string[] }>();
  for (const found of check(plan, roster).violations) {
    const name = JSON.stringify([found.rule, found.level, found.staffIds]);
    const known = costs.get(name) ?? { cost: 0, words: [] };
    costs.set(name, {
      cost: known.cost + found.cost,
      words: [...known.words, violationText('vi', found)],
    });
  }
  return costs;
}
