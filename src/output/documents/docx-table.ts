/** A ruled table as Word sets it: as wide and as high as on paper, rows whole, heads on every page. */

import {
  type Table as DocxTable,
  HeightRule,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Cell, Line, Section, Table as TableBlock } from './document.ts';
import { ALIGNMENTS, gap, paragraph, pitched, twips } from './docx-parts.ts';
import { keptRows, standsWhole } from './kept-rows.ts';
import { wholeHours } from './line-breaks.ts';
import { cellLines, HANGING_EM, LEADING, LINE, placed, rowHeightsMm, sum } from './table-fit.ts';
import { pointsToMm } from './text-width.ts';

/**
 * Kept back from a cell's height: the rules, which Word gives room of their own, and what Word rounds lines up by. A row is then
 * as high as its height says, to a twentieth of a point, and lines of a changed size still raise it.
 */
const HELD_BACK_MM = pointsToMm(1.4);
/** So much lower is the head, on every page: for the first rule, less what Word rounds off of a table above another. */
const HEAD_LOWER_PT = { other: 0.25, last: 0.5 };
/** The line that a section ends with under a table, as high as a section's last table is lower for it. */
export const LAST_LINE_PT = 1;

function headLowerMm(block: TableBlock, section: Section): number {
  if (section.blocks.findLast(({ kind }) => kind === 'table') !== block) {
    return pointsToMm(HEAD_LOWER_PT.other);
  }
  return pointsToMm(HEAD_LOWER_PT.last + (endsInTable(section) ? LAST_LINE_PT : 0));
}

/** Whether Word has a table there, so that a paragraph must follow: nearly all that has columns is one. */
export function endsInTable({ blocks }: Section): boolean {
  return !['title', 'paragraphs', 'ladder'].includes(blocks.at(-1)?.kind ?? '');
}

/** @param keep whether what it is signed with follows. */
export function docxTable(block: TableBlock, section: Section, keep: boolean): DocxTable {
  const { widthsMm, head, rows } = block;
  const free = rows.length - (keep ? keptRows(block, section) : 0);
  const goesOn = rowsGoingOn(rows);
  const heights = heightsOf(block, section);
  const whole = standsWhole(block, section);
  // One line cannot be parted: told so, LibreOffice loses the rows of a table whose first row ends at a page's very foot.
  const oneLine = twips(pointsToMm(LINE * block.sizePt) + 2 * block.paddingMm) + 1;
  const row = (cells: readonly Standing[], at: number, keepNext: boolean): TableRow =>
    new TableRow({
      tableHeader: at < head.length,
      cantSplit: (heights[at] ?? 0) > oneLine,
      height: { value: heights[at] ?? 0, rule: HeightRule.ATLEAST },
      children: cells.map((cell) => tableCell(cell, { block, section, keepNext, inHead: at < head.length })),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(sum(widthsMm)), type: WidthType.DXA },
    columnWidths: widthsMm.map(twips),
    rows: [
      ...standingIn(head).map((cells, i) => row(cells, i, true)),
      ...standingIn(rows).map((cells, i) =>
        row(cells, head.length + i, i >= free || goesOn.has(i) || (whole && i < rows.length - 1)),
      ),
    ],
  });
}

/** A cell in a row it stands in: where it begins, or where it goes on from above. */
interface Standing {
  readonly cell: Cell;
  readonly column: number;
  readonly goesOn: boolean;
}

function standingIn(rows: readonly (readonly Cell[])[]): Standing[][] {
  const standing: Standing[][] = rows.map(() => []);
  for (const { cell, row, column } of placed(rows)) {
    for (let down = 0; down < (cell.rows ?? 1); down++) {
      standing[row + down]?.push({ cell, column, goesOn: down > 0 });
    }
  }
  return standing.map((cells) => cells.sort((a, b) => a.column - b.column));
}

/**
 * As high as on paper: in Arial names may stand on one line that take two in the type of the PDF. Rounded from the top of the
 * table, so that many rows are no higher or lower together.
 */
function heightsOf(block: TableBlock, section: Section): number[] {
  const { head, rows, paddingMm } = block;
  const { face } = section;
  const lowerMm = headLowerMm(block, section);
  let at = 0;
  const all = { rows: [...head, ...rows], face, paddingMm };
  return rowHeightsMm(block, all).map((mm, i) => {
    const top = twips(at);
    at += i === 0 ? mm - lowerMm : mm;
    return twips(at) - top;
  });
}

/** Rows that a cell reaches down from or through: they stay with the next, as on paper. */
function rowsGoingOn(rows: TableBlock['rows']): Set<number> {
  const goesOn = new Set<number>();
  for (const { cell, row } of placed(rows)) {
    for (let down = 1; down < (cell.rows ?? 1); down++) goesOn.add(row + down - 1);
  }
  return goesOn;
}

interface CellSetting {
  readonly block: TableBlock;
  readonly section: Section;
  readonly keepNext: boolean;
  readonly inHead: boolean;
}

function tableCell(
  { cell, column, goesOn }: Standing,
  { block, section, keepNext, inHead }: CellSetting,
): TableCell {
  const { lines, align = 'left', columns = 1, rows = 1 } = cell;
  const { sizePt, paddingMm } = block;
  const across = { columnSpan: columns, ...shadingOf(cell, section) };
  // Of the row's first cell LibreOffice asks whether the row stays with the next.
  if (goesOn) {
    return new TableCell({ ...across, verticalMerge: 'continue', children: [gap(0, keepNext)] });
  }
  // A line brings the space to the next with it, even the last.
  const above = Math.max(0, paddingMm - (inHead ? headLowerMm(block, section) : 0));
  const below = Math.max(0, paddingMm - pointsToMm(LEADING * sizePt) - HELD_BACK_MM);
  const hanging = twips(pointsToMm(HANGING_EM * sizePt));
  return new TableCell({
    ...across,
    ...(rows > 1 ? { verticalMerge: 'restart' } : {}),
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: twips(1.2), right: twips(1.2), top: twips(above), bottom: twips(below) },
    children: lines.map((line) =>
      paragraph(
        { ...line, text: wholeHours(cellLines({ cell, line, column }, block, section.face)) },
        sizePt,
        {
          alignment: ALIGNMENTS[align],
          keepNext,
          spacing: pitched(pitchOf(line)),
          ...(align === 'left' ? { indent: { left: hanging, hanging } } : {}),
        },
      ),
    ),
  });
}

/** In sizes of its own. */
function pitchOf({ scale = 1 }: Line): number {
  return LINE + LEADING / scale;
}

/** Official lists are black on white. */
function shadingOf(
  { shade }: Cell,
  { face }: Section,
): Pick<ConstructorParameters<typeof TableCell>[0], 'shading'> {
  if (face === 'serif' || shade === undefined) return {};
  return shade === 'mute'
    ? { shading: { type: ShadingType.CLEAR, fill: 'EEEEEE', color: 'auto' } }
    : { shading: { type: ShadingType.THIN_REVERSE_DIAGONAL_STRIPE, fill: 'FFFFFF', color: 'D4D4D4' } };
}
