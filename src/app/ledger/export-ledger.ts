/** The ledger as a file: a row a person and year, under the headings that `ledger.csv` is read by, so that it can be taken in again. */

import { LEDGER_KINDS } from '../../domain/ledger.ts';
import { LEDGER_COLUMNS } from '../../input/columns.ts';
import { formatXlsxTable } from '../../output/documents/xlsx-file.ts';
import { formatCsv } from '../../output/roster-csv.ts';
import type { App } from '../app.ts';
import { openLedger } from './open-ledger.ts';

export const LEDGER_FORMATS = ['csv', 'xlsx'] as const;
export type LedgerFormat = (typeof LEDGER_FORMATS)[number];

export interface LedgerExport {
  readonly unitId: string;
  readonly format: LedgerFormat;
  /** Name of the sheet. */
  readonly title: string;
}

/** In the unit's order, leavers last, then by year; sources added up. Throws `not-found`. */
export async function exportLedger(
  app: App,
  { unitId, format, title }: LedgerExport,
): Promise<string | Uint8Array> {
  const { staff, leavers, entries } = await openLedger(app, unitId);
  const people = [...staff, ...leavers];
  const years = [...new Set(entries.map(({ year }) => year))].sort((a, b) => a - b);
  const rows = people.flatMap(({ id, name }) =>
    years.flatMap((year) => {
      const own = entries.filter((entry) => entry.staffId === id && entry.year === year);
      if (own.length === 0) return [];
      const sums = LEDGER_KINDS.map((kind) =>
        own.filter((entry) => entry.kind === kind).reduce((sum, { amount }) => sum + amount, 0),
      );
      return [[id, name, year, ...sums]];
    }),
  );
  const head = (['id', 'name', 'year', ...LEDGER_KINDS] as const).map((column) => LEDGER_COLUMNS[column][0]);
  if (format === 'xlsx') return formatXlsxTable({ name: title, head, rows });
  return formatCsv([head, ...rows.map((row) => row.map(String))]);
}
