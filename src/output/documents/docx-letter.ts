/** The parts of a letter as Word sets them, in the decree's sizes: offices and nation, titles, who signs. */

import { AlignmentType, BorderStyle, Paragraph } from 'docx';
import { hasLeftSide, type Letterhead, type Line, type Signatures, type Title } from './document.ts';
import {
  centred,
  centredRule,
  type DocxBlock,
  gap,
  LETTER_PITCH,
  paragraph,
  pitched,
  RULE_MM,
  run,
  sideBySide,
  twips,
} from './docx-parts.ts';
import { SIGNER_GAP_MM, SIGNER_MM, signerHeads } from './signer-heads.ts';
import { LINE, sum } from './table-fit.ts';
import { pointsToMm, widthMm } from './text-width.ts';

const OFFICE_SHARE = 0.4;
/** Between offices and number, and between number and stamp. */
const NUMBER_GAP_MM = 4;
const STAMP_GAP_MM = 6;
/** Lines of a letterhead, of both its sizes, stand so far apart (`letter.typ`). */
const HEAD_LEADING_PT = 3.5;
const headPitch = (sizePt: number): number => LINE + HEAD_LEADING_PT / sizePt;

export function docxLetterhead(head: Letterhead, width: number): DocxBlock[] {
  const left = width * OFFICE_SHARE;
  const right = width - left;
  const line = (of: Line, sizePt: number): Paragraph => centred(of, sizePt, { pitch: headPitch(sizePt) });
  const office = [
    ...head.parent.map((text) => line({ text }, 12)),
    ...head.unit.map((text) => line({ text, bold: true }, 12)),
    centredRule(left, head.ruleMm),
  ];
  const nation = [
    line({ text: head.nation, bold: true }, 12),
    line({ text: head.motto, bold: true }, 13),
    centredRule(right, Math.min(right, widthMm(head.motto, 13, 'serif', true))),
  ];
  const number = [
    centred({ text: head.number }, 13, { pitch: LINE }),
    ...(head.about ?? []).map((text) => line({ text }, 12)),
    ...(head.urgency === '' ? [] : [urgencyMark(head, left)]),
  ];
  const place = [centred({ text: head.placeAndDate, italic: true }, 13, { pitch: LINE })];
  return [
    sideBySide([left, right], [office, nation]),
    gap(NUMBER_GAP_MM - RULE_MM),
    sideBySide([left, right], [number, place]),
  ];
}

/** Between the lines of a title, in sizes. */
export const TITLE_LEADING = 0.3;

export function docxTitle(
  { lines, ruleMm, roomAboveMm = 0 }: Title,
  width: number,
  keepNext: boolean,
): DocxBlock[] {
  return [
    // What stands first on a page has nothing above it: this room is wanted all the same.
    ...(roomAboveMm > 0 ? [gap(roomAboveMm, keepNext)] : []),
    ...lines.map((line) => centred(line, line.sizePt, { pitch: LINE + TITLE_LEADING, keepNext })),
    ...(ruleMm > 0 ? [centredRule(width, ruleMm, keepNext)] : []),
  ];
}

/** Red capitals in a frame (Phụ lục I, II.10), with the space around them that makes it 8 mm high. */
function urgencyMark({ urgency: text, urgencyMm }: Letterhead, width: number): Paragraph {
  const line = { style: BorderStyle.SINGLE, size: 8, color: 'C00000', space: 3 };
  const side = twips(Math.max(0, (width - urgencyMm) / 2 + 1));
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: side, right: side },
    spacing: { before: twips(STAMP_GAP_MM) },
    border: { top: line, bottom: line, left: line, right: line },
    children: [run({ text, bold: true }, 13, 'C00000')],
  });
}

/** Lines of recipients stand so far apart in a letter, notes of a sheet so in their size. */
const RECIPIENT_LEADING = 0.2;
const NOTE_PITCH = 1.42;

export function docxSignatures(block: Signatures, width: number): DocxBlock[] {
  const { sizePt, roomMm, recipients, notes, signers } = block;
  const beside = hasLeftSide(block);
  const count = signers.length;
  const parts = count + (beside ? 1 : 0);
  const each = count === 2 ? SIGNER_MM : (width - (parts - 1) * SIGNER_GAP_MM) / parts;
  const recipientPitch = LINE + (RECIPIENT_LEADING * sizePt) / 11;
  const left = [
    ...(recipients.title === ''
      ? []
      : [
          paragraph({ text: recipients.title, bold: true, italic: true }, 12, {
            spacing: pitched(recipientPitch),
          }),
        ]),
    ...recipients.lines.map((text) => paragraph({ text }, 11, { spacing: pitched(recipientPitch) })),
    ...notes.map((text) => paragraph({ text }, sizePt, { spacing: pitched(NOTE_PITCH) })),
  ];
  const heads = signerHeads(signers);
  const columns = signers.map(({ name }, i) => [
    ...(heads[i] ?? []).map((line) => centred(line, sizePt)),
    gap(roomMm - pointsToMm((LETTER_PITCH - LINE) * sizePt)),
    // A line is left free where nobody is named.
    centred({ text: name, bold: true }, sizePt, { pitch: LINE }),
  ]);
  const signing = signers.map((_, i) => each + (beside || i > 0 ? SIGNER_GAP_MM : 0));
  const gutter = { gutterMm: SIGNER_GAP_MM };
  return [
    beside
      ? sideBySide([width - sum(signing), ...signing], [left, ...columns], gutter)
      : sideBySide(signing, columns, gutter),
  ];
}
