/** One sentence from a key, a language and its figures. Sentences live in `vi/` and `en/`, one file per area. */

import { CATALOGUES, type MessageKey } from './catalogue.ts';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export type { MessageKey };

export type MessageParams = Readonly<Record<string, string | number>>;

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(CATALOGUES.vi, key);
}

/**
 * Fills `{name}` from params; a placeholder without a value stays visible, so that it is seen and mended.
 * A key outside the catalogue comes back as itself: it names what is missing.
 */
export function translate(language: Language, key: string, params: MessageParams = {}): string {
  if (!isMessageKey(key)) return key;
  return CATALOGUES[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return whole;
    return typeof value === 'number' ? formatNumber(language, value) : inWords(name, value);
  });
}

/** A day comes from the core as 2027-03-08 and is read as 08/03/2027; what someone typed stays as typed. */
function inWords(name: string, text: string): string {
  const [, year, month, day] = (name !== 'value' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)) || [];
  return year === undefined ? text : `${day}/${month}/${year}`;
}

/** `0,05` in Vietnamese, `0.05` in English; thousands grouped, at most three decimals. */
export function formatNumber(language: Language, value: number): string {
  return FORMATS[language].format(value);
}

/** Making one takes far longer than using it, and a page shows hundreds of figures. */
const FORMATS: Readonly<Record<Language, Intl.NumberFormat>> = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 }),
};
