/** One unit of a tree as seen from above it: the unit itself, or any below it. */

import type { Unit } from '../../domain/unit.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findUnit } from '../../store/unit-store.ts';
import { listSuperiors } from '../../store/unit-tree-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';

/** Throws `not-found`: a unit beside or above looks the same as none. */
export async function openBelow(
  app: App,
  { unitId, belowId }: { readonly unitId: string; readonly belowId: string },
): Promise<Unit> {
  allow(app, 'below.view', { unitId });
  const isBelow = belowId === unitId || (await listSuperiors(app.db, belowId)).includes(unitId);
  const unit = isBelow ? await findUnit(app.db, belowId) : undefined;
  if (!unit) throw new AppError('not-found', 'error.unit.missing', { unit: belowId.slice(0, 60) });
  return unit;
}
