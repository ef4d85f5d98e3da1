/** Puts the news of a version before the unit's web hooks, in the transaction that publishes it. */

import type { RosterVersion } from '../../domain/version.ts';
import type { Database } from '../../store/database.ts';
import { insertMessage, listWebHooks } from '../../store/web-hook-store.ts';
import type { App } from '../app.ts';
import { newId } from '../secret-token.ts';

/** No personal data: who wants to know more asks the API with a token. */
export async function queueVersionMessages(trx: Database, app: App, version: RosterVersion): Promise<void> {
  const { unit, period } = version.plan;
  const hooks = (await listWebHooks(trx, unit.id)).filter(({ endedAt }) => endedAt === undefined);
  for (const hook of hooks) {
    const id = `msg_${newId(app)}`;
    const body = JSON.stringify({
      type: version.withdrawn ? 'version.withdrawn' : 'version.published',
      timestamp: new Date(version.publishedAt).toISOString(),
      data: {
        unit: { id: unit.id, name: unit.name },
        period: { id: period.id, name: period.name },
        version: version.number,
        note: version.note,
      },
    });
    const now = app.clock();
    await insertMessage(trx, { id, hookId: hook.id, body, createdAt: now, attempts: 0, nextAt: now });
  }
}
