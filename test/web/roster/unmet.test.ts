/** What could not be wished into being is told apart from faults, and who just joined does not pull the mean down. */

import { describe, expect, it } from 'vitest';
import { check } from '../../../src/constraints/check.ts';
import { teamsOf } from '../../../src/output/roster/teams.ts';
import { findingsOf } from '../../../src/web/roster/findings.ts';
import { fixturePlan, fixtureRoster, rule, span } from '../../fixture-plan.ts';

describe('findings', () => {
  it('list an unmet wish, but not as a fault', () => {
    const plan = fixturePlan({
      shifts: ['d0', 'd1'],
      wishes: [{ staffId: 'an', direction: 'against', span: span(0, 0, 24), weight: 4 }],
      rules: [rule('wishes'), rule('cover-minimum'), rule('load-balance')],
    });
    const found = (roster: string) =>
      findingsOf('vi', plan, check(plan, fixtureRoster(plan, roster)).violations);
    const unmet = found('an: d0; ba: d1');
    expect(unmet.items).toEqual([]);
    expect(unmet.unmetCount).toBe(1);
    expect(unmet.unmet.map(({ name, count }) => [name, count])).toEqual([['Nguyện vọng', 1]]);
    expect(unmet.unmet[0]?.items[0]?.anchor).toBe('shift-0');
    expect(found('ba: d0; an: d1').unmet).toEqual([]);
  });
});

describe('the mean of a team', () => {
  const ledger = [
    { staffId: 'an', year: 2026, kind: 'points', amount: 10 },
    { staffId: 'ba', year: 2026, kind: 'points', amount: 14 },
  ] as const;

  it('leaves out who just joined', () => {
    const plan = fixturePlan({ staff: ['an', 'ba', 'chi'], shifts: ['d0', 'd1'], ledger });
    const [team] = teamsOf({ plan, roster: fixtureRoster(plan, 'an: d0; chi: d1') });
    expect(team?.burdens.map(({ member, total, isNew }) => [member.id, total, isNew])).toEqual([
      ['an', 12, false],
      ['ba', 14, false],
      ['chi', 2, true],
    ]);
    expect(team?.mean).toBe(13);
  });

  it('counts everyone while there is no ledger', () => {
    const plan = fixturePlan({ staff: ['an', 'ba'], shifts: ['d0', 'd1'] });
    expect(teamsOf({ plan, roster: fixtureRoster(plan, 'an: d0 d1') })[0]?.mean).toBe(2);
  });
});
