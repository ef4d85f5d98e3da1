/** The graphs of everybody's days: one for all whose runs and groups are the same, since it takes long to lay out. */

import type { PricerShape } from '../columns/priced-roster.ts';
import type { PersonModel } from '../columns/split-problem.ts';
import { type SeasonGraph, seasonGraph } from './season-graph.ts';

/** By person; undefined when somebody's days have too many ways to walk, or `isOver` before all are laid out. */
export function seasonGraphs(
  people: readonly PersonModel[],
  shape: Pick<PricerShape, 'days' | 'shiftDay' | 'clashes'>,
  isOver: () => boolean,
): SeasonGraph[] | undefined {
  const alike = new Map<string, PersonModel[]>();
  const texts = new Texts();
  const keys = people.map((model) => keyOf(model, texts));
  people.forEach((model, at) => {
    const key = keys[at] ?? '';
    const known = alike.get(key);
    if (known) known.push(model);
    else alike.set(key, [model]);
  });
  const graphs = new Map<string, SeasonGraph>();
  for (const [key, models] of alike) {
    if (isOver()) return undefined;
    const shifts = new Set(models.flatMap((each) => [...each.shifts]));
    const [model] = models;
    const graph = model && seasonGraph(model, Int32Array.from(shifts).sort(), shape);
    if (!graph) return undefined;
    graphs.set(key, graph);
  }
  return keys.map((key) => graphs.get(key) as SeasonGraph);
}

/** Numbers of arrays by what stands in them; one that is met again is not read again. */
class Texts {
  readonly #idOf = new Map<object, number>();
  readonly #ids = new Map<string, number>();

  idOf(array: Int32Array | Uint8Array): number {
    const known = this.#idOf.get(array);
    if (known !== undefined) return known;
    const text = array.join();
    const id = this.#ids.get(text) ?? this.#ids.size;
    this.#ids.set(text, id);
    this.#idOf.set(array, id);
    return id;
  }
}

function keyOf({ runs, groups }: PersonModel, texts: Texts): string {
  const ofRuns = runs.map(({ turnsOn, weight, line }) => {
    const { on, least, most, before, after, fixedOn } = line;
    return [texts.idOf(turnsOn), weight, on, least, most, before, after, texts.idOf(fixedOn)].join();
  });
  const ofGroups = groups.map((of) => of.groups.map((shifts) => texts.idOf(shifts)).join());
  return `${ofRuns.join(';')}|${ofGroups.join(';')}`;
}
