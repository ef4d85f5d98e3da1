/** Makes one repair in what the period is made from, and takes the roster that showed that it works as the draft. */

import type { AvailabilityEntry } from '../../domain/case.ts';
import { entryRef } from '../../domain/own-availability.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { type Repair, repairCase } from '../../domain/repair.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Shift } from '../../domain/shift.ts';
import { AppError } from '../../kernel/app-error.ts';
import { deleteLines, listLines, saveLines } from '../../store/availability-store.ts';
import type { Database } from '../../store/database.ts';
import { replacePosts } from '../../store/post-store.ts';
import { saveRuleSet } from '../../store/rule-set-store.ts';
import { saveStaff } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { planOf } from '../periods/get-plan.ts';
import { ofPeriod, record } from '../record.ts';
import { requireCase } from '../require.ts';
import { replaceDraft } from './replace-draft.ts';

export interface RepairApplying {
  readonly key: PeriodKey;
  readonly repair: Repair;
  readonly shift: Shift;
  readonly roster: Roster;
  readonly seenRevision: number;
  readonly actor: string;
}

/** Undo takes the roster back, not the repair. Throws `conflict` as `replaceDraft` does, `not-found` as `getPlan`. */
export async function applyRepair(app: App, applying: RepairApplying): Promise<void> {
  allow(app, 'draft.edit', applying.key);
  const { key, repair, shift, roster, seenRevision, actor } = applying;
  await app.db.transaction().execute(async (trx) => {
    const source = await requireCase(trx, key);
    const repaired = repairCase(source, repair, shift);
    if (!planOf(app, repaired).ok) throw new AppError('invalid', 'editor.failure.repair');
    await saveStaff(trx, key.unitId, repaired.staff);
    await saveRuleSet(trx, key, repaired.ruleSet);
    await replacePosts(trx, key, repaired.posts);
    await repairLines(trx, key.unitId, source.availability, repaired.availability);
    await record(trx, app, { actor, action: 'case.load', ...ofPeriod(key) }, { repair: repair.kind });
  });
  await replaceDraft(app, { key, roster, seenRevision, step: { kind: 'repair', params: {} }, actor });
}

/** Someone stands a shift of their leave after all: what is left of it takes its place. */
async function repairLines(
  trx: Database,
  unitId: string,
  before: readonly AvailabilityEntry[],
  after: readonly AvailabilityEntry[],
): Promise<void> {
  const [old, now] = [new Set(before.map(entryRef)), new Set(after.map(entryRef))];
  const gone = (await listLines(trx, unitId, { state: 'granted' })).filter(
    ({ entry }) => old.has(entryRef(entry)) && !now.has(entryRef(entry)),
  );
  await deleteLines(
    trx,
    unitId,
    gone.map(({ id }) => id),
  );
  const come = after.filter((entry) => !old.has(entryRef(entry)));
  await saveLines(
    trx,
    unitId,
    come.map((entry) => ({ entry, state: 'granted', origin: 'unit' })),
  );
}
