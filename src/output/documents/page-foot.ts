/** How the words at the foot of a page are set, so that they end 6 mm above its edge, however long a unit's name is. */

import { type DutyDocument, innerWidthMm, type Section } from './document.ts';
import { LINE, sum } from './table-fit.ts';
import { linesWrapped, pointsToMm } from './text-width.ts';

export interface PageFoot {
  readonly sizePt: number;
  /** What stands between the line and the code; none where the code has a line of its own. */
  readonly join: string;
}

const USUAL = 8;
const SIZES = [USUAL, 7.5, 7, 6.5, 6, 5.5];
const LEAST = 5;
/** Between two lines, in sizes; above the foot, and what printers leave out beneath; the QR code with its space (`page.typ`). */
const LEADING = 0.3;
const ABOVE_MM = 1.5;
const EDGE_MM = 6;
const CODE_MM = 16;
const MARK = ' · ';

/** Line and code one under the other, or where that is too high all as one text, as large as the margin holds. */
export function pageFoot(
  { page, face }: Section,
  { line, code, pages, superseded }: DutyDocument['identity'],
): PageFoot {
  const roomMm = innerWidthMm(page) - CODE_MM;
  const isHeldBy = (sizePt: number, ...texts: readonly string[]): boolean => {
    const lines = sum(texts.map((text) => linesWrapped(text, roomMm / pointsToMm(sizePt), { face })));
    return (
      pointsToMm((lines * (LINE + LEADING) - LEADING) * sizePt) <= page.marginsMm.bottom - ABOVE_MM - EDGE_MM
    );
  };
  const rest = [code, pages, superseded].filter((part) => part !== '').join(MARK);
  if (isHeldBy(USUAL, line, rest)) return { sizePt: USUAL, join: '' };
  return { sizePt: SIZES.find((size) => isHeldBy(size, line + MARK + rest)) ?? LEAST, join: MARK };
}
