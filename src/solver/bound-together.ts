/**
 * People who always stand together, as one: a pair or a team becomes one person of a smaller problem, so that one move seats
 * them all and one column is their roster. It reads shapes only: hard counters that hold two people's cells of a shift
 * equal. A shift that a member cannot stand, and at which nothing binds the others to that member, is stood without.
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
      counters: whole.counters.flatMap((term) => this.#counter(term)),
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
        if (taken.has(intAt(this.#place, p) * shifts + s) && this.#stands(p, s)) all.push(p * shifts + s);
      }
    }
    return Int32Array.from(all);
  }

  contract(cells: Cells): Cells {
    const { shifts } = this.#whole;
    const taken = new Set(cells);
    const kept = [...cells].filter((cell) => {
      const shift = cell % shifts;
      const team = this.#teamOf[Math.floor(cell / shifts)];
      return !team || team.standing(shift).every((member) => taken.has(member * shifts + shift));
    });
    const places = kept.map(
      (cell) => intAt(this.#place, Math.floor(cell / shifts)) * shifts + (cell % shifts),
    );
    return Int32Array.from(new Set(places)).sort();
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
          shifts: shifts.filter((s) => this.#stands(p, s)),
        };
        return { rule, amount, blocks: [block] };
      }),
    );
    const terms = [{ rule, amount, blocks: alone.filter(({ people }) => people.length > 0) }, ...own];
    return terms.filter((term) => term.blocks.some(({ shifts }) => shifts.length > 0));
  }

  /** Shifts at which the whole team stays off. */
  #shut(): MaskTerm[] {
    const { masks, rules, shifts } = this.#whole;
    const rule = masks.find((mask) => rules[mask.rule]?.level === 'hard')?.rule;
    if (rule === undefined) return [];
    return this.#teams.flatMap((team) => {
      const shut = Array.from({ length: shifts }, (_, s) => s).filter((s) => team.standing(s).length === 0);
      const people = Int32Array.of(intAt(this.#place, team.members[0] ?? 0));
      return shut.length === 0
        ? []
        : [{ rule, amount: 1, blocks: [{ people, shifts: Int32Array.from(shut) }] }];
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
          if (this.#stands(p, s)) own.set(s, (own.get(s) ?? 0) + intAt(block.coefficients, i));
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
    const own = bound.map((at) =>
      of(
        [at],
        term.shifts.filter((s) => this.#stands(intAt(term.people, at), s)),
      ),
    );
    return alone.length > 0 ? [of(alone, term.shifts), ...own] : own;
  }

  #group(term: GroupTerm): GroupTerm[] {
    const people = this.#alone(term.people);
    const own = this.#bound(term.people).map(
      (p): GroupTerm => ({
        ...term,
        people: Int32Array.of(intAt(this.#place, p)),
        groups: term.groups.map((group) => group.filter((s) => this.#stands(p, s))),
      }),
    );
    return people.length > 0 ? [{ ...term, people }, ...own] : own;
  }
}

function isEquality({ price, offset }: CounterTerm): boolean {
  return offset === 0 && price.kind === 'range' && price.below === 0 && price.above === 0;
}
