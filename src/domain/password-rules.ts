/**
 * What a password must be (OWASP ASVS 5.0 6.2): long enough, not among the first that attackers try, and not the
 * person's or the unit's own name. Nothing is asked of its kinds of characters, and it never has to change by the
 * calendar.
 */

import type { Params } from '../kernel/app-error.ts';
import { foldForSearch } from '../kernel/names.ts';
import { isCommonPassword } from './common-passwords.ts';

export const LEAST_PASSWORD_LENGTH = 8;
export const MOST_PASSWORD_LENGTH = 256;

const PROGRAM_WORDS = ['lich truc', 'lichtruc', 'rota'];
const LEAST_WORD_LENGTH = 3;

/** Message key `password.…`. */
export interface PasswordFault {
  readonly key: string;
  readonly params: Params;
}

/**
 * @param context names of the person, the sign-in, the unit: what is left of the password without them must be long
 *   enough by itself.
 */
export function passwordFault(password: string, context: readonly string[]): PasswordFault | undefined {
  const { length } = [...password];
  if (length < LEAST_PASSWORD_LENGTH)
    return { key: 'password.short', params: { least: LEAST_PASSWORD_LENGTH } };
  if (length > MOST_PASSWORD_LENGTH) return { key: 'password.long', params: { most: MOST_PASSWORD_LENGTH } };
  const folded = foldForSearch(password).replaceAll(' ', '');
  if (isCommonPassword(folded)) return { key: 'password.common', params: {} };
  const words = [...PROGRAM_WORDS, ...context].flatMap(wordsOf).sort((a, b) => b.length - a.length);
  const left = words.reduce((text, word) => text.replaceAll(word, ''), folded);
  const word = words.find((each) => folded.includes(each));
  if (word !== undefined && left.length < LEAST_PASSWORD_LENGTH)
    return { key: 'password.context', params: { word } };
  return undefined;
}

/** `Lê Thu Cúc` → `lethucuc`, `thu`, `cuc`; `cuc.le@lamgiang.gov.vn` → its parts. */
function wordsOf(text: string): string[] {
  const parts = foldForSearch(text).split(/[^a-z0-9]+/);
  return [parts.join(''), ...parts].filter((word) => word.length >= LEAST_WORD_LENGTH);
}
