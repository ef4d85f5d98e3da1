/** “Nhận ca”: someone takes the shift that runs or is about to begin. No position is taken (Law 91/2025, Art. 31). */

import { type CheckIn, type CheckInWay, mayCheckIn } from '../../domain/check-in.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import { insertCheckIn, listCheckIns } from '../../store/check-in-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';

export interface CheckingIn extends PeriodKey {
  readonly shiftId: string;
  readonly staffId: string;
  readonly way: CheckInWay;
  readonly actor: string;
}

/** Throws `not-found` for a shift that is not the person's, or not now; `forbidden`. */
export async function checkIn(app: App, checking: CheckingIn): Promise<void> {
  const { unitId, periodId, shiftId, staffId, way, actor } = checking;
  allow(app, 'swap.ask', { unitId, staffId });
  await app.db.transaction().execute(async (trx) => {
    const version = await findNewestVersion(trx, { unitId, periodId });
    const shift = version?.plan.shifts.find(({ id }) => id === shiftId);
    const stands = version?.roster.assignments.some(
      (each) => each.shiftId === shiftId && each.staffId === staffId,
    );
    const at = app.clock();
    if (!shift || !stands || version?.withdrawn || !mayCheckIn(shift, at)) {
      throw new AppError('not-found', 'check-in.failure.not-now');
    }
    await insertCheckIn(trx, { unitId, periodId }, { shiftId, staffId, at, way, actor });
    await record(trx, app, { actor, action: 'shift.take', unitId, subject: periodId }, { shift: shiftId });
  });
}

/** Of one period. Throws `forbidden`. */
export function readCheckIns(app: App, key: PeriodKey): Promise<readonly CheckIn[]> {
  allow(app, 'roster.view', key);
  return listCheckIns(app.db, key);
}
