/** The official list with a row a day: who leads, who is on site, and who stands by or is called at home, each in a column of their own. */

import type { SheetCell, SheetColumn, SheetHead, SheetRow } from '../roster/sheet-model.ts';
import { sheetColumns } from '../roster/sheet-model.ts';
import type { Cell, Line } from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { centred, headCell } from './duty-table.ts';

/** A row before it is parted over several, in each of which the first cells stand. */
export interface LongRow {
  readonly first: readonly Cell[];
  readonly rest: readonly Cell[];
}

export interface LongRows {
  readonly head: readonly Cell[];
  readonly rows: readonly LongRow[];
  /** Columns that are made one cell where the same stands beneath. */
  readonly merged: readonly number[];
  /** Share of spare width. */
  readonly grow: readonly number[];
}

const PRESENCE_COLUMNS = ['leader', 'on-site', 'standby'] as const;
type PresenceColumn = (typeof PRESENCE_COLUMNS)[number];

/** Number, day and lunar date. */
const DAY_COLUMNS = 3;

interface Place {
  readonly head: SheetHead;
  readonly column: SheetColumn;
  /** Among the cells of a row. */
  readonly at: number;
}

interface Group {
  readonly of: PresenceColumn;
  readonly places: readonly Place[];
}

/** Columns that nobody of the unit stands in are left out. */
export function presenceRows({ sheet, say }: DocumentContext): LongRows {
  const places = sheetColumns(sheet).map((each, at): Place => ({ ...each, at }));
  const groups = PRESENCE_COLUMNS.map(
    (of): Group => ({ of, places: places.filter(({ head }) => columnOf(head) === of) }),
  ).filter((group) => group.places.length > 0);
  const days = [say('sheet.column.number'), say('document.column.day'), say('sheet.column.lunar')];
  return {
    head: [
      ...days.map(headCell),
      ...groups.map((group) => groupHead(group, say(`document.column.${group.of}`), say)),
    ],
    rows: sheet.rows.map((row) => ({
      first: dayCells(row),
      rest: groups.map((group) => groupCell(group, row)),
    })),
    // Who leads a week at a time stands in one cell, as units write it.
    merged: groups.flatMap(({ of }, i) => (of === 'leader' ? [DAY_COLUMNS + i] : [])),
    grow: [0, 1, 1, ...groups.map((group) => group.places.length)],
  };
}

function columnOf({ tier, presence }: SheetHead): PresenceColumn {
  return tier === 'leader' ? 'leader' : presence;
}

/** Hours stand above when there is one shift only. */
function groupHead({ places }: Group, name: string, say: DocumentContext['say']): Cell {
  const [only, second] = places;
  const head = headCell(name);
  if (!only || second) return head;
  return { ...head, lines: [...head.lines, { text: say('document.hours', { range: only.column.range }) }] };
}

function dayCells({ number, weekday, date, lunarFigures, named }: SheetRow): Cell[] {
  return [
    centred(String(number)),
    { lines: [{ text: weekday }, { text: date }], align: 'center' },
    { lines: [{ text: lunarFigures }, ...(named ? [{ text: `(${named})` }] : [])], align: 'center' },
  ];
}

function groupCell(group: Group, { cells }: SheetRow): Cell {
  const lines = group.places.flatMap((place) => seatLines(group, place, cells[place.at]));
  return lines.length === 0 ? centred('–') : { lines };
}

/** The name, with its post where there are several and its hours where these differ. */
function seatLines({ places }: Group, { head, column }: Place, cell: SheetCell | undefined): Line[] {
  const isOnePost = places.every((each) => each.head === head);
  const words = [isOnePost ? '' : head.shortName, places.length > 1 ? column.range : ''];
  const note = words.filter((word) => word !== '').join(', ');
  return (cell?.seats ?? []).map(({ name, staffId }) => ({
    text: note === '' ? name : `${name} (${note})`,
    italic: staffId === undefined,
  }));
}
