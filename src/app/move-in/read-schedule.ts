/** An on-call schedule of another tool, held against a period of the unit. Changes nothing: its people and duties go on to the imports' previews. */

import type { PeriodKey } from '../../domain/period.ts';
import type { OnCallReading } from '../../input/on-call/read-on-call.ts';
import { readOnly } from '../../store/read-only.ts';
import { listStaff } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requireCase } from '../require.ts';

export interface ScheduleGiven {
  readonly key: PeriodKey;
  readonly bytes: Uint8Array;
  /** Whose share of the line it takes. */
  readonly asker: string;
}

/** Throws `not-found`, `forbidden`; `unavailable` when too many wait. */
export async function readSchedule(app: App, { key, bytes, asker }: ScheduleGiven): Promise<OnCallReading> {
  allow(app, 'draft.edit', key);
  const { source, staff } = await readOnly(app.db, async (trx) => ({
    source: await requireCase(trx, key),
    staff: await listStaff(trx, key.unitId),
  }));
  const options = {
    zone: source.unit.zone,
    within: source.period.span,
    staff: staff.map(({ name, email, phone }) => ({ name, email, phone })),
  };
  return app.parseFile({ kind: 'onCall', bytes, options }, asker);
}
