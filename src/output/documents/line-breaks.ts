/** Names of offices and titles over several lines, broken between words as a clerk would: never inside a compound or a place. */

import type { Face } from './document.ts';
import { widthMm } from './text-width.ts';

/** Compounds of official names, each of two or more words that belong on one line. */
const COMPOUNDS =
  `ủy ban nhân dân|hội đồng nhân dân|mặt trận tổ quốc|trung tâm|văn phòng|ban quản lý|ban giám đốc|quản lý
|khoa học và công nghệ|khoa học|công nghệ thông tin|công nghệ số|công nghệ|thông tin và truyền thông|thông tin|truyền thông|
|chuyển đổi số|an toàn thông tin|an ninh mạng|an ninh|an toàn|ứng cứu sự cố|ứng cứu|sự cố|giám sát|hệ thống|dữ liệu
|cơ sở dữ liệu|hạ tầng số|hạ tầng|kỹ thuật|viễn thông|bưu chính|mật mã|cơ yếu|hành chính công|hành chính|phục vụ|dịch vụ công
|dịch vụ|hỗ trợ|tài nguyên|môi trường|nông nghiệp|phát triển|nông thôn|giáo dục|đào tạo|y tế|tài chính|kế hoạch|đầu tư|tư pháp
|nội vụ|ngoại vụ|thanh tra|công thương|giao thông|vận tải|xây dựng|văn hóa|thể thao|du lịch|lao động|thương binh|xã hội|dân tộc
|tôn giáo|kinh tế|đô thị|nghiên cứu|ứng dụng|đổi mới|sáng tạo|quốc gia|quốc phòng|việt nam|công an|bệnh viện|đa khoa|trường học
|đại học|cao đẳng|danh sách|phân công|người trực|trực ban|bảo đảm|điện thoại|danh bạ|tết nguyên đán|tết dương lịch|quốc khánh
|giỗ tổ|hùng vương|vận hành|điều hành|điều phối|chỉ huy|chỉ đạo|tham mưu|tổng hợp|tổ chức|nhân sự|quản trị|kiểm soát|kiểm tra
|hệ thống thông tin|phòng chống thiên tai|tìm kiếm cứu nạn|thông minh|kết nối|chia sẻ|phòng chống|lưu trữ|văn thư|pháp chế|thống kê|bảo vệ|chăm sóc|khách hàng|doanh nghiệp
|thường trực|giám đốc|chủ tịch|trưởng phòng|thủ trưởng`
    .split('|')
    .map((each) => each.replace(/\s+/g, ' ').trim().split(' '))
    .filter((words) => words.length > 1)
    .sort((a, b) => b.length - a.length);

/** What a place's name begins with, and how many words it may have. */
const PLACES = ['tỉnh', 'thành phố', 'quận', 'huyện', 'thị xã', 'phường', 'xã', 'đặc khu'].map((each) =>
  each.split(' '),
);
const LONGEST_PLACE = 4;

/** Costs of a line more, of a break inside what belongs together, and of one that leaves a small word at a line's end. */
const COST = { line: 30, inside: 200, dangling: 8, plain: 4, uneven: 10 };
/** Words that begin a line rather than end one. */
const OPENING = new Set(['và', 'của', 'dịp', 'năm', 'tại', 'cho', 'theo', 'do']);

/** Type, and the width there is. */
export interface LineRoom {
  readonly widthMm: number;
  readonly sizePt: number;
  readonly bold?: boolean;
  /** `serif` when absent. */
  readonly face?: Face;
}

/**
 * Lines in their order; where the text itself breaks, it breaks. What is tied together comes apart where it is wider than
 * the room, and a word wider than the room stands alone.
 */
export function brokenLines(text: string, room: LineRoom): string[] {
  const apart = (tied: string): string[] =>
    wordsMm([tied], room) > room.widthMm ? tied.split('\u00a0') : [tied];
  return text.split('\n').flatMap((line) => fitted(line.split(' ').filter(Boolean).flatMap(apart), room));
}

function wordsMm(words: readonly string[], { sizePt, bold = false, face = 'serif' }: LineRoom): number {
  return widthMm(words.join(' ').replaceAll('\u00a0', ' '), sizePt, face, bold);
}

/** Whose right one signs by stays with what follows: no line is `TM.` alone. */
export function brokenOffice(office: string, room: LineRoom): string[] {
  const tied = office.replace(/^(\S{1,4}\.) /u, '$1\u00a0');
  return brokenLines(tied, room).map((line) => line.replace('\u00a0', ' '));
}

/** As few lines as cost little: best over all ways to break, line by line. */
function fitted(words: readonly string[], room: LineRoom): string[] {
  if (words.length === 0) return [];
  const { widthMm: most } = room;
  const breaks = breakCosts(words);
  const widthOf = (from: number, to: number): number => wordsMm(words.slice(from, to), room);
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= words.length; to++) {
    let found = { cost: Number.POSITIVE_INFINITY, from: to - 1 };
    for (let from = to - 1; from >= 0; from--) {
      const width = widthOf(from, to);
      if (width > most && from < to - 1) break;
      const uneven = COST.uneven * (1 - Math.min(1, width / most)) ** 2;
      const cost = (best[from]?.cost ?? 0) + COST.line + uneven + (to < words.length ? (breaks[to] ?? 0) : 0);
      if (cost < found.cost) found = { cost, from };
    }
    best.push(found);
  }
  const lines: string[] = [];
  for (let to = words.length; to > 0; to = best[to]?.from ?? 0) {
    lines.unshift(words.slice(best[to]?.from ?? 0, to).join(' '));
  }
  return lines;
}

/** At i, what it costs to break before word i. */
function breakCosts(words: readonly string[]): number[] {
  const plain = words.map((word) => word.toLocaleLowerCase('vi').replace(/[,;]$/u, ''));
  const costs = plain.map((word, i) => {
    if (OPENING.has(plain[i - 1] ?? '')) return COST.dangling;
    return OPENING.has(word) || /[,;–-]$/u.test(words[i - 1] ?? '') ? 0 : COST.plain;
  });
  const startsAt = (at: number, compound: readonly string[]): boolean =>
    compound.every((word, i) => plain[at + i] === word);
  for (let at = 0; at < words.length; at++) {
    const compound = COMPOUNDS.find((each) => startsAt(at, each));
    for (let i = 1; i < (compound?.length ?? 0); i++) costs[at + i] = COST.inside;
    const place = PLACES.find((each) => at > 0 && startsAt(at, each));
    const end = words.length - at - (place?.length ?? 0);
    if (!place || end < 1 || end > LONGEST_PLACE) continue;
    costs[at] = 0;
    for (let i = at + 1; i < words.length; i++) costs[i] = COST.inside;
    break;
  }
  return costs;
}

/**
 * A text as its lines will be set, hours whole. Word and LibreOffice break lines behind a stroke, `06–` and `14`, and no sign
 * keeps both from it: where hours begin a line, the text itself breaks.
 */
export function wholeHours(lines: readonly string[]): string {
  return lines.reduce((text, line) => `${text}${/^\S+–\S/.test(line) ? '\n' : ' '}${line}`);
}

/** In a form of the unit's own nobody knows how wide a line is: hours have a hyphen, behind which no line ends. */
export function wholeInWord(text: string): string {
  return text.replaceAll(/(?<=\d)–(?=\d)/g, BINDING_HYPHEN);
}

const BINDING_HYPHEN = '\u2011';
const HELD_TEXT = /<w:t(?: [^>]*)?>[^<]*\u2011[^<]*<\/w:t>/g;

/** Word's own element for it (ECMA-376 part 1, 17.3.3.18), drawn in the face of its text; few faces have the letter. @param xml of a part. */
export function withBindingHyphens(xml: string): string {
  return xml.replaceAll(HELD_TEXT, (text) =>
    text.replaceAll(BINDING_HYPHEN, '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'),
  );
}
