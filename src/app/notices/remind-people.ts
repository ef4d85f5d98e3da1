/** Asks again for “đã nhận lịch”: of everyone who has not said it of the newest roster, at most once an hour. */

import { minutesBetween } from '../../calendar/interval.ts';
import type { RosterFacts } from '../../domain/notice.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { ofPeriod, record } from '../record.ts';
import { receptionsWithin } from './read-receptions.ts';
import { tell } from './tell-people.ts';

const LEAST_MINUTES = 60;

/** How many were reminded. Throws as `readReceptions` does. */
export function remindPeople(
  app: App,
  { key, actor }: { readonly key: PeriodKey; readonly actor: string },
): Promise<number> {
  allow(app, 'notice.edit', key);
  return app.db.transaction().execute(async (trx) => {
    const { version, people } = await receptionsWithin(trx, key);
    const at = app.clock();
    const missing = people.filter(
      ({ state, remindedAt }) =>
        state === 'missing' && (remindedAt === undefined || minutesBetween(remindedAt, at) >= LEAST_MINUTES),
    );
    const told = new Map(
      missing.map(({ staffId, told: last }): [string, RosterFacts] => [
        staffId,
        {
          first: true,
          withdrawn: false,
          gained: [],
          lost: [],
          moved: [],
          ...last,
          kind: 'reminder',
          periodId: key.periodId,
          periodName: version.plan.period.name,
          version: version.number,
          at,
        },
      ]),
    );
    const count = await tell(trx, { unitId: key.unitId, told, at });
    const details = { version: version.number, people: count };
    await record(trx, app, { actor, action: 'notice.remind', ...ofPeriod(key) }, details);
    return count;
  });
}
