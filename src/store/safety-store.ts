/** The installation's security level and what it asks of accounts; no row before an operator has said it. */

import { z } from 'zod';
import type { Instant } from '../calendar/interval.ts';
import { SAFETY_LEVELS, type SaidSafety } from '../domain/safety.ts';
import type { Database } from './database.ts';
import { readJson } from './records.ts';
import { saveIn } from './rows.ts';

const chosen = z.object({
  administratorTwoSteps: z.exactOptional(z.boolean()),
  graceDays: z.exactOptional(z.int()),
  outsideTwoSteps: z.exactOptional(z.boolean()),
  passwordLength: z.exactOptional(z.int()),
  idleDays: z.exactOptional(z.int()),
  lockMinutes: z.exactOptional(z.int()),
  sessionHours: z.exactOptional(z.int()),
  logMonths: z.exactOptional(z.int()),
});

export async function findSafety(db: Database): Promise<SaidSafety | undefined> {
  const row = await db.selectFrom('safety').selectAll().executeTakeFirst();
  const level = SAFETY_LEVELS.find((each) => each === row?.level);
  return row && level && { level, since: row.since, chosen: readJson(chosen, row.chosen) };
}

export async function saveSafety(db: Database, said: SaidSafety): Promise<void> {
  const row = {
    id: 1,
    level: said.level,
    since: said.since as Instant,
    chosen: JSON.stringify(said.chosen),
  };
  await saveIn(db, 'safety', ['id'], row);
}

export interface AccountUse {
  readonly accountId: string;
  readonly usedAt: Instant;
}

/** Accounts that are open and were not signed in to, nor made, since the moment. */
export async function listIdleAccounts(db: Database, since: Instant): Promise<AccountUse[]> {
  const rows = await db
    .selectFrom('account')
    .leftJoin('known_device', 'known_device.account_id', 'account.id')
    .select(['account.id', 'account.created_at'])
    .select((eb) => eb.fn.max('known_device.used_at').as('used_at'))
    .where('account.disabled_at', 'is', null)
    .where('account.id', 'not in', (eb) =>
      eb.selectFrom('session').select('account_id').where('used_at', '>', since),
    )
    .groupBy(['account.id', 'account.created_at'])
    .orderBy('account.id')
    .execute();
  return rows
    .map(({ id, created_at, used_at }) => ({
      accountId: id,
      usedAt: Math.max(created_at, Number(used_at ?? 0)) as Instant,
    }))
    .filter(({ usedAt }) => usedAt <= since);
}
