/** Each block of a document as Word sets it: the same words and measures as the PDF, open to a clerk's changes. */

import {
  AlignmentType,
  BorderStyle,
  type Table as DocxTable,
  HeightRule,
  LeaderType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import {
  type Block,
  type Cell,
  hasLeftSide,
  innerWidthMm,
  type Letterhead,
  type Masthead,
  type Paragraphs,
  type Section,
  type Signatures,
  type Table as TableBlock,
} from './document.ts';
import {
  ALIGNMENTS,
  centred,
  centredRule,
  type DocxBlock,
  gap,
  LETTER_PITCH,
  paragraph,
  picture,
  pitched,
  points,
  run,
  sideBySide,
  twips,
} from './docx-parts.ts';
import { signerHeads } from './signer-heads.ts';
import { placed } from './table-fit.ts';
import { widthMm } from './text-width.ts';

/** `next` tells whether these stay with what follows. */
export function docxBlocks(block: Block, section: Section, next?: Block): DocxBlock[] {
  const width = innerWidthMm(section.page);
  switch (block.kind) {
    case 'letterhead':
      return letterhead(block, width);
    case 'title':
      return [
        gap(7),
        ...block.lines.map((line) => centred(line, line.sizePt)),
        ...(block.ruleMm > 0 ? [centredRule(width, block.ruleMm)] : []),
        gap(5),
      ];
    case 'masthead':
      return masthead(block, width);
    case 'paragraphs':
      return paragraphs(block, next?.kind === 'signatures');
    case 'table':
      return [table(block, section, next?.kind === 'signatures'), gap(2)];
    case 'directory':
      return directory(block, width);
    case 'ladder':
      return block.steps.flatMap(({ title, detail }, i) => [
        paragraph({ text: `${i + 1}. ${title}`, bold: true }, 1.25 * block.sizePt, {
          spacing: { before: 120 },
          keepNext: true,
        }),
        ...detail.map((text) => paragraph({ text }, block.sizePt, { indent: { left: twips(8) } })),
      ]);
    case 'signatures':
      return signatures(block, width);
    case 'scan':
      return [
        gap(4),
        sideBySide(
          [block.sizeMm + 5, width - block.sizeMm - 5],
          [
            [new Paragraph({ children: [picture(block.code, block.sizeMm)] })],
            block.lines.map((line) => paragraph(line, 10)),
          ],
        ),
      ];
  }
}

const OFFICE_SHARE = 0.4;

function letterhead(head: Letterhead, width: number): DocxBlock[] {
  const left = width * OFFICE_SHARE;
  const right = width - left;
  const office = [
    ...head.parent.map((text) => centred({ text }, 12)),
    ...head.unit.map((text) => centred({ text, bold: true }, 12)),
    centredRule(left, head.ruleMm),
  ];
  const nation = [
    centred({ text: head.nation, bold: true }, 12),
    centred({ text: head.motto, bold: true }, 13),
    centredRule(right, Math.min(right, widthMm(head.motto, 13, 'serif', true))),
  ];
  const number = [
    centred({ text: head.number }, 13),
    ...(head.about ?? []).map((text) => centred({ text }, 12)),
    ...(head.urgency === '' ? [] : [urgencyMark(head, left)]),
  ];
  const place = [centred({ text: head.placeAndDate, italic: true }, 13)];
  return [sideBySide([left, right], [office, nation]), gap(4), sideBySide([left, right], [number, place])];
}

/** Red capitals in a frame (Phụ lục I, II.10), with the space around them that makes it 8 mm high. */
function urgencyMark({ urgency: text, urgencyMm }: Letterhead, width: number): Paragraph {
  const line = { style: BorderStyle.SINGLE, size: 8, color: 'C00000', space: 3 };
  const side = twips(Math.max(0, (width - urgencyMm) / 2 + 1));
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: side, right: side },
    spacing: { before: 120 },
    border: { top: line, bottom: line, left: line, right: line },
    children: [run({ text, bold: true }, 13, 'C00000')],
  });
}

function masthead({ unit, title, subtitle, stamp, code }: Masthead, width: number): DocxBlock[] {
  const words = [
    paragraph({ text: unit }, 11),
    paragraph({ text: title, bold: true }, 17),
    paragraph({ text: subtitle }, 10.5),
  ];
  const marks = stamp.map((text, i) =>
    paragraph({ text, bold: i === 0 }, i === 0 ? 13 : 9, { alignment: AlignmentType.RIGHT }),
  );
  const picturePart = code
    ? [new Paragraph({ alignment: AlignmentType.RIGHT, children: [picture(code, 20)] })]
    : [];
  const widths = code ? [width - 68, 46, 22] : [width - 46, 46];
  return [sideBySide(widths, code ? [words, marks, picturePart] : [words, marks]), gap(3)];
}

function paragraphs({ sizePt, indentMm, items }: Paragraphs, keep: boolean): Paragraph[] {
  const letter = indentMm > 0;
  return items.map(
    ({ lead, text, italic = false }, i) =>
      new Paragraph({
        alignment: letter ? AlignmentType.JUSTIFIED : AlignmentType.LEFT,
        indent: { firstLine: twips(indentMm) },
        spacing: { before: letter ? points(6) + points(0.25 * sizePt) : points(2), ...pitched(LETTER_PITCH) },
        keepNext: keep && i === items.length - 1,
        children: [
          ...(lead ? [run({ text: `${lead} `, bold: true, italic }, sizePt)] : []),
          run({ text, italic }, sizePt),
        ],
      }),
  );
}

/** Rows at the end that stay with the signatures. */
const KEPT_ROWS = 3;

function table(block: TableBlock, section: Section, keep: boolean): DocxTable {
  const { widthsMm, head, rows } = block;
  const free = rows.length - KEPT_ROWS;
  const goesOn = rowsGoingOn(rows);
  const row = (cells: readonly Cell[], isHead: boolean, keepNext: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      height: { value: points(block.sizePt), rule: HeightRule.ATLEAST },
      children: cells.map((cell) => tableCell(cell, { block, section, keepNext })),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widthsMm.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widthsMm.map(twips),
    rows: [
      ...head.map((cells) => row(cells, true, true)),
      ...rows.map((cells, i) => row(cells, false, (keep && i >= free) || goesOn.has(i))),
    ],
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
}

function tableCell(cell: Cell, { block, section, keepNext }: CellSetting): TableCell {
  const { lines, align = 'left', columns = 1, rows = 1 } = cell;
  const padding = twips(block.paddingMm);
  return new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: twips(1.2), right: twips(1.2), top: padding, bottom: padding },
    ...shadingOf(cell, section),
    children: lines.map((line) =>
      paragraph(line, block.sizePt, {
        alignment: ALIGNMENTS[align],
        keepNext,
        ...(align === 'left' ? { indent: { left: twips(2), hanging: twips(2) } } : {}),
      }),
    ),
  });
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

function directory(block: Extract<Block, { kind: 'directory' }>, width: number): DocxBlock[] {
  const { title, entries, columns, sizePt } = block;
  const each = width / columns;
  const tall = Math.ceil(entries.length / columns);
  const column = (at: number): Paragraph[] =>
    entries.slice(at * tall, (at + 1) * tall).map(
      ({ name, value }) =>
        new Paragraph({
          tabStops: [{ type: TabStopType.RIGHT, position: twips(each - 4), leader: LeaderType.DOT }],
          children: [run({ text: `${name}\t${value}` }, sizePt)],
        }),
    );
  const widths = Array.from({ length: columns }, () => each);
  return [
    paragraph({ text: title, bold: true }, sizePt, { spacing: { before: points(8) }, keepNext: true }),
    sideBySide(
      widths,
      widths.map((_, at) => column(at)),
    ),
  ];
}

function signatures(block: Signatures, width: number): DocxBlock[] {
  const { sizePt, roomMm, recipients, notes, signers } = block;
  const beside = hasLeftSide(block);
  const shared = beside ? Math.min(58, width / (signers.length + 1)) : width / signers.length;
  const each = signers.length === 1 ? width / 2 : shared;
  const left = [
    ...(recipients.title === '' ? [] : [paragraph({ text: recipients.title, bold: true, italic: true }, 12)]),
    ...recipients.lines.map((text) => paragraph({ text }, 11)),
    ...notes.map((text) => paragraph({ text }, sizePt)),
  ];
  const heads = signerHeads(signers);
  const columns = signers.map(({ name }, i) => [
    ...(heads[i] ?? []).map((line) => centred(line, sizePt)),
    gap(roomMm),
    centred({ text: name, bold: true }, sizePt),
  ]);
  return [
    gap(8),
    beside
      ? sideBySide([width - each * signers.length, ...signers.map(() => each)], [left, ...columns])
      : sideBySide(
          signers.map(() => each),
          columns,
        ),
  ];
}
