/**
 * How a person's count is carried along the days: in units of its common divisor, up to the last value that matters,
 * and priced when nothing can be added any more.
 */

import { intAt } from '../../kernel/typed-at.ts';
import type { DayOptions, Measure } from './day-patterns.ts';
import { curveAt, type PriceCurve } from './price-curve.ts';
import type { PersonModel } from './split-problem.ts';

/** One of a person's counters or group terms, by its number: counters first, then groups. */
export type MeasureId = number;

export interface CarriedMeasure {
  readonly measure: Measure;
  /** Counts are carried divided by this. */
  readonly unit: number;
  /** Largest count carried, in units. */
  readonly most: number;
  /** True when more than `most` is forbidden; otherwise each unit above costs `slope` at once. */
  readonly strict: boolean;
  readonly slope: number;
  /** Cost by carried count when the last day that can add has passed; `Infinity` when forbidden. */
  readonly endCost: Float64Array;
  readonly lastDay: number;
}

export function measureCount(model: PersonModel): number {
  return model.counters.length + model.groups.length;
}

function curveOf(model: PersonModel, id: MeasureId): { curve: PriceCurve; offset: number } {
  const counter = model.counters[id];
  if (counter) return counter;
  const groups = model.groups[id - model.counters.length];
  return { curve: groups?.curve ?? [], offset: 0 };
}

/** True when even an empty roster may be priced by it, or it is never nought: such measures are always carried. */
export function alwaysMatters(model: PersonModel, id: MeasureId): boolean {
  const { curve, offset } = curveOf(model, id);
  return curveAt(curve, offset) > 0 || curve.some(({ price }) => price.kind === 'square');
}

const measuresOf = new WeakMap<PersonModel, Measure[]>();

/** Worked out once for each person. */
export function measureOf(model: PersonModel, id: MeasureId): Measure {
  let measures = measuresOf.get(model);
  if (!measures) {
    measures = Array.from({ length: measureCount(model) }, (_, index) => createMeasure(model, index));
    measuresOf.set(model, measures);
  }
  return measures[id] as Measure;
}

function createMeasure(model: PersonModel, id: MeasureId): Measure {
  const counter = model.counters[id];
  const values = new Int32Array(model.cellCost.length);
  if (counter) {
    counter.shifts.forEach((shift, index) => {
      values[shift] = intAt(counter.coefficients, index);
    });
    return { kind: 'counter', coefficientOf: values };
  }
  values.fill(-1);
  model.groups[id - model.counters.length]?.groups.forEach((shifts, group) => {
    for (const shift of shifts) values[shift] = group;
  });
  return { kind: 'groups', groupOf: values };
}

function measureValue(model: PersonModel, id: MeasureId, taken: Iterable<number>): number {
  const measure = measureOf(model, id);
  if (measure.kind === 'groups') {
    const touched = new Set<number>();
    for (const shift of taken) touched.add(intAt(measure.groupOf, shift));
    touched.delete(-1);
    return touched.size;
  }
  let value = curveOf(model, id).offset;
  for (const shift of taken) value += intAt(measure.coefficientOf, shift);
  return value;
}

export function measureCost(model: PersonModel, id: MeasureId, taken: Iterable<number>): number {
  return curveAt(curveOf(model, id).curve, measureValue(model, id, taken));
}

/** `saturate: false` carries every reachable count, for the measure that runs along the vector. */
export function carriedMeasure(
  model: PersonModel,
  id: MeasureId,
  options: DayOptions,
  saturate: boolean,
): CarriedMeasure {
  const measure = measureOf(model, id);
  const { curve, offset } = curveOf(model, id);
  const { unit, reach, lastDay } = reachOf(measure, options);
  const inUnits = (bound: number): number => Math.floor((bound - offset) / unit);
  let limit = Number.POSITIVE_INFINITY;
  let matters = 0;
  let slope = 0;
  let saturates = saturate;
  for (const { price, weight } of curve) {
    if (price.kind === 'square') {
      saturates = false;
      if (weight === Number.POSITIVE_INFINITY) limit = Math.min(limit, 0);
      continue;
    }
    if (price.below !== undefined) matters = Math.max(matters, inUnits(price.below + unit - 1));
    if (price.above === undefined) continue;
    if (weight === Number.POSITIVE_INFINITY) {
      limit = Math.min(limit, inUnits(price.above));
    } else {
      matters = Math.max(matters, inUnits(price.above + unit - 1));
      slope += weight * unit;
    }
  }
  const useful = saturates && limit === Number.POSITIVE_INFINITY ? Math.min(reach, matters) : reach;
  const most = Math.max(0, Math.min(useful, limit));
  const strict = !saturates || limit < Number.POSITIVE_INFINITY;
  const endCost = Float64Array.from({ length: most + 1 }, (_, count) =>
    curveAt(curve, offset + unit * count),
  );
  return { measure, unit, most, strict, slope, endCost, lastDay };
}

/** The common divisor of what days add, the most they can add together in that unit, and the last day that adds. */
function reachOf(measure: Measure, options: DayOptions): { unit: number; reach: number; lastDay: number } {
  let unit = 0;
  let total = 0;
  let lastDay = -1;
  const groups = new Set<number>();
  options.patterns.forEach((patterns, day) => {
    let largest = 0;
    for (const { classes } of patterns) {
      let sum = 0;
      for (const { sample } of classes) {
        const added = measure.kind === 'counter' ? intAt(measure.coefficientOf, sample) : 0;
        if (measure.kind === 'groups' && intAt(measure.groupOf, sample) >= 0) {
          groups.add(intAt(measure.groupOf, sample));
          lastDay = day;
        }
        if (added > 0) lastDay = day;
        unit = commonDivisor(unit, added);
        sum += added;
      }
      largest = Math.max(largest, sum);
    }
    total += largest;
  });
  if (measure.kind === 'groups') return { unit: 1, reach: groups.size, lastDay };
  const divisor = Math.max(1, unit);
  return { unit: divisor, reach: total / divisor, lastDay };
}

export function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
