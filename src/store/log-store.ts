/** The log of a unit: added to and read, never changed. What lets go of old entries or of a person is in `log-keeping.ts`. */

import { z } from 'zod';
import type { Instant } from '../calendar/interval.ts';
import {
  LOG_SUBJECTS,
  type LogEntry,
  type LogFacts,
  type LogFilter,
  type LogKind,
  type LogSubject,
  type NewLogEntry,
} from '../domain/log-entry.ts';
import { foldForSearch } from '../kernel/names.ts';
import { withoutNulls } from './absent.ts';
import type { ChainEnd } from './audit-chain.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { logEndCode, logLinkCode, logToldCode } from './log-chain.ts';
import { readJson, texts } from './records.ts';
import { insertIn, rowIn, rowsIn, saveIn, someIn } from './rows.ts';
import type { LogChainRow, LogEntryRow } from './watch-tables.ts';
import { wordsOf } from './words-of.ts';

const COLUMNS = [
  'written_at',
  'received_at',
  'kind',
  'severity',
  'actor',
  'staff_id',
  'post_id',
  'system',
  'words',
  'closes',
  'corrects',
] as const;

const facts: z.ZodType<LogFacts> = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), texts]),
);

export interface EntryKey {
  readonly unitId: string;
  readonly number: number;
}

/** The entry's number. Call it inside a transaction that writes. */
export async function appendToLog(
  trx: Database,
  unitId: string,
  { entry, key }: { readonly entry: NewLogEntry; readonly key: Uint8Array },
): Promise<number> {
  const chain = await findLogChain(trx, unitId);
  const last = await lastEntry(trx, unitId);
  const before = last ?? { number: chain?.start_number ?? 0, link: chain?.start_link ?? '' };
  const row = { unit_id: unitId, number: before.number + 1, ...rowOf(entry) };
  const told = logToldCode(key, row);
  const link = logLinkCode(key, before, row, told);
  await insertIn(trx, 'log_entry', { ...row, told, link, retold: null });
  const start = chain ?? startAt(key, unitId, before);
  await saveLogChain(trx, { ...start, ...headAt(key, unitId, { number: row.number, link }) });
  return row.number;
}

async function lastEntry(trx: Database, unitId: string): Promise<ChainEnd | undefined> {
  return someIn(trx, 'log_entry', { unit_id: unitId })
    .select(['number', 'link'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function startAt(key: Uint8Array, unitId: string, end: ChainEnd) {
  const start_proof = logEndCode(key, unitId, { at: 'start', ...end });
  return { unit_id: unitId, start_number: end.number, start_link: end.link, start_proof };
}

function headAt(key: Uint8Array, unitId: string, end: ChainEnd) {
  return { head_number: end.number, head_proof: logEndCode(key, unitId, { at: 'head', ...end }) };
}

export function findLogChain(db: Database, unitId: string): Promise<LogChainRow | undefined> {
  return rowIn(db, 'log_chain', { unit_id: unitId });
}

export async function saveLogChain(trx: Database, row: LogChainRow): Promise<void> {
  await saveIn(trx, 'log_chain', ['unit_id'], row);
}

export async function findByEntryKey(
  db: Database,
  unitId: string,
  entryKey: string,
): Promise<LogEntry | undefined> {
  const row = await rowIn(db, 'log_entry', { unit_id: unitId, entry_key: entryKey });
  return row && entryFromRow(row);
}

export async function findLogEntry(
  db: Database,
  { unitId, number }: EntryKey,
): Promise<LogEntry | undefined> {
  const row = await rowIn(db, 'log_entry', { unit_id: unitId, number });
  return row && entryFromRow(row);
}

/** Newest first. */
export async function listLog(db: Database, filter: LogFilter, limit: number): Promise<LogEntry[]> {
  const { unitId, system, kind, severity, words = [], shift, subject, before, after } = filter;
  let query = db.selectFrom('log_entry').selectAll().where('unit_id', '=', unitId);
  if (system !== undefined) query = query.where('system', '=', system);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (severity !== undefined) query = query.where('severity', '=', severity);
  if (before !== undefined) query = query.where('number', '<', before);
  if (after !== undefined) query = query.where('number', '>', after);
  if (subject !== undefined) query = query.where('subject', '=', subjectText(subject));
  if (shift !== undefined) {
    query = query.where('period_id', '=', shift.periodId).where('shift_id', '=', shift.shiftId);
  }
  if (filter.withoutNormalChecks) {
    query = query.where((eb) => eb.or([eb('kind', '<>', 'check'), eb('severity', '<>', 'normal')]));
  }
  for (const word of words) {
    query = query.where(wordsOf(db).holds('folded', foldForSearch(word)));
  }
  const rows = await query.orderBy('number', 'desc').limit(limit).execute();
  return rows.map(entryFromRow);
}

/** Of one kind, received since a moment; by number. */
export async function listKindSince(
  db: Database,
  { unitId, kind, since }: { readonly unitId: string; readonly kind: LogKind; readonly since: Instant },
): Promise<LogEntry[]> {
  const rows = await rowsIn(db, 'log_entry', { unit_id: unitId, kind, purged: 0 })
    .where('received_at', '>=', since)
    .orderBy('number')
    .execute();
  return rows.map(entryFromRow);
}

/** What no later entry has closed; by when it is wanted, those without a time last. */
export async function listOpenItems(db: Database, unitId: string): Promise<LogEntry[]> {
  const rows = await rowsIn(db, 'log_entry', { unit_id: unitId, open: 1, purged: 0 })
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('log_entry as later')
            .select('later.number')
            .whereRef('later.unit_id', '=', 'log_entry.unit_id')
            .whereRef('later.closes', '=', 'log_entry.number'),
        ),
      ),
    )
    .orderBy((eb) => eb('wanted_by', 'is', null))
    .orderBy('wanted_by')
    .orderBy('number')
    .execute();
  return rows.map(entryFromRow);
}

/** Which of these entries a later one puts right, and the number of the last that does. */
export async function listCorrections(
  db: Database,
  unitId: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (numbers.length === 0) return new Map();
  const rows = await someIn(db, 'log_entry', { unit_id: unitId, corrects: numbers })
    .select(['number', 'corrects'])
    .orderBy('number')
    .execute();
  return new Map(rows.map(({ number, corrects }) => [corrects ?? 0, number]));
}

/** As kept, by number, for what proves the chain. */
export function listLogRows(
  db: Database,
  { unitId, after, limit }: { readonly unitId: string; readonly after: number; readonly limit: number },
): Promise<LogEntryRow[]> {
  return rowsIn(db, 'log_entry', { unit_id: unitId })
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
}

/** Units that have a log, or had one. */
export async function listLogUnits(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('log_chain').select('unit_id').orderBy('unit_id').execute();
  return rows.map(({ unit_id }) => unit_id);
}

function subjectText({ kind, id }: LogSubject): string {
  return `${kind} ${id}`;
}

function subjectFrom(text: string): LogSubject | undefined {
  const kind = LOG_SUBJECTS.find((each) => text.startsWith(`${each} `));
  return kind && { kind, id: text.slice(kind.length + 1) };
}

/** What is searched: the words and the system, folded. */
export function foldedOf({ words, system }: Pick<NewLogEntry, 'words' | 'system'>): string {
  return foldForSearch(`${words} ${system}`);
}

function rowOf(entry: NewLogEntry): Omit<LogEntryRow, 'unit_id' | 'number' | 'told' | 'link' | 'retold'> {
  const { shift, subject, wants } = entry;
  return {
    ...columnsOf(entry, COLUMNS),
    entry_key: entry.key,
    period_id: shift?.periodId ?? null,
    shift_id: shift?.shiftId ?? null,
    folded: foldedOf(entry),
    subject: subject ? subjectText(subject) : null,
    facts: JSON.stringify(entry.facts),
    open: wants ? 1 : 0,
    wanted_from: wants?.who ?? '',
    wanted_by: wants?.by ?? null,
    pictures: JSON.stringify(entry.pictures),
    purged: 0,
  };
}

function entryFromRow(row: LogEntryRow): LogEntry {
  const { period_id: periodId, shift_id: shiftId, wanted_by: by } = row;
  return {
    ...fieldsOf(row, ['number', ...COLUMNS]),
    key: row.entry_key,
    facts: readJson(facts, row.facts),
    pictures: readJson(texts, row.pictures),
    ...withoutNulls({
      shift: periodId === null || shiftId === null ? null : { periodId, shiftId },
      subject: row.subject === null ? null : (subjectFrom(row.subject) ?? null),
      wants: row.open === 1 ? { who: row.wanted_from, ...withoutNulls({ by }) } : null,
      purged: row.purged === 1 ? (true as const) : null,
    }),
  };
}
