/**
 * “Ai nhận được?”: asks people at once whether they can take a published seat. Whoever stands it is away for its hours from
 * then on, and nobody writes why; the seat is theirs until someone's yes holds.
 */

import type { SeatRef } from '../../domain/draft-edit.ts';
import { holderOf } from '../../domain/draft-edit.ts';
import { type SeatCallFacts, teller } from '../../domain/notice.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { isOfSeat, isOpen, type SeatCall } from '../../domain/seat-call.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { addCalledPeople, insertSeatCall, listSeatCalls } from '../../store/seat-call-store.ts';
import { listStaff } from '../../store/staff-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import type { By } from '../availability/availability-access.ts';
import { tell } from '../notices/tell-people.ts';
import { ofPeriod, record } from '../record.ts';
import { newId } from '../secret-token.ts';
import { enterAbsence } from './enter-absence.ts';
import { requireReplacing } from './may-replace.ts';
import { approvalOf } from './replace-seat.ts';

export interface PeopleCalling {
  readonly key: PeriodKey;
  readonly seat: SeatRef;
  /** Who was seen to stand it. */
  readonly fromId: string;
  /** Judged again when they answer. */
  readonly toIds: readonly string[];
}

export type PeopleCalled =
  | { readonly done: true; readonly call: SeatCall; readonly told: number }
  | { readonly done: false; readonly refusal: 'moved' | 'over' | 'approval' | 'nobody' };

/** As many as a page offers. */
const MOST_ASKED = 24;

/** Throws `not-found` without a published roster; `forbidden` for who may not replace. */
export function callPeople(app: App, calling: PeopleCalling, by: By): Promise<PeopleCalled> {
  const { key, seat, fromId } = calling;
  return app.db.transaction().execute(async (trx): Promise<PeopleCalled> => {
    await requireReplacing(trx, app, key.unitId);
    const version = await findNewestVersion(trx, key);
    if (!version || version.withdrawn) {
      throw new AppError('not-found', 'error.version.nothing-published', { period: key.periodId });
    }
    const shift = version.plan.shifts.find(({ id }) => id === seat.shiftId);
    if (!shift || holderOf(version.roster, seat) !== fromId) return { done: false, refusal: 'moved' };
    if (shift.span.end <= app.clock()) return { done: false, refusal: 'over' };
    if ((await approvalOf(trx, key)) === 'first') return { done: false, refusal: 'approval' };
    const here = new Set((await listStaff(trx, key.unitId)).map(({ id }) => id));
    const asked = calling.toIds.filter((id) => id !== fromId && here.has(id)).slice(0, MOST_ASKED);
    if (asked.length === 0) return { done: false, refusal: 'nobody' };
    await enterAbsence(trx, app, { version, shift, staffId: fromId, actor: by.actor });
    const call = await openCall(trx, app, { calling, by, endsAt: shift.span.end });
    await addCalledPeople(trx, call, asked);
    const facts: SeatCallFacts = {
      ...{ kind: 'call', callId: call.id, periodId: key.periodId, state: 'asked', fromId },
      shift: teller(version)(shift, []),
    };
    const told = new Map(asked.map((id) => [id, facts]));
    const count = await tell(trx, { unitId: key.unitId, told, at: app.clock() });
    const details = { shift: seat.shiftId, from: fromId, people: asked.length };
    await record(trx, app, { ...{ actor: by.actor, action: 'seat.call', ...ofPeriod(key) } }, details);
    return { done: true, call, told: count };
  });
}

interface Opening {
  readonly calling: PeopleCalling;
  readonly by: By;
  readonly endsAt: SeatCall['endsAt'];
}

/** One call a seat: who is asked later is asked by the same. */
async function openCall(trx: Database, app: App, { calling, by, endsAt }: Opening): Promise<SeatCall> {
  const { key, seat, fromId } = calling;
  const open = (await listSeatCalls(trx, key)).find(
    (each) => isOfSeat(each, seat, fromId) && isOpen(each, app.clock()),
  );
  if (open) return open;
  const call = { id: newId(app), ...key, seat, fromId, by: by.actor, at: app.clock(), endsAt };
  await insertSeatCall(trx, call);
  return { ...call, asked: [] };
}
