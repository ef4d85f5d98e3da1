/**
 * Coming published seats whose person can't stand them as things are today: off the staff list, on leave that the roster
 * didn't know of, without a skill that the post asks for, or given to them at short notice and refused afterwards. Why
 * someone is away is nobody's business here.
 */

import { type Instant, MS_PER_MINUTE } from '../../calendar/interval.ts';
import { isGhost } from '../../domain/erased-person.ts';
import type { Replacement } from '../../domain/replacement.ts';
import { staffName } from '../../domain/staff-names.ts';
import { inListOrder } from '../../domain/staff-order.ts';
import { withTodaysPeople } from '../../domain/todays-people.ts';
import type { Unit } from '../../domain/unit.ts';
import { type AwayReason, type RosterVersion, seatKey } from '../../domain/version.ts';
import { onceFor } from '../../kernel/once-for.ts';
import type { Database } from '../../store/database.ts';
import { listComingDuties, type StreamDuty } from '../../store/duty-stream-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { listRefusedReplacements } from '../../store/replacement-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { requireUnit } from '../require.ts';
import { awaySeats, readTodaysPeople, type TodaysPeople } from '../versions/away-seats.ts';
import { requireReplacing } from './may-replace.ts';

export type NeedReason = AwayReason | 'left' | 'refused';

export interface ComingSeat {
  readonly duty: StreamDuty;
  /** Of the shift. */
  readonly place: number;
  /** As told apart from namesakes. */
  readonly name: string;
  /** Absent while its person can stand it. */
  readonly reason?: NeedReason;
}

export interface SeatInNeed extends ComingSeat {
  readonly reason: NeedReason;
}

export interface Seats<T extends ComingSeat = ComingSeat> {
  readonly unit: Unit;
  /** By start; one that runs is among them. */
  readonly seats: readonly T[];
  /** Ids of who stands in them, in the unit's order. */
  readonly people: readonly string[];
}

/** For who may replace them. Throws `not-found`, `forbidden`. */
export async function listSeatsInNeed(
  app: App,
  { unitId }: { readonly unitId: string },
): Promise<Seats<SeatInNeed>> {
  const { seats, ...rest } = await listComingSeats(app, { unitId });
  return { ...rest, seats: seats.filter(isInNeed) };
}

function isInNeed(seat: ComingSeat): seat is SeatInNeed {
  return seat.reason !== undefined;
}

/** Every seat still to be stood, of all periods, in need or not. Throws `not-found`, `forbidden`. */
export async function listComingSeats(app: App, { unitId }: { readonly unitId: string }): Promise<Seats> {
  await requireReplacing(app.db, app, unitId);
  const now = app.clock();
  const { seats, ...rest } = await readComing(app, unitId, String(now - (now % MS_PER_MINUTE)));
  return { ...rest, seats: seats.filter(({ duty }) => duty.span.end > now) };
}

/** Of the minute: page after page asks for them, and what is over within it is left out afterwards. */
const readComing = keptReading(
  (db, unitId: string, minute: string) =>
    readOnly(db, (trx) => comingSeatsAt(trx, unitId, Number(minute) as Instant)),
  { most: 10_000, weigh: ({ seats }) => seats.length + 1 },
);

/** The same inside a transaction, for use cases that have asked who it is for. */
export function comingSeatsWithin(trx: Database, app: App, unitId: string): Promise<Seats> {
  return comingSeatsAt(trx, unitId, app.clock());
}

async function comingSeatsAt(trx: Database, unitId: string, now: Instant): Promise<Seats> {
  const unit = await requireUnit(trx, unitId);
  const today = await readTodaysPeople(trx, unit);
  const duties = await listComingDuties(trx, { unitId, after: now });
  const versions = await versionsOf(trx, unitId, duties);
  const staffOf = onceFor((version: RosterVersion) => withTodaysPeople(version, today.people).plan.staff);
  const reasonOf = await reasoner(trx, { unit, today, versions, now });
  const seats = duties.flatMap((duty): ComingSeat[] => {
    const version = versions.get(duty.seat.period.id);
    const place = version && placeOf(version, duty);
    if (!version || place === undefined) return [];
    const reason = reasonOf(duty, place);
    const name = staffName(staffOf(version), duty.staffId);
    return [{ duty, place, name, ...(reason ? { reason } : {}) }];
  });
  const members = new Map(
    [...versions.values()].flatMap(({ plan }) => plan.staff.map((each) => [each.id, each])),
  );
  const standing = new Set(seats.map(({ duty }) => duty.staffId));
  const people = [...members.values()].filter(({ id }) => standing.has(id));
  return { unit, seats, people: inListOrder(people, unit.listOrder).map(({ id }) => id) };
}

async function versionsOf(
  trx: Database,
  unitId: string,
  duties: readonly StreamDuty[],
): Promise<ReadonlyMap<string, RosterVersion>> {
  const versions = new Map<string, RosterVersion>();
  for (const periodId of new Set(duties.map(({ seat }) => seat.period.id))) {
    const version = await findNewestVersion(trx, { unitId, periodId });
    if (version) versions.set(periodId, version);
  }
  return versions;
}

function placeOf({ roster }: RosterVersion, { staffId, seat }: StreamDuty): number | undefined {
  return roster.assignments.find((each) => each.staffId === staffId && each.shiftId === seat.shiftId)?.place;
}

interface Today {
  readonly unit: Unit;
  readonly today: TodaysPeople;
  readonly versions: ReadonlyMap<string, RosterVersion>;
  readonly now: Instant;
}

async function reasoner(
  trx: Database,
  { unit, today, versions, now }: Today,
): Promise<(duty: StreamDuty, place: number) => NeedReason | undefined> {
  const refused = await listRefusedReplacements(trx, unit.id);
  const away = new Map(
    [...versions].map(([periodId, version]) => [periodId, awaySeats(version, today, now)] as const),
  );
  return (duty, place) => {
    const known = today.people.get(duty.staffId);
    if (!known) return isGhost(duty.staffId) ? 'left' : undefined;
    if (known.leftAt !== undefined) return 'left';
    const { period, shiftId } = duty.seat;
    const reason = away.get(period.id)?.[seatKey(shiftId, duty.staffId)];
    if (reason) return reason;
    return refused.some((each) => isSeat(each, duty, place)) ? 'refused' : undefined;
  };
}

function isSeat({ periodId, seat, toId }: Replacement, duty: StreamDuty, place: number): boolean {
  return (
    periodId === duty.seat.period.id &&
    seat.shiftId === duty.seat.shiftId &&
    seat.place === place &&
    toId === duty.staffId
  );
}
