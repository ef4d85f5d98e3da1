/** People's names: normalised, searched without diacritics, and sorted the Vietnamese way, by given name. */

const collator = new Intl.Collator('vi', { sensitivity: 'variant' });

/** NFC, with runs of white space folded to one space. */
export function normaliseName(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** The given name is the last word: "Nguyễn Hữu Khánh" → "Khánh". */
export function givenName(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

/** Order by given name, then by the whole name: the one place where people are sorted. */
export function compareNames(a: string, b: string): number {
  return collator.compare(givenName(a), givenName(b)) || collator.compare(a, b);
}

/** Lower case without diacritics, đ as d, so that "thu cuc" finds "Thu Cúc". */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * How well what someone types names a person, from 0 for not at all: part of the name, the beginning of a word, of the
 * given name, the last words whole, and those with their diacritics as typed.
 */
export function nameFitness(typed: string, name: string): 0 | 1 | 2 | 3 | 4 | 5 {
  const [wanted, folded] = [foldForSearch(typed), foldForSearch(name)];
  if (wanted === '' || !folded.includes(wanted)) return 0;
  const exact = normaliseName(typed).toLocaleLowerCase('vi');
  const endsWith = (whole: string, part: string): boolean => ` ${whole}`.endsWith(` ${part}`);
  if (endsWith(normaliseName(name).toLocaleLowerCase('vi'), exact)) return 5;
  if (endsWith(folded, wanted)) return 4;
  const words = wanted.split(' ').length;
  if (folded.split(' ').slice(-words).join(' ').startsWith(wanted)) return 3;
  return ` ${folded}`.includes(` ${wanted}`) ? 2 : 1;
}
