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
import { turnOrder } from '../turn-order.ts';
import { clash, type HardRule, hardRules, teamName } from './clash.ts';

type Bond = HardRule<ReturnType<typeof together.params.parse>>;

/** One for each team and cause. */
export function teamClashes(plan: Plan): Fault[] {
  return hardRules(plan, together).flatMap((bond) => {
    const never = noPost(plan, bond) ?? tooLarge(plan, bond) ?? newcomersAlone(plan, bond);
    return never ? [never] : [...halfListed(plan, bond), ...barredMembers(plan, bond)];
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
