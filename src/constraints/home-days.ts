/**
 * Home for Tết (về quê): those who live far away are off on its first days, in turns over the years where not all can be. A duty
 * on such a day counts 1, and 1 more for each time its person stood one in the last years, so that whoever stayed yields to
 * nobody who went home.
 */

import { z } from 'zod';
import { NAMED_DAYS } from '../calendar/named-days.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import { foldForSearch } from '../kernel/names.ts';
import { defineConstraint } from './constraint.ts';
import { recentLedger, sumByStaff } from './recent-ledger.ts';
import { staffScope } from './staff-scope.ts';

const params = z.strictObject({
  homeDays: z.array(z.enum(NAMED_DAYS)).min(1).default(['mung-1', 'mung-2', 'mung-3']),
  years: z.int().min(0).max(20).default(4),
  /** Absent: everyone whose home province is known and is not the unit's own. */
  who: staffScope,
});

interface Homes {
  readonly shifts: readonly Shift[];
  readonly people: readonly { readonly staffId: string; readonly times: number }[];
}

/** `Tỉnh Lào Cai`, `TP. Huế`: the province by its name alone. */
function nameOf(province: string): string {
  return foldForSearch(province).replace(/^(tinh|thanh pho|tp)\.? /u, '');
}

function homesOf(plan: Plan, { homeDays, years, who }: z.infer<typeof params>): Homes {
  const isMeant = (day: string | undefined): boolean => homeDays.some((each) => each === day);
  const stood = sumByStaff(recentLedger(plan, years).filter(({ kind }) => isMeant(kind)));
  const isHere = (province: string): boolean => nameOf(province) === nameOf(plan.unit.place ?? '');
  return {
    shifts: plan.shifts.filter(({ namedDay }) => isMeant(namedDay)),
    people: plan.staff
      .filter(({ homeProvince }) => who !== undefined || (homeProvince !== '' && !isHere(homeProvince)))
      .map(({ id }) => ({ staffId: id, times: stood.get(id) ?? 0 })),
  };
}

export const homeDays = defineConstraint({
  code: 'home-days',
  personal: true,
  kind: 'preference',
  params,
  defaults: { strength: { kind: 'soft', weight: 60 }, params: params.parse({}) },

  violations(plan, roster, asked) {
    const { shifts, people } = homesOf(plan, asked);
    return people.flatMap(({ staffId, times }) =>
      shifts
        .filter(({ id }) => roster.stands(staffId, id))
        .map(({ id }) => ({
          amount: 1 + times,
          staffIds: [staffId],
          shiftIds: [id],
          params: { times, years: asked.years },
        })),
    );
  },

  terms(plan, asked, sink) {
    const { shifts, people } = homesOf(plan, asked);
    const columns = shifts.map(({ id }) => sink.shift(id));
    if (columns.length === 0) return;
    for (const { staffId, times } of people) sink.mask([sink.person(staffId)], columns, 1 + times);
  },
});
