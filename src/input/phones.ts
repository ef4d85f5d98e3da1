/** Telephone numbers as lists have them: several a cell, with notes and extensions, with noughts lost on the way. */

import { foldForSearch } from '../kernel/names.ts';

/** Why a text is no number: `letters` O for 0 or l for 1, `short`, `long`, `old` no longer in use, or another thing altogether. */
export type PhoneDoubt = 'letters' | 'short' | 'long' | 'old' | 'other';

export interface PhoneNumber {
  /** As written, marks between digits read as spaces: "0900 000 680", "0243 825 113 máy lẻ 12". */
  readonly text: string;
  /** Lines of an office or a house; mobile numbers begin with 03, 05, 07, 08, 09. */
  readonly fixed: boolean;
  /** Had lost its leading nought. */
  readonly mended: boolean;
  /** Of an office, without its area code. */
  readonly local: boolean;
}

export interface PhoneReading {
  readonly numbers: readonly PhoneNumber[];
  readonly doubts: readonly {
    readonly text: string;
    readonly doubt: PhoneDoubt;
    readonly suggestion: string;
  }[];
  /** Words beside the numbers that are not kept: "Zalo". */
  readonly notes: readonly string[];
}

const NOTHING = ['khong', 'chua', 'cap nhat sau', 'trong', 'n/a', 'na', 'none', 'null', '0', 'x'];
const NOT_YET = /^(?:khong|chua|dang|se|cho)\s(?:co|ro|cap nhat|dang ky|bo sung|biet)\b\D*$/u;
const EXTENSION =
  /(?:máy\s*(?:lẻ|nhánh)|số\s*(?:lẻ|nhánh)|nhánh|lẻ|line|ext(?:ension)?\.?|(?<!\p{L})(?:ml|x)|#)\s*[:.]?\s*(\d{1,6})|(?<=\d)\s*\((\d{1,5})\)\s*$/iu;
const BETWEEN =
  /\s*(?:[;,/|\n&]|\s(?:hoặc|và)\s|\s[-–—]\s|(?<=\d)\s+(?=\p{L}[\p{L} ]{0,12}[\s:.]\s*\+?\d{4})|(?<=\d{9})\s+(?=\+?\d{9}))\s*/iu;
const LEAST_DIGITS = 9;
/** Subscribers' numbers within a province have seven or eight digits (numbering plan of 2016, Circular 22/2014/TT-BTTTT). */
const WITHOUT_AREA = /^[2-8]\d{6,7}$/u;
const MOST_DIGITS = 15;
/** Numbers of services, free or paid: 1800 1234, 1900 123456. */
const SERVICE = /^1[89]00\d{4,6}$/u;

/** "Không có", "đang cập nhật", "-": written where nothing is. */
export function saysNothing(text: string): boolean {
  const folded = foldForSearch(text).replace(/^[(“"]+|[)”".…]+$/gu, '');
  return folded === '' || NOTHING.includes(folded) || NOT_YET.test(folded) || !/[\p{L}\p{N}]/u.test(folded);
}

/** @param local whether seven or eight digits are a number: an office's, dialled within its area. */
export function readPhones(text: string, { local = false } = {}): PhoneReading {
  const numbers: PhoneNumber[] = [];
  const doubts: PhoneReading['doubts'][number][] = [];
  const notes: string[] = [];
  if (saysNothing(text)) return { numbers, doubts, notes };
  for (const piece of piecesOf(text)) {
    const { digits, words, extension } = takeApart(piece);
    const found = digits === '' ? undefined : numberOf(digits, local);
    if (found && 'doubt' in found) doubts.push({ text: piece, ...found });
    else if (found) numbers.push({ ...found, text: `${found.text}${extension}` });
    const last = numbers.at(-1);
    if (!found && extension !== '' && last)
      numbers[numbers.length - 1] = { ...last, text: last.text + extension };
    else if (!found && /\d/u.test(piece)) doubts.push({ text: piece, doubt: 'other', suggestion: '' });
    if (/\d{5}/u.test(words)) doubts.push({ text: words, doubt: 'other', suggestion: '' });
    else if (words !== '' && (found || !/\d/u.test(piece)) && !saysNothing(words)) notes.push(words);
  }
  return { numbers: apart(numbers), doubts, notes };
}

/** A dash parts two numbers only where each side is one: "090-000-0678" is one. */
function piecesOf(text: string): string[] {
  const whole = text.replace(/^['‘’`]/u, '').trim();
  return whole.split(BETWEEN).flatMap((piece) => {
    const sides = piece.split(/[-–—]/u);
    const both = sides.length > 1 && sides.every((side) => side.replace(/\D/gu, '').length >= LEAST_DIGITS);
    return (both ? sides : [piece]).map((each) => each.trim()).filter((each) => each !== '');
  });
}

/** An O or l that is the end or beginning of a word is none of its digits. */
const DIGITS =
  /(?:\+|\(\+?)?(?:\d|(?<!\p{L})[OoQlI](?!\p{L}|\s))[\dOoQlI\s.()–—-]*(?:\d|[OoQlI](?!\p{L}))|\d/u;

/** What digits a piece has, with what signs between; the words around them; an extension. */
function takeApart(piece: string): { digits: string; words: string; extension: string } {
  const [, after, bracketed] = EXTENSION.exec(piece) ?? [];
  const number = after ?? bracketed;
  const extension = number === undefined ? '' : ` máy lẻ ${number}`;
  const rest = piece.replace(EXTENSION, ' ');
  // An O or l within digits is kept with them, to be asked about.
  const found = DIGITS.exec(rest.match(/\d/u) ? rest : '');
  const digits = found && /\d{2}|^\d$/u.test(found[0].replace(/[^\dOoQlI]/gu, '')) ? found[0].trim() : '';
  const words = (digits === '' ? rest : rest.replace(digits, ' ')).replace(/[\s():.,'"–—-]+/gu, ' ').trim();
  return { digits, words: LABELS.includes(foldForSearch(words)) ? '' : words, extension };
}

/** Words that only say that it is a number. */
const LABELS = [
  'dt',
  'sdt',
  'dd',
  'tel',
  'phone',
  'so',
  'di dong',
  'mobile',
  'dien thoai',
  'cq',
  'vp',
  'van phong',
  'co quan',
  'nr',
  'nha rieng',
  'ban',
  'may ban',
  'cd',
  'co dinh',
  'hotline',
  'd',
  'm',
  't',
];

function numberOf(text: string, local: boolean): PhoneNumber | { doubt: PhoneDoubt; suggestion: string } {
  if (/[OoQlI]/u.test(text)) {
    const suggestion = text.replace(/[OoQ]/gu, '0').replace(/[lI]/gu, '1');
    return { doubt: 'letters', suggestion: suggestion.replace(/[\s.()–—-]+/gu, ' ').trim() };
  }
  const plain = text
    .replace(/^(\(?\+\s*84\)?)[\s.-]*\(?0\)?(?=[\s.)-]*[235789])/u, '$1 ')
    .replace(/[\s.()–—-]+/gu, ' ')
    .trim();
  const digits = plain.replace(/\D/gu, '');
  if (SERVICE.test(digits)) return { text: plain, fixed: true, mended: false, local: false };
  const renumbered = renumberedOf(digits);
  if (renumbered !== undefined) return { doubt: 'old', suggestion: renumbered };
  if (local && WITHOUT_AREA.test(digits)) return { text: plain, fixed: true, mended: false, local };
  if (digits.length < LEAST_DIGITS) return { doubt: 'short', suggestion: '' };
  const two = /^(0[35789]\d{8})(0[35789]\d{8})$/u.exec(digits);
  if (two) return { doubt: 'long', suggestion: `${two[1]}; ${two[2]}` };
  if (digits.length > MOST_DIGITS) return { doubt: 'long', suggestion: '' };
  const national = nationalOf(plain, digits);
  return {
    text: national.text,
    fixed: /^02/u.test(national.digits),
    mended: national.text !== plain,
    local: false,
  };
}

/** Mobile numbers of eleven digits ended on 15 September 2018, Hà Nội's area code 04 in June 2017 (Ministry of Information and Communications). */
const RENUMBERED = new Map(
  (
    '0120:070 0121:079 0122:077 0126:076 0128:078 0123:083 0124:084 0125:085 0127:081 0129:082 0162:032 0163:033 ' +
    '0164:034 0165:035 0166:036 0167:037 0168:038 0169:039 0186:056 0188:058 0199:059'
  )
    .split(' ')
    .map((each) => each.split(':') as [string, string]),
);

/** What an old number is dialled by today; undefined for any other. */
function renumberedOf(digits: string): string | undefined {
  const now = digits.length === 11 ? RENUMBERED.get(digits.slice(0, 4)) : undefined;
  if (now !== undefined) return `${now}${digits.slice(4)}`;
  return /^04\d{8}$/u.test(digits) ? `024${digits.slice(2)}` : undefined;
}

/** With its nought: 84… without a plus sign and nine digits of a mobile number have lost it; so has 24 3825 1111. */
function nationalOf(plain: string, digits: string): { text: string; digits: string } {
  if (plain.startsWith('+')) return { text: plain, digits: digits.replace(/^84/u, '0') };
  if (/^0084/u.test(digits)) return { text: `0${digits.slice(4)}`, digits: `0${digits.slice(4)}` };
  if (/^84(?:[35789]\d{8}|2\d{8,9})$/u.test(digits))
    return { text: `0${digits.slice(2)}`, digits: `0${digits.slice(2)}` };
  if (/^(?:[35789]\d{8}|2\d{9})$/u.test(digits)) return { text: `0${plain}`, digits: `0${digits}` };
  return { text: plain, digits };
}

/** The digits a number is dialled by, "+84" as "0"; the same however it is written. */
export function dialled(phone: string): string {
  return phone
    .replace(EXTENSION, '')
    .replace(/^\s*\+?\s*84/u, '0')
    .replace(/\D/gu, '');
}

/** The same to dial, extension and all. */
export function sameNumber(a: string, b: string): boolean {
  const extension = (phone: string): string => EXTENSION.exec(phone)?.[1] ?? '';
  return dialled(a) === dialled(b) && extension(a) === extension(b);
}

function apart(numbers: readonly PhoneNumber[]): PhoneNumber[] {
  return numbers.filter(
    (each, i) => numbers.findIndex(({ text }) => dialled(text) === dialled(each.text)) === i,
  );
}
