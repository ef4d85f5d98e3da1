/** Someone's own calendar as its owner may see it: how its reading goes and what was found. Never its address. */

import type { Instant, Interval } from '../../calendar/interval.ts';
import type { LineState } from '../../domain/availability-line.ts';
import { expandAvailability } from '../../domain/availability-spans.ts';
import type { Unit } from '../../domain/unit.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Fault } from '../../kernel/fault.ts';
import { listLines } from '../../store/availability-store.ts';
import { type BusyCalendar, findBusyCalendar, type StaffKey } from '../../store/busy-calendar-store.ts';
import { findStaffMember } from '../../store/staff-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import { allow } from '../access/authorise.ts';
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
  /** What is still to come of it, by start, with what the unit said to it. */
  readonly busy: readonly BusySpan[];
}

export interface BusySpan {
  readonly span: Interval;
  readonly state: LineState;
}

const AHEAD_MS = 400 * 86_400_000;

/** Throws `not-found`. */
export async function readBusyCalendar(app: App, key: StaffKey): Promise<OwnBusyCalendar> {
  allow(app, 'availability.view', key);
  const { db, clock } = app;
  const unit = await findUnit(db, key.unitId);
  const member = unit && (await findStaffMember(db, unit.id, key.staffId));
  if (!unit || !member) throw new AppError('not-found', 'error.staff.missing', { staff: key.staffId });
  const calendar = await findBusyCalendar(db, key);
  const start = clock();
  const within = { start, end: (start + AHEAD_MS) as Instant };
  const lines = await listLines(db, unit.id, { staffIds: [key.staffId] });
  const busy = lines
    .filter(({ origin }) => origin === 'calendar')
    .flatMap(({ entry, state }) =>
      expandAvailability([entry], within, unit.zone).leave.map(({ span }) => ({ span, state })),
    )
    .sort((a, b) => a.span.start - b.span.start);
  return {
    unit,
    name: await calledName(db, unit.id, member),
    busy: joined(busy),
    ...(calendar ? { state: stateOf(calendar) } : {}),
  };
}

/** Evening, whole days, morning: one absence, kept as several lines. */
function joined(spans: readonly BusySpan[]): BusySpan[] {
  const found: BusySpan[] = [];
  for (const each of spans) {
    const last = found.at(-1);
    if (last && last.state === each.state && last.span.end === each.span.start) {
      found[found.length - 1] = { ...last, span: { start: last.span.start, end: each.span.end } };
    } else found.push(each);
  }
  return found;
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
