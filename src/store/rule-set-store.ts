/** The rules a period is made under. */

import type { PeriodKey } from '../domain/period.ts';
import type { RuleSet } from '../domain/rule-set.ts';
import type { Database } from './database.ts';
import { points, readJson, rules } from './records.ts';

export async function saveRuleSet(db: Database, key: PeriodKey, ruleSet: RuleSet): Promise<void> {
  const row = {
    unit_id: key.unitId,
    period_id: key.periodId,
    profile: ruleSet.profile,
    rules: JSON.stringify(ruleSet.rules),
    points: JSON.stringify(ruleSet.points),
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
  if (!row) return undefined;
  return {
    profile: row.profile,
    rules: readJson(rules, row.rules),
    points: readJson(points, row.points),
  };
}
