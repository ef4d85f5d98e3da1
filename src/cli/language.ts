/** The language `rota` speaks: `--lang`, or else `ROTA_LANG`, or else Vietnamese. */

import { LANGUAGES, type Language } from '../i18n/translate.ts';

export function languageOf(words: readonly string[]): Language {
  const at = words.indexOf('--lang');
  const asked = at >= 0 ? words[at + 1] : process.env.ROTA_LANG;
  return LANGUAGES.find((language) => language === asked) ?? 'vi';
}
