/**
 * Puts a benchmark instance into the solver's shapes: one shift a day and type, every hard rule of the format as a hard
 * rule, requests and cover in one soft level. The engine behind knows nothing of this format.
 */

import type {
  Block,
  Cells,
  ConflictTerm,
  CounterPrice,
  CounterTerm,
  GroupTerm,
  Level,
  MaskTerm,
  Problem,
  ProblemRule,
  RunTerm,
} from '../../../src/constraints/shapes.ts';
import type { BenchRoster } from './evaluate.ts';
import type { Employee, Instance } from './instance.ts';

const MINUTES_A_DAY = 1440;

export function problemFromInstance(instance: Instance): Problem {
  return new Adapter(instance).problem();
}

/** Cells are person × (day × types + type). */
export function rosterFromCells(instance: Instance, cells: Cells): BenchRoster {
  const types = instance.shifts.length;
  const width = instance.horizon * types;
  const roster = instance.staff.map(() => new Array<string>(instance.horizon).fill(''));
  for (const cell of cells) {
    const shift = cell % width;
    const row = roster[Math.floor(cell / width)];
    if (row) row[Math.floor(shift / types)] = instance.shifts[shift % types]?.id ?? '?';
  }
  return roster;
}

class Adapter {
  readonly #instance: Instance;
  readonly #types: number;
  readonly #typeOf: ReadonlyMap<string, number>;
  readonly #personOf: ReadonlyMap<string, number>;
  readonly #everyone: Int32Array;
  readonly #allShifts: Int32Array;
  readonly #rules: ProblemRule[] = [];
  readonly #masks: MaskTerm[] = [];
  readonly #counters: CounterTerm[] = [];
  readonly #runs: RunTerm[] = [];
  readonly #groups: GroupTerm[] = [];

  constructor(instance: Instance) {
    this.#instance = instance;
    this.#types = instance.shifts.length;
    this.#typeOf = new Map(instance.shifts.map((type, index) => [type.id, index]));
    this.#personOf = new Map(instance.staff.map((employee, index) => [employee.id, index]));
    this.#everyone = Int32Array.from(instance.staff.keys());
    this.#allShifts = Int32Array.from({ length: instance.horizon * this.#types }, (_, shift) => shift);
  }

  problem(): Problem {
    const { horizon, staff, shifts } = this.#instance;
    const conflict = this.#succession();
    for (const [person, employee] of staff.entries()) this.#addEmployee(employee, person);
    this.#addRequests();
    this.#addCover();
    const minutesOf = (shift: number): number => shifts[shift % this.#types]?.minutes ?? 0;
    const shiftDay = this.#allShifts.map((shift) => Math.floor(shift / this.#types));
    return {
      people: staff.length,
      shifts: this.#allShifts.length,
      days: horizon,
      shiftDay,
      shiftStart: shiftDay.map((day) => day * MINUTES_A_DAY),
      shiftEnd: this.#allShifts.map((shift) => (shiftDay[shift] ?? 0) * MINUTES_A_DAY + minutesOf(shift)),
      rules: this.#rules,
      masks: this.#masks,
      conflicts: [conflict],
      counters: this.#counters,
      runs: this.#runs,
      groups: this.#groups,
      pins: new Int32Array(0),
    };
  }

  #rule(constraint: string, level: Level, weight = 1): number {
    const id = `${constraint}-${weight}`;
    const known = this.#rules.findIndex((rule) => rule.id === id);
    return known >= 0 ? known : this.#rules.push({ id, constraint, level, weight }) - 1;
  }

  #shift(day: number, type: string): number {
    return day * this.#types + (this.#typeOf.get(type) ?? 0);
  }

  /** One shift a day, and the types that may not follow on the next day. */
  #succession(): ConflictTerm {
    const { horizon, shifts } = this.#instance;
    const pairs: [number, number][] = [];
    for (let day = 0; day < horizon; day++) {
      shifts.forEach((type, index) => {
        const first = day * this.#types + index;
        for (let other = index + 1; other < this.#types; other++)
          pairs.push([first, day * this.#types + other]);
        if (day + 1 < horizon) {
          for (const next of type.forbiddenNext) pairs.push([first, this.#shift(day + 1, next)]);
        }
      });
    }
    return {
      rule: this.#rule('succession', 'hard'),
      first: Int32Array.from(pairs, (pair) => pair[0]),
      second: Int32Array.from(pairs, (pair) => pair[1]),
      amount: new Int32Array(pairs.length).fill(1),
    };
  }

  #addEmployee(employee: Employee, person: number): void {
    const people = Int32Array.of(person);
    this.#addLimits(employee, people);
    this.#addMinutes(employee, people);
    const unknown = Int32Array.of(-1);
    const run = { people, shifts: this.#allShifts, before: unknown, after: unknown, fixedOn: [] };
    this.#runs.push(
      {
        ...run,
        rule: this.#rule('consecutive-on', 'hard'),
        state: 'on',
        least: employee.minConsecutive,
        most: employee.maxConsecutive,
      },
      { ...run, rule: this.#rule('consecutive-off', 'hard'), state: 'off', least: employee.minDaysOff },
    );
    const groups: Int32Array[] = [];
    for (let saturday = 5; saturday < this.#instance.horizon; saturday += 7) {
      groups.push(this.#allShifts.subarray(saturday * this.#types, (saturday + 2) * this.#types));
    }
    const price: CounterPrice = { kind: 'range', above: employee.maxWeekends };
    this.#groups.push({ rule: this.#rule('weekends', 'hard'), people, groups, price });
  }

  #addLimits(employee: Employee, people: Int32Array): void {
    const { horizon, shifts } = this.#instance;
    const off = employee.daysOff.flatMap((day) => [
      ...this.#allShifts.subarray(day * this.#types, (day + 1) * this.#types),
    ]);
    const blocked: Block[] = [{ people, shifts: Int32Array.from(off) }];
    for (const type of shifts) {
      const most = employee.maxShifts.get(type.id) ?? horizon;
      const days = Int32Array.from({ length: horizon }, (_, day) => this.#shift(day, type.id));
      if (most === 0) {
        blocked.push({ people, shifts: days });
      } else if (most < horizon) {
        const blocks = [{ people, shifts: days, coefficients: new Int32Array(horizon).fill(1) }];
        const rule = this.#rule('type-maximum', 'hard');
        this.#counters.push({ rule, blocks, offset: 0, price: { kind: 'range', above: most } });
      }
    }
    this.#masks.push({ rule: this.#rule('available', 'hard'), blocks: blocked, amount: 1 });
  }

  #addMinutes(employee: Employee, people: Int32Array): void {
    const minutes = this.#allShifts.map((shift) => this.#instance.shifts[shift % this.#types]?.minutes ?? 0);
    this.#counters.push({
      rule: this.#rule('minutes', 'hard'),
      blocks: [{ people, shifts: this.#allShifts, coefficients: minutes }],
      offset: 0,
      price: { kind: 'range', below: employee.minMinutes, above: employee.maxMinutes },
    });
  }

  #addRequests(): void {
    for (const { employee, day, shift, weight } of this.#instance.onRequests) {
      const cell = { ...this.#cell(employee, day, shift), coefficients: Int32Array.of(1) };
      const rule = this.#rule('request-on', 'soft', weight);
      this.#counters.push({ rule, blocks: [cell], offset: 0, price: { kind: 'range', below: 1 } });
    }
    for (const { employee, day, shift, weight } of this.#instance.offRequests) {
      const rule = this.#rule('request-off', 'soft', weight);
      this.#masks.push({ rule, blocks: [this.#cell(employee, day, shift)], amount: 1 });
    }
  }

  #cell(employee: string, day: number, shift: string): Block {
    return {
      people: Int32Array.of(this.#personOf.get(employee) ?? 0),
      shifts: Int32Array.of(this.#shift(day, shift)),
    };
  }

  #addCover(): void {
    for (const { day, shift, need, under, over } of this.#instance.cover) {
      const shifts = Int32Array.of(this.#shift(day, shift));
      const blocks = [{ people: this.#everyone, shifts, coefficients: Int32Array.of(1) }];
      const add = (name: string, weight: number, price: CounterPrice): void => {
        if (weight === 0) return;
        this.#counters.push({ rule: this.#rule(name, 'soft', weight), blocks, offset: 0, price });
      };
      add('cover-under', under, { kind: 'range', below: need });
      add('cover-over', over, { kind: 'range', above: need });
    }
  }
}
