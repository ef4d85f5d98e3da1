/** All that is known of one person: the periods ahead with leave and wishes, what they stand and stood, account and memory. */

import { type Instant, MS_PER_MINUTE } from '../../calendar/interval.ts';
import type { LedgerEntry } from '../../domain/ledger.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { Unit } from '../../domain/unit.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listUnitLedger } from '../../store/ledger-store.ts';
import { listMembers, type Member } from '../../store/membership-store.ts';
import { listPeriods } from '../../store/period-store.ts';
import { findStaffMember, listLeavers, listPeriodsOf } from '../../store/staff-store.ts';
import type { App } from '../app.ts';
import {
  listAvailability,
  listPersonAvailability,
  type PeriodAvailability,
  type PersonAvailability,
} from '../availability/list-availability.ts';
import { listDutyShifts, type PublishedShift } from '../machines/list-duty-shifts.ts';
import { requireUnit } from '../require.ts';
import { calledName } from './called-name.ts';

const YEAR_MS = 365 * 24 * 60 * MS_PER_MINUTE;

export interface PersonPeriod {
  readonly key: PeriodKey;
  readonly name: string;
  /** Absent when the person takes no part. */
  readonly availability?: PeriodAvailability;
}

export interface OpenPerson {
  readonly unit: Unit;
  readonly member: StaffMember;
  /** Namesakes told apart. */
  readonly name: string;
  /** Absent while the person is on the list. */
  readonly leftAt?: Instant;
  /** Those that are not over, by start. */
  readonly periods: readonly PersonPeriod[];
  /** Leave and wishes for any time. */
  readonly availability: PersonAvailability;
  /** Published, of the last year and ahead, by start. */
  readonly shifts: readonly PublishedShift[];
  /** By year. */
  readonly ledger: readonly LedgerEntry[];
  readonly account?: Member;
}

/** Throws `not-found`, and `forbidden` for who may not see the person's leave. */
export async function openStaffMember(
  app: App,
  { unitId, staffId }: { readonly unitId: string; readonly staffId: string },
): Promise<OpenPerson> {
  const { db } = app;
  const unit = await requireUnit(db, unitId);
  const member = await findStaffMember(db, unitId, staffId);
  if (!member) throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
  const leaver = (await listLeavers(db, unitId)).find((each) => each.member.id === staffId);
  const account = (await listMembers(db, unitId)).find(({ membership }) => membership.staffId === staffId);
  const within = { start: (app.clock() - YEAR_MS) as Instant, end: Number.MAX_SAFE_INTEGER as Instant };
  return {
    unit,
    member,
    name: await calledName(db, unitId, member),
    periods: await periodsOf(app, { unitId, staffId }),
    availability: await listPersonAvailability(app, { unitId, staffId }),
    shifts: await listDutyShifts(app, { unitId, staffId, within }),
    ledger: await listUnitLedger(db, unitId, staffId),
    ...(leaver ? { leftAt: leaver.leftAt } : {}),
    ...(account ? { account } : {}),
  };
}

async function periodsOf(
  app: App,
  { unitId, staffId }: { readonly unitId: string; readonly staffId: string },
): Promise<PersonPeriod[]> {
  const now = app.clock();
  const own = new Set((await listPeriodsOf(app.db, unitId, staffId)).map(({ periodId }) => periodId));
  const open = (await listPeriods(app.db, unitId)).filter(({ period }) => period.span.end > now);
  return Promise.all(
    open.map(async ({ period: { id, name } }): Promise<PersonPeriod> => {
      const key = { unitId, periodId: id };
      if (!own.has(id)) return { key, name };
      return { key, name, availability: await listAvailability(app, { key, staffId }) };
    }),
  );
}
