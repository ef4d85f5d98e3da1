/** Leave that people ask for and nobody has answered yet, whoever or whatever asked: the person, or the person's own calendar. */

import { dayOf } from '../../calendar/zone.ts';
import type { AvailabilityLine } from '../../domain/availability-line.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { staffName } from '../../domain/staff-names.ts';
import { inListOrder } from '../../domain/staff-order.ts';
import type { Unit } from '../../domain/unit.ts';
import { listLines } from '../../store/availability-store.ts';
import { listBusyCalendars } from '../../store/busy-calendar-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { listStaff } from '../../store/staff-store.ts';
import type { App } from '../app.ts';
import { openAvailabilityAccess } from './availability-access.ts';
import { type CalendarState, stateOf } from './read-busy-calendar.ts';

export interface WaitingPerson {
  readonly member: StaffMember;
  /** As told apart from namesakes. */
  readonly name: string;
  /** By day; none when only a calendar is read. */
  readonly lines: readonly AvailabilityLine[];
  /** How the reading of the person's own calendar goes, where one is read. */
  readonly calendar?: CalendarState;
}

export interface WaitingLeave {
  readonly unit: Unit;
  /** By given name: who asks for something, and whose calendar is read. */
  readonly people: readonly WaitingPerson[];
}

/** What is over waits for nothing. Throws `not-found`, `forbidden` for who may not see everyone's. */
export function listWaitingLeave(app: App, { unitId }: { readonly unitId: string }): Promise<WaitingLeave> {
  return readOnly(app.db, async (trx) => {
    const { unit } = await openAvailabilityAccess(trx, app, { unitId, action: 'availability.view' });
    const today = dayOf(app.clock(), unit.zone);
    const lines = (await listLines(trx, unitId, { state: 'waiting' }))
      .filter(({ entry }) => entry.to > today)
      .sort((a, b) => (a.entry.from < b.entry.from ? -1 : 1));
    const calendars = new Map(
      (await listBusyCalendars(trx, unitId)).map((each) => [each.staffId, stateOf(each)]),
    );
    const staff = inListOrder(await listStaff(trx, unitId), unit.listOrder);
    const people = staff.flatMap((member): WaitingPerson[] => {
      const own = lines.filter(({ entry }) => entry.staffId === member.id);
      const calendar = calendars.get(member.id);
      return own.length === 0 && !calendar
        ? []
        : [{ member, name: staffName(staff, member.id), lines: own, ...(calendar ? { calendar } : {}) }];
    });
    return { unit, people };
  });
}
