/** Rosters of other periods, from files: who stands where, told strangers, refused what is no neighbour. */

import { describe, expect, it } from 'vitest';
import { check } from '../../src/constraints/check.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { besideTwice, parseBesideJson } from '../../src/output/beside-json.ts';
import { formatRosterJson } from '../../src/output/roster-json.ts';
import { publishedDuties } from '../duty-line.ts';
import { fixturePlan, fixtureRoster, rule } from '../fixture-plan.ts';

const PLAN = fixturePlan({ shifts: ['d0', 'n0'], rules: [rule('minimum-rest')] });

function neighbour(change: Partial<Plan> = {}): Plan {
  const plan = fixturePlan({ staff: ['an', 'ba', 'xa'], shifts: ['d1', 'home:d1', 'lead:n1'] });
  return { ...plan, period: { ...plan.period, id: 'next', name: 'Kỳ sau' }, ...change };
}

function fileOf(plan: Plan, roster: string): string {
  return formatRosterJson({ plan, roster: fixtureRoster(plan, roster) });
}

describe('a roster of another period', () => {
  it('comes in as the duties it was written from', () => {
    const plan = neighbour();
    const read = parseBesideJson(fileOf(plan, 'an: d1; ba: home:d1 lead:n1'), PLAN, 'b.json');
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    const duties = publishedDuties(plan, fixtureRoster(plan, 'an: d1; ba: home:d1 lead:n1'));
    const told = (each: (typeof duties)[number]) => [
      each.staffId,
      each.day,
      each.span,
      each.night,
      each.seat?.period,
      each.seat?.shiftId,
      each.seat?.patternId,
      each.seat?.post.tier,
      each.seat?.post.presence,
    ];
    const inOrder = (all: typeof duties) => all.map((each) => JSON.stringify(told(each))).sort();
    expect(inOrder(read.value)).toEqual(inOrder(duties));
    expect(read.warnings).toEqual([]);
  });

  it('says which hours both cover, and how one of them takes them over', () => {
    const both = { ...fixturePlan({ shifts: ['d0', 'd1', 'home:n0'] }) };
    const next = { ...both, period: { ...both.period, id: 'next', name: 'Kỳ sau' } };
    const read = parseBesideJson(fileOf(next, 'an: d0 d1'), PLAN, 'b.json');
    expect(read.ok && read.warnings).toMatchObject([
      { key: 'warning.beside.covered', params: { id: 'next', count: 1 } },
    ]);
  });

  it('is given once: twice, its duties would count twice', () => {
    const read = parseBesideJson(fileOf(neighbour(), 'an: d1'), PLAN, 'b.json');
    const duties = read.ok ? read.value : [];
    const faults = besideTwice([
      { file: 'a.json', duties },
      { file: 'b.json', duties: [] },
      { file: 'c.json', duties },
    ]);
    expect(faults).toMatchObject([
      { key: 'fault.beside.twice', file: 'c.json', params: { other: 'a.json' } },
    ]);
  });

  it('counts in a judgement', () => {
    const read = parseBesideJson(fileOf(neighbour(), 'an: d1'), PLAN, 'b.json');
    const fixed = read.ok ? read.value : [];
    const { violations } = check({ ...PLAN, fixed }, fixtureRoster(PLAN, 'an: n0'));
    expect(violations.map(({ fixed: beside = [] }) => beside[0]?.seat?.period.name)).toEqual(['Kỳ sau']);
  });

  it('tells of people the plan does not have, and keeps their duties', () => {
    const read = parseBesideJson(fileOf(neighbour(), 'xa: d1 lead:n1'), PLAN, 'b.json');
    expect(read.ok && read.value).toHaveLength(2);
    expect(read.ok && read.warnings).toMatchObject([
      { key: 'warning.beside.person', file: 'b.json', value: 'xa' },
    ]);
  });

  it('reads a file written before it told tier and presence', () => {
    const old = fileOf(neighbour(), 'ba: home:d1').replace(/^ *"(tier|presence)": .*\n/gm, '');
    const read = parseBesideJson(old, PLAN, 'b.json');
    expect(read.ok && read.value[0]?.seat?.post).toMatchObject({ tier: 'response', presence: 'standby' });
  });

  it.each([
    ['of the same period', { period: PLAN.period }, 'fault.beside.period'],
    ['of another unit', { unit: { ...PLAN.unit, id: 'elsewhere' } }, 'fault.beside.unit'],
  ])('%s is refused', (_, change, key) => {
    const read = parseBesideJson(fileOf(neighbour(change), 'an: d1'), PLAN, 'b.json');
    expect(read.ok ? [] : read.faults).toMatchObject([{ key, file: 'b.json' }]);
  });

  it('with hours that end before they begin is refused, the shift named', () => {
    const broken = fileOf(neighbour(), 'an: d1').replace(
      /"end": "2027-02-05T14:00/,
      '"end": "2027-02-04T14:00',
    );
    const read = parseBesideJson(broken, PLAN, 'b.json');
    expect(read.ok ? [] : read.faults).toMatchObject([
      { key: 'fault.beside.span', column: 'shifts[0].start' },
    ]);
  });
});
