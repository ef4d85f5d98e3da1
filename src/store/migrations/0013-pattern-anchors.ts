/** The day from which a shift's intervals and COUNT run: until now each period's first day, so that it stays so for these. */

import type { Kysely } from 'kysely';
import { hangsOnStart, parseRecurrence } from '../../calendar/recurrence-rule.ts';
import { dayOf } from '../../calendar/zone.ts';
import type { Tables } from '../tables.ts';
import type { Migration } from './step.ts';

export const patternAnchorsSchema: Migration = {
  number: 13,
  name: 'pattern-anchors',
  statements: ['ALTER TABLE shift_pattern ADD COLUMN from_day TEXT'],
  follow: anchorPatterns,
};

async function anchorPatterns(db: Kysely<Tables>): Promise<void> {
  const rows = await db
    .selectFrom('shift_pattern')
    .innerJoin('period', (join) =>
      join
        .onRef('period.unit_id', '=', 'shift_pattern.unit_id')
        .onRef('period.id', '=', 'shift_pattern.period_id'),
    )
    .innerJoin('unit', 'unit.id', 'shift_pattern.unit_id')
    .select([
      'shift_pattern.unit_id',
      'period_id',
      'post_id',
      'shift_pattern.id',
      'rrule',
      'starts_at',
      'zone',
    ])
    .execute();
  for (const { unit_id, period_id, post_id, id, rrule, starts_at, zone } of rows) {
    const check = parseRecurrence(rrule);
    if (!check.ok || !hangsOnStart(check.rule)) continue;
    await db
      .updateTable('shift_pattern')
      .set({ from_day: dayOf(starts_at, zone) })
      .where((eb) => eb.and({ unit_id, period_id, post_id, id }))
      .execute();
  }
}
