/**
 * A dive: fixes the likeliest person-shift values of the relaxation, prices again under what is fixed, and so on down to
 * a whole roster. When the relaxation then cannot beat the cutoff any more, it undoes and fixes fewer.
 */

import { agreesWith, type Fixed } from './fixed.ts';
import { type Generated, generateColumns } from './generation.ts';
import type { Master, MasterPoint } from './master.ts';
import type { Column } from './pool.ts';
import { type Search, SLACK } from './search.ts';
import { BARRED, type Effort, TAKEN } from './walk.ts';

export interface DiveOptions {
  /** Only rosters cheaper than this are wanted. */
  readonly cutoff: number;
  /** Share of the open values fixed at each level. */
  readonly share: number;
  /** Random part of a value when the likeliest are chosen; 0 for the plain order. */
  readonly noise: number;
  /** The most that one pricing may take. */
  readonly effort: Effort;
  /** Pricing rounds at each level. */
  readonly rounds: number;
  /** Cells that are fixed from the start. */
  readonly fixed?: Fixed;
}

const NEARLY_ONE = 0.97;
const NOUGHT = 1e-6;
/** A rise of the relaxation that counts as one, and the most that is fixed at a level. */
const RISE = 0.01;
const MOST_SHARE = 0.25;
/** A rise by more than this, in proportion, is a jump: then fewer values are fixed instead. */
const JUMP = 0.02;

/** One column a free person of the roster it came down to, or, where it was cut off, of what seemed best halfway down. */
export type Dived =
  | { readonly whole: true; readonly columns: readonly Column[] }
  | { readonly whole: false; readonly columns: readonly Column[] | undefined };

/** Leaves the master open. */
export function dive(search: Search, master: Master, start: MasterPoint, options: DiveOptions): Dived {
  const fixed: Fixed = search.split.people.map((_, person) =>
    (options.fixed ?? search.pinned)[person]?.slice(),
  );
  try {
    return descend(search, master, { start, fixed, options });
  } finally {
    master.restrict(options.fixed ? agreesWith(options.fixed) : () => true);
  }
}

function descend(
  search: Search,
  master: Master,
  { start, fixed, options }: { start: MasterPoint; fixed: Fixed; options: DiveOptions },
): Dived {
  let point = start;
  let { share } = options;
  /** Before a value had first to be fixed alone: from there on one stands in another's way. */
  let halfway: readonly Column[] | undefined;
  const cutOff = (): Dived => ({ whole: false, columns: halfway });
  while (!search.over()) {
    const whole = wholeRosters(master, point);
    if (whole) return { whole: true, columns: whole };
    const values = openValues(search, { point, fixed, noise: options.noise });
    if (values.length === 0) return cutOff();
    const sure = values.filter((value) => value.value >= NEARLY_ONE).length;
    let count = Math.min(values.length, Math.max(1, sure, Math.ceil(openDuties(values) * share)));
    const before = point.value;
    for (;;) {
      const next = trySetting(search, master, {
        values: values.slice(0, count),
        fixed,
        options,
        state: TAKEN,
        most: count > 1 ? before + Math.max(2, JUMP * Math.abs(before)) : Infinity,
      });
      if (next) {
        point = next.point;
        // What cost nothing was safe to fix: then more of it at once.
        share = point.value < before + RISE ? Math.min(MOST_SHARE, share * 1.5) : options.share;
        break;
      }
      if (search.over()) return cutOff();
      if (count === 1) {
        const barred = trySetting(search, master, {
          values: values.slice(0, 1),
          fixed,
          options,
          state: BARRED,
          most: Infinity,
        });
        if (!barred) return cutOff();
        point = barred.point;
        break;
      }
      count = Math.floor(count / 2);
      share = options.share;
      if (count === 1) halfway ??= heaviestColumns(point);
    }
  }
  return cutOff();
}

/** The likeliest column of each person. */
export function heaviestColumns({ mix }: MasterPoint): Column[] {
  const heaviest = new Map<number, MasterPoint['mix'][number]>();
  for (const each of mix) {
    const { person } = each.column;
    if (each.weight > (heaviest.get(person)?.weight ?? -1)) heaviest.set(person, each);
  }
  return [...heaviest.values()].map(({ column }) => column);
}

interface OpenValue {
  readonly person: number;
  readonly shift: number;
  readonly value: number;
  readonly rank: number;
}

/** One column a person when the point is whole in every person. */
export function wholeRosters(master: Master, point: MasterPoint): Column[] | undefined {
  if (point.missing > NOUGHT) return undefined;
  const chosen: Column[] = [];
  for (const { column, weight } of point.mix) {
    if (weight > 1 - 1e-5) chosen.push(column);
    else if (weight > 1e-5) return undefined;
  }
  return chosen.length === master.free.length ? chosen : undefined;
}

/** Values above nought that are not fixed yet, the likeliest first. */
function openValues(
  search: Search,
  { point, fixed, noise }: { point: MasterPoint; fixed: Fixed; noise: number },
): OpenValue[] {
  const width = search.split.problem.shifts;
  const values = new Map<number, number>();
  for (const { column, weight } of point.mix) {
    const { person, shifts } = column;
    for (const shift of shifts) {
      if (fixed[person]?.[shift] === TAKEN) continue;
      const cell = person * width + shift;
      values.set(cell, (values.get(cell) ?? 0) + weight);
    }
  }
  return [...values]
    .map(([cell, value]) => ({
      person: Math.floor(cell / width),
      shift: cell % width,
      value,
      rank: value >= NEARLY_ONE ? 2 : value + noise * search.random.next(),
    }))
    .sort((a, b) => b.rank - a.rank || a.person - b.person || a.shift - b.shift);
}

function openDuties(values: readonly OpenValue[]): number {
  return values.reduce((sum, { value }) => sum + value, 0);
}

/** Sets the cells and prices again; takes it back and gives undefined when nothing below the cutoff is left. */
function trySetting(
  search: Search,
  master: Master,
  input: { values: readonly OpenValue[]; fixed: Fixed; options: DiveOptions; state: number; most: number },
): Generated | undefined {
  const { values, fixed, options, state, most } = input;
  for (const { person, shift } of values) {
    const cells = fixed[person] ?? new Uint8Array(search.split.problem.shifts);
    cells[shift] = state;
    fixed[person] = cells;
  }
  master.restrict(agreesWith(fixed));
  const next = generateColumns(search, master, {
    fixed,
    rounds: options.rounds,
    cutoff: options.cutoff,
    mixedOnly: true,
    effort: options.effort,
    first: 'dual',
  });
  const lost = next.ended === 'infeasible' || next.ended === 'cutoff' || next.point.missing > NOUGHT;
  if (!lost && next.point.value < Math.min(most, options.cutoff - 1) + SLACK * 10) return next;
  // Above the cutoff by the master alone: more rounds might bring it down, but a dive does not wait for them.
  for (const { person, shift } of values) (fixed[person] as Uint8Array)[shift] = 0;
  if (state === BARRED) return undefined;
  master.restrict(agreesWith(fixed));
  return undefined;
}
