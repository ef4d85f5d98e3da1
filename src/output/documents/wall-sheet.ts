/**
 * The sheet for the wall: one page of up to ten days, type as large as the paper takes, large dates to find today by,
 * nights hatched, phones beneath.
 */

import type { SheetRow } from '../sheet-model.ts';
import {
  type Block,
  type Directory,
  innerHeightMm,
  innerWidthMm,
  type PageSetup,
  type Section,
  type Table,
} from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { dutyTables } from './duty-table.ts';
import { wallPage } from './pages.ts';
import { directoryHeightMm, MASTHEAD_MM, masthead, phoneDirectory, sheetSignatures } from './sheet-parts.ts';
import { tableHeightMm } from './table-fit.ts';

/** Names of 12 pt and up can be read from two metres; below 8 pt nothing is gained by one table more. */
const TABLE_SIZES = { least: 8.5, most: 22, running: 11 };
const SIGNATURES_MM = 36;
/** A foot that would cost the table more than this share of its size goes on a page of its own. */
const LEAST_SHARE = 0.8;

export function wallSheet(context: DocumentContext): Section[] {
  const page = wallPage(context.options);
  const foot = footBlocks(context, page);
  const footMm = footHeightMm(context, page);
  const parts = context.sheet.pages.map(({ rows }) => rows);
  const last = parts.at(-1) ?? [];
  const above = sizeOf(context, page, last, footMm);
  const beneath = above > 0 && above >= LEAST_SHARE * sizeOf(context, page, last, 0);
  const sections = parts.flatMap((rows) =>
    pageSections(context, { page, rows, foot: beneath && rows === last ? foot : [], footMm }),
  );
  return beneath ? sections : [...sections, { page, face: 'sans', blocks: [masthead(context), ...foot] }];
}

interface WallPage {
  readonly page: PageSetup;
  readonly rows: readonly SheetRow[];
  /** Phones and signatures under the last table; empty for none. */
  readonly foot: readonly Block[];
  readonly footMm: number;
}

/** A page for each table of these days; days that no page can hold together are halved. */
function pageSections(context: DocumentContext, { page, rows, foot, footMm }: WallPage): Section[] {
  const heightMm = tableRoomMm(page, foot.length > 0 ? footMm : 0);
  const tables = tablesOn(context, page, rows, heightMm);
  if (rows.length > 1 && !tables.every((table) => fits(table, heightMm))) {
    const half = Math.ceil(rows.length / 2);
    return [
      ...pageSections(context, { page, rows: rows.slice(0, half), foot: [], footMm }),
      ...pageSections(context, { page, rows: rows.slice(half), foot, footMm }),
    ];
  }
  return tables.map((table, i) => ({
    page,
    face: 'sans',
    blocks: [masthead(context), { ...table, start: 'here' }, ...(i === tables.length - 1 ? foot : [])],
  }));
}

function tableRoomMm(page: PageSetup, footMm: number): number {
  return innerHeightMm(page) - MASTHEAD_MM - footMm;
}

function tablesOn(
  context: DocumentContext,
  page: PageSetup,
  rows: readonly SheetRow[],
  heightMm: number,
): Table[] {
  return dutyTables(context, {
    style: 'wall',
    rows,
    availableMm: innerWidthMm(page),
    heightMm,
    sizes: TABLE_SIZES,
  });
}

/** Type size of these days above a foot of that height; 0 when no page holds them so. */
function sizeOf(
  context: DocumentContext,
  page: PageSetup,
  rows: readonly SheetRow[],
  footMm: number,
): number {
  const heightMm = tableRoomMm(page, footMm);
  const tables = tablesOn(context, page, rows, heightMm);
  return tables.every((table) => fits(table, heightMm)) ? (tables[0]?.sizePt ?? 0) : 0;
}

/** Rows may be spread to exactly the room there is, so a hair more is no fault. */
function fits({ sizePt, widthsMm, head, rows, paddingMm }: Table, heightMm: number): boolean {
  return tableHeightMm(sizePt, widthsMm, { head, rows, face: 'sans', paddingMm }) <= heightMm + 0.1;
}

function footBlocks(context: DocumentContext, page: PageSetup): Block[] {
  const { phones, notes } = context.sheet;
  return [
    ...(phones.length > 0 ? [phonesOn(context, page)] : []),
    sheetSignatures(context, notes, phoneSize(page) + 1.5),
  ];
}

function footHeightMm(context: DocumentContext, page: PageSetup): number {
  if (context.sheet.phones.length === 0) return SIGNATURES_MM;
  return SIGNATURES_MM + directoryHeightMm(phonesOn(context, page));
}

function phonesOn(context: DocumentContext, page: PageSetup): Directory {
  const few = context.sheet.phones.length <= FEW_PHONES;
  return phoneDirectory(context, {
    availableMm: innerWidthMm(page),
    sizePt: phoneSize(page) + (few ? 2 : 0),
  });
}

const FEW_PHONES = 12;

function phoneSize(page: PageSetup): number {
  return Math.max(page.widthMm, page.heightMm) > 400 ? 11 : 8;
}
