/** The one place where pages are closed to those who may not: each route says what it needs, the permission table says who. */

import { authorise, requireOperator } from '../../app/access/authorise.ts';
import type { App } from '../../app/app.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import type { Visitor } from '../../domain/account.ts';
import { type Action, mayDoSome, permits, roleIn } from '../../domain/permission.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Route, Scope } from '../kit/route.ts';

/** What a visit is about. A route that names neither an action nor who may come is closed to everyone. */
export function scopeOf({ path, scope }: Route): Scope | 'period' | 'unit' | undefined {
  if (scope !== undefined) return scope;
  if (path.includes('/:period')) return 'period';
  return path.includes('/:unit') ? 'unit' : undefined;
}

/**
 * Throws `not-found` for someone from outside the unit, as if there were none; `forbidden` for someone of it who may not.
 * @param param a named part of the visit's path.
 */
export async function admit(
  app: App,
  visitor: Visitor,
  route: Route,
  param: (name: string) => string,
): Promise<void> {
  const scope = scopeOf(route);
  if (scope === 'anyone' || scope === 'signed-in') return;
  if (scope === 'operator') return requireOperator(visitor);
  const { action } = route;
  if (scope === undefined || action === undefined) throw forbidden();
  if (scope === 'some-unit') return requireSomewhere(visitor, action);
  const unitId = scope === 'unit' ? param('unit') : await unitOf(app, visitor, param('period'));
  if (route.own === true && mayDoSome(visitor, action, unitId)) return;
  authorise(visitor, action, { unitId });
}

/** One answer for a period that is not there and for one of another unit. */
async function unitOf(app: App, visitor: Visitor, period: string): Promise<string> {
  // Made only where it is thrown: an error costs more than all else here.
  const missing = (): AppError => new AppError('not-found', 'error.period.missing', { period });
  const { unitId } = await resolvePeriod(app, period).catch((error: unknown) => {
    throw error instanceof AppError && !visitor.account.operator ? missing() : error;
  });
  if (roleIn(visitor, unitId) === undefined) throw missing();
  return unitId;
}

function requireSomewhere({ account, memberships }: Visitor, action: Action): void {
  const may = account.operator || memberships.some(({ role }) => permits(role, action) === 'all');
  if (!may) throw forbidden();
}

function forbidden(): AppError {
  return new AppError('forbidden', 'error.access.forbidden');
}
