/**
 * Bounds and rosters for horizons of months and years, as an engine of a search: what people share and what each of them
 * counts are priced by multipliers, and each person's days are walked as a whole (Lagrangian relaxation). The bound holds
 * for every roster; the rosters are made at the multipliers it ends with.
 */

import { createRandom } from '../../kernel/random.ts';
import { costScale } from '../columns/cost-scale.ts';
import { splitProblem } from '../columns/split.ts';
import type { Engine } from '../search.ts';
import { Ascent } from './ascent.ts';
import { Corridor } from './corridor.ts';
import { PersonRelaxation } from './person-relaxation.ts';
import { seasonGraph } from './season-graph.ts';
import { polishSeason, rosterBy } from './season-roster.ts';

/** Steps of the ascent at most: by time, and where only steps are counted. */
const STEPS = 1500;
const STEPS_WITHOUT_CLOCK = 600;
/** Of its time, what building and the ascent may take; the rest makes rosters. */
const SHARE_OF_ASCENT = 0.6;
/** After so many people it is seen whether building would take more than this share of its time. */
const SAMPLE = 5;
const MOST_BUILDING = 0.45;
/** Rounding of a bound, as elsewhere. */
const SLACK = 1e-5;

/** @param share of the seconds left that it may take. */
export function lagrangianEngine(share: number): Engine {
  return {
    phase: 'bound',
    async run(search) {
      const { problem, options } = search;
      const result = splitProblem(problem, costScale(problem));
      if (!result.ok) return;
      const { split } = result;
      const seconds = search.secondsLeft * share;
      const since = search.elapsedMs;
      const passed = (): number => (search.elapsedMs - since) / 1000 / seconds;
      const isOver = (): boolean => search.isOver() || passed() >= 1;
      const shape = { clashes: split.clashes, shiftDay: problem.shiftDay, days: problem.days };
      const random = createRandom(options.seed);
      const people: PersonRelaxation[] = [];
      const corridors: Corridor[] = [];
      const atFirst = passed();
      for (const model of split.people) {
        const graph = seasonGraph(model, shape);
        if (!graph || isOver()) return;
        const each = (passed() - atFirst) / Math.max(1, people.length);
        if (people.length === SAMPLE && each * split.people.length > MOST_BUILDING) return;
        const relaxation = new PersonRelaxation(model, graph);
        people.push(relaxation);
        corridors.push(new Corridor({ model, shape, graph }, relaxation, random));
      }
      const begun = passed();
      const most = seconds < Number.POSITIVE_INFINITY ? STEPS : STEPS_WITHOUT_CLOCK;
      const ascent = new Ascent(split, people);
      ascent.climb({
        progress: (steps) =>
          Math.max(steps / most, (passed() - begun) / Math.max(0.1, SHARE_OF_ASCENT - begun)),
        isOver,
        onBound: (bound) =>
          search.raiseBound({ hard: 0, cover: 0, soft: Math.max(0, Math.ceil(bound - SLACK)) }),
      });
      // Nothing here holds pinned cells in place.
      if (problem.pins.length > 0) return;
      const season = { split, corridors, random, isOver };
      const state = rosterBy(ascent, people, season);
      if (!state) return;
      search.offer(state.cells());
      polishSeason(state, season);
      search.offer(state.cells());
    },
  };
}
