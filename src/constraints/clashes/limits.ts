/** At least more than at most, and sums that the demand cannot take or cannot be met from. */

import type { Plan } from '../../domain/plan.ts';
import type { Rule } from '../../domain/rule-set.ts';
import type { Shift } from '../../domain/shift.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { Fault } from '../../kernel/fault.ts';
import { leastShifts, owedOf } from '../least-shifts.ts';
import { mostHours } from '../most-hours.ts';
import { mostNights } from '../most-nights.ts';
import { mostShifts } from '../most-shifts.ts';
import { missingSkills } from '../qualified.ts';
import { barringRules } from '../ruled-out.ts';
import { shiftsInScope } from '../shift-scope.ts';
import { clash, hardRules } from './clash.ts';

/** What a rule holds one person to among the shifts it counts. */
interface Cap {
  readonly rule: Rule;
  readonly counted: ReadonlySet<Shift>;
  /** Most shifts of those that are asked about; all of them are counted. */
  most(member: StaffMember, shifts: readonly Shift[]): number;
  readonly people: ReadonlySet<string>;
}

export function limitClashes(plan: Plan): Fault[] {
  const caps = capsOf(plan);
  return [
    ...leastOverMost(plan, caps),
    ...leastOverDemand(plan),
    ...mostUnderDemand(plan, caps),
    ...barredFromAll(plan),
  ];
}

/** Of the whole period alone: a window holds as many as its days let it. */
function capsOf(plan: Plan): Cap[] {
  return [mostShifts, mostNights, mostHours].flatMap((constraint) =>
    hardRules(plan, constraint)
      .filter(({ asked }) => asked.windowDays === undefined)
      .map(({ rule, asked, own }): Cap => {
        const inside = shiftsInScope(plan, asked.scope);
        const counted = new Set(constraint === mostNights ? inside.filter(({ night }) => night) : inside);
        const limitOf = ({ limits }: StaffMember): number => {
          const agreed =
            constraint === mostShifts
              ? limits.shifts
              : constraint === mostNights
                ? limits.nights
                : limits.hours;
          return Math.min(asked.most ?? Infinity, agreed ?? Infinity);
        };
        const most: Cap['most'] = (member, shifts) =>
          constraint === mostHours
            ? Math.floor((limitOf(member) * 60) / Math.min(...shifts.map(({ minutes }) => minutes)))
            : limitOf(member);
        return { rule, counted, most, people: new Set(own.staff.map(({ id }) => id)) };
      }),
  );
}

/** One for each two rules, with the first person and how many there are. */
function leastOverMost(plan: Plan, caps: readonly Cap[]): Fault[] {
  return hardRules(plan, leastShifts).flatMap(({ rule, asked, own }) => {
    const owed = owedOf(own, asked);
    return caps.flatMap((cap): Fault[] => {
      const caught = owed.flatMap(({ staffId, able, least }) => {
        const member = plan.staff.find(({ id }) => id === staffId);
        if (!member || least === 0 || !cap.people.has(staffId)) return [];
        if (!able.every((shift) => cap.counted.has(shift))) return [];
        const most = cap.most(member, able);
        return most < least ? [{ staffId, least, most }] : [];
      });
      const [first] = caught;
      if (!first) return [];
      const codes = {
        constraint: rule.constraint,
        rule: rule.id,
        other: cap.rule.constraint,
        otherRule: cap.rule.id,
      };
      const figures = { least: first.least, most: first.most, count: caught.length };
      return [
        clash('least-over-most', { name: staffName(plan.staff, first.staffId), ...codes, ...figures }, rule),
      ];
    });
  });
}

/** More is owed than there are seats to stand. */
function leastOverDemand(plan: Plan): Fault[] {
  if (!plan.ruleSet.rules.some(({ constraint }) => constraint === 'cover-most')) return [];
  return hardRules(plan, leastShifts).flatMap(({ rule, asked, own }): Fault[] => {
    const least = owedOf(own, asked).reduce((sum, owed) => sum + owed.least, 0);
    const seats = shiftsInScope(plan, asked.scope).reduce((sum, { cover }) => sum + cover.target, 0);
    const params = { constraint: rule.constraint, rule: rule.id, least, seats, people: own.staff.length };
    return least > seats ? [clash('least-over-demand', params, rule)] : [];
  });
}

/** Everyone who can stand the shifts is held to few, and all together to fewer than there are seats. */
function mostUnderDemand(plan: Plan, caps: readonly Cap[]): Fault[] {
  return caps.flatMap(({ rule, counted, most, people }): Fault[] => {
    const shifts = [...counted];
    const seats = shifts.reduce((sum, { cover }) => sum + cover.minimum, 0);
    if (seats === 0) return [];
    const able = plan.staff.filter((member) => shifts.some((shift) => isSkilled(plan, member, shift)));
    const sum = able.reduce(
      (total, member) => total + (people.has(member.id) ? most(member, shifts) : Infinity),
      0,
    );
    const params = { constraint: rule.constraint, rule: rule.id, most: sum, seats, people: able.length };
    return sum > 0 && sum < seats ? [clash('most-under-demand', params, rule)] : [];
  });
}

/** Shifts from which hard rules with a limit of nought keep everyone who has the skills. */
function barredFromAll(plan: Plan): Fault[] {
  const barring = barringRules(plan);
  const found = new Map<string, { shift: Shift; rules: Set<Rule>; count: number }>();
  for (const shift of plan.shifts) {
    const able = plan.staff.filter((member) => isSkilled(plan, member, shift));
    const by = able.map(({ id }) =>
      barring.find(({ people, shifts }) => people.has(id) && shifts.has(shift)),
    );
    if (shift.cover.minimum === 0 || able.length === 0 || by.some((rule) => rule === undefined)) continue;
    const key = `${shift.postId}/${shift.patternId}`;
    const known = found.get(key) ?? { shift, rules: new Set<Rule>(), count: 0 };
    found.set(key, { ...known, count: known.count + 1 });
    for (const each of by) if (each) known.rules.add(each.rule);
  }
  return [...found.values()].map(({ shift, rules, count }) => {
    const post = plan.posts.find(({ id }) => id === shift.postId)?.name ?? '';
    return clash('all-barred', {
      post,
      label: shift.label,
      day: shift.day,
      count,
      constraint: [...rules][0]?.constraint ?? '',
      rule: [...rules].map(({ id }) => id).join(', '),
    });
  });
}

function isSkilled({ posts }: Plan, member: StaffMember, { postId }: Shift): boolean {
  const post = posts.find(({ id }) => id === postId);
  return post !== undefined && missingSkills(member, post).length === 0;
}
