/**
 * Why somebody's duties are as they are, in figures they can check: what they stand of each kind beside what an even sharing
 * gives them and what colleagues of the same posts stand, the wishes that were kept, and the days the years are compared by.
 */

import { daysBetween } from '../../calendar/day.ts';
import type { NamedDay } from '../../calendar/named-days.ts';
import { check } from '../../constraints/check.ts';
import type { DutyKind } from '../../constraints/duty-kinds.ts';
import { type EvenShare, evenShares } from '../../constraints/even-shares.ts';
import { missingSkills } from '../../constraints/qualified.ts';
import { ruleOf } from '../../constraints/rule-parser.ts';
import type { Wish } from '../../domain/availability.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Roster } from '../../domain/roster.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import type { Range } from './evenness.ts';

export interface KindShare {
  readonly kind: DutyKind;
  /** Of a kind of shift: its name. */
  readonly label: string;
  readonly own: number;
  /** What an even sharing gives this person, rounded down and up; absent where the unit does not share by kind. */
  readonly even?: Range;
  /** Earlier periods changed what is even for them. */
  readonly carried: boolean;
  /** Of colleagues who can stand the same posts; absent where there are none. */
  readonly others?: Range;
}

export interface NamedDayShare {
  readonly day: NamedDay;
  /** Earlier years in which the ledger has them on it, newest first. */
  readonly years: readonly number[];
}

export interface PersonShare {
  readonly kinds: readonly KindShare[];
  /** Fewest and most days between two of their duties; absent with fewer than two. */
  readonly distance?: Range;
  /** A wish for a time in which there is no shift is neither. */
  readonly wishes: { readonly all: number; readonly kept: number };
  /** Named days they stand in this roster. */
  readonly namedDays: readonly NamedDayShare[];
}

export function personShare(plan: Plan, roster: Roster, staffId: string): PersonShare {
  const index = new RosterIndex(plan, roster);
  const shifts = index.shiftsOf(staffId);
  const gaps = shifts.slice(1).map(({ day }, i) => daysBetween(shifts[i]?.day ?? day, day));
  const distances = gaps.filter((days) => days > 0);
  return {
    kinds: kindsOf(plan, index, staffId),
    ...(distances.length > 0 ? { distance: rangeOf(distances) } : {}),
    wishes: wishesOf(plan, roster, staffId),
    namedDays: [...new Set(shifts.flatMap(({ namedDay }) => namedDay ?? []))].map((day) => ({
      day,
      years: yearsOf(plan, staffId, day),
    })),
  };
}

function kindsOf(plan: Plan, index: RosterIndex, staffId: string): KindShare[] {
  const rule = plan.ruleSet.rules.find(
    ({ constraint, params }) => constraint === 'even-kinds' && params.percent !== 0,
  );
  const years = Number(rule?.params.years ?? 0);
  const all = evenShares(plan, years);
  const alone = new Map(evenShares({ ...plan, ledger: [] }, 0).map((share) => [keyOf(share), share]));
  const alike = new Set(colleaguesOf(plan, staffId));
  return all
    .filter((share) => share.staffId === staffId)
    .map((share): KindShare => {
      const same = all.filter(
        (each) => alike.has(each.staffId) && each.kind === share.kind && each.label === share.label,
      );
      const before = alone.get(keyOf(share));
      return {
        kind: share.kind,
        label: share.label ?? '',
        own: countOf(plan, index, share),
        ...(rule ? { even: { least: share.least, most: share.most } } : {}),
        carried: rule !== undefined && (before?.least !== share.least || before.most !== share.most),
        ...(same.length > 0 ? { others: rangeOf(same.map((each) => countOf(plan, index, each))) } : {}),
      };
    });
}

function keyOf({ staffId, kind, label }: EvenShare): string {
  return JSON.stringify([staffId, kind, label]);
}

/** Others who can stand the very same posts. */
function colleaguesOf({ staff, posts }: Plan, staffId: string): string[] {
  const ability = (id: string): string => {
    const member = staff.find((each) => each.id === id);
    return posts
      .filter((post) => member && missingSkills(member, post).length === 0)
      .map(({ id }) => id)
      .join(' ');
  };
  const own = ability(staffId);
  return staff.filter(({ id }) => id !== staffId && ability(id) === own).map(({ id }) => id);
}

function countOf(plan: Plan, index: RosterIndex, { staffId, shifts, amounts }: EvenShare): number {
  return shifts.reduce(
    (sum, s, i) => sum + (index.stands(staffId, plan.shifts[s]?.id ?? '') ? (amounts[i] ?? 0) : 0),
    0,
  );
}

/** As the rule on wishes counts them, whether or not the unit goes by it. */
function wishesOf(plan: Plan, roster: Roster, staffId: string): PersonShare['wishes'] {
  const rules = [ruleOf('wishes', { strength: { kind: 'soft', weight: 1 } })];
  const isBroken = (wish: Wish, by: Roster): boolean =>
    check({ ...plan, wishes: [wish], ruleSet: { ...plan.ruleSet, rules } }, by).score.soft > 0;
  const nobody = { ...roster, assignments: [] };
  const own = plan.wishes.filter(
    (wish) => wish.staffId === staffId && (wish.direction === 'against' || isBroken(wish, nobody)),
  );
  return { all: own.length, kept: own.filter((wish) => !isBroken(wish, roster)).length };
}

function yearsOf(plan: Plan, staffId: string, day: NamedDay): number[] {
  const own = plan.ledger.filter(
    (entry) => entry.staffId === staffId && entry.kind === day && entry.amount > 0,
  );
  return [...new Set(own.map(({ year }) => year))].sort((a, b) => b - a);
}

function rangeOf(values: readonly number[]): Range {
  return { least: Math.min(...values), most: Math.max(...values) };
}
