/** The names in one cell of a roster: one or several, with numbers, phones, titles and notes around them. */

import { foldForSearch, normaliseName } from '../../kernel/names.ts';
import { isPosition, readPersonName } from '../tables/person-name.ts';

export interface CellName {
  readonly name: string;
  /** Empty for none. */
  readonly phone: string;
}

const PHONE = /\(?(?:(?:đt|sđt|số|tel|phone)\s*[.:]?\s*)?(\+?\d[\d .-]{7,16}\d)\)?/giu;
/** Its stroke parts no names. */
const COMRADE = /đ\s*\/\s*c(?:\.|:|\b)\s*/giu;
const BETWEEN = /\s*(?:[\n;,+&/]|\s(?:và|cùng)\s)\s*/iu;
const BULLET = /^\s*(?:[-–—•*+]+\s*|\(?\d{1,2}\s*[.)/:-]\s*)(?=\p{L})/u;
/** What a cell says where nobody sits. */
const NOBODY = new Set([
  'x',
  'trong',
  'chua bo tri',
  'chua co',
  'chua co nguoi',
  'khong',
  'khong truc',
  'nghi',
  'nghi le',
  'nghi tet',
  'nghi bu',
  'not assigned',
  'one more wanted',
  'nen them nguoi',
  'vacant',
]);

/** @param isWhole whether a text is someone's whole name, whatever signs it has. */
export function namesInCell(text: string, isWhole: (text: string) => boolean): CellName[] {
  return text.split('\n').flatMap((line) => namesInLine(line, isWhole));
}

function namesInLine(line: string, isWhole: (text: string) => boolean): CellName[] {
  const bare = normaliseName(line.replace(BULLET, ''));
  if (isNobody(bare)) return [];
  if (isWhole(bare)) return [{ name: bare, phone: '' }];
  const phones: string[] = [];
  const rest = bare.replace(COMRADE, ' ').replace(PHONE, (_, phone: string) => {
    phones.push(phone.trim());
    return ';';
  });
  const pieces = rest
    .split(BETWEEN)
    .map((each) => normaliseName(each.replace(BULLET, '').replace(/[\s:–-]+$/u, '')))
    .filter((each) => !isNobody(each) && (isWhole(each) || !isPosition(each)));
  return pieces.map((piece, i) => {
    // A number stands behind whose it is.
    const phone = phones.length === pieces.length ? (phones[i] ?? '') : '';
    return { name: isWhole(piece) ? piece : readPersonName(piece).name, phone };
  });
}

function isNobody(text: string): boolean {
  return (
    !/\p{L}/u.test(text) ||
    NOBODY.has(
      foldForSearch(text)
        .replace(/[.()[\]]/gu, '')
        .trim(),
    )
  );
}
