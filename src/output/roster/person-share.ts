/**
 * Why somebody's duties are as they are, in figures they can check: what they stand of each kind beside what an even sharing
 * gives them and what colleagues of the same posts stand, the wishes that were kept, and the days the years are compared by.
 */

import { daysBetween } from '../../calendar/day.ts';
import type { NamedDay } from '../../calendar/named-days.ts';
import { check } from '../../constraints/check.ts';
import { type DutyKind, dutyKinds, type KindOfDuty } from '../../constraints/duty-kinds.ts';
import { type EvenShare, evenShares, hoursOf } from '../../constraints/even-shares.ts';
import { fairShares } from '../../constraints/fair-share.ts';
import { missingSkills } from '../../constraints/qualified.ts';
import { ruleOf } from '../../constraints/rule-parser.ts';
import { planForRule } from '../../constraints/staff-scope.ts';
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
    (each) =>
      each.constraint === 'even-kinds' &&
      each.params.percent !== 0 &&
      planForRule(plan, each).staff.some(({ id }) => id === staffId),
  );
  const years = Number(rule?.params.years ?? 0);
  const sharesFor = (part: Plan, back: number) =>
    new Map(evenShares(part, back).map((share) => [keyOf(share), share]));
  const shares = sharesFor(plan, years);
  const alone = sharesFor({ ...plan, ledger: [] }, 0);
  const alike = colleaguesOf(plan, staffId);
  return dutyKinds(plan).flatMap((kind): KindShare[] => {
    const isAble = (id: string): boolean => kind.shifts.some((s) => (fairShares(plan).get(id)?.[s] ?? 0) > 0);
    const key = keyOf({ staffId, ...kind });
    const share = shares.get(key);
    const own = countOf(plan, index, { staffId, ...kind });
    // Of kinds that are the same duties for them one is told; what they stand though they could not is told as well.
    if (share === undefined && (own === 0 || isAble(staffId))) return [];
    const { least, most } = share ?? { least: 0, most: 0 };
    const before = alone.get(key);
    const same = alike.filter(isAble).map((id) => countOf(plan, index, { staffId: id, ...kind }));
    return [
      {
        kind: kind.kind,
        label: kind.label ?? '',
        own,
        ...(rule ? { even: { least, most } } : {}),
        carried: rule !== undefined && (before?.least !== share?.least || before?.most !== share?.most),
        ...(same.length > 0 ? { others: rangeOf(same) } : {}),
      },
    ];
  });
}

type KindFor = Pick<EvenShare, 'staffId' | 'kind' | 'label'>;

function keyOf({ staffId, kind, label }: KindFor): string {
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

/** All they stand of the kind, whether or not they should. */
function countOf(
  plan: Plan,
  index: RosterIndex,
  { staffId, kind, shifts }: KindOfDuty & { readonly staffId: string },
): number {
  const stood = shifts.flatMap((s) => plan.shifts[s] ?? []).filter(({ id }) => index.stands(staffId, id));
  return stood.reduce((sum, { minutes }) => sum + (kind === 'hours' ? hoursOf(minutes) : 1), 0);
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
