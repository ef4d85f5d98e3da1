/** Someone's own calendar as its owner may see it: how its reading goes and what was found. Never its address. */

import type { Instant, Interval } from '../../calendar/interval.ts';
import type { Unit } from '../../domain/unit.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Fault } from '../../kernel/fault.ts';
import {
  type BusyCalendar,
  findBusyCalendar,
  listProposals,
  type StaffKey,
} from '../../store/busy-calendar-store.ts';
import { findStaffMember } from '../../store/staff-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { calledName } from '../staff/called-name.ts';

export interface CalendarState {
  readonly createdAt: Instant;
  /** When it was last asked for, whatever came of it. */
  readonly askedAt?: Instant;
  /** When it was last read whole. */
  readonly readAt?: Instant;
  /** Message key of what went wrong last; absent when nothing did. */
  readonly outcome?: string;
  /** What of it could not be read last, as sentences with their figures. */
  readonly notes: readonly Pick<Fault, 'key' | 'params'>[];
}

export interface OwnBusyCalendar {
  readonly unit: Unit;
  readonly name: string;
  /** Absent while no calendar is read. */
  readonly state?: CalendarState;
  /** What is still to come, by start. */
  readonly busy: readonly Interval[];
}

const AHEAD_MS = 400 * 86_400_000;

/** Throws `not-found`. */
export async function readBusyCalendar({ db, clock }: App, key: StaffKey): Promise<OwnBusyCalendar> {
  const unit = await findUnit(db, key.unitId);
  const member = unit && (await findStaffMember(db, unit.id, key.staffId));
  if (!unit || !member) throw new AppError('not-found', 'error.staff.missing', { staff: key.staffId });
  const calendar = await findBusyCalendar(db, key);
  const start = clock();
  const proposals = await listProposals(db, unit.id, { start, end: (start + AHEAD_MS) as Instant });
  const busy = proposals.filter(({ staffId }) => staffId === key.staffId).map(({ span }) => span);
  return {
    unit,
    name: await calledName(db, unit.id, member),
    busy,
    ...(calendar ? { state: stateOf(calendar) } : {}),
  };
}

export function stateOf({ createdAt, askedAt, readAt, outcome, notes = [] }: BusyCalendar): CalendarState {
  return {
    createdAt,
    notes,
    ...(askedAt === undefined ? {} : { askedAt }),
    ...(readAt === undefined ? {} : { readAt }),
    ...(outcome === undefined ? {} : { outcome }),
  };
}
