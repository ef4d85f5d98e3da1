/**
 * How the tables of a wall sheet are dealt out over pages: as few pages as type of a readable size allows. It counts
 * heights and widths; what stands in the tables it does not ask.
 */

import type { Fit } from '../../domain/document-fields.ts';
import type { SheetRow } from '../roster/sheet-model.ts';
import type { Table } from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { dutyTables } from './duty-table.ts';
import { tableHeightMm, wantedMm } from './table-fit.ts';

export interface WallRoom {
  readonly widthMm: number;
  /** For tables, masthead taken off. */
  readonly heightMm: number;
  /** What phones and signatures take beneath the last table. */
  readonly footMm: number;
  /** Then weekday, date and lunar date share a column, to leave names the width. */
  readonly upright: boolean;
}

export interface WallPages {
  readonly pages: readonly (readonly Table[])[];
  readonly sizePt: number;
  /** Whether phones and signatures stand beneath the last table; else they have a page of their own. */
  readonly footBeneath: boolean;
}

interface Packing extends WallPages {
  readonly count: number;
}

/** Type sizes in points: `good` reads well on the wall, below it only what cannot be helped. */
const SIZES = { most: 22, good: 9.5, least: 8.5 };
/** The largest first. */
const TRIED = [22, 20, 18, 16, 15, 14, 13, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5];
/** Between two tables, as `table.typ` sets it. */
const GAP_MM = 4;

/** What a page more is worth in type: nothing, everything, or half as large again for twice the pages. */
const WEIGHTS: Readonly<Record<Fit, number>> = { pages: 0, balanced: 1.5, type: 100 };

/**
 * As few pages as there can be, as large a type, or fewest pages for the size: then twice the pages must bring type half as
 * large again, about what reading from two metres gains by it. Days that no page can hold together are halved, which helps
 * where they are too high and not where names are too wide.
 */
export function wallPages(
  context: DocumentContext,
  parts: readonly (readonly SheetRow[])[],
  room: WallRoom,
): WallPages {
  const { fit = 'balanced' } = context.options;
  const packings = packingsOf(context, parts, room);
  const good = packings.filter(({ sizePt }) => fit === 'pages' || sizePt >= SIZES.good);
  const [first, ...others] = good.length > 0 ? good : packings;
  if (!first) {
    const halves = parts.flatMap((rows) => halved(rows));
    return halves.length > parts.length && !parts.some((rows) => isTooWideAtLeast(context, rows, room))
      ? wallPages(context, halves, room)
      : { pages: unpacked(context, parts, room), sizePt: SIZES.least, footBeneath: false };
  }
  const cost = ({ count, sizePt }: Packing): number => count / sizePt ** WEIGHTS[fit];
  const best = others.reduce((a, b) => (cost(b) < cost(a) ? b : a), first);
  return { ...best, pages: best.pages.map((tables, i) => roomy(tables, roomOf(best, i, room))) };
}

/** From the largest size down to the one that needs a single page: nothing smaller is worth a try. */
function packingsOf(
  context: DocumentContext,
  parts: readonly (readonly SheetRow[])[],
  room: WallRoom,
): Packing[] {
  const packings: Packing[] = [];
  for (const size of TRIED) {
    const packing = packed(context, parts, { room, size });
    if (packing) packings.push(packing);
    if (packing?.count === 1) break;
  }
  return packings;
}

function halved(rows: readonly SheetRow[]): (readonly SheetRow[])[] {
  const half = Math.ceil(rows.length / 2);
  return rows.length > 1 ? [rows.slice(0, half), rows.slice(half)] : [rows];
}

interface Trial {
  readonly room: WallRoom;
  readonly size: number;
}

/** Undefined when a table is too wide or too high at this size. */
function packed(
  context: DocumentContext,
  parts: readonly (readonly SheetRow[])[],
  { room, size }: Trial,
): Packing | undefined {
  const pages: Table[][] = [];
  for (const rows of parts) {
    const tables = tablesAt(context, rows, { room, size });
    if (tables.some((table) => isTooWide(table, { room, size }) || heightMm(table) > room.heightMm))
      return undefined;
    pages.push(...stacked(tables, room.heightMm));
  }
  const last = pages.at(-1) ?? [];
  const footBeneath = usedMm(last) + room.footMm <= room.heightMm;
  return { pages, footBeneath, sizePt: size, count: pages.length + (footBeneath ? 0 : 1) };
}

function tablesAt(context: DocumentContext, rows: readonly SheetRow[], { room, size }: Trial): Table[] {
  return dutyTables(context, {
    style: room.upright ? 'wall-narrow' : 'wall',
    rows,
    availableMm: room.widthMm,
    sizes: { least: size, most: size },
  });
}

/** Tables one under the other as long as they fit, none cut. */
function stacked(tables: readonly Table[], roomMm: number): Table[][] {
  const pages: Table[][] = [];
  for (const table of tables) {
    const last = pages.at(-1);
    if (last && usedMm([...last, table]) <= roomMm) last.push(table);
    else pages.push([table]);
  }
  return pages;
}

function usedMm(tables: readonly Table[]): number {
  return tables.reduce((sum, table) => sum + heightMm(table), GAP_MM * Math.max(0, tables.length - 1));
}

function heightMm({ sizePt, widthsMm, head, rows, paddingMm }: Table): number {
  return tableHeightMm(sizePt, widthsMm, { head, rows, face: 'sans', paddingMm });
}

/** Names are whole on their line: a table whose columns had to give way is none for the wall. */
function isTooWide({ head, rows, paddingMm, sizePt }: Table, { room: { widthMm }, size }: Trial): boolean {
  const request = { head, rows, face: 'sans', availableMm: widthMm, sizes: SIZES, paddingMm } as const;
  return sizePt < size || wantedMm(request, sizePt) > widthMm + 0.1;
}

function isTooWideAtLeast(context: DocumentContext, rows: readonly SheetRow[], room: WallRoom): boolean {
  const trial = { room, size: SIZES.least };
  return tablesAt(context, rows, trial).some((table) => isTooWide(table, trial));
}

/** At the least size, each table on a page of its own, to run over it where nothing helps. */
function unpacked(
  context: DocumentContext,
  parts: readonly (readonly SheetRow[])[],
  room: WallRoom,
): Table[][] {
  return parts
    .flatMap((rows) => tablesAt(context, rows, { room, size: SIZES.least }))
    .map((table) => [table]);
}

const MOST_PADDING_MM = 3;

function roomOf({ pages, footBeneath }: WallPages, index: number, room: WallRoom): number {
  return room.heightMm - (footBeneath && index === pages.length - 1 ? room.footMm : 0);
}

/** Room left on the page goes between the rows: easier to read along from afar. */
function roomy(tables: readonly Table[], roomMm: number): Table[] {
  const rows = tables.reduce((sum, table) => sum + table.head.length + table.rows.length, 0);
  const more = Math.max(0, roomMm - usedMm(tables)) / (2 * Math.max(1, rows));
  return tables.map((table) => ({
    ...table,
    paddingMm: Math.max(table.paddingMm, Math.min(MOST_PADDING_MM, table.paddingMm + more)),
  }));
}
