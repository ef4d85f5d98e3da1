/** The unit's memory of who carried what, by year and named day. */

import type { Instant } from '../calendar/interval.ts';
import type { LedgerEntry, LedgerKind } from '../domain/ledger.ts';
import type { PeriodKey } from '../domain/period.ts';
import { fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { changeIn, deleteIn, insertIn, rowsIn, someIn } from './rows.ts';

/** Source of entries that were handed over and not carried from a published roster. */
const IMPORTED = '';
/** Source of what corrections by hand come to: no period may be called so. */
const CORRECTED = '*';

export interface LedgerSource {
  readonly kind: 'imported' | 'corrected' | 'period';
  /** Empty unless a period's roster carried it here. */
  readonly periodId: string;
}

export interface SourcedEntry extends LedgerEntry {
  readonly source: LedgerSource;
}

/** One correction: the entry's figure rose by `change`, or fell. */
export interface LedgerEdit {
  readonly staffId: string;
  readonly year: number;
  readonly kind: LedgerKind;
  readonly change: number;
  readonly reason: string;
  /** Who did it, as in the audit trail. */
  readonly actor: string;
  readonly at: Instant;
}

/**
 * Takes over handed-over figures: the years they name are replaced whole, whatever stood there; other years stay, so
 * that a case without a ledger forgets nothing. Entries for the same person, year and kind add up.
 */
export async function importLedger(
  db: Database,
  unitId: string,
  entries: readonly LedgerEntry[],
): Promise<void> {
  const years = [...new Set(entries.map(({ year }) => year))];
  if (years.length > 0) {
    await deleteIn(db, 'ledger_entry', { unit_id: unitId, year: years });
    await deleteIn(db, 'ledger_edit', { unit_id: unitId, year: years });
  }
  await addEntries(db, { unitId, source: IMPORTED }, entries);
}

/** What the period's published roster adds to the ledger, in place of what it added before. */
export async function replaceCarried(
  db: Database,
  { unitId, periodId }: PeriodKey,
  entries: readonly LedgerEntry[],
): Promise<void> {
  await deleteIn(db, 'ledger_entry', { unit_id: unitId, source: periodId });
  await addEntries(db, { unitId, source: periodId }, entries);
}

/**
 * The ledger as the period sees it: of the people who take part, summed over sources, without what this period's own
 * roster carried into it, which would count twice. By year, person, kind.
 */
export async function listLedger(db: Database, { unitId, periodId }: PeriodKey): Promise<LedgerEntry[]> {
  const rows = await db
    .selectFrom('ledger_entry')
    .innerJoin('period_staff', (join) =>
      join
        .onRef('period_staff.unit_id', '=', 'ledger_entry.unit_id')
        .onRef('period_staff.staff_id', '=', 'ledger_entry.staff_id'),
    )
    .select(['ledger_entry.staff_id', 'ledger_entry.year', 'ledger_entry.kind'])
    .select((eb) => eb.fn.sum<number>('ledger_entry.amount').as('amount'))
    .where('ledger_entry.unit_id', '=', unitId)
    .where('ledger_entry.source', '<>', periodId)
    .where('period_staff.period_id', '=', periodId)
    .groupBy(['ledger_entry.staff_id', 'ledger_entry.year', 'ledger_entry.kind'])
    .orderBy('ledger_entry.year')
    .orderBy('ledger_entry.staff_id')
    .orderBy('ledger_entry.kind')
    .execute();
  return rows.map((row) => ({
    ...fieldsOf(row, ['staff_id', 'year', 'kind']),
    amount: Number(row.amount),
  }));
}

/** The unit's whole memory, or one person's, summed over sources: by year, person, kind. */
export async function listUnitLedger(db: Database, unitId: string, staffId?: string): Promise<LedgerEntry[]> {
  const rows = await db
    .selectFrom('ledger_entry')
    .select(['staff_id', 'year', 'kind'])
    .select((eb) => eb.fn.sum<number>('amount').as('amount'))
    .where('unit_id', '=', unitId)
    .$if(staffId !== undefined, (query) => query.where('staff_id', '=', staffId ?? ''))
    .groupBy(['staff_id', 'year', 'kind'])
    .orderBy('year')
    .orderBy('staff_id')
    .orderBy('kind')
    .execute();
  return rows.map((row) => ({
    ...fieldsOf(row, ['staff_id', 'year', 'kind']),
    amount: Number(row.amount),
  }));
}

/** What one carried is the other's from now on; the other has nothing yet. */
export async function moveLedger(
  db: Database,
  unitId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await changeIn(db, 'ledger_entry', { unit_id: unitId, staff_id: from }).to({ staff_id: to });
  // The figures stay; a reason may tell whose they were.
  await changeIn(db, 'ledger_edit', { unit_id: unitId, staff_id: from }).to({ staff_id: to, reason: '' });
}

/** Everything the unit remembers, entry by entry. By year, person, kind, source. */
export async function listWholeLedger(db: Database, unitId: string): Promise<SourcedEntry[]> {
  const rows = await someIn(db, 'ledger_entry', { unit_id: unitId })
    .select(['staff_id', 'year', 'kind', 'source', 'amount'])
    .orderBy('year')
    .orderBy('staff_id')
    .orderBy('kind')
    .orderBy('source')
    .execute();
  return rows.map((row) => ({
    ...fieldsOf(row, ['staff_id', 'year', 'kind', 'amount']),
    source: sourceFrom(row.source),
  }));
}

function sourceFrom(source: string): LedgerSource {
  if (source === IMPORTED) return { kind: 'imported', periodId: '' };
  return source === CORRECTED ? { kind: 'corrected', periodId: '' } : { kind: 'period', periodId: source };
}

/** Keeps the correction and lays it over whatever stands there; versions published later do not undo it. */
export async function correctLedger(db: Database, unitId: string, edit: LedgerEdit): Promise<void> {
  const { staffId, year, kind, change, reason, actor, at } = edit;
  await insertIn(db, 'ledger_edit', {
    unit_id: unitId,
    staff_id: staffId,
    year,
    kind,
    change,
    reason,
    actor,
    made_at: at,
  });
  const entry = { staffId, year, kind, amount: change };
  await addEntries(db, { unitId, source: CORRECTED }, [entry]);
}

/** Newest first. */
export async function listLedgerEdits(db: Database, unitId: string, staffId: string): Promise<LedgerEdit[]> {
  const rows = await rowsIn(db, 'ledger_edit', { unit_id: unitId, staff_id: staffId })
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    ...fieldsOf(row, ['staff_id', 'year', 'kind', 'change', 'reason', 'actor']),
    at: row.made_at,
  }));
}

/** One statement may not come to the same row twice. */
function addedUp(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const sums = new Map<string, LedgerEntry>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.staffId, entry.year, entry.kind]);
    sums.set(key, { ...entry, amount: entry.amount + (sums.get(key)?.amount ?? 0) });
  }
  return [...sums.values()];
}

/** Rows of one statement: SQLite takes 32,766 values. */
const ROWS_AT_ONCE = 500;

async function addEntries(
  db: Database,
  { unitId, source }: { readonly unitId: string; readonly source: string },
  entries: readonly LedgerEntry[],
): Promise<void> {
  const rows = addedUp(entries).map(({ staffId, year, kind, amount }) => ({
    unit_id: unitId,
    staff_id: staffId,
    year,
    kind,
    source,
    amount,
  }));
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
    await db
      .insertInto('ledger_entry')
      .values(rows.slice(i, i + ROWS_AT_ONCE))
      .onConflict((conflict) =>
        conflict.columns(['unit_id', 'staff_id', 'year', 'kind', 'source']).doUpdateSet((eb) => ({
          amount: eb('ledger_entry.amount', '+', eb.ref('excluded.amount')),
        })),
      )
      .execute();
  }
}
