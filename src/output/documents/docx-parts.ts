/** The small change of WordprocessingML: lines, borders, invisible tables, pictures; with `docx-file.ts` the adapter to `docx`. */

import {
  AlignmentType,
  BorderStyle,
  CarriageReturn,
  HeightRule,
  ImageRun,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { qrBitmap } from './bitmap.ts';
import type { Align, Line, QrCode } from './document.ts';

export type DocxBlock = Paragraph | Table;

/** Twentieths of a point. */
export function twips(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

export function points(pt: number): number {
  return Math.round(pt * 20);
}

export const ALIGNMENTS: Readonly<Record<Align, (typeof AlignmentType)[keyof typeof AlignmentType]>> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
};

/** Half points, as `w:sz` counts. */
export function run({ text, bold, italic, scale = 1 }: Line, sizePt: number, color?: string): TextRun {
  const [first = '', ...more] = text.split('\n');
  return new TextRun({
    children: [first, ...more.flatMap((line) => [new CarriageReturn(), line])],
    bold: bold ?? false,
    italics: italic ?? false,
    size: Math.round(sizePt * scale * 2),
    ...(color === undefined ? {} : { color }),
  });
}

export function paragraph(
  line: Line,
  sizePt: number,
  options: Omit<IParagraphOptions, 'children'> = {},
): Paragraph {
  // Word makes a line as high as the mark at its end.
  const size = Math.round(sizePt * (line.scale ?? 1) * 2);
  return new Paragraph({ run: { size }, ...options, children: [run(line, sizePt)] });
}

/** @param pitch lines apart, in sizes. */
export function centred(
  line: Line,
  sizePt: number,
  { pitch = LETTER_PITCH, keepNext = false }: { readonly pitch?: number; readonly keepNext?: boolean } = {},
): Paragraph {
  return paragraph(line, sizePt, { alignment: AlignmentType.CENTER, spacing: pitched(pitch), keepNext });
}

/** Lines of a letter stand so many sizes apart (`letter.typ`); those of a table as near as Word sets them by itself. */
export const LETTER_PITCH = 1.37;
/** What a line of Times New Roman and Arial takes by itself. */
const SINGLE = 1.149;

/** Line spacing as Word counts it, in 240ths of a single line. Without its rule LibreOffice reads twentieths of a point. */
export function pitched(sizes: number): {
  readonly line: number;
  readonly lineRule: typeof LineRuleType.AUTO;
} {
  return { line: Math.round((240 * sizes) / SINGLE), lineRule: LineRuleType.AUTO };
}

/** Two tables that touch become one in Word; a line of a point keeps them apart. */
export function gap(mm: number, keepNext = false, children: readonly ParagraphChild[] = []): Paragraph {
  return new Paragraph({
    spacing: { before: Math.max(0, twips(mm) - 20), after: 0, line: 20, lineRule: LineRuleType.EXACT },
    keepNext,
    children,
  });
}

/** What a rule takes with the space above it, which is clear of the marks under the letters. */
export const RULE_MM = 1.5;

/** A line as long as it should be, in the middle of a column of `widthMm`. */
export function centredRule(widthMm: number, lengthMm: number, keepNext = false): Paragraph {
  const side = twips(Math.max(0, (widthMm - lengthMm) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 40, after: 0, line: 20, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 5, color: '000000', space: 1 } },
    keepNext,
    children: [],
  });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE };

interface SideBySide {
  readonly gutterMm?: number;
  readonly heightMm?: number;
}

/** Columns side by side without rules, kept on one page; all but the first have the gutter at their left. */
export function sideBySide(
  widthsMm: readonly number[],
  columns: readonly (readonly Paragraph[])[],
  room: SideBySide = {},
): Table {
  return rowsUnruled(widthsMm, [columns], room);
}

/** The same in several rows, between which a page may end. */
export function rowsUnruled(
  widthsMm: readonly number[],
  rows: readonly (readonly (readonly Paragraph[])[])[],
  { gutterMm = 0, heightMm = 0 }: SideBySide = {},
): Table {
  const cell = (children: readonly Paragraph[], i: number): TableCell =>
    new TableCell({
      children: children.length > 0 ? [...children] : [new Paragraph({})],
      borders: NO_BORDERS,
      margins: { left: i === 0 ? 0 : twips(gutterMm), right: 0, top: 0, bottom: 0 },
      verticalAlign: VerticalAlignTable.TOP,
      width: { size: twips(widthsMm[i] ?? 0), type: WidthType.DXA },
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widthsMm.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widthsMm.map(twips),
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: rows.map(
      (columns) =>
        new TableRow({
          children: columns.map(cell),
          cantSplit: true,
          ...(heightMm > 0 ? { height: { value: twips(heightMm), rule: HeightRule.ATLEAST } } : {}),
        }),
    ),
  });
}

const PIXELS_PER_MM = 96 / 25.4;

/** Alone in its line, which is no higher than the picture. */
export function pictureLine(
  code: QrCode,
  sizeMm: number,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
): Paragraph {
  return new Paragraph({ alignment, run: { size: 2 }, children: [picture(code, sizeMm)] });
}

function picture(code: QrCode, sizeMm: number): ImageRun {
  const side = Math.round(sizeMm * PIXELS_PER_MM);
  return new ImageRun({
    type: 'bmp',
    data: qrBitmap(code),
    transformation: { width: side, height: side },
    altText: { name: 'QR', title: 'QR', description: code.url },
  });
}
