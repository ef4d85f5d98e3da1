/** Periods until lifted of which days ahead are not published yet: what is to be planned, and by when. */

import type { Instant, Interval } from '../../calendar/interval.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { listPeriods } from '../../store/period-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';

export interface UnplannedDays {
  readonly key: PeriodKey;
  readonly name: string;
  /** The unit's. */
  readonly zone: string;
  /** From where nobody is on duty: by then a roster must be out. */
  readonly open: Interval;
}

/** By start. */
export async function listUnplanned(app: App, unitId: string): Promise<UnplannedDays[]> {
  allow(app, 'draft.view', { unitId });
  const unit = await findUnit(app.db, unitId);
  if (!unit) return [];
  const found: UnplannedDays[] = [];
  for (const { period } of await listPeriods(app.db, unitId)) {
    if (period.untilLifted !== true) continue;
    const key = { unitId, periodId: period.id };
    const version = await findNewestVersion(app.db, key);
    const isOut = version !== undefined && version.withdrawn !== true;
    const start = Math.max(isOut ? version.plan.period.span.end : period.span.start, app.clock()) as Instant;
    const { end } = period.span;
    if (start < end) found.push({ key, name: period.name, zone: unit.zone, open: { start, end } });
  }
  return found.sort((a, b) => a.open.start - b.open.start);
}
