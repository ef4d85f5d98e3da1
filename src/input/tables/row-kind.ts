/** What a row of a list is when it is no entry: a total, a signature, the name of a department, a line of numbers. */

import { beginsAsName } from './person-name.ts';

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

/** With their marks: "Tống", "Công" and "Vũ" are people's names, "Tổng", "Cộng" and "Vụ" are none. */
const TOTAL = /^(?:tổng(?: cộng| số)?|cộng|danh sách (?:này |gồm |có )|ấn định|tất cả:?)(?![\p{L}])/u;
/** "Cộng khối văn phòng", "Tổng cộng (A+B)", "Cộng mục I": of a part of the list. */
const TOTAL_OF =
  /^(?:tổng cộng|tổng số|cộng (?:khối|phòng|ban|tổ|đội|nhóm|bộ phận|khoa|trung tâm|đơn vị|mục|phần|trang|chung|dồn|toàn|[ivx]+(?![\p{L}])))/u;
/** What is printed on each page. */
const PAGE_MARK = /^(?:trang|page|tờ(?: số)?)\s*(?:số\s*)?:?\s*\d+(?:\s*(?:\/|trên|of)\s*\d+)?$/u;
const TOTAL_WORD = /^(?:tổng(?: cộng| số)?|cộng)\s*:?$/u;
const SIGNATURE =
  /^\(?(?:người (?:lập|ghi|viết)|thủ trưởng|cán bộ lập|lập biểu|ký[,. ]|ký tên|ký và ghi|nơi nhận|k\/?t\.|t\/?m\.|t\/?l\.|t\/?uq\.|xác nhận|phê duyệt|duyệt(?![\p{L}])|kiểm soát|trưởng đơn vị|đại diện|- ?lưu)/u;
const DATED_PLACE = /ngày\s*(?:\d{1,2}|[._…]+)?\s*tháng\s*(?:\d{1,2}|[._…]+)?\s*năm/u;
const NOTE = /^(?:ghi chú|lưu ý|chú thích|nguồn)\s*:|^\*|^\(/u;
/** Words a department's name begins with. */
const UNIT =
  /^(?:phòng|ban|tổ|khối|đội|trung tâm|văn phòng|bộ phận|khoa|cục|chi cục|tổng cục|vụ|sở|viện|trường|nhóm|lãnh đạo|hội đồng|đoàn thanh niên|thanh tra|đảng ủy|đảng uỷ|công đoàn|bộ chỉ huy|đơn vị|chi nhánh|trạm|xí nghiệp|thường trực|hđnd|ubnd|ủy ban|uỷ ban)(?![\p{L}])/u;
/** The same where nothing has marks; those that could be names left out. */
const BARE_UNIT =
  /^(?:phong|khoi|trung tam|van phong|bo phan|chi cuc|tong cuc|lanh dao|thanh tra|chi nhanh|uy ban)\b/u;
const NUMERAL = /^\(?(?:[IVXLC]{1,7}|[A-HK]|\d{1,2}(?:\.\d{1,2})*)\s*(?:[.)/:]|\s[-–])\s*(?=\p{L})/u;

export function isTotal(text: string): boolean {
  const lower = lowered(text);
  return TOTAL_WORD.test(lower) || TOTAL_OF.test(lower) || (TOTAL.test(lower) && /\d|:/u.test(lower));
}

export function isSignature(text: string): boolean {
  const lower = lowered(text);
  return SIGNATURE.test(lower) || DATED_PLACE.test(lower);
}

export function isPageMark(text: string): boolean {
  return PAGE_MARK.test(lowered(text));
}

export function isNote(text: string): boolean {
  return NOTE.test(lowered(text)) || text.length > 90;
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

const WEEKDAY = /^(?:t[2-7]|cn|thứ (?:[2-7]|hai|ba|tư|năm|sáu|bảy)|chủ nhật|hai|ba|tư|năm|sáu|bảy)$/u;

/** "T2 T3 T4 …" under a line of days. */
export function isWeekdays(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 2 && filled.every((cell) => WEEKDAY.test(lowered(cell)));
}

/** Whether text that stands alone in its row names a part of the unit. */
export function isUnitName(text: string): boolean {
  const bare = withoutNumeral(text);
  const lower = lowered(bare);
  if (UNIT.test(lower) || BARE_UNIT.test(lower)) return true;
  return bare !== text && bare === bare.toLocaleUpperCase('vi') && !beginsAsName(bare);
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

function lowered(text: string): string {
  return text.trim().toLocaleLowerCase('vi').replace(/\s+/gu, ' ');
}

function withoutNumeral(text: string): string {
  return text.trim().replace(NUMERAL, '');
}
