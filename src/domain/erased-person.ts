/**
 * Someone who left, taken out of what a unit keeps: name, phone, mail and the code made of the name go, duties and
 * figures stay under a nameless one, so that rosters still add up and the ledger still knows who carried what.
 * Free text that people wrote is gone over by `app/access/erase-mentions.ts`.
 */

import { compareNames } from '../kernel/names.ts';
import type { Case } from './case.ts';
import type { Plan } from './plan.ts';
import type { Rule } from './rule-set.ts';
import { BLANK_MEMBER, type StaffMember } from './staff.ts';
import { mergedRecord, staffSpec } from './staff-fields.ts';
import type { Contact, Post } from './unit.ts';

/** Who is taken out, and what stays in their place. */
export interface Erasure {
  readonly member: StaffMember;
  readonly ghost: StaffMember;
}

const GHOST = 'former-';

/** Whether it is what stays of someone erased. */
export function isGhost(staffId: string): boolean {
  return staffId.startsWith(GHOST);
}

/** What stays of a member: what rosters were judged by, and nothing that tells who it was. */
export function ghostOf(member: StaffMember, code: string): StaffMember {
  const kept = mergedRecord((field) => (staffSpec(field).judges ? member : BLANK_MEMBER));
  return { ...kept, id: `${GHOST}${code}`, name: `••• ${code}`, limits: member.limits };
}

/** Leave and wishes aside: those are the person's, not the period's. */
export function eraseFromCase(source: Case, erasure: Erasure): Case {
  return { ...source, ...eraseFromParts(source, erasure), past: renamed(source.past, erasure) };
}

/** The referee counts the same before and after. */
export function eraseFromPlan(plan: Plan, erasure: Erasure): Plan {
  const parts = eraseFromParts(plan, erasure);
  return {
    ...plan,
    ...parts,
    staff: [...parts.staff].sort((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1)),
    leave: withoutNotes(plan.leave, erasure),
    wishes: renamed(plan.wishes, erasure),
    fixed: renamed(plan.fixed, erasure),
  };
}

/** Any list of things that are somebody's: assignments, pins, ledger entries. */
export function renamed<T extends { readonly staffId: string }>(
  list: readonly T[],
  { member, ghost }: Erasure,
): T[] {
  return list.map((each) => (each.staffId === member.id ? { ...each, staffId: ghost.id } : each));
}

type Parts = Pick<Case, 'staff' | 'posts' | 'ruleSet' | 'ledger' | 'pins'>;

function eraseFromParts({ staff, posts, ruleSet, ledger, pins }: Parts, erasure: Erasure): Parts {
  const { member, ghost } = erasure;
  return {
    staff: staff.map((each) => (each.id === member.id ? ghost : each)),
    posts: posts.map((post) => eraseFromPost(post, erasure)),
    ruleSet: { ...ruleSet, rules: ruleSet.rules.map((rule) => eraseFromRule(rule, erasure)) },
    ledger: renamed(ledger, erasure),
    pins: renamed(pins, erasure),
  };
}

/** Why someone was away is nobody's business any more; when, the roster was made by. */
function withoutNotes<T extends { readonly staffId: string; readonly note: string }>(
  list: readonly T[],
  erasure: Erasure,
): T[] {
  return renamed(list, erasure).map((each) =>
    each.staffId === erasure.ghost.id ? { ...each, note: '' } : each,
  );
}

/** A person may also stand among those to call. */
function eraseFromPost(post: Post, { member, ghost }: Erasure): Post {
  const isMember = ({ name, phone, email }: Contact): boolean =>
    name === member.name ||
    (member.phone !== '' && phone === member.phone) ||
    (member.email !== '' && email === member.email);
  return { ...post, contacts: post.contacts.map((each) => (isMember(each) ? { name: ghost.name } : each)) };
}

/** Rules name people in lists of their ids: together, apart, whom a rule holds for. */
function eraseFromRule(rule: Rule, { member, ghost }: Erasure): Rule {
  const replaced = (value: unknown): unknown => {
    if (value === member.id) return ghost.id;
    if (Array.isArray(value)) return value.map(replaced);
    return typeof value === 'object' && value !== null ? inObject(value) : value;
  };
  const inObject = (whole: object): Record<string, unknown> =>
    Object.fromEntries(Object.entries(whole).map(([key, value]) => [key, replaced(value)]));
  return { ...rule, params: inObject(rule.params) };
}
