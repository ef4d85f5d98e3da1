/**
 * Follows an invitation with the name and password of the organisation's directory: a new account, or the one the person has
 * already. What the invitation gives stays, whatever groups say later; whoever the directory shuts out is shut out all the same.
 */

import { parseSignInName } from '../../domain/account.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Language } from '../../kernel/languages.ts';
import { findAccountNamed } from '../../store/account-store.ts';
import type { App } from '../app.ts';
import { readInvitation } from './accept-invitation.ts';
import { beginAttempt, excuse, forgive } from './attempts.ts';
import { DIRECTORY_ISSUER, type Directory } from './directory.ts';
import { askDirectory, directoryCounts, nameFrom } from './enter-by-directory.ts';
import { followGroups } from './follow-groups.ts';
import { joinByIdentityWithin } from './join-by-identity.ts';
import { throttled } from './throttled.ts';

export interface JoiningByDirectory {
  /** Of the invitation's link. */
  readonly token: string;
  readonly signInName: string;
  readonly password: string;
  readonly language: Language;
  readonly directory: Directory;
}

/** `here`: the name has a password here, and who comes in by it is not asked of the directory. */
export type JoinedByDirectory = 'joined' | 'wrong' | 'expired' | 'directory-down' | 'here';

/** Throws `not-found`, `error.access.invitation`; `conflict` when the account is of the unit already; `too-many`. */
export async function joinByDirectory(app: App, joining: JoiningByDirectory): Promise<JoinedByDirectory> {
  const { token, signInName, password, language, directory } = joining;
  const { invitation } = await readInvitation(app, token);
  // A link for a new password is for who has that account.
  if (invitation.accountId !== undefined) throw new AppError('not-found', 'error.access.invitation');
  const name = nameFrom(signInName);
  const ofLink = { throttle: 'secret', of: `invitation ${invitation.id}` } as const;
  const start = await beginAttempt(app, [...directoryCounts(app, name), ofLink]);
  if (!start.allowed) throw throttled(app, start.retryAt);
  const own = parseSignInName(name);
  const found = own === undefined ? undefined : await findAccountNamed(app.db, own);
  if (found?.credentials.passwordHash !== undefined) return 'here';
  const checked = await askDirectory(directory, name, password);
  if (checked === 'down') {
    await app.db.transaction().execute((trx) => excuse(trx, app, start.attempt));
    return 'directory-down';
  }
  if (!checked.right) return checked.why === 'expired' ? 'expired' : 'wrong';
  const { person } = checked;
  await app.db.transaction().execute(async (trx) => {
    const identity = { issuer: DIRECTORY_ISSUER, ...person };
    const accountId = await joinByIdentityWithin(trx, app, { token, identity, language });
    await followGroups(trx, app, { accountId, person, roles: directory.roles });
    await forgive(trx, app, start.attempt);
  });
  return 'joined';
}
