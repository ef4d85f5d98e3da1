/** What accounts are in units. */

import type { Account, Membership } from '../domain/account.ts';
import type { Language } from '../kernel/languages.ts';
import { fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { deleteIn, rowIn, rowsIn, saveIn, someIn } from './rows.ts';
import type { MembershipRow } from './tables.ts';

/** Adds the membership, or replaces what the account was in the unit. */
export async function saveMembership(db: Database, membership: Membership): Promise<void> {
  const row: MembershipRow = {
    account_id: membership.accountId,
    unit_id: membership.unitId,
    role: membership.role,
    staff_id: membership.staffId ?? null,
  };
  await saveIn(db, 'membership', ['account_id', 'unit_id'], row);
}

/** Of the account, by unit. */
export async function listMemberships(db: Database, accountId: string): Promise<Membership[]> {
  const rows = await rowsIn(db, 'membership', { account_id: accountId }).orderBy('unit_id').execute();
  return rows.map(membershipFromRow);
}

export interface Member {
  readonly membership: Membership;
  readonly account: Pick<
    Account,
    'id' | 'signInName' | 'name' | 'operator' | 'totp' | 'passkeys' | 'disabledAt'
  >;
}

/** Of the unit, by sign-in name. */
export async function listMembers(db: Database, unitId: string): Promise<Member[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .selectAll('membership')
    .select(['account.sign_in_name', 'account.name', 'account.operator', 'account.disabled_at'])
    .select((eb) => [
      eb('account.totp_secret', 'is not', null).as('totp'),
      eb
        .selectFrom('passkey')
        .select((passkey) => passkey.fn.countAll<number>().as('count'))
        .whereRef('passkey.account_id', '=', 'account.id')
        .as('passkeys'),
    ])
    .where('membership.unit_id', '=', unitId)
    .orderBy('account.sign_in_name')
    .execute();
  return rows.map((row) => ({
    membership: membershipFromRow(row),
    account: {
      ...fieldsOf(row, ['sign_in_name', 'name', 'disabled_at']),
      ...{ id: row.account_id, operator: row.operator === 1 },
      ...{ totp: Boolean(row.totp), passkeys: Number(row.passkeys) },
    },
  }));
}

/** The language of each person who has an account, by person. */
export async function listStaffLanguages(
  db: Database,
  unitId: string,
): Promise<ReadonlyMap<string, Language>> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['membership.staff_id', 'account.language'])
    .where('membership.unit_id', '=', unitId)
    .execute();
  return new Map(
    rows.flatMap(({ staff_id, language }) => (staff_id === null ? [] : [[staff_id, language] as const])),
  );
}

/** The account of a member of staff. */
export async function findPersonMembership(
  db: Database,
  unitId: string,
  staffId: string,
): Promise<Membership | undefined> {
  const row = await rowIn(db, 'membership', { unit_id: unitId, staff_id: staffId });
  return row && membershipFromRow(row);
}

export async function deleteMembership(
  db: Database,
  { accountId, unitId }: Pick<Membership, 'accountId' | 'unitId'>,
): Promise<void> {
  await deleteIn(db, 'membership', { account_id: accountId, unit_id: unitId });
}

function membershipFromRow(row: MembershipRow): Membership {
  return fieldsOf(row, ['account_id', 'unit_id', 'role', 'staff_id']);
}

/** Accounts that administer a unit. */
export async function listAdministratorIds(db: Database): Promise<ReadonlySet<string>> {
  const rows = await someIn(db, 'membership', { role: 'administrator' }).select('account_id').execute();
  return new Set(rows.map(({ account_id }) => account_id));
}

/** Ids of the units in which someone has an account. */
export async function listUnitsWithMembers(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('membership').select('unit_id').distinct().execute();
  return new Set(rows.map(({ unit_id }) => unit_id));
}
