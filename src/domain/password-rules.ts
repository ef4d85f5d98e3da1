/**
 * What a password must be (OWASP ASVS 5.0 6.2): long enough, not among the first that attackers try, and not the
 * person's or the unit's own name. Nothing is asked of its kinds of characters, and it never has to change by the
 * calendar.
 */

import type { Params } from '../kernel/app-error.ts';
import { foldForSearch } from '../kernel/names.ts';
import { isCommonPassword, spellOut, withoutEnds } from './common-passwords.ts';

export const LEAST_PASSWORD_LENGTH = 8;
const MOST_PASSWORD_LENGTH = 256;

const PROGRAM_WORDS = ['lich truc', 'lichtruc', 'rota'];
const LEAST_WORD_LENGTH = 3;

/** Message key `password.…`. */
export interface PasswordFault {
  readonly key: string;
  readonly params: Params;
}

export interface PasswordRules {
  /** Characters; more than the usual where a unit asks it. */
  readonly least?: number;
  /** Those that leaked most often, in small letters. */
  readonly listed?: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();
/** What people put before and after a word to please a rule: `sunshine99!`. */
const MOST_ADDED = 4;

/** As it is, backwards, with look-alikes spelt out, or with a little added at its ends. */
function isListed(folded: string, listed: ReadonlySet<string>): boolean {
  const core = withoutEnds(folded);
  const bare = folded.replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
  const forms = [folded, bare, [...bare].reverse().join(''), spellOut(folded)];
  if (folded.length - core.length <= MOST_ADDED) forms.push(core, spellOut(core));
  return forms.some((form) => listed.has(form));
}

/**
 * @param context names of the person, the sign-in, the unit: what is left of the password without them must be long
 *   enough by itself.
 */
export function passwordFault(
  password: string,
  context: readonly string[],
  { least = LEAST_PASSWORD_LENGTH, listed = NONE }: PasswordRules = {},
): PasswordFault | undefined {
  const { length } = [...password];
  if (length < least) return { key: 'password.short', params: { least } };
  if (length > MOST_PASSWORD_LENGTH) return { key: 'password.long', params: { most: MOST_PASSWORD_LENGTH } };
  const folded = foldForSearch(password).replaceAll(' ', '');
  if (isCommonPassword(folded) || isListed(folded, listed)) return { key: 'password.common', params: {} };
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
