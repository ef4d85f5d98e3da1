/** Each block of a document as Word sets it: the same words and measures as the PDF, open to a clerk's changes. */

import { AlignmentType, LeaderType, Paragraph, TabStopType } from 'docx';
import { spaceBetweenMm } from './block-space.ts';
import {
  type Block,
  type Directory,
  innerWidthMm,
  type Ladder,
  type Masthead,
  type Paragraphs,
  type Section,
} from './document.ts';
import { docxLetterhead, docxSignatures, docxTitle, TITLE_LEADING } from './docx-letter.ts';
import {
  type DocxBlock,
  gap,
  LETTER_PITCH,
  paragraph,
  pictureLine,
  pitched,
  points,
  rowsUnruled,
  run,
  sideBySide,
  twips,
} from './docx-parts.ts';
import { docxTable, endsInTable, LAST_LINE_PT } from './docx-table.ts';
import { endsSection } from './kept-rows.ts';
import { wholeHours } from './line-breaks.ts';
import { LINE } from './table-fit.ts';
import { pointsToMm, widthMm, wrappedLines } from './text-width.ts';

/** Every block of a section, what belongs together kept on one page. */
export function docxBlocks(section: Section): DocxBlock[] {
  const { blocks } = section;
  const headed = blocks.some(({ kind }) => kind === 'table');
  const set = blocks.flatMap((block, i) => {
    const before = blocks[i - 1];
    const kept = before !== undefined && staysWithNext(before, blocks.slice(i));
    // A table's head is lower by it, on every page.
    const lower = i === blocks.length - 1 && !headed && endsInTable(section) ? pointsToMm(LAST_LINE_PT) : 0;
    const space = spaceBetweenMm(before, block, endsSection(blocks.slice(i)));
    const between = space - leadingMm(before) - riseMm(block) - lower;
    return [
      // The smallest there is parts two tables, which Word would make one.
      ...(before ? [gap(between, kept)] : []),
      ...docxBlock(block, section, staysWithNext(block, blocks.slice(i + 1))),
    ];
  });
  // A section ends with a paragraph: left to Word it is as high as the text, and goes to a page of its own under a full table.
  // Under a paragraph LibreOffice leaves it out of all sections but the last.
  return endsInTable(section) ? [...set, gap(0)] : set;
}

/** A title with what it heads; notes with the signatures, as the last rows of a table. */
function staysWithNext({ kind }: Block, after: readonly Block[]): boolean {
  if (kind === 'title') return after.length > 0;
  return (kind === 'table' || kind === 'paragraphs') && endsSection(after);
}

/** What Word's lines bring with them beneath the last, and paper has between lines alone. */
function leadingMm(block: Block | undefined): number {
  switch (block?.kind) {
    case 'title':
      return pointsToMm(TITLE_LEADING * (block.lines.at(-1)?.sizePt ?? 0));
    case 'paragraphs':
      return pointsToMm((LETTER_PITCH - LINE - RISE) * block.sizePt);
    case 'directory':
      return pointsToMm((LETTER_PITCH - LINE) * block.sizePt);
    default:
      return 0;
  }
}

/** What Word has above the letters of a first line, in sizes, beyond what paper has. */
const RISE = 0.033;

function riseMm(block: Block): number {
  return block.kind === 'paragraphs' ? pointsToMm(RISE * block.sizePt) : 0;
}

/** `keep` tells whether these stay with what follows. */
function docxBlock(block: Block, section: Section, keep: boolean): DocxBlock[] {
  const width = innerWidthMm(section.page);
  switch (block.kind) {
    case 'letterhead':
      return docxLetterhead(block, width);
    case 'title':
      return docxTitle(block, width, keep);
    case 'masthead':
      return masthead(block, width);
    case 'paragraphs':
      return paragraphs(block, section, keep);
    case 'table':
      return [docxTable(block, section, keep)];
    case 'directory':
      return directory(block, width);
    case 'ladder':
      return ladder(block);
    case 'signatures':
      return docxSignatures(block, width);
    case 'scan':
      return [
        sideBySide(
          [block.sizeMm + 5, width - block.sizeMm - 5],
          [[pictureLine(block.code, block.sizeMm)], block.lines.map((line) => paragraph(line, 10))],
        ),
      ];
  }
}

/** As `sheet.typ` sets them: the unit, its title on one line and as large as that allows, the subtitle beneath. */
const MASTHEAD = { unitPt: 11, subtitlePt: 10.5, mostPt: 24, leastPt: 11, gapPt: 2, codeMm: 20, gutterMm: 5 };

function masthead({ unit, title, subtitle, stamp, code }: Masthead, width: number): DocxBlock[] {
  const { unitPt, subtitlePt, mostPt, leastPt, gapPt, codeMm, gutterMm } = MASTHEAD;
  const stampMm = Math.max(0, ...stamp.map((text, i) => widthMm(text, i === 0 ? 13 : 9, 'sans', i === 0)));
  const codeWidthMm = code ? codeMm + gutterMm : 0;
  const wordsMm = width - stampMm - gutterMm - codeWidthMm;
  const fitting = (0.99 * mostPt * wordsMm) / widthMm(title, mostPt, 'sans', true);
  const titlePt = Math.floor(2 * Math.min(mostPt, Math.max(leastPt, fitting))) / 2;
  const words = [
    paragraph({ text: unit }, unitPt, { spacing: pitched(LINE + gapPt / unitPt) }),
    paragraph({ text: title, bold: true }, titlePt, { spacing: pitched(1.22 + gapPt / titlePt) }),
    paragraph({ text: subtitle }, subtitlePt, { spacing: pitched(LINE) }),
  ];
  const marks = stamp.map((text, i) =>
    paragraph({ text, bold: i === 0 }, i === 0 ? 13 : 9, {
      alignment: AlignmentType.RIGHT,
      spacing: pitched(i === 0 ? LINE : LINE + gapPt / 9),
    }),
  );
  const widths = [wordsMm, stampMm + gutterMm, ...(code ? [codeWidthMm] : [])];
  const scan = code ? [[pictureLine(code, codeMm, AlignmentType.RIGHT)]] : [];
  return [sideBySide(widths, [words, marks, ...scan], { heightMm: code ? codeMm : 0 })];
}

/** Between two paragraphs of a letter, and between two notes. */
const LETTER_GAP_PT = 6;
const NOTE_GAP_MM = 1;

function paragraphs(block: Paragraphs, section: Section, keepNext: boolean): Paragraph[] {
  const { sizePt, indentMm, items } = block;
  const letter = indentMm > 0;
  const between = letter ? points(LETTER_GAP_PT) : Math.max(0, twips(NOTE_GAP_MM) - points(0.25 * sizePt));
  return items.map(
    (item, i) =>
      new Paragraph({
        run: { size: 2 * sizePt },
        alignment: letter ? AlignmentType.JUSTIFIED : AlignmentType.LEFT,
        indent: { firstLine: twips(indentMm) },
        spacing: { before: i > 0 ? between : 0, ...pitched(LETTER_PITCH) },
        keepNext: keepNext && i === items.length - 1,
        children: [
          ...(item.lead
            ? [run({ text: `${item.lead} `, bold: true, italic: item.italic ?? false }, sizePt)]
            : []),
          run({ text: wordsOf(item, block, section), italic: item.italic ?? false }, sizePt),
        ],
      }),
  );
}

/** Hours whole, the lead counted in. */
function wordsOf(
  { lead, text }: Paragraphs['items'][number],
  { sizePt, indentMm }: Paragraphs,
  { face, page }: Section,
): string {
  const before = lead ? `${lead} ` : '';
  const [roomMm, indentEm] = [innerWidthMm(page) - indentMm, indentMm / pointsToMm(sizePt)];
  const setting = { face, bold: before !== '', hangingEm: -indentEm };
  return wholeHours(wrappedLines(before + text, roomMm / pointsToMm(sizePt), setting)).slice(before.length);
}

const STEP_MM = { above: 0.8, below: 3 };
const STEP_LEADING_PT = 2.5;

function ladder({ steps, sizePt }: Ladder): DocxBlock[] {
  return steps.flatMap(({ title, detail }, i) => [
    paragraph({ text: `${i + 1}. ${title}`, bold: true }, 1.25 * sizePt, {
      spacing: { before: twips(STEP_MM.above + (i > 0 ? STEP_MM.below : 0)), ...pitched(LINE) },
      keepNext: detail.length > 0,
    }),
    ...detail.map((text, at) =>
      paragraph({ text }, sizePt, {
        indent: { left: twips(8) },
        spacing: pitched(LINE + STEP_LEADING_PT / sizePt),
        keepNext: at < detail.length - 1,
      }),
    ),
  ]);
}

const COLUMN_GAP_MM = 4;
/** Beneath the title of a directory. */
const ENTRIES_GAP_MM = 1;

/**
 * A row a line, as on paper, so that a list longer than a page begins beneath its title. The row's height says how far lines are
 * apart: a row of one line is else 1.3 pt higher than a line among others.
 */
function directory({ title, entries, columns, sizePt }: Directory, width: number): DocxBlock[] {
  const each = (width - (columns - 1) * COLUMN_GAP_MM) / columns;
  const tall = Math.ceil(entries.length / columns);
  const entryAt = (at: number): Paragraph[] => {
    const { name, value } = entries[at] ?? { name: '', value: '' };
    return [
      new Paragraph({
        run: { size: 2 * sizePt },
        tabStops: [{ type: TabStopType.RIGHT, position: twips(each), leader: LeaderType.DOT }],
        spacing: pitched(LINE),
        children: at < entries.length ? [run({ text: `${name}\t${value}` }, sizePt)] : [],
      }),
    ];
  };
  const widths = Array.from({ length: columns }, (_, i) => each + (i === 0 ? 0 : COLUMN_GAP_MM));
  const rows = Array.from({ length: tall }, (_, row) =>
    widths.map((_, column) => entryAt(column * tall + row)),
  );
  return [
    paragraph({ text: title, bold: true }, sizePt, { spacing: pitched(LINE), keepNext: true }),
    gap(ENTRIES_GAP_MM, true),
    rowsUnruled(widths, rows, { gutterMm: COLUMN_GAP_MM, heightMm: pointsToMm(LETTER_PITCH * sizePt) }),
  ];
}
