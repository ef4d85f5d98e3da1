/** What people's own calendars propose for a period, person by person, and what of it is leave already. */

import type { Instant, Interval } from '../../calendar/interval.ts';
import { cutTo, leaveEntries } from '../../domain/leave-proposal.ts';
import { entryRef } from '../../domain/own-availability.ts';
import type { Period, PeriodKey } from '../../domain/period.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { Unit } from '../../domain/unit.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listAvailability } from '../../store/availability-store.ts';
import { listBusyCalendars, listProposals } from '../../store/busy-calendar-store.ts';
import { findPeriod } from '../../store/period-store.ts';
import { listParticipants } from '../../store/staff-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { type CalendarState, stateOf } from './read-busy-calendar.ts';

export interface ReviewedProposal {
  /** As proposed: names the proposal when it is taken. */
  readonly start: Instant;
  /** What of it falls within the period. */
  readonly span: Interval;
  /** All of it is leave already. */
  readonly taken: boolean;
}

export interface PersonProposals extends CalendarState {
  readonly member: StaffMember;
  readonly proposals: readonly ReviewedProposal[];
}

export interface ProposalReview {
  readonly unit: Unit;
  readonly period: Period;
  /** Those who take part and let a calendar be read, in the order of the period. */
  readonly people: readonly PersonProposals[];
}

/** Throws `not-found`. */
export async function reviewLeaveProposals({ db }: App, key: PeriodKey): Promise<ProposalReview> {
  const [unit, period] = [await findUnit(db, key.unitId), await findPeriod(db, key)];
  if (!unit || !period) throw new AppError('not-found', 'error.period.missing', { period: key.periodId });
  const proposals = await listProposals(db, unit.id, period.span);
  const calendars = await listBusyCalendars(db, unit.id);
  const known = new Set((await listAvailability(db, key)).map(entryRef));
  const people = (await listParticipants(db, key)).flatMap((member): PersonProposals[] => {
    const calendar = calendars.find(({ staffId }) => staffId === member.id);
    if (!calendar) return [];
    const own = proposals.filter(({ staffId }) => staffId === member.id);
    const reviewed = own.map(({ span }): ReviewedProposal => {
      const within = cutTo(span, period.span);
      const entries = leaveEntries(within, { staffId: member.id, note: '', zone: unit.zone });
      return { start: span.start, span: within, taken: entries.every((entry) => known.has(entryRef(entry))) };
    });
    return [{ member, proposals: reviewed, ...stateOf(calendar) }];
  });
  return { unit, period, people };
}
