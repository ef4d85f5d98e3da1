/** The sets of rules a unit starts from. What a unit changes in them stands in `rule-set-source.ts`. */

import type { PointTable, Rule, RuleSet, Strength } from '../domain/rule-set.ts';
import { ruleOf } from './rule-parser.ts';

export const PROFILES = ['labour-code', 'duty-24-24'] as const;
export type ProfileId = (typeof PROFILES)[number];

const soft = (weight: number): Strength => ({ kind: 'soft', weight });

const POINTS: PointTable = {
  base: { 'on-site': 2, standby: 1 },
  night: 1,
  restDay: 1,
  namedDays: {
    'new-year': 2,
    'new-year-eve': 2,
    'tat-nien': 2,
    'giao-thua': 4,
    'mung-1': 4,
    'mung-2': 3,
    'mung-3': 2,
    'mung-4': 1,
    'mung-5': 1,
    'gio-to': 1,
    liberation: 2,
    labour: 2,
    national: 2,
    culture: 1,
  },
};

/** Leaders stand whole days and blocks of days, so their duties are not spread out. */
const SPREAD = { tiers: ['watch', 'response', 'premises'] };

const DUTY: readonly Rule[] = [
  ruleOf('cover-minimum'),
  ruleOf('cover-target'),
  ruleOf('cover-most'),
  ruleOf('qualified'),
  ruleOf('available'),
  ruleOf('no-overlap'),
];

/** Without `most` these hold people to the limits agreed with each of them; standby at home is not counted as hours. */
const AGREED: readonly Rule[] = [
  ruleOf('most-hours', { params: { scope: { presence: 'on-site' } } }),
  ruleOf('most-shifts'),
  ruleOf('most-nights'),
];

const FAIRNESS: readonly Rule[] = [
  ruleOf('newcomer-accompanied'),
  ruleOf('load-balance', { params: { tolerancePercent: 10, byAbility: true } }),
  ruleOf('even-kinds'),
  ruleOf('even-turns'),
  ruleOf('named-day-fairness'),
  ruleOf('wishes'),
  ruleOf('spacing', { params: { hours: 48, scope: SPREAD } }),
  ruleOf('leader-continuity'),
];

const NIGHTS_A_WEEK = ruleOf('most-nights', {
  id: 'most-nights-week',
  strength: soft(50),
  params: { most: 3, windowDays: 7 },
});

/** Labour Code Art. 111: a day of rest each week, so at most six days in a row. */
const WEEKLY_REST = ruleOf('most-consecutive-days', { params: { mostDays: 6 } });

const RULES: Readonly<Record<ProfileId, readonly Rule[]>> = {
  /**
   * Hours on site within Labour Code 45/2019/QH14; standby at home is not counted as hours. Too many hours or nights are a
   * warning, since holiday duty must be stood by someone; a unit that wants a refusal makes the rule hard.
   */
  'labour-code': [
    ...DUTY,
    /** Art. 110: 12 hours before changing to another shift. */
    ruleOf('minimum-rest'),
    /** Art. 107: normal hours and overtime together are at most 12 a day. */
    ruleOf('most-hours', {
      id: 'most-hours-day',
      strength: soft(1),
      params: { most: 12, windowDays: 1, scope: { presence: 'on-site' } },
    }),
    /** Art. 105: at most 48 hours a week. */
    ruleOf('most-hours', {
      id: 'most-hours-week',
      strength: soft(1),
      params: { most: 48, windowDays: 7, scope: { presence: 'on-site' } },
    }),
    ...AGREED,
    NIGHTS_A_WEEK,
    WEEKLY_REST,
    ...FAIRNESS,
  ],
  /** Duty round the clock as units practise it: the time stood is rested in lieu, and hours are not capped. */
  'duty-24-24': [
    ...DUTY,
    ruleOf('minimum-rest', { params: { restHours: 12, standbyRestHours: 8, asLongAsDuty: true } }),
    ...AGREED,
    NIGHTS_A_WEEK,
    WEEKLY_REST,
    ...FAIRNESS,
  ],
};

export function profileOf(id: ProfileId): RuleSet {
  return { profile: id, rules: RULES[id], points: POINTS };
}
