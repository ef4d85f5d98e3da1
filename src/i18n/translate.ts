/** One sentence from a key, a language and its figures. Sentences live in a folder for each language, one file per area. */

import { LANGUAGES, type Language } from '../kernel/languages.ts';
import { CATALOGUES, type MessageKey } from './catalogue.ts';

export { LANGUAGES, type Language, type MessageKey };

export type MessageParams = Readonly<Record<string, string | number>>;

/**
 * A key must be one that the catalogue has, or the program does not compile: one written out, every one that a template of
 * known words can come to, and at least one of a template of any text. A key that is plain text passes: faults of lower
 * floors carry theirs so. The parameter must be `const`, or the compiler reads a template as plain text.
 */
export type KnownKey<K extends string> = string extends K
  ? K
  : K extends MessageKey
    ? K
    : [Extract<MessageKey, K>] extends [never]
      ? never
      : K;

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(CATALOGUES.vi, key);
}

/**
 * Fills `{name}` from params, and of `{count|person|people}` says the form that fits the number of that name; a
 * placeholder without a value stays visible, so that it is seen and mended. A key outside the catalogue comes back as
 * itself: it names what is missing.
 */
export function translate<const K extends string>(
  language: Language,
  key: K & KnownKey<K>,
  params: MessageParams = {},
): string {
  const sentence = sentenceOf(language, key);
  if (sentence === undefined) return key;
  const text = chooseForms(language, sentence, params);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return whole;
    return typeof value === 'number' ? formatNumber(language, value) : inWords(name, value);
  });
}

/** The key as plain text: comparing a computed one with three thousand takes the compiler most of its time. */
function sentenceOf(language: Language, key: string): string | undefined {
  const sentences: Readonly<Record<string, string>> = CATALOGUES[language];
  return Object.hasOwn(sentences, key) ? sentences[key] : undefined;
}

/** A day comes from the core as 2027-03-08 and is read as 08/03/2027; what someone typed stays as typed. */
function inWords(name: string, text: string): string {
  const [, year, month, day] = (name !== 'value' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)) || [];
  return year === undefined ? text : `${day}/${month}/${year}`;
}

/** The singular or plural of `{count|person|people}`; the plural where no number is given. */
export function chooseForms(language: Language, text: string, params: MessageParams): string {
  return text.replace(/\{(\w+)\|([^{}|]+)\|([^{}|]+)\}/g, (_, name: string, one: string, other: string) =>
    PLURALS[language].select(Number(params[name])) === 'one' ? one : other,
  );
}

/** The language as libraries and files name it (BCP 47): `vi-VN`. */
export function languageTag(language: Language): string {
  return CATALOGUES[language]['language.tag'];
}

function forEachLanguage<T>(make: (tag: string) => T): Readonly<Record<Language, T>> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, make(languageTag(language))])) as Record<
    Language,
    T
  >;
}

/** Vietnamese has one form, so its catalogues need none of this. */
const PLURALS = forEachLanguage((tag) => new Intl.PluralRules(tag));

/** `0,05` in Vietnamese, `0.05` in English; thousands grouped, at most three decimals. */
export function formatNumber(language: Language, value: number): string {
  return FORMATS[language].format(value);
}

/** Making one takes far longer than using it, and a page shows hundreds of figures. */
const FORMATS = forEachLanguage((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 3 }));
