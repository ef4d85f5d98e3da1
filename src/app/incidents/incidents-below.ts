/**
 * Incidents of the units below a superior: what happened, the timeline and the reports that were sent. Whom the unit calls,
 * and what it is still writing, stay its own.
 */

import type { Incident, IncidentReport } from '../../domain/incident.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import { AppError } from '../../kernel/app-error.ts';
import {
  findIncident,
  type IncidentOfUnit,
  listIncidentsBelow as listBelow,
  listReports,
} from '../../store/incident-store.ts';
import { listKnownPeople } from '../../store/staff-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import { listSuperiors } from '../../store/unit-tree-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { timelineOf } from './read-incidents.ts';

/** Open ones first, then the newest. Throws as `allow` does. */
export function listIncidentsBelow(app: App, unitId: string): Promise<IncidentOfUnit[]> {
  allow(app, 'below.view', { unitId });
  return listBelow(app.db, unitId);
}

export interface IncidentBelow {
  readonly unitName: string;
  readonly incident: Incident;
  /** Newest first. */
  readonly timeline: readonly LogEntry[];
  /** Those that were sent. */
  readonly reports: readonly IncidentReport[];
  /** Names by member of staff. */
  readonly nameOf: (staffId: string) => string;
}

export interface BelowKey {
  /** The superior, from whose place one looks. */
  readonly unitId: string;
  readonly belowId: string;
  readonly number: number;
}

/** Throws `not-found`: a unit beside or above looks the same as an incident that never was. */
export async function readIncidentBelow(
  app: App,
  { unitId, belowId, number }: BelowKey,
): Promise<IncidentBelow> {
  allow(app, 'below.view', { unitId });
  const isBelow = (await listSuperiors(app.db, belowId)).includes(unitId);
  const key = { unitId: belowId, number };
  const incident = isBelow ? await findIncident(app.db, key) : undefined;
  if (!incident) throw new AppError('not-found', 'incidents.failure.missing', { number });
  const people = await listKnownPeople(app.db, belowId);
  return {
    incident,
    unitName: (await findUnit(app.db, belowId))?.name ?? '',
    timeline: await timelineOf(app, belowId, incident),
    reports: (await listReports(app.db, key)).filter(({ sentAt }) => sentAt !== undefined),
    nameOf: (staffId) => people.get(staffId)?.member.name ?? '',
  };
}
