/** Alerts of a unit, who was told of each, when each source last spoke. */

import type { Instant } from '../calendar/interval.ts';
import { type Alert, type AlertSetting, type AlertSource, STANDARD_ALERTS } from '../domain/alert.ts';
import { fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import type { AlertRow, AlertToldRow } from './incident-tables.ts';
import { rowIn, rowsIn, saveIn, someIn } from './rows.ts';

/** The number the next one gets. Call it inside the transaction that adds it. */
export async function nextAlertNumber(trx: Database, unitId: string): Promise<number> {
  const { last } = await someIn(trx, 'alert', { unit_id: unitId })
    .select((eb) => eb.fn.max<number | null>('number').as('last'))
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** Adds the alert, or replaces what is known of it; who was told stays. */
export async function saveAlert(db: Database, unitId: string, alert: Alert): Promise<void> {
  const { key, firedAt, takenAt, resolvedAt, told: _, ...same } = alert;
  const row = {
    ...{ unit_id: unitId, ...same, alert_key: key, fired_at: firedAt },
    ...{ taken_at: takenAt ?? null, resolved_at: resolvedAt ?? null },
  };
  await saveIn(db, 'alert', ['unit_id', 'number'], row);
}

export interface AlertTelling {
  readonly unitId: string;
  readonly number: number;
  readonly staffId: string;
  readonly at: Instant;
  readonly took: boolean;
}

export async function saveTold(db: Database, telling: AlertTelling): Promise<void> {
  const { unitId, number, staffId, at, took } = telling;
  const row = { unit_id: unitId, alert: number, staff_id: staffId, at, took: took ? 1 : 0 };
  await db
    .insertInto('alert_told')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['unit_id', 'alert', 'staff_id']).doUpdateSet({ took: row.took }),
    )
    .execute();
}

/** Not resolved yet, oldest first. */
export async function listOpenAlerts(db: Database, unitId: string): Promise<Alert[]> {
  const rows = await rowsIn(db, 'alert', { unit_id: unitId, resolved_at: null }).orderBy('number').execute();
  return withTold(db, unitId, rows);
}

const MOST_LISTED = 100;

/** Resolved ones, newest first. */
export async function listPastAlerts(db: Database, unitId: string): Promise<Alert[]> {
  const rows = await rowsIn(db, 'alert', { unit_id: unitId })
    .where('resolved_at', 'is not', null)
    .orderBy('number', 'desc')
    .limit(MOST_LISTED)
    .execute();
  return withTold(db, unitId, rows);
}

export async function findAlert(db: Database, unitId: string, number: number): Promise<Alert | undefined> {
  const rows = await rowsIn(db, 'alert', { unit_id: unitId, number }).execute();
  return (await withTold(db, unitId, rows))[0];
}

async function withTold(db: Database, unitId: string, rows: readonly AlertRow[]): Promise<Alert[]> {
  if (rows.length === 0) return [];
  const numbers = rows.map(({ number }) => number);
  const told = await rowsIn(db, 'alert_told', { unit_id: unitId, alert: numbers }).orderBy('at').execute();
  return rows.map((row) =>
    alertFromRow(
      row,
      told.filter(({ alert }) => alert === row.number),
    ),
  );
}

function alertFromRow(row: AlertRow, told: readonly AlertToldRow[]): Alert {
  return {
    ...fieldsOf(row, ['number', 'source', 'title', 'severity', 'system', 'entry', 'times']),
    ...fieldsOf(row, ['fired_at', 'taken_at', 'resolved_at']),
    key: row.alert_key,
    told: told.map((each) => ({ ...fieldsOf(each, ['staff_id', 'at']), took: each.took === 1 })),
  };
}

export async function saveSource(db: Database, unitId: string, { name, lastAt }: AlertSource): Promise<void> {
  const row = { unit_id: unitId, name, last_at: lastAt };
  await saveIn(db, 'alert_source', ['unit_id', 'name'], row);
}

/** By name. */
export async function listSources(db: Database, unitId: string): Promise<AlertSource[]> {
  const rows = await rowsIn(db, 'alert_source', { unit_id: unitId }).orderBy('name').execute();
  return rows.map(({ name, last_at }) => ({ name, lastAt: last_at }));
}

export async function findAlertSetting(db: Database, unitId: string): Promise<AlertSetting> {
  const row = await rowIn(db, 'alert_setting', { unit_id: unitId });
  return row ? { nextMinutes: row.next_minutes, silentMinutes: row.silent_minutes } : STANDARD_ALERTS;
}

export async function saveAlertSetting(db: Database, unitId: string, setting: AlertSetting): Promise<void> {
  const { nextMinutes, silentMinutes } = setting;
  const row = { unit_id: unitId, next_minutes: nextMinutes, silent_minutes: silentMinutes };
  await saveIn(db, 'alert_setting', ['unit_id'], row);
}
