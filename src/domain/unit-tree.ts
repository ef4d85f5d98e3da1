/**
 * The tree of units: each has at most one superior, with a kind (sở, xã, đơn vị sự nghiệp) and a branch (khối). It knows ids
 * and places, not what the units are called in full nor what they do.
 */

import type { Instant } from '../calendar/interval.ts';

/** From the top one down: ministry, department, province, branch, unit, office. */
export const MOST_LEVELS = 6;

export interface UnitPlace {
  readonly unitId: string;
  /** Absent for the top of a tree. */
  readonly superiorId?: string;
  /** As the superior calls it: "Xã, phường". Empty when nobody said. */
  readonly kind: string;
  /** Khối, nhánh; empty when nobody said. */
  readonly branch: string;
  /** Đầu mối: who answers for the unit's duty. Empty fields where nobody was named. */
  readonly contact: UnitContact;
}

export interface UnitContact {
  readonly name: string;
  readonly title: string;
  readonly phone: string;
  readonly email: string;
}

export const NO_CONTACT: UnitContact = { name: '', title: '', phone: '', email: '' };

/** From `at` on the unit stood below this superior; absent: below none. */
export interface UnitMove {
  readonly unitId: string;
  readonly superiorId?: string;
  readonly at: Instant;
}

export type TreeEdge = Pick<UnitPlace, 'unitId' | 'superiorId'>;

/** `circle`: the units on the way round, from the one asked. `deep`: how many levels there would be. */
export type TreeFault =
  | { readonly kind: 'circle'; readonly unitIds: readonly string[] }
  | { readonly kind: 'deep'; readonly unitId: string; readonly levels: number };

/** What is wrong with a whole tree, circles first; one for each unit that lies on a circle or too deep. */
export function treeFaults(edges: readonly TreeEdge[]): TreeFault[] {
  const superiors = new Map(edges.map(({ unitId, superiorId }) => [unitId, superiorId]));
  const circles: TreeFault[] = [];
  const deep: TreeFault[] = [];
  for (const { unitId } of edges) {
    const way = wayUp(superiors, unitId);
    if (way.circle) {
      if (way.unitIds.includes(unitId)) circles.push({ kind: 'circle', unitIds: way.unitIds });
    } else if (way.unitIds.length > MOST_LEVELS) {
      deep.push({ kind: 'deep', unitId, levels: way.unitIds.length });
    }
  }
  return [...circles, ...deep];
}

/** What would be wrong if these units stood where they are wanted; undefined when nothing is. */
export function moveFault(edges: readonly TreeEdge[], moves: readonly TreeEdge[]): TreeFault | undefined {
  const moved = new Map([...edges, ...moves].map((edge) => [edge.unitId, edge]));
  return treeFaults([...moved.values()])[0];
}

/** From the unit to its top one; on a circle each unit of it once, from the first that comes again. */
function wayUp(
  superiors: ReadonlyMap<string, string | undefined>,
  from: string,
): { readonly unitIds: readonly string[]; readonly circle: boolean } {
  const unitIds = [from];
  for (let at = superiors.get(from); at !== undefined; at = superiors.get(at)) {
    const known = unitIds.indexOf(at);
    if (known >= 0) return { unitIds: unitIds.slice(known), circle: true };
    unitIds.push(at);
  }
  return { unitIds, circle: false };
}
