/** Lets go of what logs have kept for as long as their units set. The chain stays whole. */

import type { Instant } from '../../calendar/interval.ts';
import { purgeLog } from '../../store/log-keeping.ts';
import { listWatchSettings } from '../../store/watch-setting-store.ts';
import { requireMachine } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { logKeyOf } from '../derived-key.ts';
import { record } from '../record.ts';

/** Never shorter than the month meant. */
const MONTH_MS = 31 * 86_400_000;

/** How many entries were emptied; at most some thousand a unit and call, so that nobody waits long. */
export async function purgeLogs(app: App): Promise<number> {
  requireMachine(app);
  let count = 0;
  for (const { unitId, setting } of await listWatchSettings(app.db)) {
    const before = (months: number) => (app.clock() - months * MONTH_MS) as Instant;
    const limits = { ordinary: before(setting.keptMonths), long: before(setting.keptLongMonths) };
    count += await app.db.transaction().execute(async (trx) => {
      const gone = await purgeLog(trx, { unitId, key: logKeyOf(app) }, limits);
      if (gone > 0) {
        const details = { entries: gone, months: setting.keptMonths };
        await record(trx, app, { actor: 'rota', action: 'log.purge', unitId, subject: unitId }, details);
      }
      return gone;
    });
  }
  return count;
}
