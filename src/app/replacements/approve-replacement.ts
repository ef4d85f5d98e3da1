/** Replacements that went through at once, for whoever approves to look at afterwards. */

import type { Replacement } from '../../domain/replacement.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findReplacement, listWaitingReplacements, saveReplacement } from '../../store/replacement-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import type { By } from '../availability/availability-access.ts';
import { record } from '../record.ts';

/** Oldest first. */
export function listReplacementsToApprove(app: App, unitId: string): Promise<Replacement[]> {
  return listWaitingReplacements(app.db, unitId);
}

/** Throws `not-found`; `conflict`, `error.replacement.decided`, when someone came first; `forbidden`. */
export async function approveReplacement(
  app: App,
  { unitId, id }: { readonly unitId: string; readonly id: string },
  { actor }: By,
): Promise<Replacement> {
  allow(app, 'version.approve', { unitId });
  return app.db.transaction().execute(async (trx) => {
    const replacement = await findReplacement(trx, { unitId, id });
    if (!replacement) throw new AppError('not-found', 'error.replacement.missing');
    if (replacement.approval !== 'waiting') throw new AppError('conflict', 'error.replacement.decided');
    const approved: Replacement = {
      ...replacement,
      approval: 'approved',
      approvedBy: actor,
      approvedAt: app.clock(),
    };
    await saveReplacement(trx, approved);
    await record(trx, app, {
      actor,
      action: 'seat.approve',
      unitId,
      subject: replacement.periodId,
      details: { version: replacement.version, shift: replacement.seat.shiftId },
    });
    return approved;
  });
}
