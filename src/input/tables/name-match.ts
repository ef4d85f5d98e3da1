/** Whether two written names can be one person's. Diacritics tell people apart; only another spelling of the same raises the question. */

import { foldForSearch, normaliseName } from '../../kernel/names.ts';

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * The same for "Hòa" and "Hoà", "THỦY" and "Thủy", "Lý" and "Lí": tone marks counted for each syllable and not for the
 * letter they stand on. Different for "Thùy", "Thúy" and "Thủy".
 */
function spokenName(name: string): string {
  return normaliseName(name)
    .toLocaleLowerCase('vi')
    .split(/[\s.'’-]+/u)
    .filter((word) => word !== '')
    .map((word) => {
      const parts = word.normalize('NFD');
      const tone = (parts.match(TONES) ?? []).join('');
      const letters = parts
        .replace(TONES, '')
        .normalize('NFC')
        .replace(/(?:(?<![aeouăâêôơưqy])|(?<=^qu))y$/u, 'i');
      return letters + tone;
    })
    .join(' ');
}

/** Written without any mark, so that it says nothing of who it is not. */
function isBare(name: string): boolean {
  return !/[\p{Mn}đ]/u.test(name.toLocaleLowerCase('vi').normalize('NFD'));
}

/** How a name can mean a person: `same` as it is written; `near` is a question; undefined is someone else. */
export function nameFit(written: string, known: string): 'same' | 'near' | undefined {
  const [a, b] = [normaliseName(written), normaliseName(known)];
  if (a === b) return 'same';
  if (spokenName(a) === spokenName(b)) return 'near';
  return (isBare(a) || isBare(b)) && foldForSearch(a) === foldForSearch(b) ? 'near' : undefined;
}
