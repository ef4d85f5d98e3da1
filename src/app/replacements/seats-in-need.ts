/**
 * Coming published seats whose person can't stand them as things are today: off the staff list, on leave that the roster
 * didn't know of, without a skill that the post asks for, or given to them at short notice and refused afterwards. Why
 * someone is away is nobody's business here.
 */

import { overlaps } from '../../calendar/interval.ts';
import { missingSkills } from '../../constraints/qualified.ts';
import { type AvailabilityLine, stretchOf, touches } from '../../domain/availability-line.ts';
import { isGhost } from '../../domain/erased-person.ts';
import type { Replacement } from '../../domain/replacement.ts';
import { staffName } from '../../domain/staff-names.ts';
import { type KnownPeople, withTodaysPeople } from '../../domain/todays-people.ts';
import type { Unit } from '../../domain/unit.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listLines } from '../../store/availability-store.ts';
import type { Database } from '../../store/database.ts';
import { listComingDuties, type StreamDuty } from '../../store/duty-stream-store.ts';
import { listRefusedReplacements } from '../../store/replacement-store.ts';
import { listKnownPeople } from '../../store/staff-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { requireReplacing } from './may-replace.ts';

export type NeedReason = 'left' | 'leave' | 'skill' | 'refused';

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
}

/** For who may replace them. Throws `not-found`, `forbidden`. */
export async function listSeatsInNeed(
  app: App,
  { unitId }: { readonly unitId: string },
): Promise<Seats<SeatInNeed>> {
  const { unit, seats } = await listComingSeats(app, { unitId });
  return { unit, seats: seats.filter(isInNeed) };
}

function isInNeed(seat: ComingSeat): seat is SeatInNeed {
  return seat.reason !== undefined;
}

/** Every seat still to be stood, of all periods, in need or not. Throws `not-found`, `forbidden`. */
export function listComingSeats(app: App, { unitId }: { readonly unitId: string }): Promise<Seats> {
  return app.db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      await requireReplacing(trx, app, unitId);
      return comingSeatsWithin(trx, app, unitId);
    });
}

/** The same inside a transaction, for use cases that have asked who it is for. */
export async function comingSeatsWithin(trx: Database, app: App, unitId: string): Promise<Seats> {
  const unit = await findUnit(trx, unitId);
  if (!unit) throw new AppError('not-found', 'error.unit.missing', { unit: unitId });
  const people = await listKnownPeople(trx, unitId);
  const duties = await listComingDuties(trx, { unitId, after: app.clock() });
  const versions = await versionsOf(trx, unitId, duties);
  const reasonOf = await reasoner(trx, { unit, people, duties, versions });
  const seats = duties.flatMap((duty): ComingSeat[] => {
    const version = versions.get(duty.seat.period.id);
    const place = version && placeOf(version, duty);
    if (!version || place === undefined) return [];
    const reason = reasonOf(duty, place);
    const name = staffName(withTodaysPeople(version, people).plan.staff, duty.staffId);
    return [{ duty, place, name, ...(reason ? { reason } : {}) }];
  });
  return { unit, seats };
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
  readonly people: KnownPeople;
  readonly duties: readonly StreamDuty[];
  readonly versions: ReadonlyMap<string, RosterVersion>;
}

/** What the version knew when it was published, and was accepted with a reason, is told as its fault, not here. */
async function reasoner(
  trx: Database,
  { unit, people, duties, versions }: Today,
): Promise<(duty: StreamDuty, place: number) => NeedReason | undefined> {
  const leave = await leaveLines(trx, unit, duties);
  const refused = await listRefusedReplacements(trx, unit.id);
  return (duty, place) => {
    const known = people.get(duty.staffId);
    if (!known) return isGhost(duty.staffId) ? 'left' : undefined;
    if (known.leftAt !== undefined) return 'left';
    const version = versions.get(duty.seat.period.id);
    const away = leave.get(duty.staffId)?.some(({ entry }) => touches(entry, duty.span, unit.zone));
    if (away && !knewLeave(version, duty)) return 'leave';
    if (lostSkill(version, duty, known.member)) return 'skill';
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

async function leaveLines(
  trx: Database,
  { id, zone }: Unit,
  duties: readonly StreamDuty[],
): Promise<ReadonlyMap<string, readonly AvailabilityLine[]>> {
  const [first] = duties;
  const lines = new Map<string, AvailabilityLine[]>();
  if (!first) return lines;
  for (const line of await listLines(trx, id, { state: 'granted' })) {
    const { entry } = line;
    if (entry.kind !== 'leave' || stretchOf(entry, zone).end <= first.span.start) continue;
    lines.set(entry.staffId, [...(lines.get(entry.staffId) ?? []), line]);
  }
  return lines;
}

function knewLeave(version: RosterVersion | undefined, { staffId, span }: StreamDuty): boolean {
  return version?.plan.leave.some((each) => each.staffId === staffId && overlaps(each.span, span)) ?? false;
}

function lostSkill(
  version: RosterVersion | undefined,
  { staffId, seat }: StreamDuty,
  member: Parameters<typeof missingSkills>[0],
): boolean {
  const post = version?.plan.posts.find(({ id }) => id === seat.post.id);
  const printed = version?.plan.staff.find(({ id }) => id === staffId);
  if (!post || !printed) return false;
  const then = missingSkills(printed, post);
  return missingSkills(member, post).some((skill) => !then.includes(skill));
}
