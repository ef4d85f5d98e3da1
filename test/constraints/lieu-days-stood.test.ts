/** Days off in lieu as pages and calendars tell them. */

import { describe, expect, it } from 'vitest';
import { lieuDaysStood } from '../../src/constraints/lieu-days-stood.ts';
import { RosterIndex } from '../../src/domain/roster-index.ts';
import { peopleGrid } from '../../src/web/roster/people-grid.ts';
import { fixturePlan, fixtureRoster, rule } from '../fixture-plan.ts';

const SHIFTS = ['x0', 'x1', 'd1', 'd5', 'x5', 'x6'];

function stood(text: string, { who, past = [] }: { who?: object; past?: [string, string][] } = {}) {
  const rules = [rule('lieu-days', who ? { who } : {})];
  const plan = fixturePlan({ shifts: SHIFTS, past, rules });
  const roster = fixtureRoster(plan, text);
  return { plan, roster, days: lieuDaysStood(plan, new RosterIndex(plan, roster)) };
}

describe('days off in lieu', () => {
  it('are those of each long duty, of other periods too, ascending', () => {
    const { days } = stood('an: x1 x5; ba: d1', { past: [['ba', 'x-1']] });
    expect(days.get('an')?.map(({ day, dutyDay }) => [dutyDay, day])).toEqual([
      ['2027-02-05', '2027-02-09'],
      ['2027-02-09', '2027-02-10'],
    ]);
    expect(days.get('ba')).toEqual([{ dutyDay: '2027-02-03', day: '2027-02-04' }]);
  });

  it('of one holiday are added up where the unit does so, those of the first duty first', () => {
    const plan = fixturePlan({
      shifts: SHIFTS,
      breaks: [[0, 1]],
      rules: [rule('lieu-days', { holidayCount: 'each', holidayDays: 1 })],
    });
    const days = lieuDaysStood(plan, new RosterIndex(plan, fixtureRoster(plan, 'an: x0 x1; ba: x1')));
    expect(days.get('an')?.map(({ day, dutyDay }) => [dutyDay, day])).toEqual([
      ['2027-02-04', '2027-02-08'],
      ['2027-02-05', '2027-02-09'],
    ]);
    expect(days.get('ba')?.map(({ day }) => day)).toEqual(['2027-02-08']);
  });

  it('are of those alone for whom the rule holds, and of nobody without the rule', () => {
    expect([...stood('an: x0; ba: x1', { who: { staffIds: ['ba'] } }).days.keys()]).toEqual(['ba']);
    const plan = fixturePlan({ shifts: SHIFTS });
    expect(lieuDaysStood(plan, new RosterIndex(plan, fixtureRoster(plan, 'an: x0'))).size).toBe(0);
  });

  it('stand in the grid of people, with the duty they are for and whether they are worked on', () => {
    const { plan, roster } = stood('an: x0 d1');
    const grid = peopleGrid('vi', { plan, roster }, { faulty: new Set() });
    const cells = grid.teams.flatMap(({ people }) => people).find(({ name }) => name === 'an')?.cells ?? [];
    expect(cells.slice(0, 3).map(({ lieu, lieuBroken }) => [lieu, lieuBroken])).toEqual([
      ['', false],
      ['Nghỉ bù cho ca T5 04/02', true],
      ['', false],
    ]);
  });
});
