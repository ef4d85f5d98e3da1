/** Leave and wishes that say something of a period, of one person or of all who take part; and all of a person's, for any time. */

import { addDays } from '../../calendar/day.ts';
import { dayOf } from '../../calendar/zone.ts';
import { type AvailabilityLine, daysAround, reachOf, touches } from '../../domain/availability-line.ts';
import { entryRef } from '../../domain/own-availability.ts';
import type { Period, PeriodKey } from '../../domain/period.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { Post, Unit } from '../../domain/unit.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listLines } from '../../store/availability-store.ts';
import { listPosts } from '../../store/post-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { findStaffMember, listParticipants } from '../../store/staff-store.ts';
import type { App } from '../app.ts';
import { requirePeriod } from '../require.ts';
import { type Closing, closingFor, openAvailabilityAccess } from './availability-access.ts';
import { postsForWishes } from './posts-for-wishes.ts';

/** What is over this long is of no use to who enters more. */
const DAYS_SHOWN_BACK = 31;

export interface KeptLine extends AvailabilityLine {
  /** Names the line when it is taken away. */
  readonly ref: string;
}

export interface PeriodAvailability extends Closing {
  readonly key: PeriodKey;
  readonly unit: Unit;
  readonly period: Period;
  /** Who takes part, as the period has them: only the one asked about where one is. */
  readonly staff: readonly StaffMember[];
  readonly posts: readonly Post[];
  /** As they were given, those that wait or were refused included. */
  readonly lines: readonly KeptLine[];
}

export interface AvailabilityQuestion {
  readonly key: PeriodKey;
  /** Absent asks about everyone, which those who see only their own may not. */
  readonly staffId?: string;
}

/** Throws `not-found`, `forbidden`. */
export function listAvailability(
  app: App,
  { key, staffId }: AvailabilityQuestion,
): Promise<PeriodAvailability> {
  const { unitId } = key;
  return readOnly(app.db, async (trx) => {
    const person = staffId === undefined ? {} : { staffId };
    const { unit, makes } = await openAvailabilityAccess(trx, app, {
      unitId,
      ...person,
      action: 'availability.view',
    });
    const period = await requirePeriod(trx, key);
    const asked = (id: string): boolean => staffId === undefined || id === staffId;
    const staff = (await listParticipants(trx, key)).filter(({ id }) => asked(id));
    const staffIds = staff.map(({ id }) => id);
    const near = await listLines(trx, unitId, { staffIds, within: daysAround(period, unit.zone) });
    const { closesAt, closed } = await closingFor(trx, app, key, period);
    return {
      key,
      unit,
      period,
      staff,
      closesAt,
      ...(closed === undefined || makes ? {} : { closed }),
      posts: await listPosts(trx, key),
      lines: near.filter(({ entry }) => touches(entry, reachOf(period), unit.zone)).map(kept),
    };
  });
}

export interface PersonAvailability {
  readonly unit: Unit;
  readonly member: StaffMember;
  /** That a wish may name. */
  readonly posts: readonly Post[];
  /** Of the last month and ahead, by day. */
  readonly lines: readonly KeptLine[];
}

/** Throws `not-found`, `forbidden`. */
export function listPersonAvailability(
  app: App,
  { unitId, staffId }: { readonly unitId: string; readonly staffId: string },
): Promise<PersonAvailability> {
  return readOnly(app.db, async (trx) => {
    const { unit } = await openAvailabilityAccess(trx, app, {
      unitId,
      staffId,
      action: 'availability.view',
    });
    const member = await findStaffMember(trx, unitId, staffId);
    if (!member) throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
    const since = addDays(dayOf(app.clock(), unit.zone), -DAYS_SHOWN_BACK);
    const lines = (await listLines(trx, unitId, { staffIds: [staffId] }))
      .filter(({ entry }) => entry.to > since)
      .sort((a, b) => (a.entry.from < b.entry.from ? -1 : a.entry.from > b.entry.from ? 1 : a.id - b.id));
    return { unit, member, posts: await postsForWishes(trx, unitId), lines: lines.map(kept) };
  });
}

function kept(line: AvailabilityLine): KeptLine {
  return { ...line, ref: entryRef(line.entry) };
}
