/**
 * What the referee found, as those may read it who may not know of colleagues' leave and wishes. That someone cannot stand
 * a shift stays told, without the reason; a wish that was not met is the person's own business.
 */

import type { Violation } from '../../constraints/check.ts';
import { mayIn } from '../kit/allowed.ts';
import type { Visit } from '../kit/visit.ts';

const LEAVE = 'available';
const WISHES = 'wishes';
/** Stands in the catalogues of words, and among no rules. */
const NO_REASON = 'discreet';

/** Whether everybody's leave and wishes are open to the visitor. */
export function seesLeave(visit: Visit, unitId: string): boolean {
  return mayIn(visit, 'availability.view', unitId);
}

/** @param ownId whose own leave and wishes may be told all the same. */
export function withoutReasons(violations: readonly Violation[], ownId?: string): Violation[] {
  return violations.flatMap((each): Violation[] => {
    const own = ownId !== undefined && each.staffIds.every((id) => id === ownId);
    if (own || (each.constraint !== LEAVE && each.constraint !== WISHES)) return [each];
    return each.constraint === LEAVE ? [{ ...each, constraint: NO_REASON, params: {} }] : [];
  });
}
