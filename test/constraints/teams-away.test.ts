/** A team whose member is on leave is away as a whole, and is told so. */

import { describe, expect, it } from 'vitest';
import { teamsAway } from '../../src/constraints/teams-away.ts';
import { teamAwayLines } from '../../src/output/roster/team-away-lines.ts';
import { fixturePlan, rule, span } from '../fixture-plan.ts';

const pair = (a: string, b: string, kind: 'hard' | 'soft' = 'hard') =>
  rule('together', { staffIds: [a, b] }, kind === 'hard' ? { kind } : { kind, weight: 1 }, `${a}-${b}`);

describe('teams away', () => {
  const sketch = {
    staff: ['an', 'ba', 'chi', 'du'],
    shifts: ['x0', 'x1', 'x2'],
    leave: [['ba', span(1, 0, 24)]],
  } as const;

  it('name everyone bound to who is on leave, and the days it takes', () => {
    const plan = fixturePlan({ ...sketch, rules: [pair('an', 'ba'), pair('ba', 'chi')] });
    expect(teamsAway(plan)).toEqual([
      { staffIds: ['an', 'ba', 'chi'], awayId: 'ba', days: ['2027-02-04', '2027-02-05'] },
    ]);
    expect(teamAwayLines('vi', plan)[0]).toContain(
      'Kíp an, ba, chi luôn trực cùng nhau: ba nghỉ, không đứng được',
    );
  });

  it('are known by one rule for the whole team, unless who is away is replaced', () => {
    const team = (params: object) =>
      rule('together', { staffIds: ['an', 'ba', 'chi'], ...params }, { kind: 'hard' });
    expect(teamsAway(fixturePlan({ ...sketch, rules: [team({})] }))[0]?.staffIds).toHaveLength(3);
    expect(teamsAway(fixturePlan({ ...sketch, rules: [team({ onLeave: 'replaced' })] }))).toEqual([]);
  });

  it('are none where nobody is bound, or softly', () => {
    expect(teamsAway(fixturePlan({ ...sketch, rules: [] }))).toEqual([]);
    expect(teamsAway(fixturePlan({ ...sketch, rules: [pair('an', 'ba', 'soft')] }))).toEqual([]);
    expect(teamsAway(fixturePlan({ ...sketch, rules: [pair('an', 'chi')] }))).toEqual([]);
  });
});
