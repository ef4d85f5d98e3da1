/** Tells whoever is on duty of alerts, and the next in the call order of those nobody took: a job, minute by minute. */

import { type Alert, type AlertSetting, toTell } from '../../domain/alert.ts';
import { type Call, escalation } from '../../domain/escalation.ts';
import { teller, type WatchFacts } from '../../domain/notice.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { usesPart } from '../../domain/watch-setting.ts';
import { findAlertSetting, listOpenAlerts, saveTold } from '../../store/alert-store.ts';
import { listWatchSettings } from '../../store/watch-setting-store.ts';
import { requireMachine } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { whoIsOnDuty } from '../machines/who-is-on-duty.ts';
import { tell } from '../notices/tell-people.ts';

/** How many were told. */
export async function tellAlerts(app: App): Promise<number> {
  requireMachine(app);
  let count = 0;
  for (const { unitId, setting } of await listWatchSettings(app.db)) {
    if (!usesPart(setting, 'alerts')) continue;
    const open = (await listOpenAlerts(app.db, unitId)).filter(({ takenAt }) => takenAt === undefined);
    if (open.length === 0) continue;
    const order = await tellingOrder(app, unitId);
    const alerts = await findAlertSetting(app.db, unitId);
    for (const alert of open) count += await tellNext(app, unitId, { alert, order, setting: alerts });
  }
  return count;
}

export interface Reachable {
  readonly call: Extract<Call, { kind: 'duty' }>;
  readonly version: RosterVersion;
}

/** Who is on duty now, in the order in which one calls. */
export async function tellingOrder(app: App, unitId: string): Promise<Reachable[]> {
  const duties = await whoIsOnDuty(app, { unitId });
  const posts = duties.flatMap((duty) => duty.posts);
  const away = new Set(duties.flatMap((duty) => [...duty.away]));
  return escalation({ posts, away }).flatMap((call) => {
    const version = duties.find((duty) => duty.posts.some(({ post }) => post === call.post))?.version;
    return call.kind === 'duty' && version ? [{ call, version }] : [];
  });
}

interface Telling {
  readonly alert: Alert;
  readonly order: readonly Reachable[];
  readonly setting: AlertSetting;
}

async function tellNext(app: App, unitId: string, { alert, order, setting }: Telling): Promise<number> {
  const now = app.clock();
  const staffId = toTell(
    alert,
    order.map(({ call }) => call.member.id),
    { setting, now },
  );
  const next = order.find(({ call }) => call.member.id === staffId);
  if (staffId === undefined || !next) return 0;
  const { call, version } = next;
  const facts: WatchFacts = {
    ...{ kind: 'watch', what: 'alert', periodId: version.periodId, at: alert.firedAt },
    shift: teller(version)(call.duty.shift, []),
    key: `alert:${alert.number}`,
    about: `${alert.source}: ${alert.title}`,
  };
  await app.db.transaction().execute(async (trx) => {
    await saveTold(trx, { unitId, number: alert.number, staffId, at: now, took: false });
    await tell(trx, { unitId, told: new Map([[staffId, facts]]), at: now });
  });
  return 1;
}
