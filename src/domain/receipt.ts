/**
 * “Đã nhận lịch”: each person says it of a version. A later version asks again, and only of those whose own shifts it
 * changed; everybody else's word is kept.
 */

import type { Instant } from '../calendar/interval.ts';
import type { ReceiptWay } from './delivery.ts';
import type { RosterFacts } from './notice.ts';
import { RosterIndex } from './roster-index.ts';
import type { RosterVersion } from './version.ts';

export interface Receipt {
  readonly staffId: string;
  readonly periodId: string;
  readonly version: number;
  readonly at: Instant;
  readonly way: ReceiptWay;
  /** Who did it: an account, a private link, or who told the person and wrote it down. */
  readonly actor: string;
}

/** `received`: of this version. `kept`: of an earlier one, and nothing changed for the person since. */
export type ReceptionState = 'received' | 'kept' | 'missing';

export interface Reception {
  readonly staffId: string;
  readonly state: ReceptionState;
  readonly receipt?: Receipt;
  /** What the person was told of last; absent for rosters of before anyone was told. */
  readonly told?: RosterFacts;
}

export interface ReceptionSources {
  readonly version: RosterVersion;
  /** The newest roster notice of each person in the period. */
  readonly told: ReadonlyMap<string, RosterFacts>;
  /** The newest receipt of each person in the period. */
  readonly receipts: ReadonlyMap<string, Receipt>;
}

/** Everyone who stands in the version, and whoever lost their shifts and has not said so yet; in the roster's order. */
export function receptions({ version, told, receipts }: ReceptionSources): Reception[] {
  const { plan, roster, number } = version;
  const index = new RosterIndex(plan, version.withdrawn ? { ...roster, assignments: [] } : roster);
  return plan.staff.flatMap(({ id }): Reception[] => {
    const last = told.get(id);
    const receipt = receipts.get(id);
    const state = receptionState(number, last, receipt);
    const asked = index.shiftsOf(id).length > 0 || (last !== undefined && last.version === number);
    if (!asked && (state !== 'missing' || last === undefined)) return [];
    return [{ staffId: id, state, ...(receipt ? { receipt } : {}), ...(last ? { told: last } : {}) }];
  });
}

/** Whoever was told of nothing, since the roster is from before, may say it of any version. */
export function receptionState(
  newest: number,
  told: Pick<RosterFacts, 'version'> | undefined,
  receipt: Pick<Receipt, 'version'> | undefined,
): ReceptionState {
  if (!receipt || receipt.version < (told?.version ?? 1)) return 'missing';
  return receipt.version === newest ? 'received' : 'kept';
}
