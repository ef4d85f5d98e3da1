/**
 * The sheet cut into tables that fit the paper: days as the sheet pages them, and no more columns side by side than
 * can hold full names at 10 points. A post's columns stay together.
 */

import {
  type RosterSheet,
  type SheetCell,
  type SheetHead,
  sheetColumns,
} from '../../output/roster/sheet-model.ts';

export const PAPERS = ['landscape', 'portrait'] as const;
export type Paper = (typeof PAPERS)[number];

/** Columns that fit with weekday, date and lunar date in columns of their own: a name of 20 letters takes 35 mm. */
const MOST_COLUMNS_SPREAD = 6;
/** With the day in one column, of 277 mm or 190 mm. */
const MOST_COLUMNS: Readonly<Record<Paper, number>> = { landscape: 7, portrait: 4 };

interface Group {
  readonly heads: readonly SheetHead[];
  /** Where its columns begin in the sheet's rows. */
  readonly first: number;
  readonly count: number;
}

export function sheetTables(sheet: RosterSheet, paper: Paper) {
  const compact = paper === 'portrait' || sheetColumns(sheet).length > MOST_COLUMNS_SPREAD;
  const groups = groupsOf(sheet, MOST_COLUMNS[paper]);
  return sheet.pages
    .flatMap((page) => groups.map((group) => ({ page, group })))
    .map(({ page, group }, index) => ({
      // True for every table but the first: it says again whose roster this is.
      continued: index > 0,
      // Weekday, date and lunar date share one column.
      compact,
      heads: group.heads.map(({ name, columns }) => ({
        name,
        columns: columns.length,
        single: columns.length === 1 ? wordsOf(columns[0]) : '',
      })),
      // Empty when no post has more than one column and all heads fit one line.
      patterns: group.heads.flatMap(({ columns }) =>
        columns.length === 1
          ? []
          : columns.map((column) => ({ words: wordsOf(column), night: column.night })),
      ),
      rows: page.rows.map(({ number, weekday, date, lunar, named, cells }) => ({
        number,
        weekday,
        date,
        lunar,
        named,
        cells: cells.slice(group.first, group.first + group.count).map(cellOf),
      })),
    }));
}

function wordsOf(column: SheetHead['columns'][number] | undefined): string {
  return column ? `${column.label} ${column.range}`.trim() : '';
}

function cellOf({ night, seats }: SheetCell) {
  return { night, seats: seats.map(({ name, staffId }) => ({ name, vacant: staffId === undefined })) };
}

/** Posts from left to right, a new group where the next would not fit; a post wider than the paper is cut. */
function groupsOf(sheet: RosterSheet, most: number): Group[] {
  const total = sheetColumns(sheet).length;
  const wholes = sheet.heads.flatMap((head) =>
    Array.from({ length: Math.ceil(head.columns.length / most) }, (_, i) => ({
      ...head,
      columns: head.columns.slice(i * most, (i + 1) * most),
    })),
  );
  const groups: Group[] = [];
  for (const head of wholes) {
    const last = groups.at(-1);
    const count = head.columns.length;
    if (last && last.count + count <= most) {
      groups[groups.length - 1] = { ...last, heads: [...last.heads, head], count: last.count + count };
    } else {
      groups.push({ heads: [head], first: last ? last.first + last.count : 0, count });
    }
  }
  return total === 0 ? [{ heads: [], first: 0, count: 0 }] : groups;
}
