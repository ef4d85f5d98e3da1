/** Incidents of the units below, as their superior reads them: all on one list, and each with its timeline and what was sent. */

import {
  type IncidentBelow,
  listIncidentsBelow,
  readIncidentBelow,
} from '../../app/incidents/incidents-below.ts';
import { minutesBetween } from '../../calendar/interval.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import { type Incident, type IncidentReport, incidentCode } from '../../domain/incident.ts';
import { REPORT_FIELDS } from '../../domain/incident-rules.ts';
import { formatDuration, formatStamp, formatWeekdayDateShort } from '../../i18n/format.ts';
import type { WebDeps } from '../kit/deps.ts';
import { paged } from '../kit/pages.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { belowIncidentPath, belowIncidentsPath } from '../paths/incidents.ts';
import { incidentOf } from './author.ts';

const PAGE_SIZE = 50;

export async function showIncidentsBelow(visit: Visit, { app, zone }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const { say, query } = visit;
  const all = await listIncidentsBelow(app, unitId);
  const open = all.filter(({ incident }) => incident.closedAt === undefined).length;
  const { shown, pages } = paged({ path: belowIncidentsPath(unitId), query }, all, PAGE_SIZE);
  return {
    kind: 'page',
    view: 'incidents/below',
    title: say('incidents.below.title'),
    model: {
      count: open === 0 ? say('incidents.none-open') : say('incidents.open-count', { count: open }),
      none: all.length === 0,
      pages,
      incidents: shown.map(({ unitId: belowId, unitName, incident }) => ({
        ...headOf(visit, incident, zone),
        ...{ unitName, title: incident.title, systems: incident.systems.join(', ') },
        href: belowIncidentPath(unitId, belowId, incident.number),
      })),
    },
  };
}

function headOf({ say, language, now }: Visit, incident: Incident, zone: string) {
  const { rules, detectedAt, closedAt, kind } = incident;
  const level = rules.levels.find(({ id }) => id === incident.level);
  const open = closedAt === undefined;
  return {
    code: incidentCode(incident),
    level: level?.name ?? '',
    serious: level?.serious === true,
    kind: rules.kinds.find(({ id }) => id === kind)?.name ?? '',
    detected: say('incidents.detected-at', { stamp: formatStamp(language, detectedAt, zone) }),
    open,
    state: open
      ? say('incidents.open-for', {
          time: formatDuration(language, Math.floor(minutesBetween(detectedAt, now))),
        })
      : say('incidents.closed-at', { stamp: formatStamp(language, closedAt, zone) }),
  };
}

export async function showIncidentBelow(visit: Visit, { app, zone }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const key = { unitId, belowId: visit.param('below'), number: incidentOf(visit) };
  const below = await readIncidentBelow(app, key);
  const { incident, unitName, reports } = below;
  const title = `${incidentCode(incident)} · ${incident.title}`;
  return {
    kind: 'page',
    view: 'incidents/below-one',
    title,
    model: {
      ...headOf(visit, incident, zone),
      ...{ title, belowName: unitName, listPath: belowIncidentsPath(unitId), systems: incident.systems },
      personalData: incident.personalData,
      timeline: timelineOf(visit, below, zone),
      reports: reports.map((report) => reportOf(visit, incident, report, zone)),
      closing: incident.closing ?? false,
    },
  };
}

function timelineOf({ say, language }: Visit, { timeline, nameOf }: IncidentBelow, zone: string) {
  return timeline.map(({ number, writtenAt, kind, words, staffId, purged }) => ({
    clock: clockTimeOf(writtenAt, zone),
    day: formatWeekdayDateShort(language, dayOf(writtenAt, zone)),
    kind: say(`incidents.line.${kind}`),
    words: purged ? say('incidents.purged') : words,
    who: staffId === undefined ? '' : nameOf(staffId),
    number,
  }));
}

function reportOf(
  { say, language }: Visit,
  { rules }: Incident,
  { duty, fields, sentAt, receipt }: IncidentReport,
  zone: string,
) {
  const found = rules.duties.find(({ id }) => id === duty);
  return {
    name: found?.name ?? duty,
    recipient: found?.recipient ?? '',
    sent: sentAt === undefined ? '' : formatStamp(language, sentAt, zone),
    receipt,
    fields: REPORT_FIELDS.flatMap((field) => {
      const text = fields[field] ?? '';
      return text === '' ? [] : [{ label: say(`incidents.report.field.${field}`), text }];
    }),
  };
}
