/** What masks of some levels cost, cell by cell. */

import type { Level, Problem } from '../../constraints/shapes.ts';
import { realAt } from '../../kernel/typed-at.ts';

/** person × shifts + shift: amount × weight of each such mask. */
export function maskCosts({ masks, people, rules, shifts }: Problem, levels: readonly Level[]): Float64Array {
  const costs = new Float64Array(people * shifts);
  for (const { blocks, amount, rule } of masks) {
    const { level, weight } = rules[rule] ?? { level: 'hard', weight: 1 };
    if (!levels.includes(level)) continue;
    for (const block of blocks) {
      for (const p of block.people) {
        for (const s of block.shifts) costs[p * shifts + s] = realAt(costs, p * shifts + s) + amount * weight;
      }
    }
  }
  return costs;
}
