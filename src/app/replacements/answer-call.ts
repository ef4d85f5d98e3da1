/**
 * Someone answers “ai nhận được?”. The first yes that keeps the rules takes the seat and is published by itself; those who
 * come later are told who was before them.
 */

import type { SeatCallFacts } from '../../domain/notice.ts';
import { teller } from '../../domain/notice.ts';
import { type CallAnswer, isOpen, type SeatCall } from '../../domain/seat-call.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import type { Person } from '../../store/personal-link-store.ts';
import { findSeatCall, saveCallAnswer, saveCallTaken } from '../../store/seat-call-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { tell } from '../notices/tell-people.ts';
import { ofPeriod, record } from '../record.ts';
import { replaceWithin, type SeatReplaced, type SeatReplacing } from './replace-seat.ts';
import { whoSeesToIt } from './report-absence.ts';

export interface CallAnswering extends Person {
  readonly callId: string;
  readonly answer: CallAnswer;
  readonly noteOf: SeatReplacing['noteOf'];
  readonly actor: string;
}

export type CallAnswered =
  | { readonly kind: 'taken'; readonly version: RosterVersion }
  | { readonly kind: 'declined' }
  /** Someone else was before; absent where the call ended by itself. */
  | { readonly kind: 'over'; readonly takenBy?: string }
  | { readonly kind: 'refused'; readonly refusal: Extract<SeatReplaced, { done: false }>['refusal'] };

/** Throws `not-found` for a call that the person was not asked by; `forbidden`. */
export async function answerCall(app: App, answering: CallAnswering): Promise<CallAnswered> {
  const { unitId, staffId, callId, answer, actor, noteOf } = answering;
  allow(app, 'swap.ask', { unitId, staffId });
  return app.db.transaction().execute(async (trx): Promise<CallAnswered> => {
    const call = await findSeatCall(trx, { unitId, id: callId });
    if (!call?.asked.some((each) => each.staffId === staffId)) {
      throw new AppError('not-found', 'call.missing');
    }
    const at = app.clock();
    // Who took it and touches again has it.
    if (!isOpen(call, at)) {
      return { kind: 'over', ...(call.takenBy === undefined ? {} : { takenBy: call.takenBy }) };
    }
    if (answer === 'no') {
      await saveCallAnswer(trx, { callId, staffId }, { answer, at });
      return { kind: 'declined' };
    }
    const { periodId, seat, fromId } = call;
    const replacing = { key: { unitId, periodId }, seat, fromId, toId: staffId, noteOf };
    const replaced = await replaceWithin(trx, app, replacing, { actor });
    if (!replaced.done) return { kind: 'refused', refusal: replaced.refusal };
    await saveCallAnswer(trx, { callId, staffId }, { answer, at });
    await saveCallTaken(trx, callId, staffId);
    const details = { shift: seat.shiftId, from: fromId, to: staffId };
    await record(trx, app, { actor, action: 'seat.take', ...ofPeriod({ unitId, periodId }) }, details);
    await tellTaken(trx, app, call, staffId);
    return { kind: 'taken', version: replaced.version };
  });
}

/** All who were asked, and who sees to it; who took it and who is away hear of it as the version. */
async function tellTaken(trx: Database, app: App, call: SeatCall, takenBy: string): Promise<void> {
  const { unitId, periodId, seat, fromId, id } = call;
  const version = await findNewestVersion(trx, { unitId, periodId });
  const shift = version?.plan.shifts.find((each) => each.id === seat.shiftId);
  if (!version || !shift) return;
  const facts: SeatCallFacts = {
    ...{ kind: 'call', callId: id, periodId, state: 'taken', fromId, takenBy },
    shift: teller(version)(shift, []),
  };
  const everyone = [...call.asked.map(({ staffId }) => staffId), ...(await whoSeesToIt(trx, app, unitId))];
  const told = everyone.filter((each) => each !== takenBy && each !== fromId);
  await tell(trx, { unitId, told: new Map(told.map((each) => [each, facts])), at: app.clock() });
}
