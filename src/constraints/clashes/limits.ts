/**
 * What is asked for, and what hard rules leave of it: a rule's least counts, the least cover of a shift, a day or the whole,
 * against every limit that the others set. Rules are read in the solver's shapes, so a new one is reckoned with by itself.
 * Nothing is solved: limits that share no cell are added up, which never finds a contradiction that is none.
 */

import type { Plan } from '../../domain/plan.ts';
import type { Rule } from '../../domain/rule-set.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { Fault } from '../../kernel/fault.ts';
import { groupedBy } from '../../kernel/groups.ts';
import { compile } from '../compile.ts';
import type { CounterTerm, Problem } from '../shapes.ts';
import { clash } from './clash.ts';

/** In larger plans people look for themselves. */
const MOST_CELLS = 200_000;
/** What nobody can do at all is a shortage, no contradiction of rules. */
const OF_NATURE: readonly string[] = ['qualified', 'available', 'no-overlap'];

/** Of these cells at most so many may be taken. */
interface Limit {
  readonly rule: number;
  readonly cells: readonly number[];
  /** Most of the given ones. */
  most(cells: readonly number[]): number;
}

/** Of these cells at least so many are to be taken. */
interface Demand {
  /** The rule that asks; absent: the cover of shifts. */
  readonly rule?: number;
  readonly cells: readonly number[];
  readonly least: number;
  /** Demands of one kind are told once. */
  readonly kind: string;
  readonly shift: number;
}

export function limitClashes(plan: Plan): Fault[] {
  const rules = plan.ruleSet.rules.filter(
    ({ constraint, strength }) => strength.kind === 'hard' && !constraint.startsWith('cover-'),
  );
  const covering = plan.ruleSet.rules.filter(({ constraint }) => constraint === 'cover-most');
  if (rules.length === 0 || plan.staff.length * plan.shifts.length > MOST_CELLS) return [];
  const problem = compile({
    ...plan,
    pins: [],
    ruleSet: { ...plan.ruleSet, rules: [...rules, ...covering] },
  });
  return new Reckoning(plan, [...rules, ...covering], problem).clashes();
}

class Reckoning {
  readonly #limits: readonly Limit[];
  readonly #limitsOf = new Map<number, Limit[]>();
  /** By cell, the rules that each forbid it by itself. */
  readonly #bars = new Map<number, Set<number>>();

  constructor(
    readonly plan: Plan,
    readonly rules: readonly Rule[],
    readonly problem: Problem,
  ) {
    for (const { rule, blocks } of problem.masks)
      for (const cell of cellsOf(blocks, problem)) this.#bar(cell, rule);
    this.#limits = [
      ...problem.counters.flatMap((term) => counterLimit(term, problem)),
      ...groupLimits(problem),
    ];
    for (const limit of this.#limits) {
      for (const cell of limit.cells) {
        if (limit.most([cell]) === 0) this.#bar(cell, limit.rule);
        const known = this.#limitsOf.get(cell);
        if (known) known.push(limit);
        else this.#limitsOf.set(cell, [limit]);
      }
    }
  }

  clashes(): Fault[] {
    const told = new Map<
      string,
      { demand: Demand; blamed: readonly number[]; left: number; count: number }
    >();
    const known: (readonly number[])[] = [];
    for (const demand of [...this.#asked(), ...this.#covers()]) {
      const all = this.rules.map((_, i) => i);
      if (this.#left(demand, new Set(all)) >= demand.least) continue;
      const blamed = this.#blamed(demand, all);
      const cause = [...blamed, ...(demand.rule === undefined ? [] : [demand.rule])];
      if (demand.rule === undefined && blamed.every((i) => OF_NATURE.includes(this.#codeOf(i)))) continue;
      const key = `${demand.kind} ${blamed.join()}`;
      const same = told.get(key);
      // A larger demand that fails for what has been told already says nothing new.
      if (!same && known.some((each) => each.every((i) => cause.includes(i)))) continue;
      if (!same) known.push(cause);
      const left = this.#left(demand, new Set(blamed));
      told.set(key, same ? { ...same, count: same.count + 1 } : { demand, blamed, left, count: 1 });
    }
    return [...told.values()].map((each) => this.#fault(each));
  }

  #bar(cell: number, rule: number): void {
    const known = this.#bars.get(cell);
    if (known) known.add(rule);
    else this.#bars.set(cell, new Set([rule]));
  }

  #codeOf(rule: number): string {
    return this.rules[rule]?.constraint ?? '';
  }

  /** Each counter that asks for a least, and all of a rule together. */
  #asked(): Demand[] {
    const single = this.problem.counters.flatMap((term): Demand[] => {
      const { rule, offset, price, blocks } = term;
      if (price.kind !== 'range' || price.below === undefined || price.below <= offset) return [];
      if (blocks.some(({ coefficients }) => coefficients.some((each) => each !== 1))) return [];
      const cells = cellsOf(blocks, this.problem);
      return [
        {
          rule,
          cells,
          least: price.below - offset,
          kind: `asked ${rule}`,
          shift: firstShift(cells, this.problem),
        },
      ];
    });
    const together = [...groupedBy(single, ({ rule }) => rule).values()].flatMap((demands): Demand[] => {
      const [first] = demands;
      const cells = demands.flatMap((each) => each.cells);
      if (!first || demands.length < 2 || new Set(cells).size < cells.length) return [];
      return [
        {
          ...first,
          cells,
          least: demands.reduce((sum, { least }) => sum + least, 0),
          kind: `all ${first.rule}`,
        },
      ];
    });
    return [...single, ...together];
  }

  /** Shift by shift, day by day, what each rule limits, and the whole. */
  #covers(): Demand[] {
    const { shifts } = this.plan;
    const everyone = [...this.plan.staff.keys()];
    const demand = (kind: string, columns: readonly number[]): Demand[] => {
      const needed = columns.filter((s) => (shifts[s]?.cover.minimum ?? 0) > 0);
      const cells = needed.flatMap((s) => everyone.map((person) => person * shifts.length + s));
      const least = needed.reduce((sum, s) => sum + (shifts[s]?.cover.minimum ?? 0), 0);
      return least === 0 ? [] : [{ cells, least, kind, shift: needed[0] ?? 0 }];
    };
    const all = [...shifts.keys()];
    const limited = groupedBy(this.#limits, ({ rule }) => rule);
    return [
      ...all.flatMap((s) => demand(`shift ${shifts[s]?.postId} ${shifts[s]?.patternId}`, [s])),
      ...[...groupedBy(all, (s) => shifts[s]?.day ?? '').values()].flatMap((columns) =>
        demand('day', columns),
      ),
      ...[...limited.values()].flatMap((limits) =>
        demand('part', [
          ...new Set(limits.flatMap(({ cells }) => cells.map((cell) => cell % shifts.length))),
        ]),
      ),
      ...demand('whole', all),
    ];
  }

  /** Most of the cells that may be taken by the rules. */
  #left({ cells }: Demand, rules: ReadonlySet<number>): number {
    const free = cells.filter((cell) => ![...(this.#bars.get(cell) ?? [])].some((rule) => rules.has(rule)));
    const open = new Set(free);
    const touched = new Map<Limit, number[]>();
    for (const cell of free) {
      for (const limit of this.#limitsOf.get(cell) ?? []) {
        const own = touched.get(limit);
        if (own) own.push(cell);
        else if (rules.has(limit.rule)) touched.set(limit, [cell]);
      }
    }
    const fullest = [...touched]
      .map(([limit, own]) => ({ limit, own, excess: own.length - limit.most(own) }))
      .sort((a, b) => b.excess - a.excess);
    let left = free.length;
    for (const { limit, own } of fullest) {
      const rest = own.filter((cell) => open.has(cell));
      const excess = rest.length - limit.most(rest);
      if (excess <= 0) continue;
      for (const cell of rest) open.delete(cell);
      left -= excess;
    }
    return left;
  }

  /** Of the rules those without any of which the demand could be met; first those go that ask themselves, and what nobody can do. */
  #blamed(demand: Demand, rules: readonly number[]): number[] {
    const last = (rule: number): number =>
      rule === demand.rule ? 2 : OF_NATURE.includes(this.#codeOf(rule)) ? 1 : 0;
    let blamed = rules.toSorted((a, b) => last(b) - last(a));
    for (const rule of blamed) {
      const without = blamed.filter((each) => each !== rule);
      if (this.#left(demand, new Set(without)) < demand.least) blamed = without;
    }
    return blamed.sort((a, b) => a - b);
  }

  #fault({
    demand,
    blamed,
    left,
    count,
  }: {
    demand: Demand;
    blamed: readonly number[];
    left: number;
    count: number;
  }) {
    const { plan } = this;
    const shift = plan.shifts[demand.shift];
    const others = blamed
      .filter((i) => i !== demand.rule)
      .map((i) => `${this.#codeOf(i)}:${this.rules[i]?.id}`)
      .join(', ');
    const figures = { others, least: demand.least, most: left, count };
    const rule = demand.rule === undefined ? undefined : this.rules[demand.rule];
    if (rule) {
      const people = [...new Set(demand.cells.map((cell) => Math.floor(cell / plan.shifts.length)))];
      const one = people.length === 1 ? plan.staff[people[0] ?? 0]?.id : undefined;
      const about = { constraint: rule.constraint, rule: rule.id, ...figures, people: people.length };
      if (others === '') return clash('asked-alone', about, rule);
      if (one === undefined) return clash('asked-of-all', about, rule);
      return clash('asked', { ...about, name: staffName(plan.staff, one) }, rule);
    }
    const post = plan.posts.find(({ id }) => id === shift?.postId)?.name ?? '';
    if (demand.kind.startsWith('shift'))
      return clash('seats-of-shift', { ...figures, post, label: shift?.label ?? '', day: shift?.day ?? '' });
    return clash(demand.kind === 'day' ? 'seats-of-day' : 'seats', { ...figures, day: shift?.day ?? '' });
  }
}

function cellsOf(blocks: Problem['masks'][number]['blocks'], { shifts }: Problem): number[] {
  return blocks.flatMap(({ people, shifts: columns }) =>
    Array.from(people, (person) => Array.from(columns, (s) => person * shifts + s)).flat(),
  );
}

function firstShift(cells: readonly number[], { shifts }: Problem): number {
  return Math.min(...cells.map((cell) => cell % shifts));
}

/** Of counters whose cells all count the same way: the lightest ones fill it. */
function counterLimit({ rule, blocks, offset, price }: CounterTerm, problem: Problem): Limit[] {
  if (price.kind !== 'range' || price.above === undefined) return [];
  if (blocks.some(({ coefficients }) => coefficients.some((each) => each < 1))) return [];
  const weights = new Map<number, number>();
  for (const { people, shifts, coefficients } of blocks) {
    for (const person of people) {
      for (const [i, s] of shifts.entries()) weights.set(person * problem.shifts + s, coefficients[i] ?? 1);
    }
  }
  const room = price.above - offset;
  const most = (cells: readonly number[]): number => {
    let left = room;
    let count = 0;
    for (const weight of cells.map((cell) => weights.get(cell) ?? 1).sort((a, b) => a - b)) {
      left -= weight;
      if (left < 0) break;
      count++;
    }
    return count;
  };
  return [{ rule, cells: [...weights.keys()], most }];
}

/** Of so many weekends those with most shifts. */
function groupLimits(problem: Problem): Limit[] {
  return (problem.groups ?? []).flatMap(({ rule, people, groups, price }): Limit[] => {
    if (price.kind !== 'range' || price.above === undefined) return [];
    const above = price.above;
    const groupOf = new Map(groups.flatMap((shifts, i) => Array.from(shifts, (s) => [s, i] as const)));
    const most = (cells: readonly number[]): number =>
      [...groupedBy(cells, (cell) => groupOf.get(cell % problem.shifts)).values()]
        .map(({ length }) => length)
        .sort((a, b) => b - a)
        .slice(0, Math.max(0, above))
        .reduce((sum, length) => sum + length, 0);
    return Array.from(people, (person) => ({
      rule,
      cells: [...groupOf.keys()].map((s) => person * problem.shifts + s),
      most,
    }));
  });
}
