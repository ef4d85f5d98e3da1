/**
 * Slots: things that matter only as "at least one of these cells is taken". A group slot moves a counter by one
 * (weekends worked); a day slot is one day of a line, and a line is one person's days under one run term.
 */

import { lineAmount, type RunLine, runAmount, runLine } from '../../constraints/run-amount.ts';
import type { Problem } from '../../constraints/shapes.ts';
import { intAt, numberAt } from '../../kernel/typed-at.ts';
import type { CellTable } from './cells.ts';
import { levelIndex } from './levels.ts';

export interface SlotTable {
  readonly count: number;
  /** Slots of cell c are entries `start[c]` up to `start[c + 1]`. */
  readonly start: Int32Array;
  readonly slot: Int32Array;
  /** Slots below this are group slots; the others are `groupSlots + line × days + day`. */
  readonly groupSlots: number;
  /** Group slot → its counter. */
  readonly counter: Int32Array;
  readonly lines: LineTable;
}

/** Bounds of each line; cost of a run = weight × its amount. */
export interface LineTable {
  readonly count: number;
  readonly days: number;
  readonly person: Int32Array;
  /** 1: runs of days on; 0: runs of days off. */
  readonly on: Uint8Array;
  /** 0 and a very large number where a bound is absent. */
  readonly least: Int32Array;
  readonly most: Int32Array;
  /** Days beside the horizon, and days on whatever is taken. */
  readonly own: readonly RunLine[];
  readonly weight: Int32Array;
  readonly level: Uint8Array;
  readonly rule: Int32Array;
  /** Index of the run term, so that lines over the same shifts can be told. */
  readonly term: Int32Array;
}

const UNBOUNDED = 1 << 28;

export function buildSlots(problem: Problem, cells: CellTable, firstGroupCounter: number): SlotTable {
  const entries: Entries = { cell: [], slot: [] };
  const counter = enterGroups(problem, cells, { entries, firstCounter: firstGroupCounter });
  const lines = buildLines(problem);
  enterDays(problem, cells, { entries, firstSlot: counter.length });
  const start = new Int32Array(cells.count + 1);
  for (const cell of entries.cell) start[cell + 1] = intAt(start, cell + 1) + 1;
  for (let c = 0; c < cells.count; c++) start[c + 1] = intAt(start, c + 1) + intAt(start, c);
  const fill = start.slice();
  const slot = new Int32Array(entries.cell.length);
  entries.cell.forEach((cell, e) => {
    const place = intAt(fill, cell);
    fill[cell] = place + 1;
    slot[place] = numberAt(entries.slot, e);
  });
  const count = counter.length + lines.count * problem.days;
  return { count, start, slot, groupSlots: counter.length, counter: Int32Array.from(counter), lines };
}

interface Entries {
  readonly cell: number[];
  readonly slot: number[];
}

function enter(entries: Entries, cell: number, slot: number): void {
  if (cell < 0) return;
  entries.cell.push(cell);
  entries.slot.push(slot);
}

/** Returns the counter of each group slot. */
function enterGroups(
  problem: Problem,
  cells: CellTable,
  { entries, firstCounter }: { entries: Entries; firstCounter: number },
): number[] {
  const counter: number[] = [];
  let nextCounter = firstCounter;
  for (const term of problem.groups ?? []) {
    for (const p of term.people) {
      for (const group of term.groups) {
        for (const s of group) enter(entries, intAt(cells.at, p * cells.shifts + s), counter.length);
        counter.push(nextCounter);
      }
      nextCounter++;
    }
  }
  return counter;
}

function enterDays(
  problem: Problem,
  cells: CellTable,
  { entries, firstSlot }: { entries: Entries; firstSlot: number },
): void {
  let first = firstSlot;
  for (const term of problem.runs) {
    for (const p of term.people) {
      for (const s of term.shifts) {
        enter(entries, intAt(cells.at, p * cells.shifts + s), first + intAt(problem.shiftDay, s));
      }
      first += problem.days;
    }
  }
}

function buildLines(problem: Problem): LineTable {
  const of = <T>(pick: (term: (typeof problem.runs)[number], i: number, t: number) => T): T[] =>
    problem.runs.flatMap((term, t) => Array.from(term.people, (_, i) => pick(term, i, t)));
  const rule = (index: number) => problem.rules[index];
  const person = Int32Array.from(of((term, i) => intAt(term.people, i)));
  return {
    count: person.length,
    days: problem.days,
    person,
    on: Uint8Array.from(of((term) => (term.state === 'on' ? 1 : 0))),
    least: Int32Array.from(of((term) => term.least ?? 0)),
    most: Int32Array.from(of((term) => term.most ?? UNBOUNDED)),
    own: of((term, i) => runLine(term, i, problem.days)),
    weight: Int32Array.from(of((term) => (rule(term.rule)?.weight ?? 1) * (term.amount ?? 1))),
    level: Uint8Array.from(of((term) => levelIndex(rule(term.rule)?.level ?? 'hard'))),
    rule: Int32Array.from(of((term) => term.rule)),
    term: Int32Array.from(of((_term, _i, t) => t)),
  };
}

/** What the maximal run of days [from, to] costs on a line; empty ones cost only at the edges of the horizon. */
export function runCost(lines: LineTable, line: number, from: number, to: number): number {
  return intAt(lines.weight, line) * runAmount(lines.own[line] as RunLine, from, to);
}

/** What all runs of a line cost together. */
export function lineCost(lines: LineTable, line: number, isOn: (day: number) => boolean): number {
  return intAt(lines.weight, line) * lineAmount(lines.own[line] as RunLine, isOn);
}
