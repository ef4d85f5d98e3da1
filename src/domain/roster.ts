/** A roster: who stands which shift. It says nothing of whether that is allowed; the referee does. */

/** `place` is 0-based within the shift; a seat keeps its place when the person in it changes. */
export interface Assignment {
  readonly shiftId: string;
  readonly place: number;
  readonly staffId: string;
}

/** An assignment the solver must keep. */
export interface Pin {
  readonly shiftId: string;
  readonly staffId: string;
}

export interface Roster {
  readonly periodId: string;
  /** Ordered by shift (start, then post), then place; a seat that is empty has no entry. */
  readonly assignments: readonly Assignment[];
}
