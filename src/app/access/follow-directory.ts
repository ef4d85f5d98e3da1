/** Asks the directory about everyone who is here by it: whom it has shut out and which groups are gone counts before they come back. */

import { AppError } from '../../kernel/app-error.ts';
import { type DirectoryAccount, listDirectoryAccounts } from '../../store/directory-store.ts';
import type { App } from '../app.ts';
import { requireMachine } from './authorise.ts';
import { DIRECTORY_ISSUER, type Directory, type DirectoryPerson } from './directory.ts';
import { followGroups } from './follow-groups.ts';

const AT_ONCE = 100;
/** A few people leave on one day; more at once is a search that looks in the wrong place. */
const MOST_MISSING = 5;

/**
 * How many were asked about. Rejects with `AppError('unavailable', …)`: `directory.unreachable`; `directory.emptied`, and
 * nobody is shut out, where more than half of them and more than a few are not found any more.
 */
export async function followDirectory(app: App, directory: Directory): Promise<number> {
  requireMachine(app);
  const accounts = await listDirectoryAccounts(app.db, DIRECTORY_ISSUER);
  const found = await findAll(directory, accounts);
  const missing = accounts.filter(({ subject }) => !found.has(subject)).length;
  if (missing > MOST_MISSING && missing * 2 > accounts.length) {
    throw new AppError('unavailable', 'directory.emptied', { missing, of: accounts.length });
  }
  const { roles } = directory;
  for (const { accountId, subject } of accounts) {
    const person = found.get(subject);
    await app.db.transaction().execute((trx) => followGroups(trx, app, { accountId, person, roles }));
  }
  return accounts.length;
}

async function findAll(
  directory: Directory,
  accounts: readonly DirectoryAccount[],
): Promise<ReadonlyMap<string, DirectoryPerson>> {
  const found = new Map<string, DirectoryPerson>();
  for (let from = 0; from < accounts.length; from += AT_ONCE) {
    const subjects = accounts.slice(from, from + AT_ONCE).map(({ subject }) => subject);
    for (const person of await directory.find(subjects)) found.set(person.subject, person);
  }
  return found;
}
