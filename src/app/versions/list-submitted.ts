/** Drafts of a unit that wait for approval as they are now. */

import type { PeriodKey } from '../../domain/period.ts';
import type { Submission } from '../../domain/submission.ts';
import type { Database } from '../../store/database.ts';
import { listPeriods } from '../../store/period-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { approvalWithin } from './read-approval.ts';

export interface Submitted {
  readonly key: PeriodKey;
  readonly periodName: string;
  readonly zone: string;
  /** Who handed it in. */
  readonly by: string;
  readonly submission: Submission;
}

const readSubmitted = keptReading(readWithin, { most: 100 });

/** By the period's start. */
export function listSubmitted(app: App, unitId: string): Promise<readonly Submitted[]> {
  return readSubmitted(app, unitId);
}

function readWithin(db: Database, unitId: string): Promise<readonly Submitted[]> {
  return readOnly(db, async (trx) => {
    const unit = await findUnit(trx, unitId);
    if (!unit) return [];
    const submitted: Submitted[] = [];
    for (const { period, draft } of await listPeriods(trx, unitId)) {
      if (!draft) continue;
      const key = { unitId, periodId: period.id };
      const { state, submission, names } = await approvalWithin(trx, key);
      if (state !== 'waiting' || !submission) continue;
      const by = names.get(submission.submittedBy) ?? '';
      submitted.push({ key, periodName: period.name, zone: unit.zone, by, submission });
    }
    return submitted;
  });
}
