/** Who was asked for a seat and what they answered, for who replaces; and which calls wait for one's own answer. */

import type { SeatRef } from '../../domain/draft-edit.ts';
import { type ToldShift, teller } from '../../domain/notice.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { isOfSeat, type SeatCall } from '../../domain/seat-call.ts';
import type { Person } from '../../store/personal-link-store.ts';
import { listCallsTo, listSeatCalls } from '../../store/seat-call-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requireReplacing } from './may-replace.ts';

/** The latest for the seat as it is held. Throws `forbidden` for who may not replace. */
export async function readCallOf(
  app: App,
  { key, seat, holderId }: { readonly key: PeriodKey; readonly seat: SeatRef; readonly holderId: string },
): Promise<SeatCall | undefined> {
  await requireReplacing(app.db, app, key.unitId);
  return (await listSeatCalls(app.db, key)).find((each) => isOfSeat(each, seat, holderId));
}

export interface CallToMe {
  readonly call: SeatCall;
  readonly shift: ToldShift;
}

/** Those without an answer of the person's. Throws `forbidden`. */
export async function listCallsToMe(app: App, person: Person): Promise<CallToMe[]> {
  allow(app, 'swap.ask', person);
  const calls = await listCallsTo(app.db, person, app.clock());
  const found = await Promise.all(
    calls.map(async (call) => {
      const version = await findNewestVersion(app.db, call);
      const shift = version?.plan.shifts.find(({ id }) => id === call.seat.shiftId);
      return version && shift ? [{ call, shift: teller(version)(shift, []) }] : [];
    }),
  );
  return found.flat();
}
