/**
 * Takes a published roster back, whole or from a moment on: nobody is on duty any more, and feeds cancel what stood
 * before. What was begun by then stays stood.
 */

import type { Instant } from '../../calendar/interval.ts';
import { takeBackHours } from '../../domain/covered-twice.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { cutAt } from '../../domain/plan-cut.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { findPeriod, listPeriodsCeding, saveCededHours } from '../../store/period-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { addVersion, type VersionContent } from './add-version.ts';

export interface Withdrawing {
  readonly key: PeriodKey;
  /** Shifts that begin before it stay; never earlier than now, since nobody can unstand a duty. */
  readonly from?: Instant;
  readonly note: string;
  readonly actor: string;
}

/** Throws `not-found` when nothing is published, or nothing of it lies ahead. The draft stays, so publishing it again brings everything back. */
export async function withdrawVersion(app: App, withdrawing: Withdrawing): Promise<RosterVersion> {
  allow(app, 'version.withdraw', withdrawing.key);
  return app.db.transaction().execute((trx) => withdrawWithin(trx, app, withdrawing));
}

/** The same inside a transaction that goes on to write. */
export async function withdrawWithin(
  trx: Database,
  app: App,
  { key, from, note, actor }: Withdrawing,
): Promise<RosterVersion> {
  const previous = await findNewestVersion(trx, key);
  const moment = Math.max(from ?? 0, app.clock()) as Instant;
  const ahead = previous?.plan.shifts.filter(({ span }) => span.start >= moment).length ?? 0;
  if (!previous || previous.withdrawn || ahead === 0) {
    throw new AppError('not-found', 'error.version.nothing-published', { period: key.periodId });
  }
  const version = await addVersion(trx, app, {
    previous,
    content: { ...cutFrom(previous, moment), note },
    actor,
  });
  await giveHoursBack(trx, key, moment);
  return version;
}

function cutFrom(previous: RosterVersion, moment: Instant): Omit<VersionContent, 'note'> {
  const { plan, roster, overrideReason } = previous;
  const cut = cutAt(previous, moment);
  // Of a roster that has not begun nothing is left: the version keeps what it was made from, so that it can be read.
  if (cut.plan.shifts.length === 0) return { plan, roster: { ...roster, assignments: [] }, withdrawn: true };
  return { ...cut, ...(overrideReason === undefined ? {} : { overrideReason }) };
}

/** Hours that other periods left to this one are theirs again. */
async function giveHoursBack(trx: Database, { unitId, periodId }: PeriodKey, moment: Instant): Promise<void> {
  for (const id of await listPeriodsCeding(trx, unitId)) {
    const key = { unitId, periodId: id };
    const period = await findPeriod(trx, key);
    if (period) await saveCededHours(trx, key, takeBackHours(period, periodId, moment));
  }
}
