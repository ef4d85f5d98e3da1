/**
 * Priced pairs of shifts, such as two duties close together. A row a pair would see nothing in fractions, so pairs are
 * gathered: cells of which at most one is taken, against cells of which at most one is taken, y ≥ ΣA + ΣB − 1.
 */

import { byteAt, intAt, numberAt } from '../../kernel/typed-at.ts';
import { isWallBetween } from '../model/conflict-graph.ts';
import { WALL } from '../model/levels.ts';
import type { Model } from '../model/model.ts';
import { type Draft, programLevel } from './draft.ts';
import { costAt } from './program-builder.ts';

/** Every pair of a cell of `from` and a cell of `to` costs `cost`; each side is a clique of one person's cells. */
interface Bundle {
  readonly from: number[];
  readonly to: readonly number[];
  readonly cost: number;
}

export function addPairCosts(draft: Draft): void {
  for (let level = 0; level <= draft.level; level++) {
    for (let person = 0; person < draft.model.cells.people; person++) {
      for (const bundle of bundlesOf(draft, person, level)) addBundle(draft, bundle, level);
    }
  }
}

function addBundle({ builder, columnOf }: Draft, { from, to, cost }: Bundle, level: number): void {
  builder.entry(builder.column(costAt(level, cost), 1), 1);
  for (const cell of [...from, ...to]) builder.entry(intAt(columnOf, cell), -1);
  builder.row(-1, Infinity);
}

function bundlesOf(draft: Draft, person: number, level: number): Bundle[] {
  const { cells } = draft.model;
  const bundles = new Map<string, Bundle[]>();
  for (let a = intAt(cells.ofPerson, person); a < intAt(cells.ofPerson, person + 1); a++) {
    const costs = laterCosts(draft, a, level);
    for (const clique of cliquesAmong(draft.model, [...costs.keys()])) {
      for (const { to, cost } of layersOf(clique, costs))
        joinBundle(draft.model, bundles, { from: [a], to, cost });
    }
  }
  return [...bundles.values()].flat();
}

/** Later free cell of the same person → cost of taking both. What a pin decides is priced on the spot. */
function laterCosts({ model, builder, columnOf }: Draft, a: number, level: number): Map<number, number> {
  const { cells, conflicts } = model;
  const row = intAt(cells.person, a) * cells.shifts;
  const s = intAt(cells.shift, a);
  const costs = new Map<number, number>();
  for (let e = intAt(conflicts.start, s); e < intAt(conflicts.start, s + 1); e++) {
    const t = intAt(conflicts.neighbour, e);
    const b = t > s ? intAt(cells.at, row + t) : -1;
    if (b < 0 || conflicts.level[e] === WALL || programLevel(byteAt(conflicts.level, e)) !== level) continue;
    const cost = intAt(conflicts.cost, e);
    const free = [a, b].filter((cell) => cells.pinned[cell] === 0);
    if (free.length === 0) builder.addConstant(level, cost);
    else if (free.length === 1) builder.addCost(intAt(columnOf, numberAt(free, 0)), level, cost);
    else if (!isWallBetween(conflicts, s, t)) costs.set(b, (costs.get(b) ?? 0) + cost);
  }
  return costs;
}

/** The cells split into cliques, greedily and in order of time. */
function cliquesAmong({ cells, conflicts }: Model, members: readonly number[]): number[][] {
  const cliques: number[][] = [];
  const fits = (cell: number, clique: readonly number[]): boolean =>
    clique.every((other) => isWallBetween(conflicts, intAt(cells.shift, other), intAt(cells.shift, cell)));
  for (const cell of members) {
    const clique = cliques.find((candidate) => fits(cell, candidate));
    if (clique) clique.push(cell);
    else cliques.push([cell]);
  }
  return cliques;
}

/** Different prices within a clique as layers of equal price: those at least so dear, by how much dearer. */
function layersOf(
  clique: readonly number[],
  costs: ReadonlyMap<number, number>,
): { to: number[]; cost: number }[] {
  const costOf = (cell: number): number => costs.get(cell) ?? 0;
  const prices = [...new Set(clique.map(costOf))].sort((x, y) => x - y);
  return prices.map((price, i) => ({
    to: clique.filter((cell) => costOf(cell) >= price),
    cost: price - (prices[i - 1] ?? 0),
  }));
}

/** Cells that exclude each other and meet the same cells at the same price share a bundle. */
function joinBundle({ cells, conflicts }: Model, bundles: Map<string, Bundle[]>, bundle: Bundle): void {
  const key = `${bundle.cost}:${bundle.to.join()}`;
  const alike = bundles.get(key) ?? [];
  bundles.set(key, alike);
  const [cell = 0] = bundle.from;
  const home = alike.find(({ from }) =>
    from.every((other) => isWallBetween(conflicts, intAt(cells.shift, other), intAt(cells.shift, cell))),
  );
  if (home) home.from.push(cell);
  else alike.push(bundle);
}
