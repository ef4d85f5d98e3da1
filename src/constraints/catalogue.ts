/** Every constraint the product knows, in the order it is shown in. */

import { AppError } from '../kernel/app-error.ts';
import { available } from './available.ts';
import type { Constraint } from './constraint.ts';
import { coverMinimum } from './cover-minimum.ts';
import { coverMost } from './cover-most.ts';
import { coverTarget } from './cover-target.ts';
import { minimumRest } from './minimum-rest.ts';
import { noOverlap } from './no-overlap.ts';
import { qualified } from './qualified.ts';

export const CONSTRAINTS: readonly Constraint[] = [
  coverMinimum,
  coverTarget,
  coverMost,
  qualified,
  available,
  noOverlap,
  minimumRest,
];

const byCode = new Map(CONSTRAINTS.map((constraint) => [constraint.code, constraint]));

export function findConstraint(code: string): Constraint | undefined {
  return byCode.get(code);
}

/** Throws `invalid` when no constraint has this code: a parsed rule never does. */
export function constraintOf(code: string): Constraint {
  const constraint = byCode.get(code);
  if (!constraint) throw new AppError('invalid', 'error.constraint.unknown', { code });
  return constraint;
}
