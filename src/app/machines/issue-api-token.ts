/** Makes a token for the JSON API of one unit. It is told this once and cannot be told again. */

import type { Instant } from '../../calendar/interval.ts';
import { type ApiAccess, insertApiToken } from '../../store/api-token-store.ts';
import type { ApiRight } from '../../store/machine-tables.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';
import { hashOfToken, newId, newToken } from '../secret-token.ts';

export interface ApiTokenIssuing {
  readonly unitId: string;
  /** What it is for: "Zabbix". */
  readonly name: string;
  /** To send alerts and nothing else; absent: to read. */
  readonly may?: ApiRight;
  readonly actor: string;
  readonly endsAt?: Instant;
}

export interface IssuedApiToken {
  readonly token: string;
  readonly access: ApiAccess;
}

/** One to read reads everything published of the unit, phones included, and changes nothing. Throws `not-found`. */
export async function issueApiToken(
  app: App,
  { unitId, name, actor, may = 'read', ...end }: ApiTokenIssuing,
): Promise<IssuedApiToken> {
  allow(app, 'machine.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    await requireUnit(trx, unitId);
    const token = newToken(app);
    const access: ApiAccess = {
      id: newId(app),
      unitId,
      name: name.trim(),
      may,
      createdAt: app.clock(),
      ...end,
    };
    await insertApiToken(trx, access, hashOfToken(token));
    await record(trx, app, { actor, action: 'api-token.issue', unitId, subject: access.id });
    return { token, access };
  });
}
