/** What of a table stays on one page: all of it where it is to stand whole, and its end with the signatures beneath. */

import { type Block, innerHeightMm, innerWidthMm, type Section, type Table } from './document.ts';
import { signerHeads } from './signer-heads.ts';
import { LEADING, LINE, partedAbove, rowHeightsMm, sum } from './table-fit.ts';
import { linesWrapped, pointsToMm } from './text-width.ts';

const MOST_ROWS = 3;
/** Of rows with more lines than this one is enough: three would leave no room to sign. */
const FEW_LINES = 2;
/** Nor would rows that are higher together. */
const MOST_MM = 60;

/** So many last rows, a group of them whole; of a short table fewer, which would else go to the next page whole and leave its title behind. */
export function keptRows({ rows, ...table }: Table, { face }: Pick<Section, 'face'>): number {
  const lines = Math.max(1, ...(rows.at(-1) ?? []).map((cell) => cell.lines.length));
  let most = lines > FEW_LINES ? 1 : Math.min(MOST_ROWS, Math.max(1, Math.floor(rows.length / 2)));
  const heights = rowHeightsMm(table, { rows, face, paddingMm: table.paddingMm });
  while (most > 1 && sum(heights.slice(-most)) > MOST_MM) most--;
  const counts = Array.from({ length: most }, (_, i) => most - i);
  return counts.find((count) => partedAbove(rows, count) === 0) ?? most;
}

/** What follows a table and stays with its last rows: notes, signatures, or both. */
const ENDS = ['paragraphs', 'signatures', 'paragraphs signatures'];

export function endsSection(after: readonly Block[]): boolean {
  return ENDS.includes(after.map(({ kind }) => kind).join(' '));
}

/** Left free on the page of a table that stands whole: its title and what heads the page. */
const BESIDE_MM = 45;

/** Whether a table that should stand whole can: it and what it is signed with on one page. */
export function standsWhole(table: Table, section: Section): boolean {
  if (table.start === 'here') return false;
  const { sizePt, widthsMm, head, rows, paddingMm } = table;
  const { blocks, face, page } = section;
  const after = blocks.slice(blocks.indexOf(table) + 1);
  const own = sum(rowHeightsMm({ sizePt, widthsMm }, { rows: [...head, ...rows], face, paddingMm }));
  const end = endsSection(after) ? sum(after.map((block) => endMm(block, section))) : 0;
  return own + end <= Math.min(innerHeightMm(page), page.heightMm - BESIDE_MM);
}

/** Of a note and of signatures, with the space above. */
function endMm(block: Block, { page, face }: Section): number {
  if (block.kind === 'paragraphs') {
    const room = { face };
    const roomEm = innerWidthMm(page) / pointsToMm(block.sizePt);
    const lines = block.items.map(({ text }) => linesWrapped(text, roomEm, room));
    return pointsToMm(sum(lines) * LETTER_PITCH * block.sizePt) + SPACE_MM.note;
  }
  if (block.kind !== 'signatures') return 0;
  const heads = Math.max(...signerHeads(block.signers).map(({ length }) => length));
  return pointsToMm((heads * LETTER_PITCH + LINE) * block.sizePt) + block.roomMm + SPACE_MM.signed;
}

/** Lines of notes and of who signs stand so many sizes apart (`letter.typ`). */
const LETTER_PITCH = LINE + LEADING + 0.15;
const SPACE_MM = { note: 3, signed: 6 };
