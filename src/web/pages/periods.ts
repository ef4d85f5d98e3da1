/** All periods, and the holidays of the coming year that have none yet. */

import type { WebDeps } from '../deps.ts';
import { horizonFrom, periodRows } from '../models/period-list.ts';
import type { Reply, Visit } from '../visit.ts';

export async function showPeriods(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const [versions, breaks] = await Promise.all([
    app.listCurrentVersions(),
    app.listBreaks(visit.today, horizonFrom(visit.today)),
  ]);
  return {
    kind: 'page',
    view: 'periods',
    title: visit.say('web.nav.periods'),
    model: {
      periods: periodRows(
        visit,
        versions,
        breaks.filter(({ to }) => to > visit.today),
      ),
    },
  };
}
