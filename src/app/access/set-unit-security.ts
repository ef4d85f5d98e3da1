/** What a unit asks of its members' accounts. By administrators of the unit, who have just given their password. */

import type { Visitor } from '../../domain/account.ts';
import { saveUnitSecurity, type UnitSecurity } from '../../store/unit-security-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { authorise, requireProof } from './authorise.ts';

/** Asked from the next password on. Throws `not-found`, `forbidden`. */
export async function setUnitSecurity(
  app: App,
  visitor: Visitor,
  { unitId, ...security }: UnitSecurity & { readonly unitId: string },
): Promise<void> {
  authorise(visitor, 'account.edit', { unitId });
  requireProof(app, visitor);
  await app.db.transaction().execute(async (trx) => {
    await saveUnitSecurity(trx, unitId, security);
    const details = { longPasswords: security.longPasswords ? 1 : 0 };
    await record(
      trx,
      app,
      { actor: visitor.account.id, action: 'unit.security', unitId, subject: unitId },
      details,
    );
  });
}
