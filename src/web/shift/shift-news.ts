/** What came in while one is on watch: alerts nobody took, with one touch to take each, and incidents that are open. */

import { acknowledgeAlert, readAlerts } from '../../app/alerts/read-alerts.ts';
import { listOpenIncidents } from '../../app/incidents/read-incidents.ts';
import { usesWatch } from '../../app/log/watch-setting.ts';
import { minutesBetween } from '../../calendar/interval.ts';
import { incidentCode, nextDue } from '../../domain/incident.ts';
import { formatClockDay, formatDuration } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import type { Who } from '../own/owner.ts';
import { incidentPath, newIncidentPath } from '../paths/incidents.ts';

/** Incidents are followed by who signs in: behind a private link they are told, and nothing leads on. */
export async function newsModel(visit: Visit, { app }: WebDeps, { duty, byLink }: Who) {
  const { unitId, zone } = duty;
  const { say, language, now } = visit;
  const alerts = (await usesWatch(app, unitId, 'alerts')) ? (await readAlerts(app, unitId)).open : [];
  const incidents = await usesWatch(app, unitId, 'incidents');
  const waiting = alerts.filter(({ alert }) => alert.takenAt === undefined);
  return {
    newHref: incidents && !byLink ? newIncidentPath(unitId) : '',
    alerts: waiting.map(({ alert: { number, source, title, system, severity, entry, firedAt } }) => ({
      number,
      title: `${source}: ${title}`,
      serious: severity === 'serious',
      about: [formatDuration(language, Math.floor(minutesBetween(firedAt, now))), system]
        .filter(Boolean)
        .join(', '),
      label: say('alerts.take-label', { title }),
      incidentHref:
        incidents && !byLink
          ? `${newIncidentPath(unitId, entry)}&${new URLSearchParams({ title, system })}`
          : '',
    })),
    incidents: (incidents ? await listOpenIncidents(app, unitId) : []).map(({ incident, owed }) => {
      const next = nextDue(owed);
      return {
        title: `${incidentCode(incident)} · ${incident.title}`,
        href: byLink ? '' : incidentPath(unitId, incident.number),
        due:
          next?.dueAt === undefined
            ? ''
            : say('shift.incident.due', {
                name: next.duty.name,
                moment: formatClockDay(language, next.dueAt, { zone }),
              }),
        late: next?.state === 'late',
      };
    }),
  };
}

export async function takeShiftAlert(visit: Visit, { app }: WebDeps, who: Who): Promise<Reply> {
  const { unitId, staffId } = who.duty;
  const number = Number(visit.form.get('number'));
  if (!Number.isSafeInteger(number)) throw new AppError('not-found', 'web.failure.no-page');
  await acknowledgeAlert(app, { unitId, number, actor: who.actor, staffId });
  return redirect(who.path('shift', { done: 'taken' }));
}
