/**
 * One person's days at given shift prices where dearer ways have a share too, smaller by a factor e for each `temperature`
 * they cost more (entropy smoothing, Nesterov 2005). A cheapest way jumps from one week to another at the least change of
 * prices; shares move with them, so prices can follow them.
 */

import { intAt, realAt } from '../../kernel/typed-at.ts';
import type { SeasonPattern } from './season-graph.ts';
import type { SeasonPerson } from './season-person.ts';
import type { SeasonSpace } from './season-space.ts';

const NOTHING = Number.POSITIVE_INFINITY;
/** What has a smaller share is passed over. */
const LEAST_SHARE = 1e-7;
const FARTHEST = 32;
const PLACES = 128;
const FALLING = Float64Array.from({ length: FARTHEST * PLACES + 2 }, (_, place) => Math.exp(-place / PLACES));

/** e to the power of −x to five digits, which is enough for shares and takes a fraction of the time; nought from 32 on. */
function fallen(x: number): number {
  if (!(x < FARTHEST)) return 0;
  const at = x * PLACES;
  const place = Math.trunc(at);
  const here = realAt(FALLING, place);
  return here + (at - place) * (realAt(FALLING, place + 1) - here);
}

const MOST_SUM = 64;
const RISING = Float64Array.from({ length: MOST_SUM * PLACES + 2 }, (_, place) => Math.log(place / PLACES));

/** To five digits, for the same reason. @param sum one or more. */
function logOf(sum: number): number {
  if (sum >= MOST_SUM) return Math.log(sum);
  const at = sum * PLACES;
  const place = Math.trunc(at);
  const here = realAt(RISING, place);
  return here + (at - place) * (realAt(RISING, place + 1) - here);
}

export class SoftWalk {
  readonly #person: SeasonPerson;
  readonly #space: SeasonSpace;

  constructor(person: SeasonPerson, space: SeasonSpace) {
    this.#person = person;
    this.#space = space;
  }

  /**
   * Leaves the share of each shift in `space.shares`, of each choice, leg and way of costing in what is named so there. All
   * are nought where there is no way.
   * @param extra by what ways cost beside.
   */
  run(priced: Float64Array, extra: Float64Array, temperature: number): void {
    this.#space.makeSoft(this.#person.graph, priced.length);
    this.#costClasses(priced, temperature);
    this.#costChoices(temperature);
    this.#goBack(extra, temperature);
    this.#goOn();
    this.#shareOut(temperature);
  }

  /** Shares of shifts within their class, for now. */
  #costClasses(priced: Float64Array, temperature: number): void {
    const { classStarts, classShifts } = this.#person.graph;
    const { shares, classCost } = this.#space;
    for (let id = 0; id + 1 < classStarts.length; id++) {
      const from = intAt(classStarts, id);
      const past = intAt(classStarts, id + 1);
      let least = NOTHING;
      for (let at = from; at < past; at++) least = Math.min(least, realAt(priced, intAt(classShifts, at)));
      let sum = 0;
      for (let at = from; at < past; at++) {
        const shift = intAt(classShifts, at);
        const share = least < NOTHING ? fallen((realAt(priced, shift) - least) / temperature) : 0;
        shares[shift] = share;
        sum += share;
      }
      classCost[id] = softened(least, sum, temperature);
      if (sum <= 1) continue;
      for (let at = from; at < past; at++) {
        const shift = intAt(classShifts, at);
        shares[shift] = realAt(shares, shift) / sum;
      }
    }
  }

  #costChoices(temperature: number): void {
    const { choices } = this.#person.graph;
    const { choiceCost } = this.#space;
    for (let choice = 0; choice < choices.length; choice++) {
      const patterns = choices[choice] as readonly SeasonPattern[];
      let least = NOTHING;
      for (const pattern of patterns) least = Math.min(least, this.#costOf(pattern));
      let sum = 0;
      if (patterns.length === 1) sum = 1;
      else if (least < NOTHING)
        for (const pattern of patterns) sum += fallen((this.#costOf(pattern) - least) / temperature);
      choiceCost[choice] = softened(least, sum, temperature);
    }
  }

  #costOf(pattern: SeasonPattern): number {
    if (!this.#person.isOpen(pattern)) return NOTHING;
    let { cost } = pattern;
    for (const id of pattern.classes) cost += realAt(this.#space.classCost, id);
    return cost;
  }

  /** Backward over the days: what each node costs from there on, and the weights of the ways out of it. */
  #goBack(extra: Float64Array, temperature: number): void {
    const { nodeStarts, wayStarts, leg } = this.#person.graph;
    const { choiceCost, onward, legCost, wayWeight, nodeWeight } = this.#space;
    const { days } = this.#person;
    onward.fill(0, intAt(nodeStarts, days), intAt(nodeStarts, days + 1));
    for (let day = days - 1; day >= 0; day--) {
      this.#space.costLegs(this.#person.graph, day, { choices: choiceCost, extra });
      for (let node = intAt(nodeStarts, day); node < intAt(nodeStarts, day + 1); node++) {
        const from = intAt(wayStarts, node);
        const past = intAt(wayStarts, node + 1);
        let least = NOTHING;
        for (let way = from; way < past; way++) {
          const cost = realAt(legCost, intAt(leg, way));
          if (cost < least) least = cost;
        }
        let sum = 0;
        for (let way = from; way < past; way++) {
          const weight =
            least < NOTHING ? fallen((realAt(legCost, intAt(leg, way)) - least) / temperature) : 0;
          wayWeight[way] = weight;
          sum += weight;
        }
        nodeWeight[node] = sum;
        onward[node] = softened(least, sum, temperature);
      }
    }
  }

  /** Forward over the days: the share of each leg, choice and way of costing. */
  #goOn(): void {
    const { nodeStarts, legStarts, wayStarts, to, choice, leg } = this.#person.graph;
    const { nodeShare, legShare, choiceShare, wayWeight, nodeWeight } = this.#space;
    const { days } = this.#person;
    nodeShare.fill(0, 0, intAt(nodeStarts, days + 1));
    legShare.fill(0, 0, to.length);
    choiceShare.fill(0, 0, this.#person.graph.choices.length);
    nodeShare[0] = 1;
    for (let day = 0; day < days; day++) {
      for (let node = intAt(nodeStarts, day); node < intAt(nodeStarts, day + 1); node++) {
        const share = realAt(nodeShare, node);
        if (share < LEAST_SHARE || realAt(nodeWeight, node) === 0) continue;
        const each = share / realAt(nodeWeight, node);
        for (let way = intAt(wayStarts, node); way < intAt(wayStarts, node + 1); way++) {
          const at = intAt(leg, way);
          legShare[at] = realAt(legShare, at) + each * realAt(wayWeight, way);
        }
      }
      for (let at = intAt(legStarts, day); at < intAt(legStarts, day + 1); at++) {
        const share = realAt(legShare, at);
        if (share === 0) continue;
        const node = intAt(to, at);
        const of = intAt(choice, at);
        nodeShare[node] = realAt(nodeShare, node) + share;
        choiceShare[of] = realAt(choiceShare, of) + share;
      }
    }
  }

  /** From choices to the shifts of their patterns. */
  #shareOut(temperature: number): void {
    const { choices, classStarts, classShifts } = this.#person.graph;
    const { choiceShare, choiceCost, classShare, shares } = this.#space;
    classShare.fill(0, 0, classStarts.length - 1);
    for (let choice = 0; choice < choices.length; choice++) {
      const share = realAt(choiceShare, choice);
      if (share === 0) continue;
      const patterns = choices[choice] as readonly SeasonPattern[];
      for (const pattern of patterns) {
        const above = this.#costOf(pattern) - realAt(choiceCost, choice);
        const of = patterns.length === 1 ? share : share * fallen(above / temperature);
        for (const id of pattern.classes) classShare[id] = realAt(classShare, id) + of;
      }
    }
    for (let id = 0; id + 1 < classStarts.length; id++) {
      const share = realAt(classShare, id);
      for (let at = intAt(classStarts, id); at < intAt(classStarts, id + 1); at++) {
        const shift = intAt(classShifts, at);
        shares[shift] = share * realAt(shares, shift);
      }
    }
  }
}

/** @param sum of the weights of all, that of the least being one. */
function softened(least: number, sum: number, temperature: number): number {
  return sum > 1 ? least - temperature * logOf(sum) : least;
}
