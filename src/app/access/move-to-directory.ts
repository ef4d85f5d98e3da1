/**
 * One's own account, from a password kept here to the directory's: whoever has both proves both, and the one kept here is
 * gone. Operators keep theirs: somebody must come in when the directory is down.
 */

import type { Visitor } from '../../domain/account.ts';
import { AppError } from '../../kernel/app-error.ts';
import { dropPasswordHash } from '../../store/account-store.ts';
import { deleteSessions } from '../../store/session-store.ts';
import type { App } from '../app.ts';
import { ofOwnAccount, record } from '../record.ts';
import { beginAttempt, forgive } from './attempts.ts';
import { requireProof } from './authorise.ts';
import { DIRECTORY_ISSUER, type Directory } from './directory.ts';
import { followGroups } from './follow-groups.ts';
import { linkNew } from './join-by-identity.ts';
import { throttled } from './throttled.ts';

export interface MovingToDirectory {
  readonly name: string;
  readonly password: string;
  readonly directory: Directory;
}

/**
 * False for a wrong name or password there. Throws `forbidden`, `error.access.prove-again`; `conflict`, `identity.taken`,
 * `directory.operator`; `too-many`; `unavailable`, `directory.unreachable`.
 */
export async function moveToDirectory(
  app: App,
  visitor: Visitor,
  { name, password, directory }: MovingToDirectory,
): Promise<boolean> {
  requireProof(app, visitor);
  const { account, session } = visitor;
  if (account.operator) throw new AppError('conflict', 'directory.operator');
  const start = await beginAttempt(app, [{ throttle: 'session', of: `directory ${session.id}` }]);
  if (!start.allowed) throw throttled(app, start.retryAt);
  const typed = name.normalize('NFC').trim();
  const checked =
    typed === '' || password === '' ? undefined : await directory.check({ name: typed }, password);
  if (!checked?.right) return false;
  const { person } = checked;
  await app.db.transaction().execute(async (trx) => {
    await forgive(trx, app, start.attempt);
    await linkNew(trx, app, { issuer: DIRECTORY_ISSUER, subject: person.subject }, account.id);
    await dropPasswordHash(trx, account.id);
    await deleteSessions(trx, account.id, session.id);
    // Restoring an older backup must not bring the password to life again.
    await record(trx, app, { ...ofOwnAccount(account.id), action: 'account.password' }, { by: 'directory' });
    await followGroups(trx, app, { accountId: account.id, person, roles: directory.roles });
  });
  return true;
}
