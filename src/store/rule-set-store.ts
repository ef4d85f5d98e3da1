/** The rules a period is made under. */

import type { PeriodKey } from '../domain/period.ts';
import type { RuleSet } from '../domain/rule-set.ts';
import type { Database } from './database.ts';
import type { RuleSetRow } from './input-tables.ts';
import { points, readJson, rules } from './records.ts';

export async function saveRuleSet(db: Database, key: PeriodKey, ruleSet: RuleSet): Promise<void> {
  const row = {
    unit_id: key.unitId,
    period_id: key.periodId,
    ...ruleSetToRow(ruleSet),
  };
  await db
    .insertInto('rule_set')
    .values(row)
    .onConflict((conflict) => conflict.columns(['unit_id', 'period_id']).doUpdateSet(row))
    .execute();
}

export async function findRuleSet(
  db: Database,
  { unitId, periodId }: PeriodKey,
): Promise<RuleSet | undefined> {
  const row = await db
    .selectFrom('rule_set')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('period_id', '=', periodId)
    .executeTakeFirst();
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
