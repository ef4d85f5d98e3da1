/** The names in one cell of a roster: one or several, with numbers, phones, titles and notes around them. */

import { foldForSearch, normaliseName } from '../../kernel/names.ts';
import { isPosition, readPersonName } from '../tables/person-name.ts';

export interface CellName {
  readonly name: string;
  /** Empty for none. */
  readonly phone: string;
  /** What the cell says someone is, "PGĐ"; empty for nothing. */
  readonly position: string;
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
  'khong bo tri',
  'khong co',
  'one more wanted',
  'nen them nguoi',
  'vacant',
]);

const LABEL = /^((?:[-–—•*+]+\s*|\(?\d{1,2}\s*[.)/:-]\s*)?\p{L}[^:;,\n]{0,50}?)\s*:\s*(?=\S)/u;
const NO_LABEL = /^(?:đ\s*\/\s*c|đồng chí|đt|sđt|đtdđ|dđ|tel|phone|số|zalo|ông|bà)\.?$/iu;

export interface LabelledNames {
  /** What stands before a colon; empty for none. */
  readonly label: string;
  readonly text: string;
}

/** "Sáng: Lê Văn An; Chiều: …", each on its own line or after a semicolon: names with what they are there for. */
export function labelledNames(text: string): LabelledNames[] {
  const found: { label: string; text: string }[] = [];
  for (const line of text.split(/\n|;(?=[^:;\n]{1,50}:\s*\p{L})/u)) {
    const label = LABEL.exec(line.trim());
    const bare = normaliseName((label?.[1] ?? '').replace(BULLET, ''));
    const last = found.at(-1);
    if (label && !NO_LABEL.test(bare)) found.push({ label: bare, text: line.trim().slice(label[0].length) });
    else if (last) last.text = `${last.text}\n${line}`;
    else found.push({ label: '', text: line });
  }
  return found;
}

/** @param isWhole whether a text is someone's whole name, whatever signs it has. */
export function namesInCell(text: string, isWhole: (text: string) => boolean): CellName[] {
  return text.split('\n').flatMap((line) => namesInLine(line, isWhole));
}

function namesInLine(line: string, isWhole: (text: string) => boolean): CellName[] {
  const bare = normaliseName(line.replace(BULLET, ''));
  if (isNobody(bare)) return [];
  if (isWhole(bare)) return [{ name: bare, phone: '', position: '' }];
  const phones: string[] = [];
  const sides = bare.split(/\s*(?:\\|\||\s[-–—]\s)\s*/u);
  if (sides.length > 1 && sides.every(isWhole))
    return sides.map((name) => ({ name, phone: '', position: '' }));
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
    if (isWhole(piece)) return { name: piece, phone, position: '' };
    const read = readPersonName(piece);
    return { name: read.name, phone, position: read.title };
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
