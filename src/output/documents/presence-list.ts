/** The official list with a row a day: who leads, who is on site, and who stands by or is called at home, each in a column of their own. */

import type { SheetCell, SheetColumn, SheetHead, SheetRow } from '../roster/sheet-model.ts';
import { sheetColumns } from '../roster/sheet-model.ts';
import type { Cell, Line } from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { centred, headCell } from './duty-table.ts';
import { sum } from './table-fit.ts';

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

/** Of a place that several stand at, where a cell of a name a line would have too many. More go on in a line beneath. */
const NAMES_A_LINE = 5;

/** Columns that nobody of the unit stands in are left out. With more than `mostNames` on a day those of a place share a line. */
export function presenceRows({ sheet, say }: DocumentContext, mostNames: number): LongRows {
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
      rest: groups.map((group) => groupCell(group, row, isShared(group, sheet.rows, mostNames))),
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

function isShared({ places }: Group, rows: readonly SheetRow[], mostNames: number): boolean {
  const counts = rows.map(({ cells }) => places.map(({ at }) => cells[at]?.seats.length ?? 0));
  return (
    places.length > 1 &&
    counts.some((each) => sum(each) > mostNames) &&
    counts.some((each) => each.some((count) => count > 1))
  );
}

function groupCell(group: Group, { cells }: SheetRow, shared: boolean): Cell {
  const linesOf = shared ? placeLines : seatLines;
  const lines = group.places.flatMap((place) => linesOf(group, place, cells[place.at]));
  return lines.length === 0 ? centred('–') : { lines };
}

/** The name, with its post where there are several and its hours where these differ. */
function seatLines(group: Group, place: Place, cell: SheetCell | undefined): Line[] {
  const note = noteOf(group, place);
  return (cell?.seats ?? []).map(({ name, staffId }) => ({
    text: note === '' ? name : `${name} (${note})`,
    italic: staffId === undefined,
  }));
}

/** Post and hours, then all who stand there. */
function placeLines(group: Group, place: Place, cell: SheetCell | undefined): Line[] {
  const seats = cell?.seats ?? [];
  return Array.from({ length: Math.ceil(seats.length / NAMES_A_LINE) }, (_, i) => {
    const own = seats.slice(i * NAMES_A_LINE, (i + 1) * NAMES_A_LINE);
    return {
      text: `${noteOf(group, place)}: ${own.map(({ name }) => name).join(', ')}`,
      italic: own.every(({ staffId }) => staffId === undefined),
    };
  });
}

function noteOf({ places }: Group, { head, column }: Place): string {
  const isOnePost = places.every((each) => each.head === head);
  const words = [isOnePost ? '' : head.shortName, places.length > 1 ? column.range : ''];
  return words.filter((word) => word !== '').join(', ');
}
