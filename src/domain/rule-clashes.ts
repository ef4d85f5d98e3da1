/** Hard rules that leave people nothing to stand: always together, and never. Told before anything is solved. */

import type { Fault } from '../kernel/fault.ts';
import { CASE_FILES } from './case-files.ts';
import type { Plan } from './plan.ts';
import { staffName } from './staff-names.ts';

/** One warning for each hard `apart`, for the first two of its people whom hard `together` rules bind, however indirectly. */
export function ruleClashes({ ruleSet, staff }: Plan): Fault[] {
  const hardOf = (code: string) =>
    ruleSet.rules
      .filter(({ constraint, strength }) => constraint === code && strength.kind === 'hard')
      .map(({ id, params }) => ({ id, people: peopleOf(params) }));
  const bonds = hardOf('together');
  return hardOf('apart').flatMap(({ id, people }): Fault[] => {
    for (const [at, a] of people.entries()) {
      for (const b of people.slice(at + 1)) {
        const via = chainBetween(bonds, a, b);
        if (via) return [clash(staff, { a, b, via, apart: id })];
      }
    }
    return [];
  });
}

function clash(
  staff: Plan['staff'],
  {
    a,
    b,
    via,
    apart,
  }: { readonly a: string; readonly b: string; readonly via: readonly string[]; readonly apart: string },
): Fault {
  const params = {
    first: staffName(staff, a),
    second: staffName(staff, b),
    together: via.join(', '),
    apart,
  };
  return { key: 'fault.plan.rules-clash', params, file: CASE_FILES.rules, value: apart };
}

function peopleOf({ staffIds }: Readonly<Record<string, unknown>>): readonly string[] {
  return Array.isArray(staffIds) ? staffIds.map(String) : [];
}

interface Bond {
  readonly id: string;
  readonly people: readonly string[];
}

/** Ids of the rules that lead from one to the other by the fewest steps; undefined where none do. */
function chainBetween(bonds: readonly Bond[], from: string, to: string): string[] | undefined {
  const ways = new Map<string, string[]>([[from, []]]);
  for (const [person, way] of ways) {
    if (person === to) return way;
    for (const { id, people } of bonds) {
      if (!people.includes(person)) continue;
      for (const next of people) if (!ways.has(next)) ways.set(next, [...way, id]);
    }
  }
  return undefined;
}
