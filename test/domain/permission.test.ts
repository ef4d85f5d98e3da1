/** The permission table, written down a second time by hand: one column a role, one row an action. */

import { describe, expect, it } from 'vitest';
import { type Membership, ROLES } from '../../src/domain/account.ts';
import { ACTIONS, type Action, mayDo, permits, roleIn } from '../../src/domain/permission.ts';

/** administrator, manager, approver, technician, reader: Y on all of the unit, o on one's own, - not at all. */
const TABLE: Readonly<Record<Action, string>> = {
  'roster.view': 'YYYYY',
  'phones.view': 'YYYY-',
  'staff.view': 'YYY--',
  'availability.view': 'YYYo-',
  'availability.edit': 'YYoo-',
  'ledger.view': 'YYYY-',
  'draft.view': 'YYY--',
  'draft.edit': 'YY---',
  'period.edit': 'YY---',
  'rules.edit': 'YY---',
  'staff.edit': 'YY---',
  'ledger.edit': 'YY---',
  'holidays.edit': 'YY---',
  'solver.run': 'YY---',
  'version.submit': 'YY---',
  'version.approve': 'Y-Y--',
  'version.publish': 'YY---',
  'version.withdraw': 'YY---',
  'seat.replace': 'YYYo-',
  'swap.ask': 'YYoo-',
  'swap.decide': 'YYY--',
  'feed.edit': 'YYoo-',
  'machine.edit': 'YY---',
  'notice.edit': 'YY---',
  'below.view': 'YYYYY',
  'below.phones': 'YYYY-',
  'order.edit': 'YY---',
  'tree.edit': 'Y----',
  'order.view': 'YYYY-',
  'answer.send': 'YY---',
  'report.send': 'YYYY-',
  'incident.view': 'YYYYY',
  'log.view': 'YYYYY',
  'log.write': 'YYYo-',
  'watch.edit': 'YY---',
  'unit.edit': 'Y----',
  'account.edit': 'Y----',
  'staff.erase': 'Y----',
  'audit.view': 'Y----',
};

const MARKS = { all: 'Y', own: 'o' } as const;
const UNIT = 'ours';

const asker = (role: Membership['role'], staffId?: string) => ({
  account: { operator: false },
  memberships: [{ accountId: 'a', unitId: UNIT, role, ...(staffId === undefined ? {} : { staffId }) }],
});

describe('the permission table', () => {
  it('is the one below, action by action', () => {
    const found = ACTIONS.map((action) => {
      const row = ROLES.map((role) => {
        const extent = permits(role, action);
        return extent ? MARKS[extent] : '-';
      });
      return [action, row.join('')];
    });
    expect(Object.fromEntries(found)).toEqual(TABLE);
  });

  const cases = ACTIONS.flatMap((action) =>
    ROLES.map((role, i) => [role, action, TABLE[action].charAt(i)] as const),
  );

  it.each(cases)('a %s for %s holds in the own unit (%s), and never in another', (role, action, mark) => {
    const may = (unitId: string, staffId?: string) =>
      mayDo(asker(role, 'me'), action, { unitId, ...(staffId === undefined ? {} : { staffId }) });
    expect(may(UNIT)).toBe(mark === 'Y');
    expect(may(UNIT, 'me')).toBe(mark !== '-');
    expect(may(UNIT, 'someone')).toBe(mark === 'Y');
    expect([may('theirs'), may('theirs', 'me')]).toEqual([false, false]);
  });

  it('gives nothing of their own to an account that is nobody’s on the staff list', () => {
    expect(mayDo(asker('technician'), 'swap.ask', { unitId: UNIT })).toBe(false);
    expect(mayDo(asker('technician'), 'swap.ask', { unitId: UNIT, staffId: 'me' })).toBe(false);
  });

  it('makes an operator an administrator everywhere, and someone without membership nothing anywhere', () => {
    const operator = { account: { operator: true }, memberships: [] };
    expect(ACTIONS.every((action) => mayDo(operator, action, { unitId: 'any' }))).toBe(true);
    const nobody = { account: { operator: false }, memberships: [] };
    expect(roleIn(nobody, UNIT)).toBeUndefined();
    expect(ACTIONS.some((action) => mayDo(nobody, action, { unitId: UNIT, staffId: 'me' }))).toBe(false);
  });
});
