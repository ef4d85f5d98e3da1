/** How the words at the foot of a page are set, so that they end 6 mm above its edge, however long a unit's name is. */

import { type DutyDocument, innerWidthMm, type Section } from './document.ts';
import { LINE } from './table-fit.ts';
import { linesWrapped, pointsToMm, widthEm } from './text-width.ts';

export interface PageFoot {
  readonly sizePt: number;
  /** What stands between the line and the code; none where the code has a line of its own. */
  readonly join: string;
}

const SIZES = [8, 7.5, 7, 6.5, 6, 5.5, 5] as const;
const LEAST = 5;
/** Between two lines, in sizes; above the foot, and what printers leave out beneath; the QR code with its space (`page.typ`). */
const LEADING = 0.3;
const ABOVE_MM = 1.5;
const EDGE_MM = 6;
const CODE_MM = 16;
const MARK = ' · ';

/** Two lines, or where the first is too long all as one text, as large as the margin holds. */
export function pageFoot(
  { page, face }: Section,
  { line, code, pages, superseded }: DutyDocument['identity'],
): PageFoot {
  const widthMm = innerWidthMm(page) - CODE_MM;
  const heightMm = page.marginsMm.bottom - ABOVE_MM - EDGE_MM;
  const [usual] = SIZES;
  if (pointsToMm(widthEm(line, face) * usual) <= widthMm) return { sizePt: usual, join: '' };
  const text = [line, code, pages, superseded].filter((part) => part !== '').join(MARK);
  const fitting = SIZES.find((size) => {
    const lines = linesWrapped(text, widthMm / pointsToMm(size), { face });
    return pointsToMm((lines * (LINE + LEADING) - LEADING) * size) <= heightMm;
  });
  return { sizePt: fitting ?? LEAST, join: MARK };
}
