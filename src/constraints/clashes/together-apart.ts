/** Always together, and never: people whom hard rules bind so leave them nothing to stand. */

import type { Plan } from '../../domain/plan.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { Fault } from '../../kernel/fault.ts';
import { apart } from '../apart.ts';
import { shiftsInScope } from '../shift-scope.ts';
import { type BONDS, together } from '../together.ts';
import { clash, type HardRule, hardRules } from './clash.ts';

type Bond = HardRule<ReturnType<typeof together.params.parse>>;
type Parting = HardRule<ReturnType<typeof apart.params.parse>>;

/** What a rule that keeps people apart forbids of each bond: who shares a shift also shares its hours and its day. */
const FORBIDS: Readonly<Record<Parting['asked']['within'], (typeof BONDS)[number][]>> = {
  shift: ['shift'],
  time: ['shift', 'hours'],
  day: ['shift', 'hours', 'day'],
};

/** One for each hard `apart`, for the first two of its people whom hard `together` rules bind, however indirectly. */
export function togetherApart(plan: Plan): Fault[] {
  const bonds = hardRules(plan, together);
  return hardRules(plan, apart).flatMap((parting): Fault[] => {
    const { staffIds, within } = parting.asked;
    const binding = bonds.filter(
      (bond) => FORBIDS[within].includes(bond.asked.bond) && covers(plan, parting, bond),
    );
    for (const [at, a] of staffIds.entries()) {
      for (const b of staffIds.slice(at + 1)) {
        const via = chainBetween(binding, a, b);
        if (!via) continue;
        const names = { first: staffName(plan.staff, a), second: staffName(plan.staff, b) };
        const rules = { together: via.join(', '), apart: parting.rule.id };
        return [clash('together-apart', { ...names, ...rules }, parting.rule)];
      }
    }
    return [];
  });
}

/** Whether they are kept apart wherever they are bound. */
function covers(plan: Plan, parting: Parting, bond: Bond): boolean {
  const apartAt = new Set(shiftsInScope(plan, parting.asked.scope));
  const boundAt = shiftsInScope(plan, bond.asked.scope);
  return boundAt.length > 0 && boundAt.every((shift) => apartAt.has(shift));
}

/** Ids of the rules that lead from one to the other by the fewest steps; undefined where none do. */
function chainBetween(bonds: readonly Bond[], from: string, to: string): string[] | undefined {
  const ways = new Map<string, string[]>([[from, []]]);
  for (const [person, way] of ways) {
    if (person === to) return way;
    for (const { rule, asked } of bonds) {
      if (!asked.staffIds.includes(person)) continue;
      for (const next of asked.staffIds) if (!ways.has(next)) ways.set(next, [...way, rule.id]);
    }
  }
  return undefined;
}
