/** Whom a rule holds for, where it need not hold for everyone: mothers of small children, a department, who lives far away. */

import { z } from 'zod';
import type { Plan } from '../domain/plan.ts';
import type { Rule } from '../domain/rule-set.ts';
import type { StaffMember } from '../domain/staff.ts';
import { onceFor } from '../kernel/once-for.ts';

const words = z.array(z.string().min(1)).min(1).optional();

/** Whoever fits one of the parts given; absent: everyone. */
export const staffScope = z
  .strictObject({
    staffIds: words,
    departments: words,
    skills: words,
    homeProvinces: words,
    newcomers: z.literal(true).optional(),
  })
  .refine((who) => Object.values(who).some((part) => part !== undefined), {
    params: { key: 'fault.rule.nobody' },
  })
  .meta({ field: 'who' })
  .optional();

export type StaffScope = NonNullable<z.infer<typeof staffScope>>;

export function isFor(who: StaffScope, member: StaffMember): boolean {
  const { staffIds, departments, skills, homeProvinces, newcomers } = who;
  return (
    staffIds?.includes(member.id) === true ||
    departments?.includes(member.department) === true ||
    skills?.some((skill) => member.skills.includes(skill)) === true ||
    homeProvinces?.includes(member.homeProvince) === true ||
    (newcomers === true && member.newcomer)
  );
}

/** Parsed once a rule: the referee asks for every candidate. Undefined: everyone. */
const whoOf = onceFor(({ who }: Rule['params']) => (who === undefined ? undefined : staffScope.parse(who)));

/** The plan as the rule sees it: of people it does not hold for there is nothing in it. The plan itself where it holds for all. */
export function planForRule(plan: Plan, rule: Rule): Plan {
  const who = whoOf(rule.params);
  if (!who) return plan;
  const people = new Set(plan.staff.filter((member) => isFor(who, member)).map(({ id }) => id));
  return planForPeople(plan, (staffId) => people.has(staffId));
}

export function planForPeople(plan: Plan, isOne: (staffId: string) => boolean): Plan {
  const ofOne = (each: { readonly staffId: string }): boolean => isOne(each.staffId);
  const part = {
    ...plan,
    staff: plan.staff.filter(({ id }) => isOne(id)),
    leave: plan.leave.filter(ofOne),
    wishes: plan.wishes.filter(ofOne),
    pins: plan.pins.filter(ofOne),
  };
  wholes.set(part, wholePlan(plan));
  return part;
}

const wholes = new WeakMap<Plan, Plan>();

/** The plan of everyone, for rules that hold some people to what all of them share. */
export function wholePlan(plan: Plan): Plan {
  return wholes.get(plan) ?? plan;
}
