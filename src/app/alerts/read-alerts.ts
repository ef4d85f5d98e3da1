/** Alerts of a unit as pages show them: those nobody took first, who is told next, when each source last spoke. */

import type { Instant } from '../../calendar/interval.ts';
import {
  type Alert,
  type AlertSetting,
  type AlertSource,
  isSilent,
  MOST_ALERT_MINUTES,
  nextTellingAt,
} from '../../domain/alert.ts';
import { AppError } from '../../kernel/app-error.ts';
import {
  findAlert,
  findAlertSetting,
  listOpenAlerts,
  listPastAlerts,
  listSources,
  saveAlert,
  saveAlertSetting,
  saveTold,
} from '../../store/alert-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requirePart } from '../log/watch-setting.ts';
import { record } from '../record.ts';
import { tellingOrder } from './tell-alerts.ts';

export interface WaitingAlert {
  readonly alert: Alert;
  /** Who is told next and when, where somebody is left. */
  readonly next?: { readonly staffId: string; readonly name: string; readonly at: Instant };
}

export interface UnitAlerts {
  /** Not resolved: those nobody took first, then oldest first. */
  readonly open: readonly WaitingAlert[];
  readonly sources: readonly (AlertSource & { readonly silent: boolean })[];
  readonly setting: AlertSetting;
}

/** Throws `not-found`, `forbidden`. */
export async function readAlerts(app: App, unitId: string): Promise<UnitAlerts> {
  allow(app, 'log.view', { unitId });
  await requirePart(app, unitId, 'alerts');
  const setting = await findAlertSetting(app.db, unitId);
  const open = await listOpenAlerts(app.db, unitId);
  const order = open.length === 0 ? [] : await tellingOrder(app, unitId);
  const people = order.map(({ call }) => call.member);
  const sources = await listSources(app.db, unitId);
  return {
    setting,
    sources: sources.map((each) => ({ ...each, silent: isSilent(each, setting, app.clock()) })),
    open: open
      .toSorted((a, b) => Number(a.takenAt !== undefined) - Number(b.takenAt !== undefined))
      .map((alert) => {
        const next = people.find(({ id }) => !alert.told.some(({ staffId }) => staffId === id));
        const at = nextTellingAt(alert, setting) ?? app.clock();
        return next && alert.takenAt === undefined
          ? { alert, next: { staffId: next.id, name: next.name, at } }
          : { alert };
      }),
  };
}

/** Resolved ones, newest first. Throws as `readAlerts`. */
export async function readPastAlerts(app: App, unitId: string): Promise<readonly Alert[]> {
  allow(app, 'log.view', { unitId });
  await requirePart(app, unitId, 'alerts');
  return listPastAlerts(app.db, unitId);
}

export interface AlertAcknowledging {
  readonly unitId: string;
  readonly number: number;
  readonly actor: string;
  readonly staffId?: string;
}

/** “Nhận”: nobody else is told. The first to take it stands. Throws `not-found`, `forbidden`. */
export async function acknowledgeAlert(app: App, asked: AlertAcknowledging): Promise<void> {
  const { unitId, number, actor, staffId } = asked;
  allow(app, 'log.write', { unitId, ...(staffId === undefined ? {} : { staffId }) });
  await requirePart(app, unitId, 'alerts');
  await app.db.transaction().execute(async (trx) => {
    const alert = await findAlert(trx, unitId, number);
    if (!alert) throw new AppError('not-found', 'alerts.failure.missing', { number });
    if (alert.takenAt !== undefined) return;
    const at = app.clock();
    await saveAlert(trx, unitId, { ...alert, takenAt: at });
    if (staffId !== undefined) await saveTold(trx, { unitId, number, staffId, at, took: true });
    await record(trx, app, { actor, action: 'alert.take', unitId, subject: String(number) });
  });
}

/** Throws `not-found`, `forbidden`. */
export async function setAlerts(
  app: App,
  { unitId, actor, ...setting }: AlertSetting & { readonly unitId: string; readonly actor: string },
): Promise<void> {
  allow(app, 'watch.edit', { unitId });
  await requirePart(app, unitId, 'alerts');
  const isMinutes = (value: number): boolean =>
    Number.isInteger(value) && value >= 1 && value <= MOST_ALERT_MINUTES;
  if (!isMinutes(setting.nextMinutes) || !isMinutes(setting.silentMinutes)) {
    throw new AppError('invalid', 'alerts.failure.minutes', { most: MOST_ALERT_MINUTES });
  }
  await app.db.transaction().execute(async (trx) => {
    await saveAlertSetting(trx, unitId, setting);
    const details = { next: setting.nextMinutes, silent: setting.silentMinutes };
    await record(trx, app, { actor, action: 'alert.settings', unitId, subject: unitId }, details);
  });
}
