/** Teams that hard rules bind and that can never stand, or stand less than their members could. */

import type { Plan } from '../../domain/plan.ts';
import type { Shift } from '../../domain/shift.ts';
import { givenStaffName } from '../../domain/staff-names.ts';
import type { Fault } from '../../kernel/fault.ts';
import { newcomerAccompanied } from '../newcomer-accompanied.ts';
import { missingSkills } from '../qualified.ts';
import { barringRules } from '../ruled-out.ts';
import { shiftsInScope } from '../shift-scope.ts';
import { occasionsOf, together } from '../together.ts';
import { turnOrder, turnsOf } from '../turn-order.ts';
import { clash, type HardRule, hardRules, teamName } from './clash.ts';

type Bond = HardRule<ReturnType<typeof together.params.parse>>;

/** One for each team and cause. */
export function teamClashes(plan: Plan): Fault[] {
  const bonds = hardRules(plan, together);
  return bonds.flatMap((bond, i) => {
    const never = noPost(plan, bond) ?? tooLarge(plan, bond) ?? newcomersAlone(plan, bond);
    if (never) return [never];
    const joined = joinedTeams(plan, bond, bonds.slice(i + 1));
    return [...joined, ...outOfTurn(plan, bond), ...halfListed(plan, bond), ...barredMembers(plan, bond)];
  });
}

function about(plan: Plan, { rule, asked }: Bond) {
  return { team: teamName(plan, asked.staffIds), constraint: rule.constraint, rule: rule.id };
}

/** Shifts at which every one of the team has the skills, each for a shift of the same occasion. */
function standable(plan: Plan, { asked }: Bond): Shift[] {
  return occasionsOf(plan, { ...asked, onLeave: 'all-off' })
    .filter(({ shifts }) => asked.staffIds.every((id) => shifts.some((shift) => isSkilled(plan, id, shift))))
    .flatMap(({ shifts }) => shifts);
}

function noPost(plan: Plan, bond: Bond): Fault | undefined {
  if (standable(plan, bond).length > 0) return undefined;
  return clash('team-no-post', about(plan, bond), bond.rule);
}

/** Over several posts each of the team takes a seat of its own; the seats of an occasion are enough or not. */
function tooLarge(plan: Plan, bond: Bond): Fault | undefined {
  const open = new Set(standable(plan, bond));
  const rooms = occasionsOf(plan, { ...bond.asked, onLeave: 'all-off' })
    .filter(({ shifts }) => shifts.some((shift) => open.has(shift)))
    .map(({ shifts }) => shifts.reduce((sum, { cover }) => sum + cover.target, 0));
  const seats = Math.max(0, ...rooms);
  const people = bond.asked.staffIds.length;
  if (!plan.ruleSet.rules.some(({ constraint }) => constraint === 'cover-most') || seats >= people)
    return undefined;
  return clash('team-too-large', { ...about(plan, bond), people, seats }, bond.rule);
}

/** Nobody experienced has room beside a team of newcomers. */
function newcomersAlone(plan: Plan, bond: Bond): Fault | undefined {
  const { staffIds, bond: kind } = bond.asked;
  const isNew = (id: string): boolean => plan.staff.find((member) => member.id === id)?.newcomer === true;
  if (kind !== 'shift' || !staffIds.every(isNew)) return undefined;
  const shifts = standable(plan, bond);
  const [accompanied] = hardRules(plan, newcomerAccompanied).filter(({ asked }) => {
    const inside = new Set(shiftsInScope(plan, asked.scope));
    return shifts.every((shift) => inside.has(shift) && shift.cover.target <= staffIds.length);
  });
  if (!accompanied) return undefined;
  return clash('team-newcomers', { ...about(plan, bond), other: accompanied.rule.constraint }, bond.rule);
}

/** By shift, whom a team on one shift binds there. */
function boundAt(plan: Plan, { asked }: Bond): Map<Shift, readonly string[]> {
  const occasions = asked.bond === 'shift' ? occasionsOf(plan, asked) : [];
  return new Map(occasions.flatMap(({ shifts, bound }) => shifts.map((shift) => [shift, bound])));
}

/** Two teams that share somebody stand as one, and no shift has so many seats. */
function joinedTeams(plan: Plan, bond: Bond, others: readonly Bond[]): Fault[] {
  if (!plan.ruleSet.rules.some(({ constraint }) => constraint === 'cover-most')) return [];
  const own = boundAt(plan, bond);
  const open = standable(plan, bond).filter((shift) => own.has(shift));
  return others.flatMap((other): Fault[] => {
    const theirs = boundAt(plan, other);
    const joined = open.map((shift) => {
      const mine = own.get(shift) ?? [];
      const both = theirs.get(shift) ?? [];
      const shared = mine.find((id) => both.includes(id));
      const people = shared === undefined ? 0 : new Set([...mine, ...both]).size;
      return { shared, people, seats: shift.cover.target };
    });
    const [first] = joined;
    if (!first || joined.some(({ people, seats }) => people <= seats)) return [];
    const figures = { people: first.people, seats: Math.max(...joined.map(({ seats }) => seats)) };
    const names = { name: givenStaffName(plan.staff, first.shared), otherTeam: about(plan, other).team };
    const params = { ...about(plan, bond), ...figures, ...names, otherRule: other.rule.id };
    return [clash('teams-joined', params, bond.rule)];
  });
}

/** A list of turns has all of the team, and never gives one shift to all of them. */
function outOfTurn(plan: Plan, bond: Bond): Fault[] {
  const bound = boundAt(plan, bond);
  const open = standable(plan, bond).filter((shift) => bound.has(shift));
  return hardRules(plan, turnOrder).flatMap(({ rule, asked, own }): Fault[] => {
    const isListed = (id: string): boolean =>
      asked.staffIds.includes(id) && own.staff.some((member) => member.id === id);
    if (open.length === 0 || !bond.asked.staffIds.every(isListed)) return [];
    const turns = turnsOf(own, asked);
    const isWhole = (shift: Shift): boolean => {
      const turn = turns.get(shift);
      return turn === undefined || (bound.get(shift) ?? []).every((id) => turn.has(id));
    };
    if (open.some(isWhole)) return [];
    const other = { other: rule.constraint, otherRule: rule.id };
    return [clash('team-out-of-turn', { ...about(plan, bond), ...other }, bond.rule)];
  });
}

/** A list of turns has some of the team and not all of them, so none of them can take a turn. */
function halfListed(plan: Plan, bond: Bond): Fault[] {
  if (bond.asked.bond !== 'shift') return [];
  const open = new Set(standable(plan, bond));
  return hardRules(plan, turnOrder).flatMap(({ rule, asked }): Fault[] => {
    const missing = bond.asked.staffIds.filter((id) => !asked.staffIds.includes(id));
    const isShared = shiftsInScope(plan, asked.scope).some((shift) => open.has(shift));
    if (!isShared || missing.length === 0 || missing.length === bond.asked.staffIds.length) return [];
    const other = { other: rule.constraint, otherRule: rule.id, name: teamName(plan, missing) };
    return [clash('team-half-listed', { ...about(plan, bond), ...other }, bond.rule)];
  });
}

/** A rule keeps one of the team from shifts that the others could stand: then the whole team is kept from them. */
function barredMembers(plan: Plan, bond: Bond): Fault[] {
  const open = standable(plan, bond);
  const { staffIds } = bond.asked;
  return barringRules(plan).flatMap(({ rule, people, shifts }): Fault[] => {
    const barred = staffIds.filter((id) => people.has(id));
    const lost = open.filter((shift) => shifts.has(shift));
    if (barred.length === 0 || barred.length === staffIds.length || lost.length === 0) return [];
    const [first] = barred;
    const names = { name: givenStaffName(plan.staff, first), other: rule.constraint, otherRule: rule.id };
    return [clash('team-barred', { ...about(plan, bond), ...names, count: lost.length }, bond.rule)];
  });
}

function isSkilled({ staff, posts }: Plan, staffId: string, { postId }: Shift): boolean {
  const member = staff.find(({ id }) => id === staffId);
  const post = posts.find(({ id }) => id === postId);
  return member !== undefined && post !== undefined && missingSkills(member, post).length === 0;
}
