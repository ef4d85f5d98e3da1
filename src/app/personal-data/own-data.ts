/** “Dữ liệu của tôi”: what is kept about someone, whole, for that person and for whoever looks after the unit's people. */

import { AppError } from '../../kernel/app-error.ts';
import { type OwnRow, readOwnRows } from '../../store/own-data-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { findStaffMember } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';

export interface Person {
  readonly unitId: string;
  readonly staffId: string;
}

/** By the name of the table. Throws `not-found`, `forbidden`. */
export function readOwnData(
  app: App,
  { unitId, staffId }: Person,
): Promise<ReadonlyMap<string, readonly OwnRow[]>> {
  allow(app, 'swap.ask', { unitId, staffId });
  return readOnly(app.db, async (trx) => {
    if (!(await findStaffMember(trx, unitId, staffId))) {
      throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
    }
    return readOwnRows(trx, { unitId, staffId });
  });
}
