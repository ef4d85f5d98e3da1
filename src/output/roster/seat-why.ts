/**
 * Why this person stands a seat and not another: what each of some others would break, cost or mend in their place, as the
 * referee judges the whole roster before and after, and how often both stand the kinds of duty that the seat is. It ranks
 * nobody and says nothing; `seat-why-words.ts` does.
 */

import { check, type Violation } from '../../constraints/check.ts';
import { type DutyKind, dutyKinds } from '../../constraints/duty-kinds.ts';
import type { Score } from '../../constraints/shapes.ts';
import type { SeatRef } from '../../domain/draft-edit.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Roster } from '../../domain/roster.ts';
import { RosterIndex } from '../../domain/roster-index.ts';

/** How often each stands shifts of one kind that the seat is of: the other without it, who has it with it. */
export interface KindCount {
  readonly kind: Exclude<DutyKind, 'hours'>;
  /** Of a `shift`: its name in the unit. */
  readonly label: string;
  readonly other: number;
  readonly holder: number;
}

export interface SeatWhy {
  readonly staffId: string;
  /** The whole referee's difference with them on the seat; less is better. */
  readonly change: Score;
  /** What is found then and not now; with what is lost, their costs add up to the difference. */
  readonly gained: readonly Violation[];
  /** What is found now and not then. */
  readonly lost: readonly Violation[];
  /** Most telling first: nights, weekends, holidays, the kind of shift. */
  readonly counts: readonly KindCount[];
}

/** Asks the referee about the whole roster once now, and once for each person asked about. Undefined for an empty seat. */
export function seatJudge(
  plan: Plan,
  roster: Roster,
  seat: SeatRef,
): ((staffId: string) => SeatWhy) | undefined {
  const holder = roster.assignments.find((each) => isSeat(each, seat))?.staffId;
  if (holder === undefined) return undefined;
  const countsOf = seatCounts(plan, roster, { shiftId: seat.shiftId, holder });
  const before = check(plan, roster);
  const found = named(before.violations);
  return (staffId) => {
    const after = check(plan, seated(roster, seat, staffId));
    const then = named(after.violations);
    return {
      staffId,
      change: differenceOf(before.score, after.score),
      gained: without(then, found),
      lost: without(found, then),
      counts: countsOf(staffId),
    };
  };
}

/** How often another stands what a shift is of, beside who has it; of everyone without asking the referee. */
export function seatCounts(
  plan: Plan,
  roster: Roster,
  { shiftId, holder }: { readonly shiftId: string; readonly holder: string },
): (staffId: string) => KindCount[] {
  const index = new RosterIndex(plan, roster);
  const kinds = kindsOf(plan, shiftId);
  const countOf = (staffId: string, ids: ReadonlySet<string>): number =>
    index.shiftsOf(staffId).filter(({ id }) => ids.has(id)).length;
  return (staffId) =>
    kinds.map(({ kind, label, ids }) => ({
      kind,
      label,
      other: countOf(staffId, ids),
      holder: countOf(holder, ids),
    }));
}

function seated(roster: Roster, seat: SeatRef, staffId: string): Roster {
  const assignments = roster.assignments.map((each) => (isSeat(each, seat) ? { ...each, staffId } : each));
  return { ...roster, assignments };
}

function isSeat(one: SeatRef, other: SeatRef): boolean {
  return one.shiftId === other.shiftId && one.place === other.place;
}

function differenceOf(before: Score, after: Score): Score {
  return {
    hard: after.hard - before.hard,
    cover: after.cover - before.cover,
    soft: after.soft - before.soft,
  };
}

/** By what they say and cost: a rule that finds the same twice has it twice. */
function named(violations: readonly Violation[]): ReadonlyMap<string, readonly Violation[]> {
  const byName = new Map<string, Violation[]>();
  for (const each of violations) {
    const { rule, shiftIds, staffIds, params, cost } = each;
    const name = JSON.stringify([rule, shiftIds, staffIds, params, cost]);
    byName.set(name, [...(byName.get(name) ?? []), each]);
  }
  return byName;
}

function without(
  found: ReadonlyMap<string, readonly Violation[]>,
  known: ReadonlyMap<string, readonly Violation[]>,
): Violation[] {
  return [...found].flatMap(([name, all]) => all.slice(known.get(name)?.length ?? 0));
}

function kindsOf(plan: Plan, shiftId: string) {
  return dutyKinds(plan).flatMap(({ kind, label = '', shifts }) => {
    const ids = new Set(shifts.flatMap((s) => plan.shifts[s]?.id ?? []));
    return kind !== 'hours' && ids.has(shiftId) ? [{ kind, label, ids }] : [];
  });
}
