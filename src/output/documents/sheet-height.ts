/** How high the blocks of a plain sheet will stand, so that what should be one page is one, in PDF and Word alike. */

import { spaceBetweenMm } from './block-space.ts';
import {
  type Directory,
  innerWidthMm,
  type Ladder,
  type Masthead,
  type PageSetup,
  type Paragraphs,
  type ScanMe,
} from './document.ts';
import { directoryHeightMm, mastheadHeightMm } from './sheet-parts.ts';
import { LINE, sum } from './table-fit.ts';
import { linesWrapped, pointsToMm } from './text-width.ts';

export type SheetBlock = Masthead | Paragraphs | Ladder | Directory | ScanMe;

/** As `sheet.typ` will set them one under another, lines that wrap and the spaces between counted. */
export function sheetHeightMm(blocks: readonly SheetBlock[], page: PageSetup): number {
  const widthMm = innerWidthMm(page);
  return sum(
    blocks.map((block, i) => spaceBetweenMm(blocks[i - 1], block, false) + heightMm(block, widthMm)),
  );
}

/** Between lines of notes and steps, in sizes. */
const LEADING = 0.25;
const NOTE_GAP_MM = 1;
/** Between lead and text. */
const LEAD = ' '.repeat(2);
const SCAN = { gutterMm: 5, sizePt: 10, leading: 0.3 };

/** Counted in where masthead and directory are measured by themselves. */
const SPACE_MM = 3.5;

function heightMm(block: SheetBlock, widthMm: number): number {
  switch (block.kind) {
    case 'masthead':
      return mastheadHeightMm(block, widthMm) - SPACE_MM;
    case 'directory':
      return directoryHeightMm(block) - SPACE_MM;
    case 'paragraphs': {
      const texts = block.items.map(({ lead, text }) => (lead ? lead + LEAD + text : text));
      const lines = sum(texts.map((text) => linesMm(text, block.sizePt, widthMm)));
      return lines + (texts.length - 1) * NOTE_GAP_MM;
    }
    case 'scan': {
      const besideMm = widthMm - block.sizeMm - SCAN.gutterMm;
      const lines = block.lines.map(({ text, scale = 1 }) =>
        linesMm(text, SCAN.sizePt * scale, besideMm, SCAN.leading),
      );
      return Math.max(block.sizeMm, sum(lines));
    }
    case 'ladder':
      return sum(block.steps.map((step) => stepMm(step, block.sizePt, widthMm)));
  }
}

function linesMm(text: string, sizePt: number, widthMm: number, leading = LEADING): number {
  const lines = linesWrapped(text, widthMm / pointsToMm(sizePt), { face: 'sans' });
  return pointsToMm(lines * (LINE + leading) * sizePt);
}

/** A step's number stands in a circle at its left. */
const CIRCLE_SIZES = 2;
const INDENT_SIZES = 3.6;
const TITLE_SCALE = 1.25;
const STEP_MM = 3.8;

function stepMm({ title, detail }: Ladder['steps'][number], sizePt: number, widthMm: number): number {
  const besideMm = widthMm - pointsToMm(INDENT_SIZES * sizePt);
  const lines = detail.map((text) => linesMm(text, sizePt, besideMm));
  const words = STEP_MM + linesMm(title, TITLE_SCALE * sizePt, besideMm) + sum(lines);
  return Math.max(pointsToMm(CIRCLE_SIZES * sizePt), words);
}
