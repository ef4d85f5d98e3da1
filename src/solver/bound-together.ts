/**
 * People who always stand together, as one: a pair or a team becomes one person of a smaller problem, so that one move seats
 * them all and one column is their roster. It reads shapes only: hard counters that hold two people's cells of a shift
 * equal. A shift that a member cannot stand, and at which nothing binds the others to that member, is stood without. Where each
 * of a team has a post of their own, the team stands their shifts of an occasion as one of them.
 *
 * Pairs of shifts that one person should not take both are counted once for the team instead of for each member, so what the
 * smaller problem costs is never more than the whole: its bounds hold, and the whole is counted for every roster.
 */

import type {
  Cells,
  CounterTerm,
  GroupTerm,
  MaskTerm,
  Problem,
  RunTerm,
  WeightedBlock,
} from '../constraints/shapes.ts';
import { intAt } from '../kernel/typed-at.ts';
import { type Team, teamsOf } from './teams.ts';

export interface Bound {
  readonly problem: Problem;
  /** A roster of the smaller problem as one of the whole. */
  expand(cells: Cells): Cells;
  /** The other way round; where only some of a team stand, nobody of it does. */
  contract(cells: Cells): Cells;
}

/** Undefined where nobody is bound to anybody. */
export function bindTogether(problem: Problem): Bound | undefined {
  const teams = teamsOf(problem);
  return teams.length === 0 ? undefined : new Binding(problem, teams);
}

class Binding implements Bound {
  readonly problem: Problem;
  readonly #whole: Problem;
  readonly #teams: readonly Team[];
  /** Person of the whole → person of the smaller; a team's members share one. */
  readonly #place: Int32Array;
  readonly #teamOf: readonly (Team | undefined)[];

  constructor(whole: Problem, teams: readonly Team[]) {
    this.#whole = whole;
    this.#teams = teams;
    const teamOf: (Team | undefined)[] = new Array<Team | undefined>(whole.people);
    for (const team of teams) for (const member of team.members) teamOf[member] = team;
    this.#teamOf = teamOf;
    this.#place = new Int32Array(whole.people);
    let people = 0;
    for (let p = 0; p < whole.people; p++) {
      const first = teamOf[p]?.members[0] ?? p;
      this.#place[p] = first === p ? people++ : intAt(this.#place, first);
    }
    this.problem = {
      ...whole,
      people,
      masks: [...whole.masks.flatMap((term) => this.#mask(term)), ...this.#shut()],
      counters: [...whole.counters.flatMap((term) => this.#counter(term)), ...this.#hidden()],
      runs: whole.runs.flatMap((term) => this.#run(term)),
      groups: (whole.groups ?? []).flatMap((term) => this.#group(term)),
      pins: this.contract(whole.pins),
    };
  }

  expand(cells: Cells): Cells {
    const { shifts } = this.#whole;
    const taken = new Set(cells);
    const all: number[] = [];
    for (let p = 0; p < this.#whole.people; p++) {
      for (let s = 0; s < shifts; s++) {
        if (taken.has(this.#cell(p, s)) && this.#stands(p, s)) all.push(p * shifts + s);
      }
    }
    return Int32Array.from(all);
  }

  contract(cells: Cells): Cells {
    const { shifts } = this.#whole;
    const taken = new Set(cells);
    const parted = new Set<number>();
    for (const { standing } of this.#teams) {
      for (let s = 0; s < shifts; s++) {
        for (const p of standing(s)) if (!taken.has(p * shifts + s)) parted.add(this.#cell(p, s));
      }
    }
    const places = [...cells].map((cell) => this.#cell(Math.floor(cell / shifts), cell % shifts));
    return Int32Array.from(new Set(places.filter((cell) => !parted.has(cell)))).sort();
  }

  /** Where a cell of the whole is in the smaller problem. */
  #cell(person: number, shift: number): number {
    return intAt(this.#place, person) * this.#whole.shifts + this.#under(person, shift);
  }

  #under(person: number, shift: number): number {
    return this.#teamOf[person]?.under(shift) ?? shift;
  }

  /** Whether the person is among those of the team who stand the shift when the team does. */
  #stands(person: number, shift: number): boolean {
    return this.#teamOf[person]?.standing(shift).includes(person) ?? true;
  }

  #alone(people: Int32Array): Int32Array {
    return people.filter((p) => this.#teamOf[p] === undefined).map((p) => intAt(this.#place, p));
  }

  #bound(people: Int32Array): number[] {
    return [...people].filter((p) => this.#teamOf[p] !== undefined);
  }

  /** A term for each member, so that what counts for two counts twice. */
  #mask({ rule, blocks, amount }: MaskTerm): MaskTerm[] {
    const alone = blocks.map(({ people, shifts }) => ({ people: this.#alone(people), shifts }));
    const own = blocks.flatMap(({ people, shifts }) =>
      this.#bound(people).map((p): MaskTerm => {
        const block = {
          people: Int32Array.of(intAt(this.#place, p)),
          shifts: this.#own(p, shifts),
        };
        return { rule, amount, blocks: [block] };
      }),
    );
    const terms = [{ rule, amount, blocks: alone.filter(({ people }) => people.length > 0) }, ...own];
    return terms.filter((term) => term.blocks.some(({ shifts }) => shifts.length > 0));
  }

  /** Those of the shifts that the person stands with the team, as the team stands them. */
  #own(person: number, shifts: Int32Array): Int32Array {
    return shifts.filter((s) => this.#stands(person, s)).map((s) => this.#under(person, s));
  }

  /** Shifts at which the whole team stays off, or that it stands as another one. */
  #shut(): MaskTerm[] {
    const { masks, rules, shifts } = this.#whole;
    const rule = masks.find((mask) => rules[mask.rule]?.level === 'hard')?.rule;
    if (rule === undefined) return [];
    return this.#teams.flatMap((team) => {
      const shut = Array.from({ length: shifts }, (_, s) => s).filter(
        (s) => team.under(s) !== s || team.standing(s).length === 0,
      );
      const people = Int32Array.of(intAt(this.#place, team.members[0] ?? 0));
      return shut.length === 0
        ? []
        : [{ rule, amount: 1, blocks: [{ people, shifts: Int32Array.from(shut) }] }];
    });
  }

  /** Hard pairs of shifts of a member that those the team stands them as are not. */
  #hidden(): CounterTerm[] {
    const { conflicts, rules, shifts } = this.#whole;
    const moved = this.#teams.filter(({ under }) => {
      for (let s = 0; s < shifts; s++) if (under(s) !== s) return true;
      return false;
    });
    if (moved.length === 0) return [];
    const hard = conflicts.filter(({ rule }) => rules[rule]?.level === 'hard');
    const key = (a: number, b: number): number => Math.min(a, b) * shifts + Math.max(a, b);
    const known = new Set(
      hard.flatMap(({ first, second }) => [...first].map((a, i) => key(a, intAt(second, i)))),
    );
    return moved.flatMap(({ members, under }) => {
      const told = new Set(known);
      return hard.flatMap(({ rule, first, second }) =>
        [...first].flatMap((a, i): CounterTerm[] => {
          const b = intAt(second, i);
          const [one, other] = [under(a), under(b)];
          const pair = key(one, other);
          if (told.has(pair) || one === other) return [];
          if (!members.some((p) => this.#stands(p, a) && this.#stands(p, b))) return [];
          told.add(pair);
          const block = {
            people: Int32Array.of(intAt(this.#place, members[0] ?? 0)),
            shifts: Int32Array.of(one, other),
            coefficients: Int32Array.of(1, 1),
          };
          return [{ rule, blocks: [block], offset: 0, price: { kind: 'range', above: 1 } }];
        }),
      );
    });
  }

  #counter(term: CounterTerm): CounterTerm[] {
    const blocks: WeightedBlock[] = [];
    const sums = new Map<number, Map<number, number>>();
    for (const block of term.blocks) {
      const people = this.#alone(block.people);
      if (people.length > 0) blocks.push({ ...block, people });
      for (const p of this.#bound(block.people)) {
        const own = sums.get(intAt(this.#place, p)) ?? new Map<number, number>();
        sums.set(intAt(this.#place, p), own);
        block.shifts.forEach((s, i) => {
          const under = this.#under(p, s);
          if (this.#stands(p, s)) own.set(under, (own.get(under) ?? 0) + intAt(block.coefficients, i));
        });
      }
    }
    for (const [place, own] of sums) {
      const entries = [...own].filter(([, coefficient]) => coefficient !== 0).sort(([a], [b]) => a - b);
      if (entries.length === 0) continue;
      blocks.push({
        people: Int32Array.of(place),
        shifts: Int32Array.from(entries, ([s]) => s),
        coefficients: Int32Array.from(entries, ([, coefficient]) => coefficient),
      });
    }
    // What held two of a team equal holds by itself now.
    return blocks.length === 0 && term.blocks.length > 0 && isEquality(term) ? [] : [{ ...term, blocks }];
  }

  #run(term: RunTerm): RunTerm[] {
    const of = (places: readonly number[], shifts: Int32Array): RunTerm => ({
      ...term,
      people: Int32Array.from(places, (at) => intAt(this.#place, intAt(term.people, at))),
      shifts,
      before: Int32Array.from(places, (at) => term.before[at] ?? -1),
      after: Int32Array.from(places, (at) => term.after[at] ?? -1),
      fixedOn: places.map((at) => term.fixedOn[at] ?? Int32Array.of()),
    });
    const [alone, bound]: [number[], number[]] = [[], []];
    for (const [at, p] of term.people.entries()) (this.#teamOf[p] ? bound : alone).push(at);
    const own = bound.map((at) => of([at], this.#own(intAt(term.people, at), term.shifts)));
    return alone.length > 0 ? [of(alone, term.shifts), ...own] : own;
  }

  #group(term: GroupTerm): GroupTerm[] {
    const people = this.#alone(term.people);
    const own = this.#bound(term.people).map(
      (p): GroupTerm => ({
        ...term,
        people: Int32Array.of(intAt(this.#place, p)),
        groups: term.groups.map((group) => this.#own(p, group)),
      }),
    );
    return people.length > 0 ? [{ ...term, people }, ...own] : own;
  }
}

function isEquality({ price, offset }: CounterTerm): boolean {
  return offset === 0 && price.kind === 'range' && price.below === 0 && price.above === 0;
}
