/** The rules a period is made under. */

import type { PeriodKey } from '../domain/period.ts';
import type { RuleSet } from '../domain/rule-set.ts';
import type { Database } from './database.ts';
import type { RuleSetRow } from './input-tables.ts';
import { points, readJson, rules } from './records.ts';
import { rowIn, saveIn } from './rows.ts';

export async function saveRuleSet(db: Database, key: PeriodKey, ruleSet: RuleSet): Promise<void> {
  const row = {
    unit_id: key.unitId,
    period_id: key.periodId,
    ...ruleSetToRow(ruleSet),
  };
  await saveIn(db, 'rule_set', ['unit_id', 'period_id'], row);
}

export async function findRuleSet(
  db: Database,
  { unitId, periodId }: PeriodKey,
): Promise<RuleSet | undefined> {
  const row = await rowIn(db, 'rule_set', { unit_id: unitId, period_id: periodId });
  return row && ruleSetFromRow(row);
}

type RuleSetColumns = Pick<RuleSetRow, 'profile' | 'rules' | 'points'>;

/** Without whose it is. */
export function ruleSetToRow(ruleSet: RuleSet): RuleSetColumns {
  return {
    profile: ruleSet.profile,
    rules: JSON.stringify(ruleSet.rules),
    points: JSON.stringify(ruleSet.points),
  };
}

export function ruleSetFromRow(row: RuleSetColumns): RuleSet {
  return {
    profile: row.profile,
    rules: readJson(rules, row.rules),
    points: readJson(points, row.points),
  };
}
