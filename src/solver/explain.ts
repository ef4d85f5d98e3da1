/**
 * Why seats stayed empty: for each counter short at the cover level, the first thing in the way of each person who might
 * have filled it. Plain data by rule; the sentences are made elsewhere. It looks at one roster and changes nothing.
 */

import type { Cells, Problem } from '../constraints/shapes.ts';
import { intAt, realAt } from '../kernel/typed-at.ts';
import { counterCost } from './model/counter-table.ts';
import { COVER, HARD, WALL } from './model/levels.ts';
import { buildModel } from './model/model.ts';
import { lineCost } from './model/slot-table.ts';
import { State } from './state.ts';

/**
 * `stands`: is already on this shift. `mask`: may not stand it, whatever else they stand. `conflict`: stands shifts that
 * exclude it. `limit`: a counter is at its bound. `run`: too many days in a row, or too few off. `free`: nothing hard is
 * in the way.
 */
const OBSTACLES = ['stands', 'mask', 'conflict', 'limit', 'run', 'free'] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** People who meet the same obstacle by the same rule. */
export interface Reason {
  readonly obstacle: Obstacle;
  /** Index into the problem's rules; absent for `stands` and `free`. */
  readonly rule?: number;
  readonly people: readonly number[];
  /** For `conflict`: by person, in the order of `people`, the shifts they stand that exclude this one. */
  readonly shifts?: readonly (readonly number[])[];
}

export interface Shortage {
  /** Rule of the counter that is short. */
  readonly rule: number;
  /** Shifts that would count towards it; one, for the cover of a shift. */
  readonly shifts: readonly number[];
  readonly missing: number;
  /** Reasons for the first of `shifts`; every person stands in exactly one. Most people first. */
  readonly reasons: readonly Reason[];
}

/** One entry for each counter at the cover level that is below its bound, in the order of the problem's counters. */
export function explainShortages(problem: Problem, cells: Cells): Shortage[] {
  const model = buildModel(problem);
  const state = new State(model);
  state.reset(cells);
  const { counters } = model;
  return [...state.shortList.subarray(0, state.shortCount)]
    .filter((k) => counters.level[k] === COVER)
    .sort((a, b) => a - b)
    .map((k): Shortage => {
      const shifts = shiftsOf(problem, k);
      return {
        rule: intAt(counters.rule, k),
        shifts,
        missing: realAt(counters.below, k) - realAt(state.value, k),
        reasons: shifts[0] === undefined ? [] : reasonsFor(state, shifts[0]),
      };
    });
}

/** By the problem's own blocks: a shift that nobody may stand has no cells in the model. */
function shiftsOf(problem: Problem, k: number): number[] {
  const blocks = problem.counters[k]?.blocks ?? [];
  return [...new Set(blocks.flatMap(({ shifts }) => [...shifts]))].sort((a, b) => a - b);
}

function reasonsFor(state: State, shift: number): Reason[] {
  const reasons = new Map<
    string,
    { obstacle: Obstacle; rule?: number; people: number[]; shifts: number[][] }
  >();
  for (let person = 0; person < state.model.cells.people; person++) {
    const found = obstacleFor(state, person, shift);
    const key = `${found.obstacle} ${found.rule}`;
    const reason = reasons.get(key) ?? { ...found, people: [], shifts: [] };
    reasons.set(key, reason);
    reason.people.push(person);
    reason.shifts.push(found.shifts ?? []);
  }
  return [...reasons.values()]
    .map(({ shifts, ...reason }) => (reason.obstacle === 'conflict' ? { ...reason, shifts } : reason))
    .sort((a, b) => b.people.length - a.people.length);
}

interface Found {
  readonly obstacle: Obstacle;
  readonly rule?: number;
  readonly shifts?: number[];
}

/** The first thing in the way, from what cannot be helped to what another roster could change. */
function obstacleFor(state: State, person: number, shift: number): Found {
  const { model } = state;
  const mask = maskRule(model.problem, person, shift);
  const cell = intAt(model.cells.at, person * model.cells.shifts + shift);
  if (cell >= 0 && state.taken[cell] === 1) return { obstacle: 'stands' };
  if (mask !== undefined) return { obstacle: 'mask', rule: mask };
  return (
    conflictWith(state, person, shift) ??
    (cell < 0 ? undefined : brokenBy(state, cell)) ?? { obstacle: 'free' }
  );
}

function maskRule(problem: Problem, person: number, shift: number): number | undefined {
  return problem.masks.find(
    (mask) =>
      problem.rules[mask.rule]?.level === 'hard' &&
      mask.blocks.some((block) => block.people.includes(person) && block.shifts.includes(shift)),
  )?.rule;
}

function conflictWith(state: State, person: number, shift: number): Found | undefined {
  const { conflicts, cells } = state.model;
  let rule: number | undefined;
  const shifts: number[] = [];
  for (let e = intAt(conflicts.start, shift); e < intAt(conflicts.start, shift + 1); e++) {
    const other = intAt(conflicts.neighbour, e);
    const cell = intAt(cells.at, person * cells.shifts + other);
    if (conflicts.level[e] !== WALL || cell < 0 || state.taken[cell] === 0) continue;
    rule ??= intAt(conflicts.rule, e);
    if (shifts.at(-1) !== other) shifts.push(other);
  }
  return rule === undefined ? undefined : { obstacle: 'conflict', rule, shifts };
}

/** What a rule would cost more, were the cell taken, and by which shape. */
interface Rise {
  readonly obstacle: 'limit' | 'run';
  cost: number;
}

/** The first hard rule that taking the cell would break more than it mends. */
function brokenBy(state: State, cell: number): Found | undefined {
  const rises = new Map<number, Rise>();
  const add = (obstacle: Rise['obstacle'], rule: number, cost: number): void => {
    const rise = rises.get(rule) ?? { obstacle, cost: 0 };
    rise.cost += cost;
    rises.set(rule, rise);
  };
  addCounterRises(state, cell, add);
  addSlotRises(state, cell, add);
  for (const [rule, { obstacle, cost }] of rises) if (cost > 0) return { obstacle, rule };
  return undefined;
}

type AddRise = (obstacle: Rise['obstacle'], rule: number, cost: number) => void;

function addCounterRises(state: State, cell: number, add: AddRise): void {
  const { counters } = state.model;
  for (let e = intAt(counters.start, cell); e < intAt(counters.start, cell + 1); e++) {
    const k = intAt(counters.counter, e);
    if (counters.level[k] !== HARD) continue;
    const v = realAt(state.value, k);
    const after = counterCost(counters, k, v + intAt(counters.coefficient, e));
    add('limit', intAt(counters.rule, k), after - counterCost(counters, k, v));
  }
}

/** Groups and runs look at whole days, so the cell is tried and what moved is asked. */
function addSlotRises(state: State, cell: number, add: AddRise): void {
  const { slots, counters } = state.model;
  for (let e = intAt(slots.start, cell); e < intAt(slots.start, cell + 1); e++) {
    const slot = intAt(slots.slot, e);
    if (slot < slots.groupSlots) {
      const k = intAt(slots.counter, slot);
      const v = realAt(state.value, k);
      if (counters.level[k] !== HARD || state.isOccupied(slot)) continue;
      add('limit', intAt(counters.rule, k), counterCost(counters, k, v + 1) - counterCost(counters, k, v));
    } else {
      const line = Math.floor((slot - slots.groupSlots) / slots.lines.days);
      if (slots.lines.level[line] !== HARD) continue;
      add('run', intAt(slots.lines.rule, line), costOfLine(state, line, slot) - costOfLine(state, line));
    }
  }
}

/** What a line costs when the day of slot `extra` is on besides those that are. */
function costOfLine(state: State, line: number, extra = -1): number {
  const { groupSlots, lines } = state.model.slots;
  const first = groupSlots + line * lines.days;
  return lineCost(lines, line, (day) => state.isOccupied(first + day) || first + day === extra);
}
