/**
 * One scale for three levels: a unit of cover outweighs what one more seat can cost in soft rules, a shared hard rule
 * outweighs cover. Rosters are still compared level by level.
 */

import type { Problem } from '../../constraints/shapes.ts';
import type { LevelWeights } from './split-problem.ts';

export interface CostScale extends LevelWeights {
  /** Cost of a person without a roster in a relaxation. */
  readonly missing: number;
}

export function costScale(problem: Problem): CostScale {
  const cell = largestCellCost(problem);
  const hasCover = problem.rules.some((rule) => rule.level === 'cover');
  const cover = hasCover ? Math.max(100, 2 * cell) : 1;
  const dearest = Math.max(
    1,
    ...problem.rules.map((rule) => (rule.level === 'cover' ? cover * rule.weight : 0)),
  );
  const top = Math.max(cell, dearest);
  return { soft: 1, cover, hard: 10 * top, missing: 40 * top };
}

/** About the most that one more cell can cost in soft rules. */
function largestCellCost(problem: Problem): number {
  let largest = 1;
  for (const { rule, price, blocks } of problem.counters) {
    const found = problem.rules[rule];
    if (found?.level !== 'soft') continue;
    let coefficient = 0;
    for (const block of blocks)
      for (const value of block.coefficients) coefficient = Math.max(coefficient, Math.abs(value));
    const step =
      price.kind === 'range'
        ? coefficient
        : price.scale * coefficient * (2 * problem.days * coefficient + coefficient);
    largest = Math.max(largest, step * found.weight);
  }
  for (const { rule, amount } of problem.masks) {
    const found = problem.rules[rule];
    if (found?.level === 'soft') largest = Math.max(largest, amount * found.weight);
  }
  return largest;
}
