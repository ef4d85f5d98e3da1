import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { CONSTRAINTS } from '../../src/constraints/catalogue.ts';
import { PROFILES, profileOf } from '../../src/constraints/profiles.ts';
import { parseRule, ruleOf } from '../../src/constraints/rule-parser.ts';
import { mentionsOf, ruleSetSource } from '../../src/constraints/rule-set-source.ts';
import type { Rule } from '../../src/domain/rule-set.ts';
import { isMessageKey } from '../../src/i18n/translate.ts';
import { readJson, rules } from '../../src/store/records.ts';
import { rule } from '../fixture-plan.ts';
import { randomPlan } from '../random-plan.ts';

/** `path key` of each issue; zod's own issues show their code. */
function told(issues: readonly z.core.$ZodIssue[]): string[] {
  return issues.map((issue) => {
    const key = issue.code === 'custom' ? issue.params?.key : issue.code;
    if (issue.code === 'custom') expect(isMessageKey(String(key)), String(key)).toBe(true);
    return `${issue.path.join('.')} ${key}`;
  });
}

const source = (changes: readonly object[], more: object = {}) =>
  ruleSetSource.safeParse({ profile: 'labour-code', changes, ...more });
const faultsOf = (...changes: object[]): string[] => told(source(changes).error?.issues ?? []);
const ruleFaults = (raw: unknown): string[] => {
  const parsed = parseRule(raw, ['rules', 3]);
  return parsed.ok ? [] : told(parsed.issues);
};

describe('parseRule', () => {
  const hard = { kind: 'hard' };

  it('fills in the constraint’s own defaults', () => {
    const raw = { id: 'rest', constraint: 'minimum-rest', strength: hard, params: { restHours: 11 } };
    expect(parseRule(raw)).toEqual({
      ok: true,
      value: {
        ...raw,
        params: { restHours: 11, standbyRestHours: 8, leadersContinue: true, asLongAsDuty: false, scope: {} },
      },
    });
  });

  it('fills in what a rule kept by an older release does not say', () => {
    const kept = JSON.stringify([
      rule('together', { staffIds: ['an', 'ba'] }, { kind: 'hard' }),
      { id: 'gone', constraint: 'no-such-rule', strength: hard, params: { most: 1 } },
    ]).replace(/,"(bond|onLeave)":"[^"]*"|,"scope":{}/g, '');
    expect(kept).not.toContain('onLeave');
    const [together, gone] = readJson(rules, kept);
    expect(together?.params).toEqual({
      staffIds: ['an', 'ba'],
      bond: 'shift',
      onLeave: 'all-off',
      scope: {},
    });
    expect(gone?.params).toEqual({ most: 1 });
  });

  it('gives back every rule it has parsed', () => {
    const rules = [0, 1, 2, 3, 4].flatMap((seed) => randomPlan(seed).ruleSet.rules);
    for (const rule of rules) expect(parseRule(rule)).toEqual({ ok: true, value: rule });
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', null, ['rules.3 invalid_type']],
    [
      'a code that does not exist',
      { id: 'a', constraint: 'rest', strength: hard },
      ['rules.3.constraint fault.rule.unknown'],
    ],
    [
      'a code nearly right',
      { id: 'a', constraint: 'minimum-rests', strength: hard },
      ['rules.3.constraint fault.rule.unknown-near'],
    ],
    [
      'a hard balance',
      { id: 'a', constraint: 'load-balance', strength: hard },
      ['rules.3.strength fault.rule.balance-hard'],
    ],
    [
      'a weight of nought',
      { id: 'a', constraint: 'spacing', strength: { kind: 'soft', weight: 0 } },
      ['rules.3.strength.weight too_small'],
    ],
    [
      'an id with blanks',
      { id: 'A b', constraint: 'spacing', strength: hard },
      ['rules.3.id invalid_format'],
    ],
    [
      'a figure out of bounds',
      { id: 'a', constraint: 'spacing', strength: hard, params: { hours: 0 } },
      ['rules.3.params.hours too_small'],
    ],
    [
      'a figure nobody knows',
      { id: 'a', constraint: 'spacing', strength: hard, params: { hour: 2 } },
      ['rules.3.params unrecognized_keys'],
    ],
    [
      'a window without a limit',
      { id: 'a', constraint: 'most-shifts', strength: hard, params: { windowDays: 7 } },
      ['rules.3.params.most fault.rule.most-missing'],
    ],
    [
      'one person twice',
      { id: 'a', constraint: 'apart', strength: hard, params: { staffIds: ['an', 'ba', 'an'] } },
      ['rules.3.params.staffIds fault.rule.same-person'],
    ],
    [
      'two rules’ people missing',
      { id: 'a', constraint: 'together', strength: hard },
      ['rules.3.params.staffIds invalid_type'],
    ],
    [
      'a kind of shift misspelt',
      { id: 'a', constraint: 'forbidden-succession', strength: hard, params: { from: 'nights' } },
      ['rules.3.params.from invalid_format'],
    ],
  ])('refuses %s, at its place', (_, raw, faults) => {
    expect(ruleFaults(raw)).toEqual(faults);
  });
});

describe('profiles', () => {
  it.each(PROFILES)('%s holds rules that parse, each id once, and 12 hours of rest as a law', (profile) => {
    const { rules } = profileOf(profile);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const rule of rules) expect(parseRule(rule)).toEqual({ ok: true, value: rule });
    expect(rules.find(({ id }) => id === 'minimum-rest')).toMatchObject({
      strength: { kind: 'hard' },
      params: { restHours: 12 },
    });
  });

  it('leave only rules that must be told something to be added', () => {
    const used = new Set(
      PROFILES.flatMap((profile) => profileOf(profile).rules.map(({ constraint }) => constraint)),
    );
    expect(CONSTRAINTS.map(({ code }) => code).filter((code) => !used.has(code))).toEqual([
      'forbidden-succession',
      'lieu-days',
      'most-weekends',
      'least-shifts',
      'group-quota',
      'least-consecutive-days',
      'least-days-off',
      'turn-order',
      'home-days',
      'same-shift-all-week',
      'together',
      'apart',
      'after-whom',
    ]);
  });
});

describe('ruleSetSource', () => {
  const rulesOf = (...changes: object[]): readonly Rule[] =>
    ruleSetSource.parse({ profile: 'labour-code', changes }).rules;
  const base = profileOf('labour-code').rules;

  it('is the profile where nothing is changed', () => {
    expect(ruleSetSource.parse({})).toEqual(profileOf('duty-24-24'));
    expect(rulesOf()).toEqual(base);
  });

  it('takes a rule out', () => {
    expect(rulesOf({ id: 'spacing', off: true })).toEqual(base.filter(({ id }) => id !== 'spacing'));
  });

  it('alters strength and single figures in place, and keeps the rest', () => {
    const rules = rulesOf({ id: 'most-hours-week', strength: { kind: 'hard' }, params: { most: 40 } });
    expect(rules.map(({ id }) => id)).toEqual(base.map(({ id }) => id));
    expect(rules.find(({ id }) => id === 'most-hours-week')).toEqual({
      id: 'most-hours-week',
      constraint: 'most-hours',
      strength: { kind: 'hard' },
      params: { most: 40, windowDays: 7, scope: { presence: 'on-site' } },
    });
  });

  it('takes a figure away with null', () => {
    const rules = rulesOf({ id: 'most-hours-week', params: { windowDays: null } });
    expect(rules.find(({ id }) => id === 'most-hours-week')?.params).toEqual({
      most: 48,
      scope: { presence: 'on-site' },
    });
  });

  it('adds rules at the end, by code or under an id of their own', () => {
    const added = rulesOf(
      { id: 'least-days-off' },
      { id: 'husband-and-wife', constraint: 'apart', params: { staffIds: ['an', 'ba'], within: 'time' } },
    ).slice(base.length);
    expect(added).toEqual([
      ruleOf('least-days-off'),
      ruleOf('apart', { id: 'husband-and-wife', params: { staffIds: ['an', 'ba'], within: 'time' } }),
    ]);
  });

  it('lays points over the table', () => {
    const points = { night: 5, base: { standby: 2 }, namedDays: { 'mung-1': 9 } };
    const result = ruleSetSource.parse({ points });
    const before = profileOf('duty-24-24').points;
    expect(result.points).toEqual({
      ...before,
      night: 5,
      base: { 'on-site': before.base['on-site'], standby: 2 },
      namedDays: { ...before.namedDays, 'mung-1': 9 },
    });
  });

  it('lists every fault at its place', () => {
    expect(
      faultsOf(
        { id: 'spacin', off: true },
        { id: 'minimum-rest', constraint: 'spacing' },
        { id: 'spacing', params: { hours: 'many' } },
        { id: 'spacing', off: true },
        { id: 'couple', constraint: 'apartt' },
        { id: 'nonsense-entirely' },
      ),
    ).toEqual([
      'changes.0.id fault.rule.unknown-near',
      'changes.1.constraint fault.rule.other-constraint',
      'changes.2.params.hours invalid_type',
      'changes.3.id fault.rule.twice',
      'changes.4.constraint fault.rule.unknown-near',
      'changes.5.id fault.rule.unknown',
    ]);
  });

  it('refuses points of a day that has no name', () => {
    expect(source([], { points: { namedDays: { 'mung-9': 1 } } }).success).toBe(false);
  });
});

describe('mentionsOf', () => {
  it('says who and what a rule names, and where', () => {
    expect(
      mentionsOf(ruleOf('together', { params: { staffIds: ['an', 'ba'], scope: { posts: ['soc'] } } })),
    ).toEqual([
      { kind: 'staff', id: 'an', path: ['params', 'staffIds', 0] },
      { kind: 'staff', id: 'ba', path: ['params', 'staffIds', 1] },
      { kind: 'post', id: 'soc', path: ['params', 'scope', 'posts', 0] },
    ]);
    expect(mentionsOf(ruleOf('forbidden-succession', { params: { from: 'soc/night', to: 'day' } }))).toEqual([
      { kind: 'pattern', id: 'soc/night', path: ['params', 'from'] },
    ]);
    expect(mentionsOf(ruleOf('minimum-rest'))).toEqual([]);
  });
});
