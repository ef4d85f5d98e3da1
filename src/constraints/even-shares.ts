/**
 * What each person should stand of each kind of duty: what an even turn gives them, less what earlier periods left them
 * ahead by, rounded down or up; many hours of duties of several lengths, which seldom add up to one figure, also within half the
 * longest duty. It sets no price.
 */

import { DUTY_COUNTS, type DutyCount } from '../domain/ledger.ts';
import type { Plan } from '../domain/plan.ts';
import { type DutyKind, distinct, dutyKinds } from './duty-kinds.ts';
import { fairShares } from './fair-share.ts';
import { recentLedger, sumByStaff } from './recent-ledger.ts';
import { wholePlan } from './staff-scope.ts';

/** Shares closer to a whole number than this are that number. */
const NEAR = 1e-6;

/** From so many of the longest duties on, or where rounding leaves one figure, hours of several lengths are even within half of one. */
const LEAST_MIXED = 6;

/** What one person should stand of one kind, in the kind's unit: duties, or hours. */
export interface EvenShare {
  readonly staffId: string;
  readonly kind: DutyKind;
  /** Of a kind of shift: its name. */
  readonly label?: string;
  /** Indices of the plan's shifts that count and that the person can stand, and the amount of each. */
  readonly shifts: readonly number[];
  readonly amounts: readonly number[];
  /** The amount of one duty; of hours those of the longest, since a duty is not cut. */
  readonly duty: number;
  readonly least: number;
  readonly most: number;
}

/** Of each person, for each kind they can stand; kinds that are the same duties for them stand once. */
export function evenShares(plan: Plan, years: number): EvenShare[] {
  const kinds = dutyKinds(plan);
  const shares = fairShares(plan);
  const ahead = new Map(DUTY_COUNTS.map((kind) => [kind, aheadOf(wholePlan(plan), kind, years)]));
  return plan.staff.flatMap(({ id: staffId }) => {
    const parts = shares.get(staffId) ?? new Float64Array();
    const own = kinds
      .map((each) => ({ ...each, shifts: each.shifts.filter((s) => (parts[s] ?? 0) > 0) }))
      .filter(({ shifts }) => shifts.length > 0);
    return distinct(own).map(({ kind, label, shifts }): EvenShare => {
      const amounts = shifts.map((s) => (kind === 'hours' ? hoursOf(plan.shifts[s]?.minutes ?? 0) : 1));
      const duty = Math.max(...amounts);
      const even = shifts.reduce((sum, s, i) => sum + (parts[s] ?? 0) * (amounts[i] ?? 0), 0);
      const owed = isCounted(kind) ? (ahead.get(kind)?.get(staffId) ?? 0) : 0;
      const fair = Math.max(0, Math.min(2 * even, even - owed));
      return {
        staffId,
        kind,
        ...(label === undefined ? {} : { label }),
        shifts,
        amounts,
        duty,
        ...bandOf(fair, amounts, duty),
      };
    });
  });
}

function bandOf(fair: number, amounts: readonly number[], duty: number): { least: number; most: number } {
  const least = Math.floor(fair / duty + NEAR) * duty;
  const most = Math.max(0, Math.ceil(fair / duty - NEAR) * duty);
  const isMixed = fair > NEAR && amounts.some((amount) => amount < duty);
  if (!isMixed || (least < most && fair < LEAST_MIXED * duty)) return { least, most };
  const half = duty / 2;
  return {
    least: Math.min(least, Math.ceil(fair - half - NEAR)),
    most: Math.max(most, Math.floor(fair + half + NEAR)),
  };
}

/** Whole hours, so that few minutes make no unit of their own. */
export function hoursOf(minutes: number): number {
  return Math.max(1, Math.round(minutes / 60));
}

function isCounted(kind: DutyKind): kind is DutyCount {
  return DUTY_COUNTS.some((each) => each === kind);
}

/**
 * By staff id, duties of the kind above (or below) an even share of what the ledger holds of it. Only those who can stand
 * it now and who have points in those years are compared: others have just joined, or were never asked to.
 */
function aheadOf(plan: Plan, kind: DutyCount, years: number): Map<string, number> {
  const ledger = recentLedger(plan, years);
  const entries = ledger.filter((entry) => entry.kind === kind);
  const counted = new Set(entries.map(({ year }) => year));
  const present = new Set(
    ledger
      .filter((entry) => entry.kind === 'points' && counted.has(entry.year))
      .map(({ staffId }) => staffId),
  );
  const shifts = dutyKinds(plan).find((each) => each.kind === kind)?.shifts ?? [];
  const able = plan.staff.filter(({ id }) => {
    const parts = fairShares(plan).get(id);
    return present.has(id) && shifts.some((s) => (parts?.[s] ?? 0) > 0);
  });
  const sums = sumByStaff(entries);
  const total = able.reduce((sum, { id }) => sum + (sums.get(id) ?? 0), 0);
  const full = able.reduce((sum, { share }) => sum + share, 0);
  return new Map(able.map(({ id, share }) => [id, (sums.get(id) ?? 0) - (total * share) / full]));
}
