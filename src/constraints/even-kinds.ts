/**
 * Nights, weekends, holidays, each kind of shift and hours are shared evenly each for itself, so that equal points hide
 * nobody's three nights. Of each kind a person should stand what an even turn gives them, rounded down or up; hours are
 * rounded to the longest duty they can stand, since a duty is not cut. Within that there is no cost, beyond it each duty
 * counts `percent`: 0 leaves only the sum of points, 100 puts kinds first and points second. See decision 0120.
 */

import { z } from 'zod';
import { defineConstraint } from './constraint.ts';
import { type EvenShare, evenShares } from './even-shares.ts';
import { staffScope } from './staff-scope.ts';

const params = z.strictObject({
  /** From the sum of points alone (0) to each kind for itself first (100). */
  percent: z.int().min(0).max(100).default(50),
  /** How many years of the ledger's nights, weekends and holidays are made good; 0 leaves only those of the same year. */
  years: z.int().min(0).max(20).default(4),
  who: staffScope,
});

/**
 * What one of the amounts' common divisor counts, so that a duty counts `percent`: the same for each, or three of eight hours
 * would not be one of 24.
 */
function unitOf({ amounts, duty }: EvenShare, percent: number): number {
  const divisor = amounts.reduce(commonDivisor, 0);
  return Math.max(1, Math.round((percent * divisor) / duty)) / divisor;
}

/** The greatest common divisor; of nought and b it is b. */
function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

function bandOf({ least, most }: EvenShare, unit: number): { below?: number; above: number } {
  const above = Math.round(unit * most);
  return least > 0 ? { below: Math.round(unit * least), above } : { above };
}

export const evenKinds = defineConstraint({
  code: 'even-kinds',
  kind: 'balance',
  params,
  defaults: { strength: { kind: 'soft', weight: 6 }, params: params.parse({}) },

  violations(plan, roster, { percent, years }) {
    if (percent === 0) return [];
    return evenShares(plan, years).flatMap((share) => {
      const { staffId, kind, label = '', least, most } = share;
      const unit = unitOf(share, percent);
      const { below = 0, above } = bandOf(share, unit);
      const stood = share.shifts.flatMap((s, i) => {
        const id = plan.shifts[s]?.id ?? '';
        return roster.stands(staffId, id) ? [{ id, amount: share.amounts[i] ?? 0 }] : [];
      });
      const count = stood.reduce((sum, { amount }) => sum + amount, 0);
      const value = Math.round(unit * count);
      const amount = Math.max(0, below - value, value - above);
      if (amount === 0) return [];
      const shiftIds = stood.map(({ id }) => id);
      return [{ amount, staffIds: [staffId], shiftIds, params: { kind, label, count, least, most } }];
    });
  },

  terms(plan, { percent, years }, sink) {
    if (percent === 0) return;
    for (const share of evenShares(plan, years)) {
      const unit = unitOf(share, percent);
      const ids = share.shifts.map((s) => plan.shifts[s]?.id ?? '');
      const block = {
        people: Int32Array.of(sink.person(share.staffId)),
        shifts: Int32Array.from(ids, (id) => sink.shift(id)),
        coefficients: Int32Array.from(share.amounts, (amount) => Math.round(unit * amount)),
      };
      sink.counter({ blocks: [block], price: { kind: 'range', ...bandOf(share, unit) } });
    }
  },
});
