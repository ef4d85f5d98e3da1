/** Whether a word can be a Vietnamese syllable: how text typed in an old font is told from text that is right already. */

import { onceForEach } from '../../kernel/once-for.ts';

const ONSET = '(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?';

/** Rimes by their spelling without tone; vowels keep their own marks. */
const RIMES = [
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
  'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu',
  'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu',
  'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot',
  'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt',
  'u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut',
  'uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu ưm ưn',
  'y yêm yên yêng yêt yêu',
].join(' ');

const SYLLABLE = new RegExp(`^${ONSET}(?:${RIMES.split(' ').join('|')})$`, 'u');
/** Grave, acute, tilde, hook above, dot below. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const BETWEEN_WORDS = /[\s.,;:()[\]/\\&"'“”?!+*–-]+/u;

/** Lists say the same few words over and over. */
const MOST_KNOWN = 5_000;

/** One tone at most, a known onset and rime: "Nguyễn" is one, "NguyÔn" and "Hợp2" are none. */
export const isSyllable = onceForEach(MOST_KNOWN, (word: string): boolean => {
  const parts = word.toLocaleLowerCase('vi').normalize('NFD');
  if ((parts.match(TONES)?.length ?? 0) > 1) return false;
  return SYLLABLE.test(parts.replace(TONES, '').normalize('NFC'));
});

/** Words that hold a letter beyond ASCII: only they say anything of how a text was typed. */
export function markedWords(text: string): string[] {
  return text.split(BETWEEN_WORDS).filter((word) => /[^\p{ASCII}\u2000-\u206f]|\u00ad/u.test(word));
}
