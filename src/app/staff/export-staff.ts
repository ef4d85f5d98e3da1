/** The staff list as a file that can be taken in again unchanged: in the order it once came in. */

import { staffText } from '../../domain/staff.ts';
import { STAFF_FIELD_NAMES, type StaffField } from '../../domain/staff-fields.ts';
import { inListOrder } from '../../domain/staff-order.ts';
import { formatXlsxTable } from '../../output/documents/xlsx-file.ts';
import { formatCsv } from '../../output/roster-csv.ts';
import type { App } from '../app.ts';
import { listStaff } from './list-staff.ts';

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
  const head = STAFF_FIELD_NAMES.map(headingOf);
  const rows = sample
    ? []
    : inListOrder(
        entries.map(({ member }) => member),
        'list',
      ).map((member) => STAFF_FIELD_NAMES.map((field) => staffText(member, field)));
  return format === 'csv' ? formatCsv([head, ...rows]) : formatXlsxTable({ name: title, head, rows });
}
