/** Asks the permission table, and says no in one way: who has nothing to do with a unit is not told that it exists. */

import { isProven, PROOF_LASTS_MS, type Visitor } from '../../domain/account.ts';
import { type Action, type Asker, mayDo, roleIn, type Subject } from '../../domain/permission.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { App } from '../app.ts';

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
