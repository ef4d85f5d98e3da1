/**
 * Text typed in the fonts of before Unicode (TCVN3 or ABC, VNI, VPS): recognised by its letters, and turned into Unicode.
 * Tables: TCVN 5712:1993 for TCVN3, the VNI and VPS fonts' own layouts.
 */

import { cleanText } from '../text-decoding.ts';
import { isSyllable, markedWords } from './syllables.ts';

export type LetterSet = 'tcvn3' | 'vni' | 'vps';

export interface Conversion {
  readonly from: LetterSet;
  readonly cells: number;
  /** As it stood, and as it is read. */
  readonly samples: readonly (readonly [string, string])[];
}

const VIETNAMESE = 'àáảãạâầấẩẫậăằắẳẵặđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ';

/** Sign by sign in the order of `VIETNAMESE`; a font for capitals gives capitals with the same signs. */
const TCVN3 = pairs(
  'µ¸¶·¹©ÇÊÈÉË¨»¾¼½Æ®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ',
  VIETNAMESE,
).concat(pairs('¡¢§£¤¥¦', 'ĂÂĐÊÔƠƯ'));

const VPS = pairs('àáäãåâÀÃÄÅÆæ¢¡£¤¥ÇèéÈëËêŠ‰‹ÍŒìíÌïÎòóÕõ†ôÒÓ°‡¶Ö©§ª«®ùúûÛøÜØÙº»¿ÿš›Ïœ', VIETNAMESE).concat(
  pairs('ÁÂ‚„ƒ…Éñ×ÞþÊ“”•µ´·¸¼¹½¾Ô—–˜™÷Ÿ¦¨ÚÑ¬Ð¯­±²Ýý³', 'ÁÂÃẦẤẨÉĐÈẺẼÊỀỂỄÌÍỈĨÒÓỎÕÔỒỐỔỖƠỞỠÙÚỦŨƯỪỨỬỲÝỶỸ'),
);

/** A letter that carries its marks behind it; these marks, by what they add. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
const VNI_BASE: Readonly<Record<string, string>> = { ô: 'ơ', ö: 'ư', Ô: 'Ơ', Ö: 'Ư' };
const VNI_ALONE = new Map(pairs('íìæóòîñÍÌÆÓÒÎÑ', 'íìỉĩịỵđÍÌỈĨỊỴĐ'));

function pairs(from: string, to: string): [string, string][] {
  const targets = [...to];
  return [...from].map((sign, i) => [sign, targets[i] ?? sign]);
}

const TABLES = { tcvn3: new Map(TCVN3), vps: new Map(VPS) };

function converted(text: string, from: LetterSet): string {
  if (from === 'vni') return fromVni(text);
  const table = TABLES[from];
  return [...ansiSigns(text)].map((sign) => table.get(sign) ?? sign).join('');
}

function fromVni(text: string): string {
  const signs = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöíìæóòîñ]/giu;
  return ansiSigns(text).replace(signs, (sign, base?: string, mark?: string) =>
    base && mark
      ? `${VNI_BASE[base] ?? base}${VNI_MARKS[mark.toLowerCase()] ?? ''}`.normalize('NFC')
      : (VNI_BASE[sign] ?? VNI_ALONE.get(sign) ?? sign),
  );
}

/** C1 controls are what windows-1252 writes as signs: both stand in files. */
function ansiSigns(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u0080-\u009f]/gu, (sign) =>
      new TextDecoder('windows-1252').decode(Uint8Array.of(sign.charCodeAt(0))),
    );
}

const SETS: readonly LetterSet[] = ['tcvn3', 'vni', 'vps'];
const MOST_SAMPLES = 4;
/** Letters that no old font has: such a text is right as it stands, whatever signs stand between its words. */
const UNICODE = /[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]/u;
/** Enough to tell by, and quick for the largest list. */
const MOST_LOOKED_AT = 3_000;

/** All texts of one sheet, turned into Unicode where they are not; and what was turned. */
export function readLetters(texts: readonly string[]): {
  readonly textOf: (text: string) => string;
  readonly conversion?: Conversion;
} {
  const all = [...new Set(texts)].filter((text) => markedWords(text).length > 0);
  const marked = all.filter((text) => !UNICODE.test(text));
  const odd = marked.filter((text) => !isSound(cleanText(text)));
  const looked = odd.slice(0, MOST_LOOKED_AT);
  const sound = (from: LetterSet): number => looked.filter((text) => isSound(converted(text, from))).length;
  const counts = SETS.map(sound);
  const most = Math.max(...counts);
  const from = SETS[counts.indexOf(most)];
  const plain = (text: string): string => oneSpelling(cleanText(text));
  // A stray foreign word is no font: most of what is odd must become sound.
  if (!from || most === 0 || most < looked.length * 0.6) return { textOf: plain };
  const whole = odd.length >= all.length * 0.6;
  const turned = new Map(
    (whole ? marked : odd.filter((text) => isSound(converted(text, from)))).map((text) => [
      text,
      plain(converted(text, from)),
    ]),
  );
  const samples = [...turned].sort(([a], [b]) => markedWords(b).length - markedWords(a).length);
  return {
    textOf: (text) => turned.get(text) ?? plain(text),
    conversion: {
      from,
      cells: texts.filter((text) => turned.has(text)).length,
      samples: samples.slice(0, MOST_SAMPLES),
    },
  };
}

/** How much of what holds a marked letter is Vietnamese as it stands; 1 where nothing does. */
export function soundShare(texts: readonly string[]): number {
  const marked = texts.filter((text) => markedWords(text).length > 0);
  return marked.length === 0 ? 1 : marked.filter(isSound).length / marked.length;
}

function isSound(text: string): boolean {
  return markedWords(text).every((word) => isSyllable(word.replace(/[ÐƉ]/gu, 'Đ').replace(/ð/gu, 'đ')));
}

/** Ð (U+00D0) and Ɖ (U+0189) look like Đ (U+0110), and would make a second person. */
function oneSpelling(text: string): string {
  return text.replace(/[ÐƉ]/gu, 'Đ').replace(/[ðɖ]/gu, 'đ');
}
