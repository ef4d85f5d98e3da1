/** What an overview is asked for by its address: how units stand, words of their names, a branch, a kind; worst first. */

import type { AskedOverview } from '../../app/overview/read-overview.ts';
import { standingNamed } from '../../app/overview/remind-units.ts';
import { compareStandings, standingOf, type UnitStanding } from '../../domain/order-standing.ts';
import { groupedBy } from '../../kernel/groups.ts';
import { compareNames, foldForSearch } from '../../kernel/names.ts';
import { onceFor } from '../../kernel/once-for.ts';
import type { Visit } from '../kit/visit.ts';

export interface Asked {
  /** Absent for all. */
  readonly standing?: UnitStanding;
  readonly words: string;
  readonly branch: string;
  readonly kind: string;
  readonly by: 'urgency' | 'branch';
  /** A group that is folded unless asked for. */
  readonly open: string;
}

export function askedOf({ query }: Pick<Visit, 'query'>): Asked {
  const standing = standingNamed(query.get('standing'));
  const text = (name: string): string => query.get(name) ?? '';
  return {
    ...(standing ? { standing } : {}),
    ...{ words: text('q').trim(), branch: text('branch'), kind: text('kind'), open: text('open') },
    by: query.get('by') === 'branch' ? 'branch' : 'urgency',
  };
}

const folded = onceFor((unit: AskedOverview) => foldForSearch(`${unit.name} ${unit.branch}`));

/** But for how they stand, which the figures count. */
export function unitsFound(units: readonly AskedOverview[], { words, branch, kind }: Asked): AskedOverview[] {
  const wanted = foldForSearch(words).split(' ').filter(Boolean);
  return units.filter(
    (unit) =>
      (branch === '' || unit.branch === branch) &&
      (kind === '' || unit.kind === kind) &&
      wanted.every((word) => folded(unit).includes(word)),
  );
}

export interface UnitGroup {
  /** A standing, or a branch by its place. */
  readonly key: string;
  readonly standing?: UnitStanding;
  readonly branch?: string;
  readonly units: readonly AskedOverview[];
}

/** Worst first; in groups of one standing or one branch. */
export function groupsOf(
  units: readonly AskedOverview[],
  { standing, by }: Asked,
  now: Visit['now'],
): UnitGroup[] {
  const sorted = units
    .filter((unit) => standing === undefined || standingOf(unit, now) === standing)
    .toSorted(compareStandings(now));
  if (by === 'urgency') {
    const groups = groupedBy(sorted, (unit) => standingOf(unit, now));
    return [...groups].map(([key, found]) => ({ key, standing: key, units: found }));
  }
  const groups = groupedBy(sorted, ({ branch }) => branch);
  return [...groups]
    .toSorted(([a], [b]) => compareNames(a, b))
    .map(([branch, found], i) => ({ key: `b${i}`, branch, units: found }));
}
