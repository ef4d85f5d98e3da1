/** How wide a line of text will be, so that columns fit before anything is typeset, in PDF and Word alike. */

import { onceForEach } from '../../kernel/once-for.ts';
import type { Face } from './document.ts';
import { CHARACTERS, FONT_WIDTHS, type FontWidths } from './font-widths.ts';

/** In units of the font. */
interface Font {
  readonly units: number;
  readonly advances: ReadonlyMap<string, number>;
  /** By the letter at the left, then by the first letter of those that are kerned like the one at the right. */
  readonly kerns: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly firstOf: ReadonlyMap<string, string>;
}

function fontOf(units: number, { advances, kerns }: FontWidths): Font {
  const widths = advances.split(/\s/).map(Number);
  const [rights = '', ...lefts] = kerns.split('\n');
  return {
    units,
    advances: new Map([...CHARACTERS].map((character, i) => [character, widths[i] ?? 0])),
    kerns: new Map(lefts.map(kernsOfGroup).flatMap(([group, of]) => [...group].map((left) => [left, of]))),
    firstOf: new Map(
      rights.split('|').flatMap((group) => [...group].map((right) => [right, group[0] ?? ''])),
    ),
  };
}

function kernsOfGroup(line: string): [string, ReadonlyMap<string, number>] {
  const [group = '', ...kerns] = line.split('|');
  const each = kerns.flatMap((kern): [string, number][] => {
    const at = kern.indexOf('=');
    return [...kern.slice(at + 1)].map((first) => [first, Number(kern.slice(0, at))]);
  });
  return [group, new Map(each)];
}

const MARKS = /\p{Mn}/gu;

/** What is not known is reckoned as wide as it is high; a letter of another language as wide as without its marks. */
function advanceOf(character: string, { advances, units }: Font): number {
  return advances.get(character) ?? advances.get(character.normalize('NFD').replace(MARKS, '')) ?? units;
}

function measured(text: string, font: Font): number {
  let total = 0;
  let before = '';
  for (const character of text.normalize('NFC')) {
    const kern = font.kerns.get(before)?.get(font.firstOf.get(character) ?? '') ?? 0;
    total += advanceOf(character, font) + kern;
    before = character;
  }
  return total / font.units;
}

/** Names are measured again at every size that is tried; beyond so many the measures are forgotten. */
const MOST_KNOWN = 20_000;

function widthsIn({
  units,
  plain,
  bold,
}: (typeof FONT_WIDTHS)[Face]): Record<'plain' | 'bold', (text: string) => number> {
  const of = (widths: FontWidths): ((text: string) => number) => {
    const font = fontOf(units, widths);
    return onceForEach(MOST_KNOWN, (text: string) => measured(text, font));
  };
  return { plain: of(plain), bold: of(bold) };
}

const WIDTHS = { serif: widthsIn(FONT_WIDTHS.serif), sans: widthsIn(FONT_WIDTHS.sans) };

/** Width in ems: times the size in points gives points. That of the type itself, kerned as Typst sets it. */
export function widthEm(text: string, face: Face, bold = false): number {
  return WIDTHS[face][bold ? 'bold' : 'plain'](text);
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
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    const fits = widthEm(longer, face, bold) <= roomEm - (lines.length > 0 ? hangingEm : 0);
    if (line !== '' && !fits) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

export function linesWrapped(text: string, roomEm: number, setting: TextSetting): number {
  return wrappedLines(text, roomEm, setting).length;
}

export function pointsToMm(points: number): number {
  return points * MM_PER_POINT;
}
