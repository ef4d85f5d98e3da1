/** How the unit lets changes through, read and chosen. */

import type { DutyFlow } from '../../domain/duty-flow.ts';
import { saveDutyFlow as keep, readDutyFlow as readKept } from '../../store/submission-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';

export function readDutyFlow(app: App, unitId: string): Promise<DutyFlow> {
  return readKept(app.db, unitId);
}

/** Throws `not-found` when there is no such unit. */
export async function saveDutyFlow(
  app: App,
  { unitId, flow, actor }: { readonly unitId: string; readonly flow: DutyFlow; readonly actor: string },
): Promise<void> {
  allow(app, 'unit.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    await requireUnit(trx, unitId);
    await keep(trx, unitId, flow);
    const { approvePublishing, approveSwaps, leaveWaits } = flow;
    const details = {
      publishing: String(approvePublishing ?? 'standard'),
      swaps: String(approveSwaps),
      leave: String(leaveWaits),
    };
    await record(trx, app, { actor, action: 'duty-flow.save', unitId, subject: unitId }, details);
  });
}
