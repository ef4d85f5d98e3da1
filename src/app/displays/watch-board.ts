/** What a screen on a wall says of the watch itself: open incidents, alerts that wait, what was checked and missed. */

import type { Instant } from '../../calendar/interval.ts';
import { contains } from '../../calendar/interval.ts';
import { usesPart } from '../../domain/watch-setting.ts';
import { isAllowed } from '../access/authorise.ts';
import { readAlerts, type UnitAlerts } from '../alerts/read-alerts.ts';
import type { App } from '../app.ts';
import { readDueChecks, type StandingCheck } from '../checks/read-checks.ts';
import { type ListedIncident, listOpenIncidents } from '../incidents/read-incidents.ts';
import { watchSettingOf } from '../log/watch-setting.ts';

/** Parts the unit doesn't use are absent. */
export interface WatchBoard {
  readonly incidents?: readonly ListedIncident[];
  readonly alerts?: UnitAlerts;
  /** Of the shifts that run, by time, and what is due next after them. */
  readonly checks?: readonly StandingCheck[];
}

/** Longer than any shift: what was due when one that runs began. */
const BACK_MS = 48 * 3_600_000;
const AHEAD_MS = 12 * 3_600_000;

/** Undefined for a unit that uses none of it, and for whoever doesn't see its log. */
export async function readWatchBoard(app: App, unitId: string): Promise<WatchBoard | undefined> {
  const setting = await watchSettingOf(app, unitId);
  const uses = (part: 'incidents' | 'alerts' | 'checks'): boolean => usesPart(setting, part);
  if (!isAllowed(app, 'log.view', { unitId })) return undefined;
  if (!uses('incidents') && !uses('alerts') && !uses('checks')) return undefined;
  return {
    ...(uses('incidents') ? { incidents: await listOpenIncidents(app, unitId) } : {}),
    ...(uses('alerts') ? { alerts: await readAlerts(app, unitId) } : {}),
    ...(uses('checks') ? { checks: await checksOf(app, unitId) } : {}),
  };
}

async function checksOf(app: App, unitId: string): Promise<StandingCheck[]> {
  const now = app.clock();
  const span = { start: (now - BACK_MS) as Instant, end: (now + AHEAD_MS) as Instant };
  const due = await readDueChecks(app, unitId, span);
  return due.filter(({ dueAt, shift }) => dueAt > now || contains(shift.span, now));
}
