/** What kind of hard rules people have, by which a long horizon is begun one way or another. */

import type { Problem } from '../constraints/shapes.ts';

/**
 * Whether for most people a hard rule asks for some days in a row or so much of something at least. Annealing goes through many
 * rosters that break such rules, over months too many to mend; where hard rules only forbid, nothing finds evener rosters.
 */
export function asksForMuch({ people, rules, runs, counters }: Problem): boolean {
  const asked = new Set<number>();
  const isHard = (rule: number): boolean => rules[rule]?.level === 'hard';
  for (const { rule, least = 1, people: of } of runs)
    if (isHard(rule) && least > 1) for (const person of of) asked.add(person);
  for (const { rule, price, blocks } of counters) {
    if (!isHard(rule) || price.kind !== 'range' || price.below === undefined) continue;
    const of = new Set(blocks.flatMap((block) => [...block.people]));
    if (of.size === 1) for (const person of of) asked.add(person);
  }
  return 2 * asked.size > people;
}
