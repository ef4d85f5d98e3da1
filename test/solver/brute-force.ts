/** The best roster of a tiny problem by trying them all: pins kept, no wall crossed that pins do not cross. */

import { scoreOf } from '../../src/constraints/score.ts';
import { compareScores, type Problem, type Score } from '../../src/constraints/shapes.ts';

/** Undefined when there are more than 2^`mostCells` rosters to try. */
export function bruteForce(problem: Problem, mostCells = 14): Score | undefined {
  const pins = new Set(problem.pins);
  const hidden = new Set<number>();
  for (const mask of problem.masks) {
    if (problem.rules[mask.rule]?.level !== 'hard') continue;
    for (const { people, shifts } of mask.blocks) {
      for (const p of people) for (const s of shifts) hidden.add(p * problem.shifts + s);
    }
  }
  const excludes = wallsOf(problem);
  const free: number[] = [];
  for (let cell = 0; cell < problem.people * problem.shifts; cell++) {
    if (pins.has(cell) || hidden.has(cell) || [...pins].some((pin) => excludes(pin, cell))) continue;
    free.push(cell);
  }
  if (free.length > mostCells) return undefined;
  let best: Score | undefined;
  const taken: number[] = [];
  const visit = (i: number): void => {
    const cell = free[i];
    if (cell === undefined) {
      const { score } = scoreOf(problem, Int32Array.from([...pins, ...taken]));
      if (!best || compareScores(score, best) < 0) best = score;
      return;
    }
    visit(i + 1);
    if (taken.some((other) => excludes(other, cell))) return;
    taken.push(cell);
    visit(i + 1);
    taken.pop();
  };
  visit(0);
  return best;
}

function wallsOf(problem: Problem): (a: number, b: number) => boolean {
  const walls = new Set<string>();
  for (const term of problem.conflicts) {
    if (problem.rules[term.rule]?.level !== 'hard') continue;
    term.first.forEach((a, i) => {
      walls.add(`${a},${term.second[i]}`).add(`${term.second[i]},${a}`);
    });
  }
  return (a, b) =>
    Math.floor(a / problem.shifts) === Math.floor(b / problem.shifts) &&
    walls.has(`${a % problem.shifts},${b % problem.shifts}`);
}
