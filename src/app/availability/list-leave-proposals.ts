/** Leave that people's own calendars propose for a period. It counts for nothing until someone takes it. */

import type { PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import { type LeaveProposal, listProposals } from '../../store/busy-calendar-store.ts';
import { findPeriod } from '../../store/period-store.ts';
import type { App } from '../app.ts';

/** By start. Throws `not-found` when there is no such period. */
export async function listLeaveProposals(app: App, key: PeriodKey): Promise<LeaveProposal[]> {
  const period = await findPeriod(app.db, key);
  if (!period) throw new AppError('not-found', 'error.period.missing', { period: key.periodId });
  return listProposals(app.db, key.unitId, period.span);
}
