/** A unit's log as its page shows it: open items first, then lines by shift, with who stood and what was signed. */

import type { LogEntry, LogFilter, LoggedShift } from '../../domain/log-entry.ts';
import type { Shift } from '../../domain/shift.ts';
import { writtenOf } from '../../domain/shift-change.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findLogEntry, listCorrections, listLog, listOpenItems } from '../../store/log-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { readNamesOf } from '../notices/read-names.ts';
import { keptReading } from '../readings.ts';
import { findVersion } from '../versions/find-version.ts';

/** Of the shift, as the newest roster has it. */
export interface ShownShift extends LoggedShift {
  readonly version: RosterVersion;
  readonly shift: Shift;
  readonly staffIds: readonly string[];
  /** The entry by which the next shift received it. */
  readonly received?: LogEntry;
}

export interface ShownLog {
  /** Newest first. */
  readonly entries: readonly LogEntry[];
  /** Whether there are older ones. */
  readonly more: boolean;
  readonly openItems: readonly LogEntry[];
  /** By the number of the entry that was put right: that of the last which does. */
  readonly corrections: ReadonlyMap<number, number>;
  /** By `shiftName`. */
  readonly shifts: ReadonlyMap<string, ShownShift>;
  readonly nameOf: (staffId: string) => string;
  /** Number of the newest entry of all. */
  readonly newest: number;
}

const ENTRIES_A_PAGE = 60;

export function shiftName({ periodId, shiftId }: LoggedShift): string {
  return `${periodId} ${shiftId}`;
}

/** Read once for however many pages are open. */
const readNewest = keptReading(
  async (db, unitId: string) => (await listLog(db, { unitId }, 1))[0]?.number ?? 0,
  { most: 1000 },
);

/** Number of the newest entry of all; 0 while there is none. Throws `not-found`, `forbidden`. */
export async function newestEntry(app: App, unitId: string): Promise<number> {
  allow(app, 'log.view', { unitId });
  return readNewest(app, unitId);
}

const readNames = keptReading((db, unitId: string) => readNamesOf({ db }, unitId), { most: 200 });

/** Throws `not-found`, `forbidden`. */
export async function readLog(app: App, filter: LogFilter): Promise<ShownLog> {
  const { unitId } = filter;
  allow(app, 'log.view', { unitId });
  const found = await listLog(app.db, filter, ENTRIES_A_PAGE + 1);
  const entries = found.slice(0, ENTRIES_A_PAGE);
  return {
    entries,
    more: found.length > entries.length,
    openItems: await listOpenItems(app.db, unitId),
    corrections: await listCorrections(
      app.db,
      unitId,
      entries.map(({ number }) => number),
    ),
    shifts: await shiftsOf(app, unitId, entries),
    nameOf: await readNames(app, unitId),
    newest: await newestEntry(app, unitId),
  };
}

async function shiftsOf(
  app: App,
  unitId: string,
  entries: readonly LogEntry[],
): Promise<ReadonlyMap<string, ShownShift>> {
  const wanted = new Map(entries.flatMap(({ shift }) => (shift ? [[shiftName(shift), shift] as const] : [])));
  const shown = new Map<string, ShownShift>();
  for (const [name, logged] of wanted) {
    const version = await findVersion(app, { unitId, periodId: logged.periodId });
    const shift = version?.plan.shifts.find(({ id }) => id === logged.shiftId);
    if (!version || !shift) continue;
    const subject = { kind: 'handover', id: name } as const;
    const received = writtenOf(await listLog(app.db, { unitId, subject }, 100)).received[0];
    const staffIds = version.roster.assignments
      .filter(({ shiftId }) => shiftId === shift.id)
      .map(({ staffId }) => staffId);
    shown.set(name, { ...logged, version, shift, staffIds, ...(received ? { received } : {}) });
  }
  return shown;
}

/** Throws `not-found`, `forbidden`. */
export async function readEntry(app: App, unitId: string, number: number): Promise<LogEntry> {
  allow(app, 'log.view', { unitId });
  const entry = Number.isSafeInteger(number) ? await findLogEntry(app.db, { unitId, number }) : undefined;
  if (!entry) throw new AppError('not-found', 'error.log.no-entry', { number });
  return entry;
}
