/**
 * How wide a line of text will be, so that columns fit before anything is typeset, in PDF and Word alike. The tables
 * are the advances of Tinos (metric-compatible with Times New Roman) and Be Vietnam Pro; marks take no width of their own.
 */

import type { Face } from './document.ts';

/** Advances in thousandths of the size, U+0020 to U+007E. */
const SERIF = `250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500
278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944
722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500
500 722 500 500 444 480 200 480 541`;
const SERIF_BOLD = `250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500
500 333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722
1000 722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333
556 500 722 500 500 444 394 220 394 520`;
const SANS = `230 280 318 807 645 849 740 179 439 439 497 608 303 608 286 503 676 385 651 660 710 660 680 594 634 680 286
303 556 726 556 573 1005 736 674 775 728 620 633 783 709 258 465 679 624 853 732 826 644 822 668 635 650 725 706 1005 720
665 660 459 485 459 559 702 202 642 652 613 652 599 386 643 583 264 274 555 255 893 573 642 652 652 392 508 428 566 576
870 559 583 502 426 408 426 468`;
const SANS_BOLD = `230 341 391 845 649 871 763 222 453 453 513 652 346 607 335 541 700 431 664 680 720 682 700 598 668 700
335 346 573 752 573 621 1018 769 709 780 751 642 644 790 732 290 491 716 643 888 749 828 679 826 712 666 686 738 745 1057
769 718 667 504 531 504 612 736 288 658 668 629 668 618 409 659 608 296 301 599 288 896 598 658 668 668 429 537 438 588
594 884 608 597 521 480 434 480 490`;

/** What horn and stroke add to a letter's width; the wider of regular and bold. */
const EXTRAS: Readonly<Record<Face, ReadonlyMap<string, number>>> = {
  serif: new Map([
    ['o\u031b', 54],
    ['u\u031b', 45],
    ['U\u031b', 75],
  ]),
  sans: new Map([
    ['o\u031b', 12],
    ['u\u031b', 10],
    ['U\u031b', 9],
    ['đ', 17],
    ['Đ', 60],
  ]),
};

/** Other signs, the wider of regular and bold. */
const OTHERS: Readonly<Record<Face, ReadonlyMap<string, number>>> = {
  serif: new Map([
    ['–', 500],
    ['—', 1000],
    ['…', 1000],
    ['·', 333],
    ['\u00a0', 250],
  ]),
  sans: new Map([
    ['–', 704],
    ['—', 1000],
    ['…', 1000],
    ['·', 333],
    ['\u00a0', 250],
  ]),
};
const UNKNOWN = 1000;

const MARKS = /\p{Mn}/u;
/** Letters that do not come apart into base and mark. */
const STROKED: ReadonlyMap<string, string> = new Map([
  ['đ', 'd'],
  ['Đ', 'D'],
]);

const FIRST = 0x20;

function tableOf(advances: string): readonly number[] {
  return advances.split(/\s+/).map(Number);
}

const TABLES: Readonly<Record<Face, Readonly<Record<'plain' | 'bold', readonly number[]>>>> = {
  serif: { plain: tableOf(SERIF), bold: tableOf(SERIF_BOLD) },
  sans: { plain: tableOf(SANS), bold: tableOf(SANS_BOLD) },
};

/** Names are measured again at every size that is tried; beyond so many the measures are forgotten. */
const MOST_KNOWN = 20_000;
const known = new Map<string, number>();

/** Width in ems: times the size in points gives points. Never less than the font's own, by design a little more. */
export function widthEm(text: string, face: Face, bold = false): number {
  const key = `${face}${bold ? 'b' : 'p'}${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const width = measured(text, face, bold);
  known.set(key, width);
  return width;
}

function measured(text: string, face: Face, bold: boolean): number {
  const table = TABLES[face][bold ? 'bold' : 'plain'];
  const extras = EXTRAS[face];
  let total = 0;
  let base = '';
  for (const character of text.normalize('NFD')) {
    if (MARKS.test(character)) {
      total += extras.get(base + character) ?? 0;
      continue;
    }
    base = character;
    const advance = table[((STROKED.get(character) ?? character).codePointAt(0) ?? 0) - FIRST];
    total += (advance ?? OTHERS[face].get(character) ?? UNKNOWN) + (extras.get(character) ?? 0);
  }
  // Be Vietnam Pro gives accented vowels up to a sixtieth more than their base.
  return (total / 1000) * (face === 'sans' ? 1.015 : 1);
}

const MM_PER_POINT = 25.4 / 72;

export function widthMm(text: string, sizePt: number, face: Face, bold = false): number {
  return widthEm(text, face, bold) * sizePt * MM_PER_POINT;
}

/** The widest single word, which a column must hold whatever wraps. */
export function widestWordEm(text: string, face: Face, bold = false): number {
  return Math.max(0, ...text.split(/\s+/).map((word) => widthEm(word, face, bold)));
}

/** What a text is set in. */
export interface TextSetting {
  readonly face: Face;
  readonly bold?: boolean;
  /** So much narrower are all lines but the first. */
  readonly hangingEm?: number;
}

/** The lines of a text, filled word by word. */
export function wrappedLines(
  text: string,
  roomEm: number,
  { face, bold = false, hangingEm = 0 }: TextSetting,
): string[] {
  if (widthEm(text, face, bold) <= roomEm) return [text];
  const space = widthEm(' ', face, bold);
  const lines: string[][] = [[]];
  let used = 0;
  for (const word of text.split(' ')) {
    const width = widthEm(word, face, bold);
    if (used > 0 && used + space + width > roomEm - (lines.length > 1 ? hangingEm : 0)) {
      lines.push([word]);
      used = width;
    } else {
      lines.at(-1)?.push(word);
      used += (used > 0 ? space : 0) + width;
    }
  }
  return lines.map((words) => words.join(' '));
}

export function linesWrapped(text: string, roomEm: number, setting: TextSetting): number {
  return wrappedLines(text, roomEm, setting).length;
}

export function pointsToMm(points: number): number {
  return points * MM_PER_POINT;
}
