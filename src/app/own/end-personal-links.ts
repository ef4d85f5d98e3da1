/** Ends every private link of a person and the feeds and devices that came by it, each told of in the audit trail. */

import type { Database } from '../../store/database.ts';
import { listFeedLinks } from '../../store/feed-token-store.ts';
import { revokePersonalLinks } from '../../store/personal-link-store.ts';
import { deletePushDevices } from '../../store/push-store.ts';
import type { App } from '../app.ts';
import { revokeWithin } from '../feeds/revoke-feed-token.ts';
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
    await deletePushDevices(trx, { unitId, staffId }, { linkId: subject });
    await record(trx, app, { at, actor, unitId, subject, action: 'personal-link.revoke' });
  }
  for (const { id, linkId, revokedAt } of ended.length === 0 ? [] : await listFeedLinks(trx, unitId)) {
    if (revokedAt !== undefined || linkId === undefined || !ended.includes(linkId)) continue;
    await revokeWithin(trx, app, { unitId, linkId: id, actor });
  }
  return ended.length;
}
