/** Who changed what, when and from where: added to, never changed; only what is past its keeping goes. */

import { sql } from 'kysely';
import { z } from 'zod';
import type { Instant } from '../calendar/interval.ts';
import type { AuditEntry } from '../domain/audit.ts';
import type { Params } from '../kernel/app-error.ts';
import { withoutNulls } from './absent.ts';
import type { Database } from './database.ts';
import { readJson } from './records.ts';
import type { AuditRow } from './tables.ts';
import { withoutTriggers } from './triggers.ts';

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
      address: entry.address ?? null,
      request_id: entry.requestId ?? null,
    })
    .execute();
}

/** An entry with its number: numbers rise, so the number of the last one seen asks for the page before it. */
export type NumberedEntry = AuditEntry & { readonly number: number };

export interface AuditFilter {
  /** Absent means the whole installation. */
  readonly unitId?: string;
  readonly from?: Instant;
  readonly until?: Instant;
  /** Only entries with a smaller number. */
  readonly before?: number;
}

/** Newest first. */
export async function listAudit(db: Database, filter: AuditFilter, limit: number): Promise<NumberedEntry[]> {
  let query = db.selectFrom('audit_entry').selectAll();
  if (filter.unitId !== undefined) query = query.where('unit_id', '=', filter.unitId);
  if (filter.from !== undefined) query = query.where('at', '>=', filter.from);
  if (filter.until !== undefined) query = query.where('at', '<', filter.until);
  if (filter.before !== undefined) query = query.where('id', '<', filter.before);
  const rows = await query.orderBy('id', 'desc').limit(limit).execute();
  return rows.map(entryFromRow);
}

/** Lets go of entries older than the instant; how many. Call it inside a transaction. */
export function trimAudit(trx: Database, olderThan: Instant): Promise<number> {
  return withoutTriggers(trx, ['audit_entry_never_goes'], async () => {
    const { numDeletedRows } = await trx
      .deleteFrom('audit_entry')
      .where('at', '<', olderThan)
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  });
}

/**
 * Puts another code in the place of a person's in the unit's entries: a code is made of a name. What was done, when and by
 * whom stays. Call it inside a transaction.
 */
export function renameInAudit(
  trx: Database,
  unitId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const [quoted, renamed] = [JSON.stringify(from), JSON.stringify(to)];
  return withoutTriggers(trx, ['audit_entry_never_changes'], async () => {
    await sql`
      UPDATE audit_entry
      SET subject = CASE subject WHEN ${from} THEN ${to} ELSE subject END,
          details = replace(details, ${quoted}, ${renamed})
      WHERE unit_id = ${unitId} AND (subject = ${from} OR instr(details, ${quoted}) > 0)`.execute(trx);
  });
}

function entryFromRow(row: Omit<AuditRow, 'id'> & { readonly id: number }): NumberedEntry {
  return {
    number: row.id,
    at: row.at,
    actor: row.actor,
    action: row.action,
    unitId: row.unit_id,
    subject: row.subject,
    details: readJson(details, row.details),
    ...withoutNulls({ address: row.address, requestId: row.request_id }),
  };
}
