/** All periods: those in the making, those published, and the holidays of the coming year that have none yet. */

import { listBreaks } from '../../app/drafts/list-breaks.ts';
import { listPeriods } from '../../app/periods/list-periods.ts';
import { listCurrentVersions } from '../../app/versions/read-version.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { NEW_PERIOD_PATH } from '../paths/periods.ts';
import { makingRows, mayStart } from '../roster/making-list.ts';
import { besideOthers, horizonFrom, periodRows } from '../roster/period-list.ts';
import { progressOf } from '../roster/progress.ts';

export async function showPeriods(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app } = deps;
  const unitId = visit.unit?.id;
  const [versions, breaks, entries] = await Promise.all([
    listCurrentVersions(app, unitId),
    listBreaks(app, { from: visit.today, to: horizonFrom(visit.today) }),
    listPeriods(app, unitId),
  ]);
  // What is in the making has a list of its own here.
  const judged = await besideOthers(visit, app, versions);
  const rows = periodRows(visit, {
    versions: judged,
    breaks: breaks.filter(({ to }) => to > visit.today),
    entries,
  });
  const units = [...new Set(entries.map(({ unitId }) => unitId))];
  const progress = (await Promise.all(units.map((unitId) => progressOf(visit, deps, unitId)))).flat();
  return {
    kind: 'page',
    view: 'home/periods',
    title: visit.say('word.periods'),
    model: {
      making: makingRows(visit, entries, progress),
      newPath: mayStart(visit) ? NEW_PERIOD_PATH : '',
      periods: rows.filter(({ stage }) => stage !== 'drafted'),
    },
  };
}
