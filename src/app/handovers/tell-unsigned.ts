/** Whoever leads is told of a shift that nobody took over in writing within a quarter of an hour. */

import type { Instant } from '../../calendar/interval.ts';
import { type NoticeFacts, teller } from '../../domain/notice.ts';
import {
  changeId,
  changesWithin,
  type ShiftChange,
  UNSIGNED_MS,
  writtenOf,
} from '../../domain/shift-change.ts';
import { usesPart } from '../../domain/watch-setting.ts';
import { listLog } from '../../store/log-store.ts';
import { listSubjects } from '../../store/notice-store.ts';
import { listWatchSettings } from '../../store/watch-setting-store.ts';
import { requireMachine } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { tell } from '../notices/tell-people.ts';
import { whoSeesToIt } from '../replacements/report-absence.ts';
import { versionsInForce } from '../versions/versions-in-force.ts';

/** For so long it is worth telling. */
const TOLD_FOR_MS = 2 * 3_600_000;

/** How many people were told. */
export async function tellUnsigned(app: App): Promise<number> {
  requireMachine(app);
  let count = 0;
  const now = app.clock();
  for (const { unitId, setting } of await listWatchSettings(app.db)) {
    if (!usesPart(setting, 'handovers')) continue;
    const span = { start: (now - TOLD_FOR_MS) as Instant, end: (now - UNSIGNED_MS + 1) as Instant };
    for (const change of changesWithin(await versionsInForce(app, unitId, now), span)) {
      if (change.incoming.length === 0) continue;
      const subject = { kind: 'handover', id: changeId(change.outgoing) } as const;
      if (writtenOf(await listLog(app.db, { unitId, subject }, 100)).received.length > 0) continue;
      count += await tellOf(app, unitId, change);
    }
  }
  return count;
}

function tellOf(app: App, unitId: string, { outgoing, at }: ShiftChange): Promise<number> {
  const facts: NoticeFacts = {
    ...{ kind: 'watch', what: 'unsigned', periodId: outgoing.version.periodId },
    shift: teller(outgoing.version)(outgoing.shift, []),
    ...{ key: changeId(outgoing), about: '', at },
  };
  const now = app.clock();
  return app.db.transaction().execute(async (trx) => {
    const told = await listSubjects(trx, unitId, (now - 2 * TOLD_FOR_MS) as Instant);
    const subject = JSON.stringify([facts.what, facts.key]);
    const people = (await whoSeesToIt(trx, app, unitId)).filter((id) => !told.has(`${id} watch ${subject}`));
    return tell(trx, { unitId, told: new Map(people.map((id) => [id, facts])), at: now });
  });
}
