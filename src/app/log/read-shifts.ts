/** The shifts that wrote last, to be chosen from, and what became of the checks of those that run. */

import { contains, type Instant } from '../../calendar/interval.ts';
import type { Shift } from '../../domain/shift.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { type CountedShift, countByShift } from '../../store/log-shift-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { readDueChecks, type StandingCheck } from '../checks/read-checks.ts';
import { findVersion } from '../versions/find-version.ts';
import { usesWatch } from './watch-setting.ts';

export interface WritingShift extends CountedShift {
  readonly version: RosterVersion;
  readonly shift: Shift;
}

/** Of so many lines; older ones are found by their day. */
const LOOKED_AT = 2_000;
const MOST_SHIFTS = 18;
const BACK_MS = 48 * 3_600_000;

/** By start, newest first. Throws `not-found`, `forbidden`. */
export async function readWritingShifts(app: App, unitId: string): Promise<WritingShift[]> {
  allow(app, 'log.view', { unitId });
  const counted = await countByShift(app.db, { unitId, last: LOOKED_AT });
  const shown: WritingShift[] = [];
  for (const each of counted.slice(0, MOST_SHIFTS)) {
    const version = await findVersion(app, { unitId, periodId: each.periodId });
    const shift = version?.plan.shifts.find(({ id }) => id === each.shiftId);
    if (version && shift) shown.push({ ...each, version, shift });
  }
  return shown.toSorted((a, b) => b.shift.span.start - a.shift.span.start);
}

/** Undefined where the unit has none, or no shift with checks runs. Throws likewise. */
export async function readRunningChecks(
  app: App,
  unitId: string,
): Promise<readonly StandingCheck[] | undefined> {
  if (!(await usesWatch(app, unitId, 'checks'))) return undefined;
  const now = app.clock();
  const span = { start: (now - BACK_MS) as Instant, end: (now + BACK_MS) as Instant };
  const due = await readDueChecks(app, unitId, span);
  const running = due.filter(({ shift }) => contains(shift.span, now));
  return running.length === 0 ? undefined : running;
}
