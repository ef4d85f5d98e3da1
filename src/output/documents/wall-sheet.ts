/**
 * The sheet for the wall: up to ten days a table, as few pages as readable type allows, large dates to find today by,
 * nights hatched, phones and signatures beneath the last table or on a page of their own.
 */

import { formatNumber } from '../../i18n/translate.ts';
import {
  type Block,
  type Directory,
  innerHeightMm,
  innerWidthMm,
  type PageSetup,
  type Section,
} from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { wallPage } from './pages.ts';
import {
  directoryHeightMm,
  endHeightMm,
  masthead,
  mastheadHeightMm,
  phoneDirectory,
  type SheetEnd,
  sheetEnd,
} from './sheet-parts.ts';
import { pointsToMm } from './text-width.ts';
import { wallPages } from './wall-packing.ts';

export function wallSheet(context: DocumentContext): Section[] {
  const page = wallPage(context.options);
  const beneath = phonesOn(context, page);
  const { pages, sizePt, footBeneath } = wallPages(
    context,
    context.sheet.pages.map(({ rows }) => rows),
    {
      widthMm: innerWidthMm(page),
      heightMm: bodyMm(context, page),
      upright: page.heightMm > page.widthMm,
      footMm: signedMm(context, page) + heightOf(beneath),
    },
  );
  const sectionOf = (blocks: readonly Block[]): Section => ({
    page,
    face: 'sans',
    blocks: [masthead(context), ...blocks],
  });
  const sections = pages.map((tables, i) =>
    sectionOf([
      ...tables.map((table) => ({ ...table, start: 'here' as const })),
      ...(footBeneath && i === pages.length - 1
        ? footBlocks(context, page, { phones: beneath, sizePt })
        : []),
    ]),
  );
  if (footBeneath) return sections;
  return [...sections, sectionOf(footBlocks(context, page, { phones: phonesAlone(context, page), sizePt }))];
}

/** Under the masthead. */
function bodyMm(context: DocumentContext, page: PageSetup): number {
  return innerHeightMm(page) - mastheadHeightMm(masthead(context), innerWidthMm(page));
}

function footBlocks(
  context: DocumentContext,
  page: PageSetup,
  { phones, sizePt }: { readonly phones: Directory | undefined; readonly sizePt: number },
): Block[] {
  return [...(phones ? [phones] : []), ...endOn(context, page, sizePt)];
}

function endOn(context: DocumentContext, page: PageSetup, sizePt: number): SheetEnd {
  const notes = [...context.sheet.notes, distanceNote(context, sizePt)];
  return sheetEnd(context, notes, { sizePt: usualSize(page) + 1.5, availableMm: innerWidthMm(page) });
}

/** Room to sign does not hang on how large the tables come out. */
function signedMm(context: DocumentContext, page: PageSetup): number {
  return endHeightMm(endOn(context, page, USUAL_PT), innerWidthMm(page));
}

const USUAL_PT = 10;
/** Of Be Vietnam Pro, in its size. */
const CAPITAL = 0.7;
/** A capital of so many millimetres is read from a metre by an eye of 20/20: five minutes of arc. */
const CAPITAL_AT_METRE_MM = 1.454;

/** From how far the names are read, rounded down to half a metre. */
function distanceNote({ source, say }: DocumentContext, sizePt: number): string {
  const metres = pointsToMm(sizePt * CAPITAL) / CAPITAL_AT_METRE_MM;
  return say('document.wall.distance', { metres: formatNumber(source.language, Math.floor(2 * metres) / 2) });
}

function heightOf(phones: Directory | undefined): number {
  return phones ? directoryHeightMm(phones) : 0;
}

/** Beneath a table; few are set larger. Undefined where no phones stand. */
function phonesOn(context: DocumentContext, page: PageSetup): Directory | undefined {
  const { phones } = context.sheet;
  return phonesAt(context, page, usualSize(page) + (phones.length <= FEW_PHONES ? 2 : 0));
}

/** On a page of their own: as large as leaves room to sign, so that nobody signs an empty page. */
function phonesAlone(context: DocumentContext, page: PageSetup): Directory | undefined {
  const roomMm = bodyMm(context, page) - signedMm(context, page);
  const usual = usualSize(page);
  const sizes = Array.from({ length: 11 }, (_, i) => usual + 3 - i / 2);
  const fitting = sizes.find((size) => heightOf(phonesAt(context, page, size)) <= roomMm);
  return phonesAt(context, page, fitting ?? usual);
}

function phonesAt(context: DocumentContext, page: PageSetup, sizePt: number): Directory | undefined {
  if (context.sheet.phones.length === 0) return undefined;
  return phoneDirectory(context, { availableMm: innerWidthMm(page), sizePt });
}

const FEW_PHONES = 12;

function usualSize(page: PageSetup): number {
  return Math.max(page.widthMm, page.heightMm) > 400 ? 11 : 8;
}
