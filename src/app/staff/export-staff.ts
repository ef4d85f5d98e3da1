/** The staff list as a file that can be taken in again unchanged. */

import { STAFF_FIELDS, type StaffField } from '../../input/staff-import.ts';
import { formatXlsxTable } from '../../output/documents/xlsx-file.ts';
import { formatCsv } from '../../output/roster-csv.ts';
import type { App } from '../app.ts';
import { listStaff } from './list-staff.ts';
import { staffCell } from './staff-table.ts';

export interface StaffExport {
  readonly unitId: string;
  readonly format: 'csv' | 'xlsx';
  /** What each column is called, and the list. */
  readonly headingOf: (field: StaffField) => string;
  readonly title: string;
  /** Headings alone. */
  readonly sample: boolean;
}

/** Throws `not-found`. */
export async function exportStaff(
  app: App,
  { unitId, format, headingOf, title, sample }: StaffExport,
): Promise<string | Uint8Array> {
  const { entries } = await listStaff(app, unitId);
  const head = STAFF_FIELDS.map(headingOf);
  const rows = sample
    ? []
    : entries.map(({ member }) => STAFF_FIELDS.map((field) => staffCell(member, field)));
  return format === 'csv' ? formatCsv([head, ...rows]) : formatXlsxTable({ name: title, head, rows });
}
