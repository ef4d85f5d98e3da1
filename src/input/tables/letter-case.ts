/** Names typed all in capitals, or none, as they are written: a suggestion, since only people know how they spell theirs. */

const PROPER_WORD = /^\p{Lu}[\p{Ll}\p{M}]*(?:['’.-]\p{L}?[\p{Ll}\p{M}]*)*$/u;
/** Two words that begin the name of a part of a unit; what follows them begins anew. */
const SHORT_LEADS = 'phòng ban tổ khối đội khoa cục vụ sở viện trường nhóm trạm hội'.split(' ');
const LONG_LEADS = [
  'trung tâm',
  'văn phòng',
  'bộ phận',
  'chi cục',
  'tổng cục',
  'lãnh đạo',
  'ủy ban',
  'thanh tra',
  'chi nhánh',
  'đảng ủy',
];

/** "NGUYỄN HỮU KHÁNH" and "nguyễn hữu khánh" are "Nguyễn Hữu Khánh"; a name that is spelt as names are stays. */
export function properName(name: string): string {
  const words = name.split(' ');
  if (words.every((word) => PROPER_WORD.test(word.replace(/[,.]$/u, '')) || !/\p{L}{2}/u.test(word)))
    return name;
  return words.map((word) => (/^\p{L}/u.test(word) ? capital(word.toLocaleLowerCase('vi')) : word)).join(' ');
}

/** "PHÒNG HẠ TẦNG" is "Phòng Hạ tầng"; words without a vowel (CNTT) stay. A name with small letters stays whole. */
export function properUnit(name: string): string {
  if (name !== name.toLocaleUpperCase('vi')) return name;
  const lower = name.toLocaleLowerCase('vi');
  const lead = LONG_LEADS.find((each) => lower.startsWith(`${each} `) || lower === each);
  const leading = lead?.split(' ').length ?? 1;
  const [first = ''] = lower.split(' ');
  return name
    .split(' ')
    .map((word, i, words) => {
      if (isAcronym(word)) return word;
      const small = word.toLocaleLowerCase('vi');
      const begins =
        i === 0 ||
        (i === leading && (lead !== undefined || SHORT_LEADS.includes(first))) ||
        words[i - 1] === '-' ||
        words[i - 1] === '–';
      return begins ? capital(small) : small;
    })
    .join(' ');
}

function isAcronym(word: string): boolean {
  return (
    (/^[\p{Lu}\d&]{2,}$/u.test(word) &&
      !/[AEIOUYĂÂÊÔƠƯ]/u.test(
        word
          .normalize('NFD')
          .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '')
          .normalize('NFC'),
      )) ||
    /^(CNTT|ATTT|CĐS|TCKT|TCHC|UBND|HĐND|IT)$/u.test(word)
  );
}

function capital(word: string): string {
  return word.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase('vi'));
}
