/** Asks the directory about one account at the moment it signs in without the directory's password. */

import { AppError } from '../../kernel/app-error.ts';
import { findSubject } from '../../store/directory-store.ts';
import type { App } from '../app.ts';
import { DIRECTORY_ISSUER, type Directory, type DirectoryPerson } from './directory.ts';
import { followGroups } from './follow-groups.ts';

/**
 * False for someone the directory does not have any more. Whom it has shut out is shut out here, and roles are what its groups
 * say by now. True for accounts that are not there by it, and while it does not answer: it is asked again within a quarter of an hour.
 */
export async function isStillThere(
  app: App,
  accountId: string,
  directory: Directory | undefined,
): Promise<boolean> {
  const subject = directory && (await findSubject(app.db, { accountId, issuer: DIRECTORY_ISSUER }));
  if (!directory || subject === undefined) return true;
  const found = await peopleOf(directory, subject);
  if (found === 'down') return true;
  const [person] = found;
  if (!person) return false;
  const { roles } = directory;
  await app.db.transaction().execute((trx) => followGroups(trx, app, { accountId, person, roles }));
  return !person.disabled;
}

async function peopleOf(directory: Directory, subject: string): Promise<readonly DirectoryPerson[] | 'down'> {
  try {
    return await directory.find([subject]);
  } catch (error) {
    if (error instanceof AppError && error.code === 'unavailable') return 'down';
    throw error;
  }
}
