/** Shuts out accounts that nobody has signed in to for as long as the installation says; the last operator stays. */

import type { Instant } from '../../calendar/interval.ts';
import type { IdleFacts } from '../../domain/notice.ts';
import { countOperators, findAccount } from '../../store/account-store.ts';
import type { Database } from '../../store/database.ts';
import { listMemberships } from '../../store/membership-store.ts';
import { listIdleAccounts } from '../../store/safety-store.ts';
import type { App } from '../app.ts';
import { tell } from '../notices/tell-people.ts';
import { requireMachine } from './authorise.ts';
import { disableWithin } from './edit-accounts.ts';
import { readSafety } from './safety.ts';

const ACTOR = 'rota idle accounts';
const DAY_MS = 86_400_000;

/** How many were shut out; each is told to its person, and stands in the audit trail. */
export async function disableIdleAccounts(app: App): Promise<number> {
  requireMachine(app);
  const { said, settings } = await readSafety(app);
  const { idleDays } = settings;
  const idleSince = (app.clock() - idleDays * DAY_MS) as Instant;
  // Nobody is shut out for days that nobody had asked for yet.
  if (!said || idleDays === 0 || said.since > idleSince) return 0;
  const idle = await listIdleAccounts(app.db, idleSince);
  let disabled = 0;
  for (const { accountId } of idle) {
    const done = await app.db.transaction().execute(async (trx) => {
      const found = await findAccount(trx, accountId);
      const isLastOperator = found?.account.operator && (await countOperators(trx)) <= 1;
      if (!found || found.account.disabledAt !== undefined || isLastOperator) return false;
      await disableWithin(trx, app, { accountId, actor: ACTOR });
      await tellPerson(trx, { accountId, days: idleDays, at: app.clock() });
      return true;
    });
    if (done) disabled++;
  }
  return disabled;
}

interface ShutOut {
  readonly accountId: string;
  readonly days: number;
  readonly at: Instant;
}

async function tellPerson(trx: Database, { accountId, days, at }: ShutOut): Promise<void> {
  const person = (await listMemberships(trx, accountId)).find(({ staffId }) => staffId !== undefined);
  if (person?.staffId === undefined) return;
  const facts: IdleFacts = { kind: 'idle', periodId: '', days, at };
  await tell(trx, { unitId: person.unitId, told: new Map([[person.staffId, facts]]), at });
}
