/** What parts the blocks of a page, as `letter.typ` and `sheet.typ` set them: between two, the larger of both spaces. */

import type { Block } from './document.ts';
import { pointsToMm } from './text-width.ts';

interface Space {
  readonly aboveMm: number;
  readonly belowMm: number;
}

const SPACES: Readonly<Record<Exclude<Block['kind'], 'paragraphs'>, Space>> = {
  letterhead: { aboveMm: 0, belowMm: pointsToMm(1.2 * 14) },
  title: { aboveMm: 7, belowMm: 5 },
  masthead: { aboveMm: 0, belowMm: 3.5 },
  table: { aboveMm: 4, belowMm: 0 },
  ladder: { aboveMm: 4, belowMm: 0 },
  directory: { aboveMm: 3.5, belowMm: 0 },
  signatures: { aboveMm: 8, belowMm: 0 },
  scan: { aboveMm: 5, belowMm: 2 },
};

function spaceOf(block: Block): Space {
  if (block.kind !== 'paragraphs') return SPACES[block.kind];
  return { aboveMm: block.indentMm > 0 ? pointsToMm(6 + 0.25 * block.sizePt) : 3, belowMm: 0 };
}

/** Under a table, where what ends its section is tied to its last rows (`table.typ`). */
const TIED_MM = { signatures: 4, paragraphs: 2 };

/** @param ends whether `block` begins what ends its section. */
export function spaceBetweenMm(before: Block | undefined, block: Block, ends: boolean): number {
  if (before?.kind === 'table' && ends && (block.kind === 'signatures' || block.kind === 'paragraphs')) {
    return TIED_MM[block.kind];
  }
  // Nothing above a page's first block.
  return before ? Math.max(spaceOf(before).belowMm, spaceOf(block).aboveMm) : 0;
}
