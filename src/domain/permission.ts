/** Who may do what: the one table of actions and roles. Every use case asks here (ASVS 5.0 8.2, 8.3.1). */

import type { Membership, Role } from './account.ts';

interface Grant {
  /** On anything of the unit. */
  readonly all: readonly Role[];
  /** Only on what belongs to the account's own member of staff. */
  readonly own?: readonly Role[];
}

const EVERYONE: Grant = { all: ['reader', 'technician', 'approver', 'manager', 'administrator'] };
const STAFF: Grant = { all: ['technician', 'approver', 'manager', 'administrator'] };
const DECIDERS: Grant = { all: ['approver', 'manager', 'administrator'] };
const MAKERS: Grant = { all: ['manager', 'administrator'] };
const MAKERS_AND_OWN: Grant = { ...MAKERS, own: ['technician', 'approver'] };
const ADMINISTRATORS: Grant = { all: ['administrator'] };

const GRANTS = {
  'roster.view': EVERYONE,
  'phones.view': STAFF,
  'staff.view': DECIDERS,
  'availability.view': { ...DECIDERS, own: ['technician'] },
  'availability.edit': MAKERS_AND_OWN,
  'ledger.view': STAFF,

  'draft.view': DECIDERS,
  'draft.edit': MAKERS,
  'period.edit': MAKERS,
  'rules.edit': MAKERS,
  'staff.edit': MAKERS,
  'ledger.edit': MAKERS,
  'holidays.edit': MAKERS,
  'solver.run': MAKERS,

  'version.submit': MAKERS,
  'version.approve': { all: ['approver', 'administrator'] },
  'version.publish': MAKERS,
  'version.withdraw': MAKERS,

  // Of the others, whoever leads the duty at this moment: the use case asks the roster.
  'seat.replace': { ...DECIDERS, own: ['technician'] },
  'swap.ask': MAKERS_AND_OWN,
  'swap.decide': DECIDERS,
  'feed.edit': MAKERS_AND_OWN,
  'machine.edit': MAKERS,
  /** How people are told, what became of it, and asking them again. */
  'notice.edit': MAKERS,

  // Of a superior, over the units below it: what they answered, never what they are still working at.
  'below.view': EVERYONE,
  'below.phones': STAFF,
  'order.edit': MAKERS,
  'tree.edit': ADMINISTRATORS,
  // Of a unit that is asked.
  'order.view': STAFF,
  'answer.send': MAKERS,
  'report.send': STAFF,
  'log.view': EVERYONE,
  // Technicians in their own name.
  'log.write': { ...DECIDERS, own: ['technician'] },
  /** Incidents and their reports: of the log all that a superior sees. */
  'incident.view': EVERYONE,
  /** Which parts of the watch the unit uses, what is checked and when. */
  'watch.edit': MAKERS,

  'unit.edit': ADMINISTRATORS,
  'account.edit': ADMINISTRATORS,
  'staff.erase': ADMINISTRATORS,
  'audit.view': ADMINISTRATORS,
} as const satisfies Record<string, Grant>;

export type Action = keyof typeof GRANTS;
export const ACTIONS = Object.keys(GRANTS) as readonly Action[];

/** `own` only on what belongs to the role's own person; undefined is no. */
export function permits(role: Role, action: Action): 'all' | 'own' | undefined {
  const grant: Grant = GRANTS[action];
  if (grant.all.includes(role)) return 'all';
  return grant.own?.includes(role) ? 'own' : undefined;
}

/** Who asks: the part of a visitor that permission depends on. */
export interface Asker {
  readonly account: { readonly operator: boolean };
  readonly memberships: readonly Membership[];
}

/** What an action is done to: something of a unit, or of one member of its staff. */
export interface Subject {
  readonly unitId: string;
  readonly staffId?: string;
}

/** Undefined when the asker has nothing to do with the unit. */
export function roleIn({ account, memberships }: Asker, unitId: string): Role | undefined {
  if (account.operator) return 'administrator';
  return memberships.find((each) => each.unitId === unitId)?.role;
}

export function mayDo(asker: Asker, action: Action, { unitId, staffId }: Subject): boolean {
  const role = roleIn(asker, unitId);
  const extent = role && permits(role, action);
  if (extent !== 'own') return extent === 'all';
  const own = asker.memberships.find((each) => each.unitId === unitId)?.staffId;
  return own !== undefined && own === staffId;
}

/** Whether the asker may do it to something of the unit, be it only to what is the asker's own. */
export function mayDoSome(asker: Asker, action: Action, unitId: string): boolean {
  const role = roleIn(asker, unitId);
  return role !== undefined && permits(role, action) !== undefined;
}
