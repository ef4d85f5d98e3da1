/** Ends a token of the JSON API. */

import { AppError } from '../../kernel/app-error.ts';
import { revokeIn } from '../../store/token-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';

export interface ApiTokenRevoking {
  readonly unitId: string;
  readonly tokenId: string;
  readonly actor: string;
}

/** Throws `not-found` when the unit has no live token with this id. */
export async function revokeApiToken(app: App, { unitId, tokenId, actor }: ApiTokenRevoking): Promise<void> {
  allow(app, 'machine.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    if (!(await revokeIn(trx, 'api_token', { unitId, id: tokenId, at: app.clock() }))) {
      throw new AppError('not-found', 'error.api-token.missing', { token: tokenId });
    }
    await record(trx, app, { actor, action: 'api-token.revoke', unitId, subject: tokenId });
  });
}
