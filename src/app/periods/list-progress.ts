/** What is under way in the periods of a unit and not yet seen by everyone: drafts that differ from what is published, handed in, approved. */

import type { PeriodKey } from '../../domain/period.ts';
import type { Roster } from '../../domain/roster.ts';
import type { ApprovalState } from '../../domain/submission.ts';
import type { Database } from '../../store/database.ts';
import { findDraft } from '../../store/draft-store.ts';
import { listPeriods } from '../../store/period-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { approvalWithin } from '../versions/read-approval.ts';

export interface PeriodProgress {
  readonly key: PeriodKey;
  readonly periodName: string;
  /** The newest version's number; 0 while nothing is published. */
  readonly version: number;
  /** Seats that the draft gives or takes otherwise than what is published. */
  readonly changed: number;
  /** How far the draft has come, where the unit asks for approval; `none` otherwise. */
  readonly approval: ApprovalState;
  /** Who handed it in, or decided; empty where nobody did. */
  readonly by: string;
}

const readProgress = keptReading(readWithin, { most: 100 });

/** Of periods with a draft that is not what everyone sees, by start. */
export function listProgress(app: App, unitId: string): Promise<readonly PeriodProgress[]> {
  allow(app, 'draft.view', { unitId });
  return readProgress(app, unitId);
}

function readWithin(db: Database, unitId: string): Promise<readonly PeriodProgress[]> {
  return readOnly(db, async (trx) => {
    const found: PeriodProgress[] = [];
    for (const { period, draft: has, published } of await listPeriods(trx, unitId)) {
      if (!has || published?.withdrawn) continue;
      const key = { unitId, periodId: period.id };
      const draft = await findDraft(trx, key);
      const newest = published ? await findNewestVersion(trx, key) : undefined;
      const changed = draft ? differing(draft.roster, newest?.roster) : 0;
      const { asked, state, submission, names } = await approvalWithin(trx, key);
      const approval = asked ? state : 'none';
      if (changed === 0 && approval !== 'waiting' && approval !== 'approved') continue;
      const actor = approval === 'waiting' ? submission?.submittedBy : submission?.decidedBy;
      const by = names.get(actor ?? '') ?? '';
      found.push({ key, periodName: period.name, version: newest?.number ?? 0, changed, approval, by });
    }
    return found;
  });
}

function differing(draft: Roster, published: Roster | undefined): number {
  const nameOf = ({ shiftId, staffId }: Roster['assignments'][number]): string => `${shiftId} ${staffId}`;
  const [now, before] = [draft, published].map((each) => new Set(each?.assignments.map(nameOf)));
  const only = (a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number =>
    [...a].filter((each) => !b.has(each)).length;
  return Math.max(only(now, before), only(before, now));
}
