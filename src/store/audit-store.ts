/** Who changed what and when: added to, never changed. */

import { z } from 'zod';
import type { AuditEntry } from '../domain/audit.ts';
import type { Params } from '../kernel/app-error.ts';
import type { Database } from './database.ts';
import { readJson } from './records.ts';
import type { AuditRow } from './tables.ts';

const details: z.ZodType<Params> = z.record(z.string(), z.union([z.string(), z.number()]));

export async function appendAudit(db: Database, entry: AuditEntry): Promise<void> {
  await db
    .insertInto('audit_entry')
    .values({
      at: entry.at,
      actor: entry.actor,
      action: entry.action,
      unit_id: entry.unitId,
      subject: entry.subject,
      details: JSON.stringify(entry.details),
    })
    .execute();
}

/** Newest first. */
export async function listAudit(db: Database, unitId: string, limit: number): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(entryFromRow);
}

function entryFromRow(row: Omit<AuditRow, 'id'>): AuditEntry {
  return {
    at: row.at,
    actor: row.actor,
    action: row.action,
    unitId: row.unit_id,
    subject: row.subject,
    details: readJson(details, row.details),
  };
}
