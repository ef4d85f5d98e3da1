/** Room for walks over one person's days, which everybody takes in turn. What an earlier walk left in it is never read. */

import { intAt, realAt } from '../../kernel/typed-at.ts';
import type { SeasonGraph } from './season-graph.ts';

export class SeasonSpace {
  /** By shift. */
  priced = new Float64Array(0);
  /** By node: what it costs from there on. */
  onward = new Float64Array(0);
  /** By leg. */
  legCost = new Float64Array(0);
  /** Shares by shift, class, choice, leg and node, and costs by class and choice: of ways that dearer ones have a share beside. */
  shares = new Float64Array(0);
  classShare = new Float64Array(0);
  choiceShare = new Float64Array(0);
  legShare = new Float64Array(0);
  nodeShare = new Float64Array(0);
  classCost = new Float64Array(0);
  choiceCost = new Float64Array(0);
  /** By way: how it weighs among those out of its node, and by node the sum. */
  wayWeight = new Float64Array(0);
  nodeWeight = new Float64Array(0);
  /** By node and place: the leg taken, counted from the first of its day. */
  taken = new Uint16Array(0);
  /** By leg and place: the option taken, counted from the first of its choice. */
  legTaken = new Uint8Array(0);
  /** By leg of one day and place. */
  legCosts = new Float64Array(0);
  /** Of two days that follow one another, by turns: by node and place. */
  #costs = [new Float64Array(0), new Float64Array(0)];

  makePlain({ nodeStarts, to }: SeasonGraph, shifts: number): void {
    const nodes = intAt(nodeStarts, nodeStarts.length - 1);
    if (this.priced.length < shifts) this.priced = new Float64Array(shifts);
    if (this.legCost.length < to.length) this.legCost = new Float64Array(to.length);
    if (this.onward.length >= nodes) return;
    this.onward = new Float64Array(nodes);
  }

  /** Of a day, when what it costs from its ends on is known. @param extra by what ways cost beside. */
  costLegs(
    { legStarts, to, choice, wayCost }: SeasonGraph,
    day: number,
    { choices, extra }: { readonly choices: Float64Array; readonly extra: Float64Array },
  ): void {
    const { legCost, onward } = this;
    for (let at = intAt(legStarts, day); at < intAt(legStarts, day + 1); at++) {
      legCost[at] =
        realAt(choices, intAt(choice, at)) +
        realAt(extra, intAt(wayCost, at)) +
        realAt(onward, intAt(to, at));
    }
  }

  /** For walks on which dearer ways have a share. */
  makeSoft(graph: SeasonGraph, shifts: number): void {
    this.makePlain(graph, shifts);
    const { nodeStarts, classStarts, choices, to, leg } = graph;
    const nodes = intAt(nodeStarts, nodeStarts.length - 1);
    if (this.shares.length < shifts) this.shares = new Float64Array(shifts);
    if (this.classCost.length < classStarts.length) {
      this.classCost = new Float64Array(classStarts.length);
      this.classShare = new Float64Array(classStarts.length);
    }
    if (this.choiceCost.length < choices.length) {
      this.choiceCost = new Float64Array(choices.length);
      this.choiceShare = new Float64Array(choices.length);
    }
    if (this.legShare.length < to.length) this.legShare = new Float64Array(to.length);
    if (this.wayWeight.length < leg.length) this.wayWeight = new Float64Array(leg.length);
    if (this.nodeShare.length >= nodes) return;
    this.nodeShare = new Float64Array(nodes);
    this.nodeWeight = new Float64Array(nodes);
  }

  /** For walks that carry counts. @param width places a node. */
  makeWide({ nodeStarts, legStarts, to }: SeasonGraph, width: number): void {
    const nodes = intAt(nodeStarts, nodeStarts.length - 1);
    if (this.taken.length < nodes * width) this.taken = new Uint16Array(nodes * width);
    if (this.legTaken.length < to.length * width) this.legTaken = new Uint8Array(to.length * width);
    const legs = mostBetween(legStarts) * width;
    if (this.legCosts.length < legs) this.legCosts = new Float64Array(legs);
    const costs = mostBetween(nodeStarts) * width;
    if ((this.#costs[0]?.length ?? 0) < costs)
      this.#costs = [new Float64Array(costs), new Float64Array(costs)];
  }

  costs(day: number, length: number): Float64Array {
    return (this.#costs[day % 2] as Float64Array).subarray(0, length);
  }
}

function mostBetween(starts: Int32Array): number {
  let most = 0;
  for (let i = 0; i + 1 < starts.length; i++) most = Math.max(most, intAt(starts, i + 1) - intAt(starts, i));
  return most;
}
