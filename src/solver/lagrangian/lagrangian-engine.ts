/**
 * Bounds and rosters for horizons of months and years, as an engine of a search: what people share and what each of them
 * counts are priced by multipliers, and each person's days are walked as a whole (Lagrangian relaxation). The bound holds
 * for every roster; the rosters are made at the best multipliers it comes to.
 */

import type { Cells } from '../../constraints/shapes.ts';
import { createRandom } from '../../kernel/random.ts';
import { costScale } from '../columns/cost-scale.ts';
import type { RosterState } from '../columns/roster-state.ts';
import { splitProblem } from '../columns/split.ts';
import type { Engine, Search } from '../search.ts';
import { Ascent } from './ascent.ts';
import { Corridor } from './corridor.ts';
import { PersonRelaxation } from './person-relaxation.ts';
import type { SeasonGraph } from './season-graph.ts';
import { seasonGraphs } from './season-graphs.ts';
import { SeasonPerson } from './season-person.ts';
import { polishSeason, rosterBy, type SeasonSearch } from './season-roster.ts';
import { SeasonSpace } from './season-space.ts';

/** Steps of the ascent that a first roster is made by, and of the one that follows: at most, and where only steps are counted. */
const FIRST_STEPS = 12;
const STEPS = 1500;
const STEPS_WITHOUT_CLOCK = 150;
/** Sizes of steps and temperatures, of a row's price range: the first, and the last times the number of steps. */
const FIRST_STEP = 0.2;
const LAST_STEP = 0.1;
const FIRST_TEMPERATURE = 0.2;
const LAST_TEMPERATURE = 0.05;
/** Of its time, when the first ascent is over at the latest. */
const FIRST_UNTIL = 0.25;
/** What a unit too much or too little asks for, of a row's price range. */
const FIRST_PULLS = [0.3];
const PULLS = [0.02, 0.02, 0.05, 0.1, 0.2];
/** Rounding of a bound, as elsewhere. */
const SLACK = 1e-5;

/** Shares of its time, from its beginning on. */
export interface LagrangianPlan {
  /** Of the seconds left: its time. */
  readonly share: number;
  /** Until when the bound is raised, or longer where the first roster took long. In what is left rosters are made by what it was raised with. */
  readonly ascent: number;
}

/** A first roster as soon as one can be had, then a better one, a bound, and rosters by what that ended with. */
export function lagrangianEngine({ share, ascent }: LagrangianPlan): Engine {
  return {
    phase: 'bound',
    async run(search) {
      const seconds = search.secondsLeft * share;
      const since = search.elapsedMs;
      const passed = (): number => (search.elapsedMs - since) / 1000 / seconds;
      const isOver = (until = 1): boolean => search.isOver() || passed() >= until;
      const season = seasonOf(search, isOver);
      if (!season) return;
      const climb = (steps: number, until: number): void => {
        const begun = passed();
        season.ascent.climb({
          step: { first: FIRST_STEP, last: LAST_STEP / steps },
          temperature: { first: FIRST_TEMPERATURE, last: LAST_TEMPERATURE / steps },
          progress: (step) => Math.max(step / steps, (passed() - begun) / Math.max(0.01, until - begun)),
          isOver,
          onBound: (bound) =>
            search.raiseBound({ hard: 0, cover: 0, soft: Math.max(0, Math.ceil(bound - SLACK)) }),
        });
      };
      const onRound = (state: RosterState): boolean => search.offer(completed(search, state));
      const begun = passed();
      climb(FIRST_STEPS, FIRST_UNTIL);
      const each = (passed() - begun) / FIRST_STEPS;
      // A first roster takes whatever time is left.
      rosterBy(season, {
        pulls: FIRST_PULLS,
        isQuick: true,
        isOver: () => search.isOver(),
        onRound,
      });
      if (isOver()) return;
      const until = Math.max(ascent, (passed() + 1) / 2);
      const most = seconds < Number.POSITIVE_INFINITY ? STEPS : STEPS_WITHOUT_CLOCK;
      const steps = Math.max(1, Math.min(most, (until - passed()) / each));
      climb(steps, until);
      const last = rosterBy(season, { pulls: PULLS, isQuick: false, isOver, onRound });
      polishSeason(last, season, { isQuick: false, isOver, onRound });
    },
  };
}

/** Undefined where what the problem asks cannot be walked, or time ran out. */
function seasonOf(search: Search, isOver: () => boolean): SeasonSearch | undefined {
  const { problem, options } = search;
  const result = splitProblem(problem, costScale(problem));
  if (!result.ok) return undefined;
  const { split } = result;
  const shape = { clashes: split.clashes, shiftDay: problem.shiftDay, days: problem.days };
  const graphs = seasonGraphs(split.people, shape, isOver);
  if (!graphs) return undefined;
  const pins = pinsOf(search);
  const space = new SeasonSpace();
  const random = createRandom(options.seed);
  const people = split.people.map((model, at) => {
    const person = new SeasonPerson(model, graphs[at] as SeasonGraph, pins[at] ?? []);
    return new PersonRelaxation(person, space);
  });
  const corridors = people.map((person) => new Corridor(person, random, space));
  return { split, ascent: new Ascent(split, people, space), people, corridors, random };
}

/** Shifts by person. */
function pinsOf({ problem: { pins, people, shifts } }: Search): number[][] {
  const byPerson: number[][] = Array.from({ length: people }, () => []);
  for (const cell of pins) byPerson[Math.floor(cell / shifts)]?.push(cell % shifts);
  return byPerson;
}

/** Whoever has no roster yet keeps what the best known has. */
function completed({ best, problem: { shifts } }: Search, state: RosterState): Cells {
  const kept = best.cells.filter((cell) => state.columnOf(Math.floor(cell / shifts)) === undefined);
  return Int32Array.from([...state.cells(), ...kept]).sort();
}
