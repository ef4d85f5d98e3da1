/**
 * The roster as tables: days down, posts and their shifts across. When the posts do not fit side by side at a readable
 * size they are dealt out over several tables of like width; names stay whole.
 */

import type { RosterSheet, SheetCell, SheetHead, SheetRow } from '../roster/sheet-model.ts';
import type { Cell, Face, Line, Table } from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { lastRowsApart, mergeDown, mergedAsSet } from './merge-down.ts';
import {
  type Fit,
  type FitRequest,
  type FitSizes,
  fitTable,
  sum,
  tableHeightMm,
  wantedMm,
} from './table-fit.ts';

/** `official` is plain and black; `wall` has large dates, hatched nights, shaded named days, `wall-narrow` in one column. */
export type DutyTableStyle = 'official' | 'wall' | 'wall-narrow';

export interface DutyTableRequest {
  readonly style: DutyTableStyle;
  readonly rows: readonly SheetRow[];
  readonly availableMm: number;
  /** Room for one table on one page; absent when it may run on. */
  readonly heightMm?: number;
  readonly sizes: FitSizes;
  /** What a page leaves to a table that is signed. */
  readonly signedMm?: number;
  /** How high cells may be that reach down. */
  readonly groupMm?: number;
}

const FACES: Readonly<Record<DutyTableStyle, Face>> = {
  official: 'serif',
  wall: 'sans',
  'wall-narrow': 'sans',
};

/** One table, or as many as the posts need; all in one size. */
export function dutyTables(context: DocumentContext, request: DutyTableRequest): Table[] {
  const groups = groupsOf(context, request);
  const requests = groups.map((heads) => fitRequest(context, request, heads));
  const { signedMm, groupMm = Number.POSITIVE_INFINITY } = request;
  const around = { groupMm, ...(signedMm !== undefined && { signedMm }) };
  const size = Math.min(...requests.map((each) => fitTable(each).sizePt));
  return requests.map((each, i) => {
    const fit: Fit = fitTable({ ...each, sizes: { least: size, most: size } });
    const paddingMm = roomyPadding(each, fit);
    return {
      kind: 'table',
      name: requests.length === 1 ? context.sheet.title : `${context.sheet.title} ${i + 1}`,
      widthsMm: fit.widthsMm,
      sizePt: fit.sizePt,
      paddingMm,
      head: each.head,
      rows: mergedAsSet(each.cells, each.merged, {
        ...each,
        groupMm,
        fit,
        paddingMm,
        lastApart: lastRowsApart(fit, { ...each, ...around }, i === requests.length - 1),
      }),
      start: i === 0 ? 'here' : 'whole',
    };
  });
}

const MOST_PADDING_MM = 3;

/** Room left on the page goes between the rows: easier to read along from afar. */
function roomyPadding(request: FitRequest, { sizePt, widthsMm }: Fit): number {
  const { heightMm, paddingMm, head, rows } = request;
  if (heightMm === undefined) return paddingMm;
  const over = heightMm - tableHeightMm(sizePt, widthsMm, request);
  const more = over / (2 * (head.length + rows.length));
  return Math.max(paddingMm, Math.min(MOST_PADDING_MM, paddingMm + more));
}

/**
 * One group when all posts fit side by side at the least size. Otherwise neighbours in as few as fit at the size of
 * tables that run on, then as even as that number allows.
 */
function groupsOf(context: DocumentContext, request: DutyTableRequest): SheetHead[][] {
  const { heads } = context.sheet;
  const { least, running = least } = request.sizes;
  const wanted = (some: readonly SheetHead[], size: number): number =>
    wantedMm(fitRequest(context, request, some), size);
  if (wanted(heads, least) <= request.availableMm) return [[...heads]];
  const fixed = wanted([], running);
  const widths = heads.map((head) => wanted([head], running) - fixed);
  const room = request.availableMm - fixed;
  const fewest = dealt(heads, widths, room);
  for (let limit = sum(widths) / fewest.length; limit < room; limit += 2) {
    const even = dealt(heads, widths, limit);
    if (even.length === fewest.length) return even;
  }
  return fewest;
}

function dealt(heads: readonly SheetHead[], widths: readonly number[], limit: number): SheetHead[][] {
  const groups: SheetHead[][] = [[]];
  let used = 0;
  heads.forEach((head, i) => {
    const width = widths[i] ?? 0;
    if (used > 0 && used + width > limit) {
      groups.push([]);
      used = 0;
    }
    groups.at(-1)?.push(head);
    used += width;
  });
  return groups;
}

interface DutyFitRequest extends FitRequest {
  readonly cells: readonly (readonly Cell[])[];
  /** Columns whose cells are made one where the same stands beneath. */
  readonly merged: readonly number[];
}

function fitRequest(
  context: DocumentContext,
  { style, rows, availableMm, heightMm, sizes }: DutyTableRequest,
  heads: readonly SheetHead[],
): DutyFitRequest {
  const parts = PARTS[style];
  const cells = rows.map((row) => [...parts.dayCells(row), ...seatCells(context.sheet, row, heads, style)]);
  const merged = style === 'official' ? leaderColumns(heads, parts.grow.length) : [];
  return {
    cells,
    merged,
    head: headRows(context, heads, { style, days: parts.dayHeads(context) }),
    rows: mergeDown(cells, merged),
    face: FACES[style],
    availableMm,
    ...(heightMm === undefined ? {} : { heightMm }),
    sizes,
    grow: [...parts.grow, ...heads.flatMap(({ columns }) => columns.map(() => 3))],
    paddingMm: style === 'official' ? 0.9 : 0.8,
  };
}

/** Who leads a week at a time stands in one cell, as units write it. */
function leaderColumns(heads: readonly SheetHead[], before: number): number[] {
  const tiers = heads.flatMap(({ tier, columns }) => columns.map(() => tier));
  return tiers.flatMap((tier, i) => (tier === 'leader' ? [before + i] : []));
}

interface StyleParts {
  readonly dayHeads: (context: DocumentContext) => string[];
  readonly dayCells: (row: SheetRow) => Cell[];
  /** Share of spare width, beside 3 for each shift. */
  readonly grow: readonly number[];
}

const PARTS: Readonly<Record<DutyTableStyle, StyleParts>> = {
  official: {
    dayHeads: ({ say }) => [
      say('sheet.column.number'),
      say('document.column.day'),
      say('sheet.column.lunar'),
    ],
    dayCells: (row) => [
      centred(String(row.number)),
      { lines: [{ text: row.weekday }, { text: row.date }], align: 'center' },
      { lines: lunarLines(row), align: 'center' },
    ],
    grow: [0, 1, 1],
  },
  wall: {
    dayHeads: ({ say }) => [
      say('sheet.column.number'),
      say('sheet.column.weekday'),
      say('sheet.column.date'),
      say('sheet.column.lunar'),
    ],
    dayCells: (row) => [
      centred(String(row.number)),
      { lines: [{ text: row.weekday, bold: true }] },
      { lines: [{ text: row.date, bold: true, scale: 1.3 }], align: 'center' },
      {
        lines: [{ text: row.lunar }, ...(row.named ? [{ text: row.named, bold: true }] : [])],
        align: 'center',
        ...(row.named ? { shade: 'mute' as const } : {}),
      },
    ],
    grow: [0, 1, 1, 1],
  },
  'wall-narrow': {
    dayHeads: ({ say }) => [say('document.column.day')],
    dayCells: ({ weekday, date, lunar, named }) => [
      {
        lines: [
          { text: `${weekday} ${date}`, bold: true, scale: 1.15 },
          named ? { text: `${lunar} · ${named}`, bold: true } : { text: lunar },
        ],
        ...(named ? { shade: 'mute' as const } : {}),
      },
    ],
    grow: [1],
  },
};

/** `28/12`, and on a day with a name `29/12 (Giao thừa)`. */
function lunarLines({ lunarFigures, named }: SheetRow): Line[] {
  return [{ text: lunarFigures }, ...(named ? [{ text: `(${named})` }] : [])];
}

function headRows(
  { say }: DocumentContext,
  heads: readonly SheetHead[],
  { style, days }: { readonly style: DutyTableStyle; readonly days: readonly string[] },
): Cell[][] {
  const twoRows = heads.some(({ columns }) => columns.length > 1);
  const down = twoRows ? { rows: 2 } : {};
  const first: Cell[] = days.map((text) => ({ ...headCell(text), ...down }));
  const second: Cell[] = [];
  for (const { name, columns } of heads) {
    const [only] = columns;
    if (only && columns.length === 1) {
      const when = { text: say('document.hours', { range: only.range }) };
      first.push({
        lines: [{ text: name, bold: true }, when],
        align: 'center',
        shade: only.night ? 'night' : 'mute',
        ...down,
      });
      continue;
    }
    first.push({ ...headCell(name), columns: columns.length });
    for (const { label, range, night } of columns) {
      second.push({
        lines: [
          {
            text: `${label} ${range}`.trim(),
            bold: true,
            ...(night && style !== 'official' ? { moon: true } : {}),
          },
        ],
        align: 'center',
        shade: night ? 'night' : 'mute',
      });
    }
  }
  return twoRows ? [first, second] : [first];
}

function seatCells(
  sheet: RosterSheet,
  row: SheetRow,
  heads: readonly SheetHead[],
  style: DutyTableStyle,
): Cell[] {
  let at = 0;
  return sheet.heads.flatMap((head) => {
    const cells = row.cells.slice(at, at + head.columns.length);
    at += head.columns.length;
    return heads.includes(head) ? cells.map((cell) => seatCell(cell, style)) : [];
  });
}

function seatCell({ seats, night, shiftId }: SheetCell, style: DutyTableStyle): Cell {
  if (shiftId === undefined) return { lines: [{ text: '–' }], align: 'center' };
  return {
    lines: seats.map(({ name, staffId }) => ({
      text: name,
      ...(staffId === undefined ? { italic: true } : {}),
    })),
    ...(night && style !== 'official' ? { shade: 'night' as const } : {}),
  };
}

export function headCell(text: string): Cell {
  return { lines: [{ text, bold: true }], align: 'center', shade: 'mute' };
}

export function centred(text: string): Cell {
  return { lines: [{ text }], align: 'center' };
}
