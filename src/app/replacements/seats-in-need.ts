/**
 * Coming published seats whose person can't stand them as things are today: off the staff list, on leave that the roster
 * didn't know of, or without a skill that the post asks for. Why someone is away is nobody's business here.
 */

import { overlaps } from '../../calendar/interval.ts';
import { missingSkills } from '../../constraints/qualified.ts';
import { type AvailabilityLine, stretchOf, touches } from '../../domain/availability-line.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { KnownPeople } from '../../domain/todays-people.ts';
import type { Unit } from '../../domain/unit.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listLines } from '../../store/availability-store.ts';
import type { Database } from '../../store/database.ts';
import { listComingDuties, type StreamDuty } from '../../store/duty-stream-store.ts';
import { listKnownPeople } from '../../store/staff-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';

export type NeedReason = 'left' | 'leave' | 'skill';

export interface SeatInNeed {
  readonly duty: StreamDuty;
  readonly reason: NeedReason;
  /** As told apart from namesakes. */
  readonly name: string;
}

export interface SeatsInNeed {
  readonly unit: Unit;
  /** By start; one that runs is among them. */
  readonly seats: readonly SeatInNeed[];
}

/** Throws `not-found`, `forbidden`. */
export async function listSeatsInNeed(
  app: App,
  { unitId }: { readonly unitId: string },
): Promise<SeatsInNeed> {
  allow(app, 'draft.view', { unitId });
  return app.db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      const unit = await findUnit(trx, unitId);
      if (!unit) throw new AppError('not-found', 'error.unit.missing', { unit: unitId });
      const people = await listKnownPeople(trx, unitId);
      const duties = await listComingDuties(trx, { unitId, after: app.clock() });
      const reasonOf = await reasoner(trx, { unit, people, duties });
      const members = [...people.values()].map(({ member }) => member);
      const seats = duties.flatMap((duty): SeatInNeed[] => {
        const reason = reasonOf(duty);
        return reason === undefined ? [] : [{ duty, reason, name: staffName(members, duty.staffId) }];
      });
      return { unit, seats };
    });
}

interface Today {
  readonly unit: Unit;
  readonly people: KnownPeople;
  readonly duties: readonly StreamDuty[];
}

/** What the version knew when it was published, and was accepted with a reason, is told as its fault, not here. */
async function reasoner(
  trx: Database,
  { unit, people, duties }: Today,
): Promise<(duty: StreamDuty) => NeedReason | undefined> {
  const versions = new Map<string, RosterVersion>();
  for (const periodId of new Set(duties.map(({ seat }) => seat.period.id))) {
    const version = await findNewestVersion(trx, { unitId: unit.id, periodId });
    if (version) versions.set(periodId, version);
  }
  const leave = await leaveLines(trx, unit, duties);
  return (duty) => {
    const known = people.get(duty.staffId);
    if (!known || known.left) return known ? 'left' : undefined;
    const version = versions.get(duty.seat.period.id);
    const away = leave.get(duty.staffId)?.some(({ entry }) => touches(entry, duty.span, unit.zone));
    if (away && !knewLeave(version, duty)) return 'leave';
    return lostSkill(version, duty, known.member) ? 'skill' : undefined;
  };
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
