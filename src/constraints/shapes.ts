/**
 * The shapes every rule compiles to, and the problem made of them. This is the only language between rules and
 * engines: the solver knows these shapes and nothing of rest, leave or Giao thừa.
 *
 * A decision is a cell: person p takes shift s, written p × shifts + s. People, shifts and days are indices in the
 * order of the plan. Everything is plain data and survives a structured clone.
 */

/**
 * Levels are compared in order: no amount of `cover` makes up for a `hard` fault, no amount of `soft` for `cover`.
 * Cover stands below hard so that a roster always comes out, with gaps listed instead of laws broken.
 */
export const LEVELS = ['hard', 'cover', 'soft'] as const;
export type Level = (typeof LEVELS)[number];

/** Amounts by level; `soft` is already weighted. Compared lexicographically. */
export interface Score {
  readonly hard: number;
  readonly cover: number;
  readonly soft: number;
}

/** A rule as the solver sees it. Every term names the rule it came from, for the breakdown and the explanation. */
export interface ProblemRule {
  readonly id: string;
  readonly constraint: string;
  readonly level: Level;
  /** Cost of one unit of violation; 1 for hard. A whole number ≥ 1. */
  readonly weight: number;
}

/** A rectangle of cells: each of `people` × each of `shifts`. Arrays are shared between blocks where they are equal. */
export interface Block {
  readonly people: Int32Array;
  readonly shifts: Int32Array;
}

/** Cells that each count `amount` when taken: not qualified, on leave, a wish against. */
export interface MaskTerm {
  readonly rule: number;
  readonly blocks: readonly Block[];
  /** Whole number ≥ 1, like every amount here: no term ever rewards, so nought is a bound. */
  readonly amount: number;
}

/** Two different shifts of which the same person, whoever it is, may not take both: each such pair counts `amount`. */
export interface ConflictTerm {
  readonly rule: number;
  /** Pairs (first[i], second[i]) with first[i] < second[i], no pair twice in a term. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly amount: Int32Array;
}

/** A block whose cells count `coefficients[j]` for shift `shifts[j]`. */
export interface WeightedBlock extends Block {
  readonly coefficients: Int32Array;
}

/**
 * A convex price on a counter's value v (a whole number):
 * `range`: max(0, below − v) + max(0, v − above), either bound may be absent; `square`: scale × max(0, |v| − slack)².
 */
export type CounterPrice =
  | { readonly kind: 'range'; readonly below?: number; readonly above?: number }
  | {
      readonly kind: 'square';
      readonly scale: number;
      /** Whole; absent: 0. */
      readonly slack?: number;
    };

/** v = offset + Σ coefficient of each taken cell; costs its price × the rule's weight. */
export interface CounterTerm {
  readonly rule: number;
  /** No cell stands in two blocks of a counter. */
  readonly blocks: readonly WeightedBlock[];
  readonly offset: number;
  readonly price: CounterPrice;
}

/**
 * Bounds on runs of days, for each person separately. A day is *on* when the person takes at least one of `shifts`
 * that begins on it, or when it is fixed so; else *off*. Amount: for every maximal run of `state` days, the days above
 * `most` plus the days below `least`. Days beside the horizon lengthen a run at its edge; one that ends just there, with
 * no day of the horizon, may be too short as well. A run open at an edge is never too short. What fixed days alone would
 * bring about costs nothing: see `run-amount.ts`.
 */
export interface RunTerm {
  readonly rule: number;
  readonly people: Int32Array;
  readonly shifts: Int32Array;
  readonly state: 'on' | 'off';
  readonly least?: number;
  readonly most?: number;
  /** What each such day counts; absent: 1. */
  readonly amount?: number;
  /** For each of `people`, days in a row of `state` just before the horizon and just after it; −1: open there. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** For each of `people`, days of the horizon that are on whatever is taken, ascending. */
  readonly fixedOn: readonly Int32Array[];
}

/**
 * For each of `people` separately: v = how many of `groups` the person takes at least one shift of, as in "weekends
 * worked"; costs its price × the rule's weight. No shift stands in two groups of a term.
 */
export interface GroupTerm {
  readonly rule: number;
  readonly people: Int32Array;
  readonly groups: readonly Int32Array[];
  readonly price: CounterPrice;
}

export interface Problem {
  readonly people: number;
  readonly shifts: number;
  readonly days: number;
  /** Day index on which each shift begins. */
  readonly shiftDay: Int32Array;
  /** Minutes from the first shift's start. */
  readonly shiftStart: Int32Array;
  readonly shiftEnd: Int32Array;
  readonly rules: readonly ProblemRule[];
  readonly masks: readonly MaskTerm[];
  readonly conflicts: readonly ConflictTerm[];
  readonly counters: readonly CounterTerm[];
  readonly runs: readonly RunTerm[];
  /** Absent means none. */
  readonly groups?: readonly GroupTerm[];
  /** Cells that must stay taken, whatever it breaks. */
  readonly pins: Int32Array;
}

/** Taken cells, ascending, each once. */
export type Cells = Int32Array;

export function compareScores(a: Score, b: Score): number {
  return a.hard - b.hard || a.cover - b.cover || a.soft - b.soft;
}
