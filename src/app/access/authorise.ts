/** Asks the permission table, and says no in one way: who has nothing to do with a unit is not told that it exists. */

import { isProven, PROOF_LASTS_MS, type Visitor } from '../../domain/account.ts';
import { type Action, type Asker, mayDo, roleIn, type Subject } from '../../domain/permission.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { App } from '../app.ts';

/** Has no role anywhere: who has not signed in. */
export const NOBODY: Asker = { account: { operator: false }, memberships: [] };

/** What every use case that changes something asks first. Throws as `authorise` does. */
export function allow({ caller }: Pick<App, 'caller'>, action: Action, subject: Subject): void {
  if (caller !== 'machine') authorise(caller, action, subject);
}

/** For what belongs to no unit: an operator, or this machine. Throws `forbidden`. */
export function allowOperator({ caller }: Pick<App, 'caller'>): void {
  if (caller !== 'machine') requireOperator(caller);
}

/** For jobs and the command line: nobody may ask for it over the network. Throws `forbidden`. */
export function requireMachine({ caller }: Pick<App, 'caller'>): void {
  if (caller !== 'machine') throw new AppError('forbidden', 'error.access.forbidden');
}

/** Whether `allow` would. */
export function isAllowed({ caller }: Pick<App, 'caller'>, action: Action, subject: Subject): boolean {
  return caller === 'machine' || mayDo(caller, action, subject);
}

/** Throws `not-found` for someone from outside the unit, `forbidden` for someone of it who may not. */
export function authorise(asker: Asker, action: Action, subject: Subject): void {
  if (mayDo(asker, action, subject)) return;
  if (roleIn(asker, subject.unitId) === undefined) {
    throw new AppError('not-found', 'error.unit.missing', { unit: subject.unitId });
  }
  throw new AppError('forbidden', 'error.access.forbidden');
}

/** Throws `forbidden`, `error.access.forbidden`, for anyone but an operator of this installation. */
export function requireOperator({ account }: Asker): void {
  if (!account.operator) throw new AppError('forbidden', 'error.access.forbidden');
}

/** Throws `forbidden`, `error.access.prove-again`, unless the password was given a short while ago (ASVS 5.0 7.5.1). */
export function requireProof(app: App, { session }: Visitor): void {
  if (isProven(session, app.clock())) return;
  throw new AppError('forbidden', 'error.access.prove-again', { minutes: PROOF_LASTS_MS / 60_000 });
}
