/** The token by which a unit's own installation, or another program of it, answers orders here. Told once; made anew, the one before ends. */

import { AppError } from '../../kernel/app-error.ts';
import { type ApiAccess, insertApiToken, listApiTokens } from '../../store/api-token-store.ts';
import type { Database } from '../../store/database.ts';
import { revokeIn } from '../../store/token-store.ts';
import { listBelow } from '../../store/unit-tree-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { hashOfToken, newId, newToken } from '../secret-token.ts';

export interface AnswerTokenIssuing {
  /** The superior. */
  readonly unitId: string;
  readonly belowId: string;
  readonly actor: string;
}

export interface IssuedAnswerToken {
  readonly token: string;
  readonly unitName: string;
}

/** Throws `not-found` for a unit that does not stand below, `forbidden`. */
export function issueAnswerToken(
  app: App,
  { unitId, belowId, actor }: AnswerTokenIssuing,
): Promise<IssuedAnswerToken> {
  allow(app, 'tree.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    const below = (await listBelow(trx, unitId)).find((each) => each.unitId === belowId);
    if (!below) throw new AppError('not-found', 'tree.error.not-below');
    await endTokens(trx, app, { belowId, actor });
    const token = newToken(app);
    const access: ApiAccess = {
      ...{ id: newId(app), unitId: belowId, name: below.name, may: 'answer', createdAt: app.clock() },
    };
    await insertApiToken(trx, access, hashOfToken(token));
    await record(trx, app, { actor, action: 'api-token.issue', unitId: belowId, subject: access.id });
    return { token, unitName: below.name };
  });
}

async function endTokens(
  trx: Database,
  app: App,
  { belowId, actor }: Pick<AnswerTokenIssuing, 'belowId' | 'actor'>,
): Promise<void> {
  for (const { id, may, revokedAt } of await listApiTokens(trx, belowId)) {
    if (may !== 'answer' || revokedAt !== undefined) continue;
    await revokeIn(trx, 'api_token', { unitId: belowId, id, at: app.clock() });
    await record(trx, app, { actor, action: 'api-token.revoke', unitId: belowId, subject: id });
  }
}
