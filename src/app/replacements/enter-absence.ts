/** Someone is away for the hours of one shift, from this moment on; nobody asks why. */

import { addDays } from '../../calendar/day.ts';
import { clockTimeOf } from '../../calendar/zone.ts';
import { stretchOf, touches } from '../../domain/availability-line.ts';
import type { AvailabilityEntry } from '../../domain/case.ts';
import type { Shift } from '../../domain/shift.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { listLines, saveLines } from '../../store/availability-store.ts';
import type { Database } from '../../store/database.ts';
import { dropCertificatesWithin } from '../../store/draft-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';

export interface AbsenceEntering {
  readonly version: RosterVersion;
  readonly shift: Shift;
  readonly staffId: string;
  readonly actor: string;
}

const DAY_MS = 86_400_000;

/** Who is on leave in those hours already is left as they are. */
export async function enterAbsence(
  trx: Database,
  app: App,
  { version, shift, staffId, actor }: AbsenceEntering,
): Promise<void> {
  const { id: unitId, zone } = version.plan.unit;
  const granted = await listLines(trx, unitId, { state: 'granted' });
  const isAway = granted.some(
    ({ entry }) => entry.staffId === staffId && entry.kind === 'leave' && touches(entry, shift.span, zone),
  );
  if (isAway) return;
  const entry = absenceOf(staffId, shift, zone);
  await saveLines(trx, unitId, [{ entry, state: 'granted', origin: 'person', enteredAt: app.clock() }]);
  await dropCertificatesWithin(trx, unitId, stretchOf(entry, zone));
  const details = { kind: 'leave', from: entry.from, to: addDays(entry.to, -1), state: 'granted' };
  await record(trx, app, { actor, action: 'availability.add', unitId, subject: staffId }, details);
}

/** The hours of the shift; whole days of one longer than a day. */
function absenceOf(staffId: string, { day, span }: Shift, zone: string): AvailabilityEntry {
  const length = span.end - span.start;
  const days = Math.max(1, Math.ceil(length / DAY_MS));
  const common = { staffId, kind: 'leave', from: day, weight: 5, note: '' } as const;
  if (length > DAY_MS) return { ...common, to: addDays(day, days + 1) };
  return {
    ...common,
    to: addDays(day, 1),
    startTime: clockTimeOf(span.start, zone),
    endTime: clockTimeOf(span.end, zone),
  };
}
