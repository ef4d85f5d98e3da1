/** A person's name as a list has it, taken apart: titles before and behind it, a name in several cells, capitals. */

import { foldForSearch, normaliseName } from '../../kernel/names.ts';
import { properName } from './letter-case.ts';

export interface NameReading {
  readonly name: string;
  /** With what stood before it, as it is spelt. */
  readonly written: string;
  /** A degree, a rank or a position that stood with the name; kept as the title. */
  readonly title: string;
  /** What only addresses someone, and is not kept: "Đ/c", "Bà". */
  readonly address: string;
  /** Digits that stood with the name. */
  readonly phone: string;
  /** As it stood, when it is spelt anew. */
  readonly respelt: string;
}

const COMRADE = /^(?:đ\s*\/\s*c|đ\.c\.?|đồng chí|đc\.|đ\/c\.)\s*[:.]?\s*/iu;
const ADDRESS = /^(?:ông|bà|anh|chị|cô|mr|mrs|ms)[.:]?\s+/iu;
const DEGREE =
  /^((?:pgs|gs|ts|ths|th\.s|t\.s|\d\s*\/{1,2}|ks|k\.s|cn|bs|ds|ckii?|bscki{1,2}|ncs|cử nhân|kỹ sư|thạc sĩ|thạc sỹ|tiến sĩ|tiến sỹ|bác sĩ|bác sỹ|(?:thiếu|trung|thượng|đại) (?:úy|uý|tá|tướng)|(?:hạ|trung|thượng) sĩ)(?:\s*[.,]\s*|\s+))/iu;
const POSITION =
  /^(?:trưởng|phó|p\.|giám đốc|chánh|chủ tịch|bí thư|chuyên viên|kỹ sư|kỹ thuật viên|nhân viên|cán bộ|lãnh đạo|văn thư|kế toán|lái xe|bảo vệ|thủ quỹ|tổ trưởng|tổ phó|tp|pp|gđ|pgđ|ptp|cvp|pcvp|cv|nv|quyền)(?=$|[\s.,)])/iu;
const SURNAMES = new Set(
  'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh đào lương mai hà cao lâm tạ tô trương chu phùng thái quách kiều la vương triệu tăng nông hứa'.split(
    ' ',
  ),
);

/** "Phó Giám đốc", "PGĐ": what someone is, not who. */
export function isPosition(text: string): boolean {
  return POSITION.test(text);
}

/** Two words or more, the first of them a surname that many have. */
export function beginsAsName(text: string): boolean {
  const [first = '', ...more] = text.toLocaleLowerCase('vi').split(/\s+/u);
  return more.length > 0 && more.length < 6 && SURNAMES.has(first);
}

/** "1. Lê Văn An", "- Lê Văn An": what numbers a line of a list is none of the name. */
const BULLET = /^\s*(?:[-–—•*+]+\s*|\(?\d{1,3}\s*[.)/:-]\s*)(?=\p{L})/u;

/** The cells of a name from the left: "Nguyễn Hữu" and "Khánh" are one, a second column that repeats the given name adds nothing. */
export function joinedName(cells: readonly string[]): string {
  // Lines of one cell may be a name and what someone is.
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 1 && filled[0]?.includes('\n')) return filled[0].trim();
  return cells.reduce((name, cell) => {
    const more = normaliseName(cell);
    const repeated =
      more !== '' && name !== more && foldForSearch(` ${name}`).endsWith(` ${foldForSearch(more)}`);
    return more === '' || repeated || more === name ? name : normaliseName(`${name} ${more}`);
  }, '');
}

/** @param keepCase whether capitals stay as they stand. */
export function readPersonName(text: string, keepCase = false): NameReading {
  const { first, title: behind, phone } = behindName(text);
  let name = normaliseName(first);
  const titles: string[] = [];
  const addresses: string[] = [];
  for (let i = 0; i < 5; i++) {
    const comrade = COMRADE.exec(name)?.[0];
    const degree = DEGREE.exec(name)?.[0];
    const address = comrade ?? (isAddressed(name) ? ADDRESS.exec(name)?.[0] : undefined);
    const taken = address ?? degree;
    if (!taken || taken.length >= name.length) break;
    (address ? addresses : titles).push(taken.trim());
    name = name.slice(taken.length).trim();
  }
  const spelt = keepCase ? name : properName(name);
  return {
    name: spelt,
    written: normaliseName(first),
    title: [...titles, behind].filter((each) => each !== '').join(' '),
    address: addresses.join(' '),
    phone,
    respelt: spelt === name ? '' : name,
  };
}

/** "Ông" is a surname as well: it addresses who has a whole name behind it. */
function isAddressed(name: string): boolean {
  const rest = name.replace(ADDRESS, '');
  if (rest === name) return false;
  const words = rest.split(' ');
  return words.length > 2 || (words.length === 2 && SURNAMES.has((words[0] ?? '').toLocaleLowerCase('vi')));
}

/** "Trần Thị Bình 0900 000 002": nothing between the two. */
const ENDING_NUMBER = /(?<=\p{L})\s+(\(?\+?\d[\d .()-]{7,18}\d)\s*$/u;

/** "Lê Văn An – Trưởng phòng", "Lê Văn An (PGĐ)", a number on the line below: what is known as such leaves the name. */
function behindName(text: string): { first: string; title: string; phone: string } {
  const numbered = ENDING_NUMBER.exec(text);
  if (numbered) {
    const { first, title } = behindName(text.slice(0, numbered.index));
    return { first, title, phone: (numbered[1] ?? '').trim() };
  }
  const pieces = text
    .replace(BULLET, '')
    .split(/\n|\s[-–—]\s|[,;(:]/u)
    .map((each) => each.replace(/\)\s*$/u, '').trim());
  const [first = '', ...rest] = pieces.filter((each) => each !== '');
  const phones = rest.filter((each) => each.replace(/\D/gu, '').length >= 9);
  const positions = rest.filter((each) => POSITION.test(each));
  const known = phones.length + positions.length === rest.length;
  if (rest.length === 0 || !known) return { first: text.replace(BULLET, ''), title: '', phone: '' };
  return { first, title: positions.join(', '), phone: phones.join('; ') };
}
