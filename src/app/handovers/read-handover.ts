/** One change of shift, filled in from the log: open items, checks that failed or were missed, incidents, what was signed. */

import type { Instant } from '../../calendar/interval.ts';
import type { CheckIn } from '../../domain/check-in.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import {
  changeId,
  changesWithin,
  type ShiftChange,
  type WrittenChange,
  writtenOf,
} from '../../domain/shift-change.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listCheckIns } from '../../store/check-in-store.ts';
import { findLogEntry, listCorrections, listLog, listOpenItems } from '../../store/log-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { readDueChecks, type StandingCheck } from '../checks/read-checks.ts';
import { type ListedIncident, listIncidents } from '../incidents/read-incidents.ts';
import { usesWatch } from '../log/watch-setting.ts';
import { findVersion } from '../versions/find-version.ts';
import { versionsInForce } from '../versions/versions-in-force.ts';

export interface OpenHandover {
  readonly change: ShiftChange;
  readonly written: WrittenChange;
  /** What is open; once it was given, what travelled on then. */
  readonly openItems: readonly LogEntry[];
  readonly checks: readonly StandingCheck[];
  /** Those that are open, and those of which something was written in the shift. */
  readonly incidents: readonly ListedIncident[];
  /** All that was written in the shift, oldest first. */
  readonly entries: readonly LogEntry[];
  /** By number, the last entry that puts one of these right. */
  readonly corrections: ReadonlyMap<number, number>;
  /** Of the incoming, who has taken the shift. */
  readonly taken: readonly CheckIn[];
}

/** More than anyone writes in a shift. */
const MOST_ENTRIES = 2_000;
const DAY_MS = 86_400_000;

export interface ShiftKey {
  readonly unitId: string;
  readonly periodId: string;
  /** The outgoing shift. */
  readonly shiftId: string;
}

/** By the roster in force when the shift ends, or now where it has not ended. Throws `not-found`, `error.handover.missing`. */
export async function findChange(app: App, { unitId, periodId, shiftId }: ShiftKey): Promise<ShiftChange> {
  const newest = await findVersion(app, { unitId, periodId });
  const end = newest?.plan.shifts.find(({ id }) => id === shiftId)?.span.end;
  if (end === undefined) throw new AppError('not-found', 'error.handover.missing');
  const versions = await versionsInForce(app, unitId, Math.min(app.clock(), end) as Instant);
  // Another version may have moved its end.
  const span = { start: (end - DAY_MS) as Instant, end: (end + DAY_MS) as Instant };
  const found = changesWithin(versions, span).find(
    ({ outgoing }) => outgoing.version.periodId === periodId && outgoing.shift.id === shiftId,
  );
  if (!found) throw new AppError('not-found', 'error.handover.missing');
  return found;
}

/** Throws as `findChange`; `not-found`, `forbidden`. */
export async function readHandover(app: App, key: ShiftKey): Promise<OpenHandover> {
  const { unitId, periodId, shiftId } = key;
  allow(app, 'log.view', { unitId });
  const change = await findChange(app, key);
  const { shift } = change.outgoing;
  const entries = await listLog(app.db, { unitId, shift: { periodId, shiftId } }, MOST_ENTRIES);
  const about = { kind: 'handover', id: changeId(change.outgoing) } as const;
  const written = writtenOf(await listLog(app.db, { unitId, subject: about }, MOST_ENTRIES));
  const taken = await Promise.all(
    change.incoming.map(async (next) => {
      const all = await listCheckIns(app.db, { unitId, periodId: next.version.periodId });
      return all.filter((each) => each.shiftId === next.shift.id);
    }),
  );
  return {
    change,
    written,
    openItems: await itemsOf(app, unitId, written),
    checks: (await readDueChecks(app, unitId, shift.span)).filter(
      (each) => each.shift.id === shiftId && each.version.periodId === periodId,
    ),
    incidents: await incidentsIn(app, unitId, entries),
    entries: entries.toReversed(),
    corrections: await listCorrections(
      app.db,
      unitId,
      entries.map(({ number }) => number),
    ),
    taken: taken.flat(),
  };
}

async function incidentsIn(
  app: App,
  unitId: string,
  entries: readonly LogEntry[],
): Promise<readonly ListedIncident[]> {
  if (!(await usesWatch(app, unitId, 'incidents'))) return [];
  const touched = new Set(
    entries.flatMap(({ subject }) => (subject?.kind === 'incident' ? [Number(subject.id)] : [])),
  );
  return (await listIncidents(app, unitId)).filter(
    ({ incident }) => incident.closedAt === undefined || touched.has(incident.number),
  );
}

async function itemsOf(app: App, unitId: string, { given }: WrittenChange): Promise<readonly LogEntry[]> {
  const carried = given.at(-1)?.facts.carried;
  if (typeof carried !== 'object') return listOpenItems(app.db, unitId);
  const found = await Promise.all(
    carried.map((number) => findLogEntry(app.db, { unitId, number: Number(number) })),
  );
  return found.filter((entry) => entry !== undefined);
}
