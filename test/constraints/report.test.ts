import { describe, expect, it } from 'vitest';
import { check } from '../../src/constraints/check.ts';
import { cellsOf, compile, rosterOf } from '../../src/constraints/compile.ts';
import { scoreOf } from '../../src/constraints/score.ts';
import type { Problem } from '../../src/constraints/shapes.ts';
import { fixturePlan, fixtureRoster, idOf, rule } from '../fixture-plan.ts';

const soft = (weight: number) => ({ kind: 'soft', weight }) as const;

describe('check', () => {
  const plan = fixturePlan({
    staff: ['an', 'ba'],
    posts: [{ id: 'watch', skills: [] }],
    shifts: ['d0', 'c0', 'd1', 'n1', 'd2'],
    rules: [
      rule('spacing', { hours: 24 }, soft(2)),
      rule('cover-minimum'),
      rule('minimum-rest'),
      rule('most-shifts', { most: 1 }, soft(7)),
    ],
  });

  it('orders by level, then by time, and prices each', () => {
    const { violations, score, byRule } = check(plan, fixtureRoster(plan, 'an: d1 n1; ba: d0 c0'));
    expect(violations.map(({ rule, cost, level }) => [level, rule, cost])).toEqual([
      ['hard', 'minimum-rest', 12],
      ['hard', 'minimum-rest', 4],
      ['cover', 'cover-minimum', 1],
      ['soft', 'spacing', 32],
      ['soft', 'most-shifts', 7],
      ['soft', 'spacing', 16],
      ['soft', 'most-shifts', 7],
    ]);
    expect(score).toEqual({ hard: 16, cover: 1, soft: 62 });
    expect(byRule.map(({ rule, findings, amount, cost }) => [rule, findings, amount, cost])).toEqual([
      ['spacing', 2, 24, 48],
      ['cover-minimum', 1, 1, 1],
      ['minimum-rest', 2, 16, 16],
      ['most-shifts', 2, 2, 14],
    ]);
  });

  it('passes over people and shifts that are not in the plan, and a second place of one person', () => {
    const roster = fixtureRoster(plan, 'an: d0');
    const [first] = roster.assignments;
    const noise = [
      { shiftId: 'no/such/shift', place: 0, staffId: 'an' },
      { shiftId: idOf('d1'), place: 0, staffId: 'nobody' },
      { shiftId: idOf('d0'), place: 1, staffId: 'an' },
    ];
    expect(first).toBeDefined();
    expect(check(plan, { ...roster, assignments: [...roster.assignments, ...noise] })).toEqual(
      check(plan, roster),
    );
  });
});

describe('rosterOf', () => {
  const plan = fixturePlan({ staff: ['an', 'ba', 'chi'], shifts: ['d0', 'n0'] });
  const seats = (text: string, previous?: Parameters<typeof rosterOf>[2]) =>
    rosterOf(plan, cellsOf(plan, fixtureRoster(plan, text)), previous).assignments.map(
      ({ place, staffId }) => [place, staffId],
    );

  it('seats people by name', () => {
    expect(seats('chi: d0; an: d0 n0')).toEqual([
      [0, 'an'],
      [1, 'chi'],
      [0, 'an'],
    ]);
  });

  it('leaves everyone in the place they had', () => {
    const previous = {
      periodId: 'period',
      assignments: [
        { shiftId: idOf('d0'), place: 0, staffId: 'chi' },
        { shiftId: idOf('d0'), place: 1, staffId: 'an' },
        { shiftId: idOf('gone:d0'), place: 0, staffId: 'an' },
      ],
    };
    expect(seats('an: d0; ba: d0', previous)).toEqual([
      [0, 'ba'],
      [1, 'an'],
    ]);
    expect(seats('an: d0; chi: d0; ba: d0', previous)).toEqual([
      [0, 'chi'],
      [1, 'an'],
      [2, 'ba'],
    ]);
  });
});

describe('compile', () => {
  it('turns ids into indices, hours into minutes, pins into cells', () => {
    const plan = fixturePlan({
      shifts: ['d0', 'n0', 'd2'],
      pins: [
        ['ba', 'n0'],
        ['an', 'd2'],
        ['ba', 'n0'],
      ],
    });
    const { people, shifts, days, shiftDay, shiftStart, shiftEnd, pins } = compile(plan);
    expect({ people, shifts, days }).toEqual({ people: 2, shifts: 3, days: 3 });
    expect([shiftDay, shiftStart, shiftEnd, pins].map((each) => [...each])).toEqual([
      [0, 0, 2],
      [0, 960, 2880],
      [480, 1440, 3360],
      [2, 4],
    ]);
  });

  it('survives a structured clone', () => {
    const plan = fixturePlan({ shifts: ['d0', 'n0'], rules: [rule('cover-minimum'), rule('minimum-rest')] });
    expect(structuredClone(compile(plan))).toEqual(compile(plan));
  });

  it('shares a block between people masked from the same shifts, and never counts a cell in two', () => {
    const plan = fixturePlan({
      staff: ['an', 'ba', { id: 'chi', skills: ['soc'] }],
      posts: [{ id: 'watch', skills: ['soc'] }],
      shifts: ['d0', 'n0'],
      rules: [rule('qualified')],
    });
    const { masks } = compile(plan);
    expect(masks.map(({ blocks }) => blocks.map((block) => [[...block.people], [...block.shifts]]))).toEqual([
      [
        [
          [0, 1],
          [0, 1],
        ],
      ],
    ]);
  });

  it('refuses an id that is not in the plan', () => {
    const rules = [rule('together', { staffIds: ['an', 'nobody'] })];
    expect(() => compile(fixturePlan({ shifts: ['d0'], rules }))).toThrow('"nobody" is not in the plan');
  });
});

describe('scoreOf', () => {
  /** Two people, three shifts on days 0, 1, 2; cells 0–2 and 3–5. */
  const problem = (terms: Partial<Problem>): Problem => ({
    people: 2,
    shifts: 3,
    days: 3,
    shiftDay: Int32Array.of(0, 1, 2),
    shiftStart: Int32Array.of(0, 1440, 2880),
    shiftEnd: Int32Array.of(480, 1920, 3360),
    rules: [{ id: 'r', constraint: 'r', level: 'soft', weight: 5 }],
    masks: [],
    conflicts: [],
    counters: [],
    runs: [],
    pins: new Int32Array(0),
    ...terms,
  });
  const cost = (terms: Partial<Problem>, ...cells: number[]): number =>
    scoreOf(problem(terms), Int32Array.from(cells)).score.soft / 5;
  const ints = (...values: number[]): Int32Array => Int32Array.from(values);

  it('counts a mask for each taken cell', () => {
    const masks = [{ rule: 0, blocks: [{ people: ints(0, 1), shifts: ints(1, 2) }], amount: 3 }];
    expect(cost({ masks }, 0, 1, 5)).toBe(6);
  });

  it('counts a conflict for each person who takes both', () => {
    const conflicts = [{ rule: 0, first: ints(0, 1), second: ints(1, 2), amount: ints(4, 7) }];
    expect([cost({ conflicts }, 0, 1, 3, 4, 5), cost({ conflicts }, 0, 4, 2)]).toEqual([15, 0]);
  });

  it('prices a counter below, above and by the square', () => {
    const blocks = [{ people: ints(0), shifts: ints(0, 1, 2), coefficients: ints(2, -1, 4) }];
    const range = [{ rule: 0, blocks, offset: 1, price: { kind: 'range', below: 1, above: 4 } as const }];
    const square = [{ rule: 0, blocks, offset: -3, price: { kind: 'square', scale: 2 } as const }];
    expect([
      cost({ counters: range }),
      cost({ counters: range }, 0, 2),
      cost({ counters: range }, 1),
    ]).toEqual([0, 3, 1]);
    expect([
      cost({ counters: square }),
      cost({ counters: square }, 1),
      cost({ counters: square }, 0, 2),
    ]).toEqual([18, 32, 18]);
  });

  it('judges runs, open ends and carried days', () => {
    const on = { rule: 0, people: ints(0), shifts: ints(0, 1, 2), state: 'on' as const };
    const unknown = { before: ints(-1), after: ints(-1), fixedOn: [] };
    const most = [{ ...on, ...unknown, most: 1, before: ints(1) }];
    const least = [{ ...on, ...unknown, least: 3 }];
    const known = [{ ...on, ...unknown, least: 3, before: ints(1) }];
    expect([cost({ runs: most }, 0, 1), cost({ runs: most }, 1, 2)]).toEqual([2, 1]);
    expect([cost({ runs: least }, 0), cost({ runs: least }, 1), cost({ runs: least }, 2)]).toEqual([0, 2, 0]);
    expect(cost({ runs: known }, 0)).toBe(1);
  });

  it('counts groups touched, and a cell given twice once', () => {
    const groups = [
      {
        rule: 0,
        people: ints(0, 1),
        groups: [ints(0, 1), ints(2)],
        price: { kind: 'range', above: 0 } as const,
      },
    ];
    expect(cost({ groups }, 0, 0, 1, 5)).toBe(2);
  });
});
