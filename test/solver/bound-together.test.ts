/** People who always stand together solved as one, against every roster there is; and what that costs nothing to say. */

import { describe, expect, it } from 'vitest';
import { compile } from '../../src/constraints/compile.ts';
import { scoreOf } from '../../src/constraints/score.ts';
import { compareScores, type Problem } from '../../src/constraints/shapes.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { Rule } from '../../src/domain/rule-set.ts';
import { bindTogether } from '../../src/solver/bound-together.ts';
import { solve } from '../../src/solver/solve.ts';
import { depth } from '../depth.ts';
import { fixturePlan, rule, span } from '../fixture-plan.ts';
import { randomPlan } from '../random-plan.ts';
import { bruteForce } from './brute-force.ts';

const CASES = depth({ short: 15, deep: 60 });
const TINY = { staff: 4, days: 2, posts: 2 };
const STEPS = { kind: 'steps', moves: 200, nodes: 2000 } as const;
const hard = { kind: 'hard' } as const;

const RULES: readonly Rule[] = [
  rule('cover-minimum', {}, { kind: 'soft', weight: 1 }),
  rule('cover-most', {}, hard),
  rule('qualified', {}, hard),
  rule('available', {}, hard),
  rule('no-overlap', {}, hard),
  rule('load-balance', {}, { kind: 'soft', weight: 1 }),
  rule('even-kinds', {}, { kind: 'soft', weight: 1 }),
  rule('even-turns', {}, { kind: 'soft', weight: 1 }),
  rule('wishes', {}, { kind: 'soft', weight: 3 }),
];

/** The first two of the plan are a pair. */
function tiny(seed: number): Problem {
  const sketch = randomPlan(seed, { ...TINY, rules: RULES });
  const pair = sketch.staff.slice(0, 2).map(({ id }) => id);
  const onLeave = seed % 2 === 0 ? 'replaced' : 'all-off';
  const rules = [...RULES, rule('together', { staffIds: pair, onLeave }, hard)];
  return compile({ ...sketch, pins: [], ruleSet: { ...sketch.ruleSet, rules } });
}

/** A leader, a technician and one who can stand in for either; the two are a team, on shifts that rest keeps apart in turn. */
function overPosts(seed: number): Plan {
  const days = [0, 1, 2].map((day) => (seed >> day) % 2 === 0);
  return fixturePlan({
    staff: [
      { id: 'l', skills: ['lead'] },
      { id: 't', skills: ['tech'] },
      { id: 'm', skills: ['lead', 'tech'] },
    ],
    posts: [
      { id: 'lead', tier: 'leader', skills: ['lead'], presence: 'standby' },
      { id: 'watch', skills: ['tech'] },
    ],
    shifts: days.flatMap((long, day) => [
      { at: `lead:${long ? 'x' : 'h'}${day}`, points: 1 + ((seed + day) % 3) },
      { at: `watch:${long ? 'x' : 'h'}${day}`, points: 1 + ((seed * 3 + day) % 3) },
    ]),
    leave: seed % 3 === 0 ? [['l', span(1, 0, 24)]] : [],
    rules: [
      ...RULES,
      rule('minimum-rest', { asLongAsDuty: true }, hard),
      rule('together', { staffIds: ['l', 't'], bond: 'hours' }, hard),
    ],
  });
}

describe('people bound together', () => {
  it(`are solved as by trying every roster, in ${CASES} tiny cases`, async () => {
    let tried = 0;
    for (let seed = 1; tried < CASES; seed++) {
      const problem = tiny(seed);
      const best = bruteForce(problem, 12);
      if (!best || !bindTogether(problem)) continue;
      tried++;
      const outcome = await solve(problem, { seed, budget: STEPS, clock: () => 0 });
      expect(outcome.score, `seed ${seed}`).toEqual(best);
      expect(scoreOf(problem, outcome.cells).score, `seed ${seed}`).toEqual(best);
      if (outcome.bound) expect(compareScores(outcome.bound, best), `seed ${seed}`).toBeLessThanOrEqual(0);
    }
  });

  it('cost the same as one, whatever they stand', () => {
    for (let seed = 1; seed < 60; seed++) {
      const problem = tiny(seed);
      const bound = bindTogether(problem);
      if (!bound) continue;
      expect(bound.problem.people).toBe(problem.people - 1);
      const cells = Int32Array.from(
        { length: bound.problem.people * bound.problem.shifts },
        (_, cell) => cell,
      ).filter((cell) => (cell * 7 + seed) % 5 === 0);
      const whole = bound.expand(cells);
      expect(scoreOf(problem, whole).score.soft, `seed ${seed}`).toBe(
        scoreOf(bound.problem, cells).score.soft,
      );
      expect(bound.expand(bound.contract(whole))).toEqual(whole);
    }
  });

  it('seat a team of four where several single people were', async () => {
    const team = ['a', 'b', 'c', 'd'];
    const plan = fixturePlan({
      staff: [...team, 'e', 'f', 'g', 'h'],
      shifts: ['x0', 'x2', 'x4', 'x6'].map((at) => ({ at, cover: { minimum: 4, target: 4 } })),
      rules: [...RULES.slice(0, 8), rule('together', { staffIds: team }, hard)],
    });
    const problem = compile(plan);
    expect(bindTogether(problem)?.problem.people).toBe(5);
    const outcome = await solve(problem, {
      seed: 1,
      budget: { kind: 'steps', moves: 20_000, nodes: 0 },
      clock: () => 0,
    });
    expect(outcome.score).toMatchObject({ hard: 0, cover: 0 });
    const stands = (person: number): number[] =>
      [...outcome.cells].filter((cell) => Math.floor(cell / 4) === person).map((cell) => cell % 4);
    expect(stands(0)).toHaveLength(2);
    for (const member of [1, 2, 3]) expect(stands(member)).toEqual(stands(0));
  });

  it('stand on with someone else while one of them is on leave, where the rule says so', async () => {
    const team = ['a', 'b', 'c'];
    const shifts = ['x0', 'x2', 'x4', 'x6'].map((at) => ({ at, cover: { minimum: 3, target: 3 } }));
    const plan = fixturePlan({
      staff: [...team, 'd', 'e', 'f', 'g'],
      shifts,
      leave: [['a', span(0, 0, 72)]],
      rules: [...RULES.slice(0, 8), rule('together', { staffIds: team, onLeave: 'replaced' }, hard)],
    });
    const problem = compile(plan);
    expect(bindTogether(problem)?.problem.people).toBe(5);
    const outcome = await solve(problem, {
      seed: 1,
      budget: { kind: 'steps', moves: 20_000, nodes: 0 },
      clock: () => 0,
    });
    expect(outcome.score).toMatchObject({ hard: 0, cover: 0 });
    const stands = (person: number, shift: number) => outcome.cells.includes(person * shifts.length + shift);
    for (let shift = 0; shift < shifts.length; shift++) {
      expect(stands(2, shift), `shift ${shift}`).toBe(stands(1, shift));
      if (shift > 1) expect(stands(0, shift), `shift ${shift}`).toBe(stands(1, shift));
    }
    expect([0, 1].some((shift) => stands(1, shift))).toBe(true);
  });

  it('stand posts of their own as one, as by trying every roster', async () => {
    for (let seed = 1; seed <= 6; seed++) {
      const problem = compile(overPosts(seed));
      const best = bruteForce(problem, 14);
      const bound = bindTogether(problem);
      expect(bound?.problem.people, `seed ${seed}`).toBe(2);
      if (!best) throw new Error(`seed ${seed} is too large to try all of`);
      const outcome = await solve(problem, { seed, budget: STEPS, clock: () => 0 });
      expect(outcome.score, `seed ${seed}`).toEqual(best);
      expect(scoreOf(problem, outcome.cells).score, `seed ${seed}`).toEqual(best);
      if (outcome.bound) expect(compareScores(outcome.bound, best), `seed ${seed}`).toBeLessThanOrEqual(0);
    }
  });

  it('are left apart where one of them could stand two of the posts', () => {
    const plan = overPosts(1);
    const staff = plan.staff.map((member) => ({ ...member, skills: ['lead', 'tech'] }));
    expect(bindTogether(compile({ ...plan, staff }))).toBeUndefined();
  });

  it('are left apart where they are bound only at some posts', () => {
    const plan = fixturePlan({
      staff: ['an', 'ba'],
      shifts: ['d0', 'home:d0'],
      rules: [rule('together', { staffIds: ['an', 'ba'], scope: { posts: ['home'] } }, hard)],
    });
    expect(bindTogether(compile(plan))).toBeUndefined();
  });
});
