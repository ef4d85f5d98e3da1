/**
 * The cells engines may take, numbered person by person and within a person by shift. A cell behind a wall is left
 * out: one under a hard mask, or in hard conflict with a pin of the same person. Pins are always in.
 */

import type { Problem } from '../../constraints/shapes.ts';
import { intAt } from '../../kernel/typed-at.ts';

export interface CellTable {
  readonly count: number;
  readonly people: number;
  readonly shifts: number;
  /** By cell. */
  readonly person: Int32Array;
  readonly shift: Int32Array;
  readonly pinned: Uint8Array;
  /** Cells of person p are `ofPerson[p]` up to `ofPerson[p + 1]`, by shift. */
  readonly ofPerson: Int32Array;
  /** Cells of shift s are `shiftCells[ofShift[s]]` up to `ofShift[s + 1]`, by person. */
  readonly ofShift: Int32Array;
  readonly shiftCells: Int32Array;
  /** person × shifts + shift → cell, or −1 behind a wall. */
  readonly at: Int32Array;
}

export function buildCells(problem: Problem): CellTable {
  const { people, shifts } = problem;
  const open = openCells(problem);
  const count = open.reduce((sum, value) => sum + value, 0);
  const person = new Int32Array(count);
  const shift = new Int32Array(count);
  const at = new Int32Array(people * shifts).fill(-1);
  const ofPerson = new Int32Array(people + 1);
  const ofShift = new Int32Array(shifts + 1);
  let cell = 0;
  for (let p = 0; p < people; p++) {
    ofPerson[p] = cell;
    for (let s = 0; s < shifts; s++) {
      if (open[p * shifts + s] === 0) continue;
      person[cell] = p;
      shift[cell] = s;
      at[p * shifts + s] = cell++;
    }
  }
  ofPerson[people] = count;
  for (const s of shift) ofShift[s + 1] = intAt(ofShift, s + 1) + 1;
  for (let s = 0; s < shifts; s++) ofShift[s + 1] = intAt(ofShift, s + 1) + intAt(ofShift, s);
  const fill = ofShift.slice();
  const shiftCells = new Int32Array(count);
  for (let c = 0; c < count; c++) {
    const s = intAt(shift, c);
    const place = intAt(fill, s);
    shiftCells[place] = c;
    fill[s] = place + 1;
  }
  const pinned = new Uint8Array(count);
  for (const pin of problem.pins) pinned[intAt(at, pin)] = 1;
  return { count, people, shifts, person, shift, pinned, ofPerson, ofShift, shiftCells, at };
}

/** 1 for every cell in front of the walls, person × shifts + shift. */
export function openCells(problem: Problem): Uint8Array {
  const { people, shifts, rules } = problem;
  const open = new Uint8Array(people * shifts).fill(1);
  for (const mask of problem.masks) {
    if (rules[mask.rule]?.level !== 'hard') continue;
    for (const block of mask.blocks) {
      for (const p of block.people) for (const s of block.shifts) open[p * shifts + s] = 0;
    }
  }
  const pinnedPeopleOf = new Map<number, number[]>();
  for (const pin of problem.pins) {
    const s = pin % shifts;
    pinnedPeopleOf.set(s, [...(pinnedPeopleOf.get(s) ?? []), Math.floor(pin / shifts)]);
  }
  for (const term of problem.conflicts) {
    if (rules[term.rule]?.level !== 'hard') continue;
    for (let i = 0; i < term.first.length; i++) {
      const a = intAt(term.first, i);
      const b = intAt(term.second, i);
      for (const p of pinnedPeopleOf.get(a) ?? []) open[p * shifts + b] = 0;
      for (const p of pinnedPeopleOf.get(b) ?? []) open[p * shifts + a] = 0;
    }
  }
  for (const pin of problem.pins) open[pin] = 1;
  return open;
}
