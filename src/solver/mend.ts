/**
 * The same problem with a price on every change from a roster people already know, and the past shut: solved from that
 * roster, it gives the fewest changes that put it right. It knows indices only; what they mean stands in the plan.
 */

import type { Block, Cells, MaskTerm, Problem, ProblemRule } from '../constraints/shapes.ts';

export interface MendTerms {
  readonly base: Cells;
  /** By shift: what it costs to seat someone who was not there before, in soft points; nought shuts the shift. */
  readonly price: readonly number[];
}

/** Rules added after the problem's own. */
const MEND_RULES = ['mend-changes', 'mend-past'] as const;

/**
 * Shut shifts keep whoever stands them, whatever that breaks, and take nobody else. A seat that someone leaves costs
 * nothing by itself: whoever comes in its place does, and an empty seat costs more than any change.
 */
export function mendProblem(problem: Problem, { base, price }: MendTerms): Problem {
  const { shifts, rules } = problem;
  const shut = (shift: number): boolean => (price[shift] ?? 0) <= 0;
  const stands = new Set(base);
  const masks = newcomersByPrice(problem, stands, price);
  const [changes, past] = MEND_RULES;
  const added: ProblemRule[] = [
    { id: changes, constraint: changes, level: 'soft', weight: 1 },
    { id: past, constraint: past, level: 'hard', weight: 1 },
  ];
  const ruleOf = (amount: number): number => rules.length + (amount <= 0 ? 1 : 0);
  const kept = base.filter((cell) => shut(cell % shifts));
  return {
    ...problem,
    rules: [...rules, ...added],
    masks: [
      ...problem.masks,
      ...[...masks].map(
        ([amount, blocks]): MaskTerm => ({ rule: ruleOf(amount), blocks, amount: Math.max(1, amount) }),
      ),
    ],
    // A pin on a shut shift that nobody kept comes too late.
    pins: Int32Array.from(new Set([...problem.pins.filter((cell) => !shut(cell % shifts)), ...kept])).sort(),
  };
}

/** For every shift a block of those who do not stand it, by its price. */
function newcomersByPrice(
  { people, shifts }: Problem,
  stands: ReadonlySet<number>,
  price: readonly number[],
): Map<number, Block[]> {
  const blocks = new Map<number, Block[]>();
  for (let shift = 0; shift < shifts; shift++) {
    const amount = Math.max(0, Math.round(price[shift] ?? 0));
    const others: number[] = [];
    for (let person = 0; person < people; person++) {
      if (!stands.has(person * shifts + shift)) others.push(person);
    }
    const known = blocks.get(amount) ?? [];
    blocks.set(amount, known);
    known.push({ people: Int32Array.from(others), shifts: Int32Array.of(shift) });
  }
  return blocks;
}
