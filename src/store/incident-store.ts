/** Incidents of a unit, their reports, and its own copy of what is asked of them. */

import { z } from 'zod';
import type { Incident, IncidentReport } from '../domain/incident.ts';
import { type IncidentRules, REPORT_FIELDS } from '../domain/incident-rules.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import type { IncidentReportRow, IncidentRow } from './incident-tables.ts';
import { readJson, texts } from './records.ts';
import { changeIn, insertIn, rowIn, rowsIn, saveIn, someIn } from './rows.ts';
import { idsBelow } from './unit-tree-store.ts';

const COLUMNS = ['number', 'title', 'kind', 'level', 'origin', 'detected_at', 'opened_at'] as const;

/** Written by us from what was parsed when it came in. */
const rules = z.custom<IncidentRules>((value) => typeof value === 'object' && value !== null);
const content = z.partialRecord(z.enum(REPORT_FIELDS), z.string());

/** Undefined while the unit uses a shipped set. */
export async function findIncidentRules(db: Database, unitId: string): Promise<IncidentRules | undefined> {
  const row = await someIn(db, 'incident_rules', { unit_id: unitId }).select('rules').executeTakeFirst();
  return row && readJson(rules, row.rules);
}

export async function saveIncidentRules(db: Database, unitId: string, own: IncidentRules): Promise<void> {
  const row = { unit_id: unitId, rules: JSON.stringify(own) };
  await saveIn(db, 'incident_rules', ['unit_id'], row);
}

export interface IncidentKey {
  readonly unitId: string;
  readonly number: number;
}

/** The number it got. Call it inside a transaction. */
export async function insertIncident(
  trx: Database,
  unitId: string,
  incident: Omit<Incident, 'number'>,
): Promise<number> {
  const { last } = await someIn(trx, 'incident', { unit_id: unitId })
    .select((eb) => eb.fn.max<number | null>('number').as('last'))
    .executeTakeFirstOrThrow();
  const number = (last ?? 0) + 1;
  await insertIn(trx, 'incident', { unit_id: unitId, ...incidentToRow({ ...incident, number }) });
  return number;
}

/** In place of what was known of it. */
export async function updateIncident(db: Database, unitId: string, incident: Incident): Promise<void> {
  const { number, ...row } = incidentToRow(incident);
  await changeIn(db, 'incident', { unit_id: unitId, number }).to(row);
}

export async function findIncident(db: Database, key: IncidentKey): Promise<Incident | undefined> {
  const row = await rowIn(db, 'incident', { unit_id: key.unitId, number: key.number });
  return row && incidentFromRow(row);
}

const MOST_LISTED = 500;

/** Open ones first, then newest first. */
export async function listIncidents(db: Database, unitId: string): Promise<Incident[]> {
  const rows = await rowsIn(db, 'incident', { unit_id: unitId })
    .orderBy((eb) => eb('closed_at', 'is not', null))
    .orderBy('number', 'desc')
    .limit(MOST_LISTED)
    .execute();
  return rows.map(incidentFromRow);
}

export interface IncidentOfUnit {
  readonly unitId: string;
  readonly unitName: string;
  readonly incident: Incident;
}

/** Of all units below one, at any depth: open ones first, then the newest. */
export async function listIncidentsBelow(db: Database, superiorId: string): Promise<IncidentOfUnit[]> {
  const rows = await db
    .selectFrom('incident')
    .innerJoin('unit', 'unit.id', 'incident.unit_id')
    .selectAll('incident')
    .select('unit.name as unit_name')
    .where('incident.unit_id', 'in', idsBelow(superiorId))
    .orderBy((eb) => eb('incident.closed_at', 'is not', null))
    .orderBy('incident.detected_at', 'desc')
    .limit(MOST_LISTED)
    .execute();
  return rows.map(({ unit_name, ...row }) => ({
    ...{ unitId: row.unit_id, unitName: unit_name },
    incident: incidentFromRow(row),
  }));
}

/** Ascending by number. */
export async function listReports(db: Database, key: IncidentKey): Promise<IncidentReport[]> {
  const rows = await rowsIn(db, 'incident_report', { unit_id: key.unitId, incident: key.number })
    .orderBy('number')
    .execute();
  return rows.map(reportFromRow);
}

/** Adds the report, or replaces what is known of it. */
export async function saveReport(db: Database, key: IncidentKey, report: IncidentReport): Promise<void> {
  const { number, duty, fields, savedAt, sentAt, receipt } = report;
  const row = {
    ...{ unit_id: key.unitId, incident: key.number, number, duty },
    ...{ content: JSON.stringify(fields), saved_at: savedAt, sent_at: sentAt ?? null, receipt },
  };
  await saveIn(db, 'incident_report', ['unit_id', 'incident', 'number'], row);
}

function incidentToRow(incident: Incident): Omit<IncidentRow, 'unit_id'> {
  const { closing } = incident;
  return {
    ...columnsOf(incident, [...COLUMNS, 'closed_at', 'personal_data']),
    systems: JSON.stringify(incident.systems),
    rules: JSON.stringify(incident.rules),
    cause: closing?.cause ?? '',
    remaining: closing?.remaining ?? '',
  };
}

function incidentFromRow(row: IncidentRow): Incident {
  const { closed_at: closedAt, cause, remaining } = row;
  return {
    ...fieldsOf(row, COLUMNS),
    systems: readJson(texts, row.systems),
    personalData: row.personal_data === 1,
    rules: readJson(rules, row.rules),
    ...(closedAt === null ? {} : { closedAt, closing: { cause, remaining } }),
  };
}

function reportFromRow(row: IncidentReportRow): IncidentReport {
  return {
    ...fieldsOf(row, ['number', 'duty', 'receipt', 'saved_at', 'sent_at']),
    fields: readJson(content, row.content) as IncidentReport['fields'],
  };
}
