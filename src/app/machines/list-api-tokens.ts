/** The API tokens of a unit: what for, when made, when last used. Never the tokens themselves. */

import { type ApiAccess, listApiTokens as listStored } from '../../store/api-token-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { withNotedUse } from '../feeds/token-uses.ts';

export { isPast } from '../../store/token-store.ts';

export type { ApiAccess };

/** Revoked ones too, by creation. */
export async function listApiTokens(app: App, unitId: string): Promise<ApiAccess[]> {
  allow(app, 'machine.edit', { unitId });
  return (await listStored(app.db, unitId)).map((access) => withNotedUse(app.apiUses, access));
}
