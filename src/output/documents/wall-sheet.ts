/**
 * The sheet for the wall: one page of up to ten days, type as large as the paper takes, large dates to find today by,
 * nights hatched, phones beneath.
 */

import type { SheetPage } from '../sheet-model.ts';
import {
  type Block,
  type Directory,
  innerHeightMm,
  innerWidthMm,
  type PageSetup,
  type Section,
} from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { dutyTables } from './duty-table.ts';
import { wallPage } from './pages.ts';
import { directoryHeightMm, MASTHEAD_MM, masthead, phoneDirectory, sheetSignatures } from './sheet-parts.ts';

/** Names of 12 pt and up can be read from two metres; below 8 pt nothing is gained by one table more. */
const TABLE_SIZES = { least: 8.5, most: 22 };
const SIGNATURES_MM = 36;
/** More phones than this have a page of their own. */
const MOST_PHONES_BENEATH = 60;

export function wallSheet(context: DocumentContext): Section[] {
  const page = wallPage(context.options);
  const { phones, pages } = context.sheet;
  const apart = phones.length > MOST_PHONES_BENEATH;
  const sections = pages.flatMap((part) => pageSections(context, { page, part, apart }));
  if (!apart) return sections;
  return [...sections, { page, face: 'sans', blocks: [masthead(context), phonesOn(context, page)] }];
}

interface WallPage {
  readonly page: PageSetup;
  readonly part: SheetPage;
  readonly apart: boolean;
}

/** A page for each table of these days; phones and signatures under the last of all. */
function pageSections(context: DocumentContext, { page, part, apart }: WallPage): Section[] {
  const last = part.number === part.of;
  const foot = last ? footBlocks(context, page, apart) : [];
  const tables = dutyTables(context, {
    style: 'wall',
    rows: part.rows,
    availableMm: innerWidthMm(page),
    heightMm: innerHeightMm(page) - MASTHEAD_MM - (last ? footHeightMm(context, page, apart) : 0),
    sizes: TABLE_SIZES,
  });
  return tables.map((table, i) => ({
    page,
    face: 'sans',
    blocks: [masthead(context), { ...table, start: 'here' }, ...(i === tables.length - 1 ? foot : [])],
  }));
}

function footBlocks(context: DocumentContext, page: PageSetup, apart: boolean): Block[] {
  const { phones, notes } = context.sheet;
  return [
    ...(phones.length > 0 && !apart ? [phonesOn(context, page)] : []),
    sheetSignatures(context, notes, phoneSize(page) + 1.5),
  ];
}

function footHeightMm(context: DocumentContext, page: PageSetup, apart: boolean): number {
  if (apart || context.sheet.phones.length === 0) return SIGNATURES_MM;
  return SIGNATURES_MM + directoryHeightMm(phonesOn(context, page));
}

function phonesOn(context: DocumentContext, page: PageSetup): Directory {
  return phoneDirectory(context, { availableMm: innerWidthMm(page), sizePt: phoneSize(page) });
}

function phoneSize(page: PageSetup): number {
  return Math.max(page.widthMm, page.heightMm) > 400 ? 11 : 8;
}
