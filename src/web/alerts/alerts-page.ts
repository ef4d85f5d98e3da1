/** “Cảnh báo đến”: those nobody took first, with minutes and who is told next; when each source last spoke. */

import {
  acknowledgeAlert,
  readAlerts,
  readPastAlerts,
  setAlerts,
  type WaitingAlert,
} from '../../app/alerts/read-alerts.ts';
import { usesWatch } from '../../app/log/watch-setting.ts';
import { minutesBetween } from '../../calendar/interval.ts';
import { clockTimeOf } from '../../calendar/zone.ts';
import { type Alert, MOST_ALERT_MINUTES } from '../../domain/alert.ts';
import { formatClockDay, formatDuration } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { mayIn, ownStaffId, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { formOf } from '../kit/fields.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { alertsPath, takeAlertPath } from '../paths/alerts.ts';
import { newIncidentPath } from '../paths/incidents.ts';

const REFRESH_SECONDS = 30;

export async function showAlerts(visit: Visit, { app, zone }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const { say, language } = visit;
  const { open, sources, setting } = await readAlerts(app, unitId);
  const past = await readPastAlerts(app, unitId);
  const writes = mayIn(visit, 'log.write', unitId) || ownStaffId(visit, unitId) !== undefined;
  const incidents = writes && (await usesWatch(app, unitId, 'incidents'));
  const values = new URLSearchParams({
    next: String(setting.nextMinutes),
    silent: String(setting.silentMinutes),
  });
  const form = formOf(visit, values);
  return {
    kind: 'page',
    view: 'alerts/alerts',
    title: say('alerts.title'),
    script: 'incident.js',
    refreshSeconds: REFRESH_SECONDS,
    model: {
      open: open.map((each) => waiting(visit, unitId, each, { zone, writes, incidents })),
      none: open.length === 0,
      past: past.map((each) => pastRow(visit, each, zone)),
      sources: sources.map(({ name, lastAt, silent }) => ({
        name,
        silent,
        words: say(silent ? 'alerts.source.silent' : 'alerts.source.spoke', {
          moment: formatClockDay(language, lastAt, { zone }),
        }),
      })),
      settings: mayIn(visit, 'watch.edit', unitId)
        ? {
            to: alertsPath(unitId, 'settings'),
            fields: [
              form.text('next', 'alerts.field.next', {
                type: 'number',
                min: '1',
                max: String(MOST_ALERT_MINUTES),
                required: true,
              }),
              form.text('silent', 'alerts.field.silent', {
                type: 'number',
                min: '1',
                max: String(MOST_ALERT_MINUTES),
                required: true,
              }),
            ],
          }
        : false,
    },
  };
}

interface Shown {
  readonly zone: string;
  readonly writes: boolean;
  readonly incidents: boolean;
}

function waiting(
  { say, language, now }: Visit,
  unitId: string,
  { alert, next }: WaitingAlert,
  { zone, writes, incidents }: Shown,
) {
  const { number, source, title, severity, system, firedAt, takenAt, times, entry } = alert;
  const minutes = Math.floor(minutesBetween(firedAt, now));
  return {
    title: `${source}: ${title}`,
    system,
    serious: severity === 'serious',
    minutes: formatDuration(language, minutes),
    when: say('alerts.since', { clock: clockTimeOf(firedAt, zone), count: times }),
    taken: takenAt === undefined ? '' : say('alerts.taken', { clock: clockTimeOf(takenAt, zone) }),
    next:
      next === undefined
        ? ''
        : next.at <= now
          ? say('alerts.now', { name: next.name })
          : say('alerts.next', {
              name: next.name,
              time: formatDuration(language, Math.ceil(minutesBetween(now, next.at))),
            }),
    alone: next === undefined && takenAt === undefined,
    to: writes && takenAt === undefined ? takeAlertPath(unitId, number) : '',
    incident: incidents ? `${newIncidentPath(unitId, entry)}&${new URLSearchParams({ title, system })}` : '',
    label: say('alerts.take-label', { title }),
  };
}

function pastRow({ say, language }: Visit, { source, title, firedAt, resolvedAt }: Alert, zone: string) {
  const [from, to] = [firedAt, resolvedAt ?? firedAt].map((at) => formatClockDay(language, at, { zone }));
  return { title: `${source}: ${title}`, words: say('alerts.over', { from: from ?? '', to: to ?? '' }) };
}

export async function takeAlert(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const number = Number(visit.param('alert'));
  if (!Number.isSafeInteger(number)) throw new AppError('not-found', 'web.failure.no-page');
  const staffId = ownStaffId(visit, unitId);
  await acknowledgeAlert(app, {
    unitId,
    number,
    actor: visit.actor,
    ...(staffId === undefined ? {} : { staffId }),
  });
  return redirect(alertsPath(unitId));
}

export async function changeAlerts(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const [nextMinutes, silentMinutes] = ['next', 'silent'].map((name) => Number(visit.form.get(name)));
  await setAlerts(app, {
    unitId,
    actor: visit.actor,
    nextMinutes: nextMinutes ?? 0,
    silentMinutes: silentMinutes ?? 0,
  });
  return redirect(alertsPath(unitId));
}
