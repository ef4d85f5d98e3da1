/**
 * A roster that covers hours another period has published: which, and what becomes of those hours once the roster says
 * that it replaces them.
 */

import type { Instant } from '../../calendar/interval.ts';
import { type CoveredTwice, cedeHours, coveredTwice } from '../../domain/covered-twice.ts';
import type { FixedDuty } from '../../domain/duty-stream.ts';
import type { Period, PeriodKey } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import { withoutShifts } from '../../domain/plan-cut.ts';
import type { RosterVersion } from '../../domain/version.ts';
import type { Database } from '../../store/database.ts';
import { findPeriod, saveCededHours } from '../../store/period-store.ts';
import { findNewestVersion, listNewestVersions } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { addVersion } from './add-version.ts';

/** The words of the note on a version that lost hours; sentences are not made here. */
export type NoteOfReplaced = (by: Period, version: RosterVersion) => string;

/** By the other periods' start. Opens versions of periods that overlap the plan, and no others. */
export async function replacedHours(trx: Database, plan: Plan): Promise<CoveredTwice[]> {
  const [first] = plan.shifts;
  if (!first) return [];
  const startsBefore = Math.max(...plan.shifts.map(({ span }) => span.end)) as Instant;
  const others = await listNewestVersions(trx, {
    unitId: plan.unit.id,
    endsAfter: first.span.start,
    startsBefore,
  });
  return coveredTwice(plan, others);
}

/** The plan judged as if the hours were withdrawn already. */
export function besideReplaced(plan: Plan, covered: readonly CoveredTwice[]): Plan {
  const gone = new Set(
    covered.flatMap(({ period, shifts }) => shifts.map((shift) => nameOf(period.id, shift.id))),
  );
  const stays = ({ seat }: FixedDuty): boolean => !seat || !gone.has(nameOf(seat.period.id, seat.shiftId));
  return { ...plan, fixed: plan.fixed.filter(stays) };
}

/**
 * Takes the hours out of the other periods: the next version of each is without them, and so are its drafts from now on.
 * Call it inside the transaction that publishes `by`.
 */
export async function replaceHours(
  trx: Database,
  app: App,
  {
    by,
    covered,
    noteOf,
    actor,
  }: {
    readonly by: Plan;
    readonly covered: readonly CoveredTwice[];
    readonly noteOf: NoteOfReplaced;
    readonly actor: string;
  },
): Promise<RosterVersion[]> {
  const versions: RosterVersion[] = [];
  for (const { period, shifts } of covered) {
    const key: PeriodKey = { unitId: by.unit.id, periodId: period.id };
    const previous = await findNewestVersion(trx, key);
    const stored = await findPeriod(trx, key);
    if (!previous || !stored) continue;
    const note = noteOf(by.period, previous);
    const cut = withoutShifts(previous, new Set(shifts.map(({ id }) => id)));
    const { overrideReason, plan } = previous;
    const content =
      cut.plan.shifts.length === 0
        ? { plan, roster: cut.roster, note, withdrawn: true as const }
        : { ...cut, note, ...(overrideReason === undefined ? {} : { overrideReason }) };
    versions.push(await addVersion(trx, app, { previous, content, actor }));
    await saveCededHours(trx, key, cedeHours(stored, shifts, by.period.id));
  }
  return versions;
}

function nameOf(periodId: string, shiftId: string): string {
  return JSON.stringify([periodId, shiftId]);
}
