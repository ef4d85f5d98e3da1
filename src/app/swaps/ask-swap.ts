/** Asks for a swap: of one colleague, against a shift or as a gift; or of whoever can take the shift. */

import type { Instant } from '../../calendar/interval.ts';
import type { Violation } from '../../constraints/check.ts';
import type { SeatRef } from '../../domain/draft-edit.ts';
import { holderOf } from '../../domain/draft-edit.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Assignment } from '../../domain/roster.ts';
import { LEAST_NOTICE_MS, type Swap, settleBy } from '../../domain/swap.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import { insertSwap } from '../../store/swap-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { tellOfSwap } from '../notices/tell-people.ts';
import { record } from '../record.ts';
import { newId } from '../secret-token.ts';
import { judgeSwap, swapPlans } from './judge-swap.ts';

const MOST_MESSAGE = 500;
export const MOST_WANTED = 40;

export interface SwapAsking {
  readonly key: PeriodKey;
  readonly askerId: string;
  /** The shift to give. */
  readonly shiftId: string;
  readonly partnerId?: string;
  /** The partner's shift to take for it. */
  readonly otherShiftId?: string;
  /** Of an offer to anyone: shifts of which the asker takes one in return. */
  readonly wanted?: readonly string[];
  readonly message: string;
  readonly actor: string;
}

export type SwapAsked =
  | { readonly asked: true; readonly swap: Swap }
  /** `too-late`: one telephones now. `asked-already`: the shift is in another swap that is not settled. */
  | {
      readonly asked: false;
      readonly refusal: 'moved' | 'stands-already' | 'left' | 'too-late' | 'asked-already' | 'no-return';
    }
  | {
      readonly asked: false;
      readonly refusal: 'breaks';
      readonly violations: readonly Violation[];
      readonly version: RosterVersion;
    };

/** Nothing changes when it refuses. Throws `not-found` when nothing is published. Who asks is the caller's to make sure of. */
export async function askSwap(app: App, asking: SwapAsking): Promise<SwapAsked> {
  allow(app, 'swap.ask', { unitId: asking.key.unitId, staffId: asking.askerId });
  return app.db.transaction().execute(async (trx): Promise<SwapAsked> => {
    const { key, partnerId, message, actor } = asking;
    const version = await findNewestVersion(trx, key);
    if (!version || version.withdrawn) {
      throw new AppError('not-found', 'error.version.nothing-published', { period: key.periodId });
    }
    const swap = swapOf(app, version, asking);
    if (!swap) return { asked: false, refusal: 'moved' };
    if (swap.expiresAt === undefined) return { asked: false, refusal: 'too-late' };
    if (swap.wanted?.length === 0) return { asked: false, refusal: 'no-return' };
    if (partnerId !== undefined) {
      const judgement = judgeSwap(version, await swapPlans(trx, app, version), swap);
      if (!judgement.fits) {
        return judgement.refusal === 'breaks'
          ? { asked: false, refusal: 'breaks', violations: judgement.violations, version }
          : { asked: false, refusal: judgement.refusal };
      }
    }
    const kept: Swap = { ...swap, expiresAt: swap.expiresAt, message: message.trim().slice(0, MOST_MESSAGE) };
    if (!(await insertSwap(trx, kept))) return { asked: false, refusal: 'asked-already' };
    await record(
      trx,
      app,
      { at: kept.askedAt, actor, action: 'swap.ask', unitId: key.unitId, subject: kept.id },
      { shift: asking.shiftId, other: asking.otherShiftId ?? '' },
    );
    await tellOfSwap(trx, app, kept);
    return { asked: true, swap: kept };
  });
}

/** Shifts that are there and far enough ahead. */
function wantedOf({ plan }: RosterVersion, now: Instant, wanted: readonly string[]): string[] {
  const chosen = new Set(wanted.slice(0, MOST_WANTED));
  return plan.shifts
    .filter(({ id, span }) => chosen.has(id) && span.start - now >= LEAST_NOTICE_MS)
    .map(({ id }) => id);
}

export type Prepared = Omit<Swap, 'expiresAt'> & { readonly expiresAt: Swap['expiresAt'] | undefined };

/** Undefined when either seat is not held by who would give it. */
export function swapOf(
  app: App,
  version: RosterVersion,
  asking: Omit<SwapAsking, 'actor'>,
): Prepared | undefined {
  const { key, askerId, shiftId, partnerId, otherShiftId, message, wanted } = asking;
  const seat = seatHeldBy(version, shiftId, askerId);
  const other = otherShiftId === undefined ? undefined : seatHeldBy(version, otherShiftId, partnerId ?? '');
  if (!seat || (otherShiftId !== undefined && !other)) return undefined;
  const starts = version.plan.shifts
    .filter(({ id }) => id === shiftId || id === otherShiftId)
    .map(({ span }) => span.start);
  const [first, second = first] = starts;
  if (first === undefined || second === undefined) return undefined;
  const askedAt = app.clock();
  return {
    id: newId(app),
    ...key,
    askerId,
    seat,
    ...(partnerId === undefined ? {} : { partnerId }),
    ...(other ? { other } : {}),
    ...(wanted && partnerId === undefined ? { wanted: wantedOf(version, askedAt, wanted) } : {}),
    message,
    state: 'asked',
    askedAt,
    expiresAt: settleBy(askedAt, Math.min(first, second) as Instant),
  };
}

export function seatHeldBy({ roster }: RosterVersion, shiftId: string, staffId: string): SeatRef | undefined {
  const isIt = (each: Assignment): boolean => each.shiftId === shiftId && each.staffId === staffId;
  const held = roster.assignments.find(isIt);
  return held && holderOf(roster, held) === staffId ? { shiftId, place: held.place } : undefined;
}
