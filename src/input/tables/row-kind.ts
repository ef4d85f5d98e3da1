/** What a row of a list is when it is no entry: a total, a signature, the name of a department, a line of numbers. */

import { foldForSearch } from '../../kernel/names.ts';

/** Why a row is set aside. */
export type AsideKind =
  | 'title'
  | 'heading'
  | 'numbering'
  | 'section'
  | 'total'
  | 'signature'
  | 'footer'
  | 'note'
  | 'blank'
  | 'hidden'
  | 'continuation';

const TOTAL = /^(tong( cong| so)?|cong|danh sach (nay |gom |co )|an dinh|tat ca:?)\b/u;
const TOTAL_WORD = /^(tong( cong| so)?|cong)$/u;
const SIGNATURE =
  /^\(?(nguoi (lap|ghi|viet)( bieu| bang| danh sach)?|thu truong|can bo lap|lap bieu|ky[,.]? |ky ten|ky va ghi|noi nhan|k\/?t\.|t\/?m\.|t\/?l\.|t\/?uq\.|xac nhan|phe duyet|duyet( cua)?|kiem soat|truong don vi|dai dien|- ?luu)/u;
const DATED_PLACE = /\bngay\s*(\d{1,2}|[._…]+)?\s*thang\s*(\d{1,2}|[._…]+)?\s*nam\b/u;
const NOTE = /^(ghi chu|luu y|chu thich|nguon)\s*:|^\*|^\(/u;
/** Words a department's name begins with. */
const UNIT =
  /^(phong|ban|to|khoi|doi|trung tam|van phong|bo phan|khoa|cuc|chi cuc|tong cuc|vu|so|vien|truong|nhom|lanh dao|hoi|doan|thanh tra|dang uy|cong doan|bo chi huy|don vi|chi nhanh|tram|xi nghiep|thuong truc|hdnd|ubnd|uy ban)\b/u;
const NUMERAL = /^\(?(?:[IVXLC]{1,7}|[A-HK]|\d{1,2}(?:\.\d{1,2})*)\s*(?:[.)/:]|\s[-–])\s*(?=\p{L})/u;

export function isTotal(text: string): boolean {
  const folded = foldForSearch(text);
  return TOTAL_WORD.test(folded) || (TOTAL.test(folded) && /\d|:/u.test(folded));
}

export function isSignature(text: string): boolean {
  const folded = foldForSearch(text);
  return SIGNATURE.test(folded) || DATED_PLACE.test(folded);
}

export function isNote(text: string): boolean {
  return NOTE.test(foldForSearch(text)) || text.length > 90;
}

/** "(1) (2) (3)", "1 2 3 4", "A B C": columns counted under their headings. */
export function isNumbering(cells: readonly string[]): boolean {
  const marks = cells.filter((cell) => cell !== '').map((cell) => cell.replace(/^\((.+)\)$/u, '$1').trim());
  if (marks.length < 2) return false;
  const numbers = marks.map(Number);
  const counted = numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1);
  const lettered = marks.every(
    (mark, i) => /^[A-Z]$/iu.test(mark) && mark.codePointAt(0) === (marks[0]?.codePointAt(0) ?? 0) + i,
  );
  return (numbers.every((number) => Number.isInteger(number) && number <= 60) && counted) || lettered;
}

/** Whether text that stands alone in its row names a part of the unit. */
export function isUnitName(text: string): boolean {
  const bare = withoutNumeral(text);
  return UNIT.test(foldForSearch(bare)) || (bare !== text && bare === bare.toLocaleUpperCase('vi'));
}

export function isRoman(text: string): boolean {
  return /^[IVXLC]{1,7}[.)]?$/u.test(text.trim()) || /^[A-H][.)]?$/u.test(text.trim());
}

/** "II. PHÒNG HẠ TẦNG (05 người):" is "PHÒNG HẠ TẦNG". */
export function unitNameIn(text: string): string {
  return withoutNumeral(text)
    .replace(/\s*[:(].*$/su, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function withoutNumeral(text: string): string {
  return text.trim().replace(NUMERAL, '');
}
