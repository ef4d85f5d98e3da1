/** Who changed what, when and from where: added to, never changed; only what is past its keeping goes. */

import { z } from 'zod';
import type { Instant } from '../calendar/interval.ts';
import type { AuditEntry } from '../domain/audit.ts';
import type { Params } from '../kernel/app-error.ts';
import { type ChainEnd, linkCode, type PlainRow, retoldCode, startCode, toldCode } from './audit-chain.ts';
import { fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { readJson } from './records.ts';
import { changeIn, insertIn, rowsIn, saveIn } from './rows.ts';
import type { AuditRow } from './tables.ts';
import { withoutTriggers } from './triggers.ts';
import { wordsOf } from './words-of.ts';

const details: z.ZodType<Params> = z.record(z.string(), z.union([z.string(), z.number()]));

/** @param key chains the entry to the one before. Call it inside a transaction that writes. */
export async function appendAudit(db: Database, entry: AuditEntry, key: Uint8Array): Promise<void> {
  const before = await chainEnd(db, key);
  const row: PlainRow = {
    id: before.number + 1,
    at: entry.at,
    actor: entry.actor,
    action: entry.action,
    unit_id: entry.unitId,
    subject: entry.subject,
    details: JSON.stringify(entry.details),
    address: entry.address ?? null,
    request_id: entry.requestId ?? null,
  };
  const told = toldCode(key, row);
  await insertIn(db, 'audit_entry', { ...row, told, link: linkCode(key, before, row, told), retold: null });
}

/** The last entry; where none is chained yet, the chain is begun behind it. */
async function chainEnd(db: Database, key: Uint8Array): Promise<ChainEnd> {
  const last = await db
    .selectFrom('audit_entry')
    .select(['id', 'link'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last && last.link !== null) return { number: last.id, link: last.link };
  const start = await findChainStart(db);
  if (start && !last) return start;
  const begun = { number: last?.id ?? 0, link: '' };
  if (!start) await saveChainStart(db, begun, key);
  return begun;
}

/** Undefined before the first chained entry. */
export async function findChainStart(
  db: Database,
): Promise<(ChainEnd & { readonly proof: string }) | undefined> {
  return db.selectFrom('audit_start').select(['number', 'link', 'proof']).executeTakeFirst();
}

async function saveChainStart(db: Database, end: ChainEnd, key: Uint8Array): Promise<void> {
  const row = { id: 1, ...end, proof: startCode(key, end) };
  await saveIn(db, 'audit_start', ['id'], row);
}

/** As kept, by number. */
export async function listAuditRows(
  db: Database,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<(Omit<AuditRow, 'id'> & { readonly id: number })[]> {
  return db
    .selectFrom('audit_entry')
    .selectAll()
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** An entry with its link of the chain, as it leaves for elsewhere. */
export type ChainedEntry = NumberedEntry & { readonly link: string };

/** By number, from the one after `after` on. */
export async function listChained(
  db: Database,
  range: { readonly after: number; readonly limit: number },
): Promise<ChainedEntry[]> {
  return (await listAuditRows(db, range)).map((row) => ({ ...entryFromRow(row), link: row.link ?? '' }));
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

/**
 * Lets go of entries older than the instant, from the first up to one that is not; how many. One with an early time amid
 * later ones, by a clock once set back, takes nothing along and goes with its neighbours. The chain goes on from the last
 * that went. Call it inside a transaction.
 */
export function trimAudit(trx: Database, olderThan: Instant, key: Uint8Array): Promise<number> {
  return withoutTriggers(trx, ['audit_entry_never_goes'], async () => {
    const kept = await trx
      .selectFrom('audit_entry')
      .select('id')
      .where('at', '>=', olderThan)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    const last = await trx
      .selectFrom('audit_entry')
      .select(['id', 'link'])
      .$if(kept !== undefined, (query) => query.where('id', '<', kept?.id ?? 0))
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!last) return 0;
    const { numDeletedRows } = await trx
      .deleteFrom('audit_entry')
      .where('id', '<=', last.id)
      .executeTakeFirstOrThrow();
    if (last.link !== null) await saveChainStart(trx, { number: last.id, link: last.link }, key);
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
  { from, to, key }: { readonly from: string; readonly to: string; readonly key: Uint8Array },
): Promise<void> {
  const [quoted, renamed] = [JSON.stringify(from), JSON.stringify(to)];
  return withoutTriggers(trx, ['audit_entry_never_changes'], async () => {
    const rows = await rowsIn(trx, 'audit_entry', { unit_id: unitId })
      .where((eb) => eb.or([eb('subject', '=', from), wordsOf(trx).holds('details', quoted)]))
      .execute();
    for (const row of rows) {
      const subject = row.subject === from ? to : row.subject;
      const details = row.details.replaceAll(quoted, () => renamed);
      const { link } = row;
      const retold = link === null ? null : retoldCode(key, { ...row, subject, details }, link);
      await changeIn(trx, 'audit_entry', { id: row.id }).to({ subject, details, retold });
    }
  });
}

function entryFromRow(row: PlainRow): NumberedEntry {
  return {
    ...fieldsOf(row, ['at', 'actor', 'action', 'unit_id', 'subject', 'address', 'request_id']),
    number: row.id,
    details: readJson(details, row.details),
  };
}
