/** How much a document is to set, before it is built: what is large waits in another line than what is small. */

import type { DocumentOrder } from './render-document.ts';

/** Cells of one slip, names and numbers with them. */
const SLIP_CELLS = 30;
/** Columns of people's lists beside their days. */
const TOTAL_COLUMNS = 8;
/** About a quarter of a second of processor time. */
const LARGE_CELLS = 2500;

export function isLargeDocument({ kind, source, options }: Omit<DocumentOrder, 'format'>): boolean {
  return cellsOf(kind, source, options) > LARGE_CELLS;
}

function cellsOf(
  kind: DocumentOrder['kind'],
  { plan, roster }: DocumentOrder['source'],
  { staffIds }: DocumentOrder['options'],
): number {
  const people = plan.staff.length;
  switch (kind) {
    case 'slip':
      return (staffIds?.length ?? people) * SLIP_CELLS;
    case 'grid':
      return people * (plan.days.length + TOTAL_COLUMNS);
    case 'attendance':
      return people * 2 * TOTAL_COLUMNS;
    default:
      return roster.assignments.length;
  }
}
