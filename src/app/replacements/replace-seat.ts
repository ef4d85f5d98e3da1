/**
 * One published seat goes to another person and is published by itself, at two in the morning: without the draft in work
 * around it, and where the unit says so before whoever approves has woken up.
 */

import type { Violation } from '../../constraints/check.ts';
import type { SeatRef } from '../../domain/draft-edit.ts';
import { holderOf } from '../../domain/draft-edit.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Replacement } from '../../domain/replacement.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { saveReplacement } from '../../store/replacement-store.ts';
import { addParticipant, listStaff } from '../../store/staff-store.ts';
import { readDutyFlow } from '../../store/submission-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import type { By } from '../availability/availability-access.ts';
import { ofPeriod, record } from '../record.ts';
import { newId } from '../secret-token.ts';
import { followInDraft } from '../swaps/carry-out-swap.ts';
import { judgeSwap, swapPlans } from '../swaps/judge-swap.ts';
import { addVersion } from '../versions/add-version.ts';
import { approvalWithin } from '../versions/read-approval.ts';
import { requireReplacing } from './may-replace.ts';

export interface SeatReplacing {
  readonly key: PeriodKey;
  readonly seat: SeatRef;
  /** Who was seen to stand it. */
  readonly fromId: string;
  readonly toId: string;
  /** The words of the version's note; sentences are not made here. */
  readonly noteOf: (version: RosterVersion, replacing: SeatReplacing) => string;
}

export type SeatReplaced =
  | { readonly done: true; readonly version: RosterVersion; readonly replacement: Replacement }
  /**
   * `left`: the one who should take it is off the staff list. `approval`: the unit wants it approved first.
   */
  | {
      readonly done: false;
      readonly refusal: 'moved' | 'stands-already' | 'over' | 'left' | 'approval';
    }
  | { readonly done: false; readonly refusal: 'breaks'; readonly violations: readonly Violation[] };

/** Throws `not-found` without the unit or a published roster; `forbidden` for who may not. */
export function replaceSeat(app: App, replacing: SeatReplacing, by: By): Promise<SeatReplaced> {
  return app.db.transaction().execute(async (trx): Promise<SeatReplaced> => {
    await requireReplacing(trx, app, replacing.key.unitId);
    return replaceWithin(trx, app, replacing, by);
  });
}

/** The same inside a transaction, for use cases that have asked who it is for. */
export async function replaceWithin(
  trx: Database,
  app: App,
  replacing: SeatReplacing,
  by: By,
): Promise<SeatReplaced> {
  const { key, seat, fromId, toId } = replacing;
  const previous = await findNewestVersion(trx, key);
  if (!previous || previous.withdrawn) {
    throw new AppError('not-found', 'error.version.nothing-published', { period: key.periodId });
  }
  const refusal = await refusalOf(trx, app, previous, replacing);
  if (refusal) return { done: false, refusal };
  const approval = await approvalOf(trx, key);
  if (approval === 'first') return { done: false, refusal: 'approval' };
  const exchange = { askerId: fromId, seat, partnerId: toId };
  const judgement = judgeSwap(previous, await swapPlans(trx, app, previous), exchange);
  if (!judgement.fits) {
    return judgement.refusal === 'breaks'
      ? { done: false, refusal: 'breaks', violations: judgement.violations }
      : { done: false, refusal: judgement.refusal };
  }
  const { plan, roster, overrides } = judgement;
  const note = replacing.noteOf({ ...previous, plan }, replacing);
  const version = await addVersion(trx, app, {
    previous,
    actor: by.actor,
    content: {
      plan,
      roster,
      note,
      // What was broken before, with a reason, goes on being so.
      ...(overrides ? { overrideReason: previous.overrideReason ?? note } : {}),
    },
  });
  const replacement: Replacement = {
    id: newId(app),
    ...key,
    version: version.number,
    seat,
    fromId,
    toId,
    by: by.actor,
    at: version.publishedAt,
    ...(approval === 'afterwards' ? { approval: 'waiting' as const } : {}),
  };
  await saveReplacement(trx, replacement);
  await addParticipant(trx, key, toId);
  const details = { version: version.number, shift: seat.shiftId, from: fromId, to: toId };
  await record(trx, app, { actor: by.actor, action: 'seat.replace', ...ofPeriod(key) }, details);
  await followInDraft(trx, app, { swap: { ...exchange, ...key }, actor: by.actor });
  return { done: true, version, replacement };
}

async function refusalOf(
  trx: Database,
  app: App,
  { plan, roster }: RosterVersion,
  { key, seat, fromId, toId }: SeatReplacing,
): Promise<'moved' | 'over' | 'left' | undefined> {
  const shift = plan.shifts.find(({ id }) => id === seat.shiftId);
  if (!shift || holderOf(roster, seat) !== fromId) return 'moved';
  if (shift.span.end <= app.clock()) return 'over';
  const staff = await listStaff(trx, key.unitId);
  return staff.some(({ id }) => id === toId) ? undefined : 'left';
}

/** What the unit wants of a replacement: nothing, a word afterwards, or before. */
export async function approvalOf(trx: Database, key: PeriodKey): Promise<'none' | 'first' | 'afterwards'> {
  const { asked } = await approvalWithin(trx, key);
  if (!asked) return 'none';
  return (await readDutyFlow(trx, key.unitId)).replaceAtOnce === false ? 'first' : 'afterwards';
}
