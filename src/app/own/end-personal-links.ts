/** Ends every private link of a person, each told of in the audit trail. */

import type { Database } from '../../store/database.ts';
import { revokePersonalLinks } from '../../store/personal-link-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';

export interface LinksEnding {
  readonly unitId: string;
  readonly staffId: string;
  readonly actor: string;
}

/** How many there were. */
export async function endPersonalLinks(
  trx: Database,
  app: App,
  { unitId, staffId, actor }: LinksEnding,
): Promise<number> {
  const at = app.clock();
  const ended = await revokePersonalLinks(trx, { unitId, staffId }, at);
  for (const subject of ended) {
    await record(trx, app, { at, actor, unitId, subject, details: {}, action: 'personal-link.revoke' });
  }
  return ended.length;
}
