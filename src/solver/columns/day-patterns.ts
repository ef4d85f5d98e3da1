/**
 * What a person can do on one day: classes of shifts that nothing but their price tells apart, and patterns, the sets of
 * classes that can be taken together. Pricing then picks the cheapest shift of each class.
 */

import { intAt, numberAt, realAt } from '../../kernel/typed-at.ts';
import type { Clashes, OwnRun } from './split-problem.ts';

/** A person's own measures that a pattern adds to: a counter, or a term of groups. */
export type Measure =
  | { readonly kind: 'counter'; readonly coefficientOf: Int32Array }
  | { readonly kind: 'groups'; readonly groupOf: Int32Array };

export interface ShiftClass {
  readonly id: number;
  readonly day: number;
  readonly shifts: Int32Array;
  /** Any one of them: all behave alike. */
  readonly sample: number;
}

export interface DayPattern {
  readonly classes: readonly ShiftClass[];
  /** Soft clashes inside the day. */
  readonly cost: number;
  /** Bit r: turns run r's day on. */
  readonly runs: number;
}

export interface DayOptions {
  /** By day; the first pattern of each is the empty one. */
  readonly patterns: readonly (readonly DayPattern[])[];
  readonly classes: readonly ShiftClass[];
  /** By shift, −1 for shifts the person may not take. */
  readonly classOf: Int32Array;
}

export interface OptionsInput {
  readonly days: number;
  readonly shiftDay: Int32Array;
  readonly shifts: Int32Array;
  readonly clashes: Clashes;
  readonly runs: readonly OwnRun[];
  readonly measures: readonly Measure[];
}

const MOST_PATTERNS_A_DAY = 400;

/** Undefined when a day has more patterns than pricing can walk. */
export function dayOptions(input: OptionsInput): DayOptions | undefined {
  const { classes, classOf } = shiftClasses(input);
  const byDay: ShiftClass[][] = Array.from({ length: input.days }, () => []);
  for (const shiftClass of classes) byDay[shiftClass.day]?.push(shiftClass);
  const patterns: DayPattern[][] = [];
  for (const dayClasses of byDay) {
    const found = dayPatterns(dayClasses, input);
    if (found.length > MOST_PATTERNS_A_DAY) return undefined;
    patterns.push(found);
  }
  return { patterns, classes, classOf };
}

function shiftClasses(input: OptionsInput): { classes: ShiftClass[]; classOf: Int32Array } {
  const { shifts, shiftDay } = input;
  const allowed = new Uint8Array(shiftDay.length);
  for (const shift of shifts) allowed[shift] = 1;
  const members = new Map<string, number[]>();
  for (const shift of shifts) {
    const key = behaviourOf(shift, allowed, input);
    const known = members.get(key);
    if (known) known.push(shift);
    else members.set(key, [shift]);
  }
  const classOf = new Int32Array(shiftDay.length).fill(-1);
  const classes = [...members.values()].map((list, id): ShiftClass => {
    const sample = numberAt(list, 0);
    for (const shift of list) classOf[shift] = id;
    return { id, day: intAt(shiftDay, sample), shifts: Int32Array.from(list), sample };
  });
  return { classes, classOf };
}

/** Equal for shifts of the same day that clash with each other and otherwise clash, count and run alike. */
function behaviourOf(shift: number, allowed: Uint8Array, input: OptionsInput): string {
  const { clashes, runs, measures, shiftDay } = input;
  const near: string[] = [];
  let placed = false;
  const place = (): void => {
    if (!placed) near.push(`${shift}`);
    placed = true;
  };
  for (let at = intAt(clashes.starts, shift); at < intAt(clashes.starts, shift + 1); at++) {
    const other = intAt(clashes.others, at);
    if (allowed[other] === 0) continue;
    if (other > shift) place();
    const cost = realAt(clashes.costs, at);
    near.push(cost === Number.POSITIVE_INFINITY ? `${other}` : `${other}:${cost}`);
  }
  place();
  const parts = [`${shiftDay[shift]}`, near.join()];
  for (const run of runs) parts.push(`${run.turnsOn[shift]}`);
  for (const measure of measures) {
    parts.push(`${measure.kind === 'counter' ? measure.coefficientOf[shift] : measure.groupOf[shift]}`);
  }
  return parts.join('/');
}

/** All sets of the day's classes without a hard clash, the empty set first. */
function dayPatterns(classes: readonly ShiftClass[], input: OptionsInput): DayPattern[] {
  const patterns: DayPattern[] = [{ classes: [], cost: 0, runs: 0 }];
  for (const added of classes) {
    const runs = runBits(added.sample, input.runs);
    const before = patterns.length;
    if (before > MOST_PATTERNS_A_DAY) return patterns;
    for (let index = 0; index < before; index++) {
      const pattern = patterns[index] as DayPattern;
      let cost = pattern.cost;
      for (const taken of pattern.classes) cost += clashCost(input.clashes, taken.sample, added.sample);
      if (cost === Number.POSITIVE_INFINITY) continue;
      patterns.push({ classes: [...pattern.classes, added], cost, runs: pattern.runs | runs });
    }
  }
  return patterns;
}

function runBits(shift: number, runs: readonly OwnRun[]): number {
  let bits = 0;
  runs.forEach((run, index) => {
    if (run.turnsOn[shift] === 1) bits |= 1 << index;
  });
  return bits;
}

/** Nought when the two do not clash. */
export function clashCost(clashes: Clashes, one: number, other: number): number {
  for (let at = intAt(clashes.starts, one); at < intAt(clashes.starts, one + 1); at++) {
    if (clashes.others[at] === other) return realAt(clashes.costs, at);
  }
  return 0;
}
