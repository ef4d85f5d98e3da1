/**
 * Where a text may speak of someone: by their whole name, however it is written, by the given name alone, by telephone,
 * mail or code. Given names are shared by many, so a trace is a question to someone who knows and not an answer.
 */

import { givenName } from '../kernel/names.ts';
import type { StaffMember } from './staff.ts';

/** Half open, in UTF-16 units of the text. */
export interface Trace {
  readonly start: number;
  readonly end: number;
}

type Named = Pick<StaffMember, 'id' | 'name' | 'phone' | 'email'>;

/** What one says before a name, folded: after it a name may begin with a small letter. */
const ADDRESSED = /(?:^|[^\p{L}])(?:anh|chi|co|chu|bac|ong|ba|em|cau|thay|sep|d\/c|dc|dong chi)\s+$/u;
const LEAST_DIGITS = 8;
const LEAST_LOCAL_PART = 5;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * By start, none inside another. What stands inside the whole name of somebody else is theirs.
 * @param others whole names of everyone else.
 */
export function findTraces(text: string, person: Named, others: readonly string[]): Trace[] {
  const folded = foldKeepingPlaces(text);
  const theirs = others.flatMap((name) => occurrences(folded.text, fold(name)));
  const inTheirs = ({ start, end }: Trace): boolean =>
    theirs.some((each) => each.start <= start && end <= each.end);
  const named = [...wholeNames(folded.text, person.name), ...givenNames(text, folded, person.name)];
  const found = [
    ...named.filter((each) => !inTheirs(each)),
    ...telephones(folded.text, person.phone),
    ...addresses(folded.text, person),
  ];
  return withoutInner(found.map(({ start, end }) => ({ start: folded.at(start), end: folded.at(end) })));
}

/** Folded, with the place in the text of each letter: a letter may be one sign or several (NFD). */
interface Folded {
  readonly text: string;
  at(index: number): number;
}

function foldKeepingPlaces(text: string): Folded {
  const letters: string[] = [];
  const places: number[] = [];
  let at = 0;
  for (const sign of text) {
    for (const letter of fold(sign)) {
      letters.push(letter);
      places.push(at);
    }
    at += sign.length;
  }
  const after = (index: number): number => {
    // Marks that follow the last letter belong to it.
    let end = (places[index - 1] ?? 0) + 1;
    while (end < text.length && /\p{Mn}/u.test(text[end] ?? '')) end++;
    return end;
  };
  return {
    text: letters.join(''),
    at: (index) => (index < places.length ? (places[index] ?? 0) : index === 0 ? 0 : after(index)),
  };
}

/** Sign by sign, white space kept. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase();
}

function occurrences(text: string, word: string): Trace[] {
  if (word.trim() === '') return [];
  const found: Trace[] = [];
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
    const end = start + word.length;
    if (isLetter(text, start - 1) || isLetter(text, end)) continue;
    found.push({ start, end });
  }
  return found;
}

function isLetter(text: string, index: number): boolean {
  return LETTER.test(text[index] ?? ' ');
}

/** The whole name, and its last two words where it has more. */
function wholeNames(text: string, name: string): Trace[] {
  const words = fold(name).split(/\s+/u);
  const lastTwo = words.length > 2 ? words.slice(-2).join(' ') : '';
  return [words.join(' '), lastTwo, words.join('')].flatMap((each) =>
    each === givenName(fold(name)) ? [] : occurrences(text, each),
  );
}

/** As a word of its own, written as the name is or without any diacritics, with a capital or after “anh”, “chị” … */
function givenNames(text: string, folded: Folded, name: string): Trace[] {
  const given = givenName(name);
  return occurrences(folded.text, fold(given)).filter(({ start, end }) => {
    const written = text.slice(folded.at(start), folded.at(end)).normalize('NFC');
    const isWritten =
      written.toLowerCase() === given.toLowerCase() || fold(written) === written.toLowerCase();
    const isCapital = written.slice(0, 1) !== written.slice(0, 1).toLowerCase();
    return isWritten && (isCapital || ADDRESSED.test(folded.text.slice(0, start)));
  });
}

/** However its figures are grouped, with 0 or +84 before them. */
function telephones(text: string, phone: string): Trace[] {
  const digits = phone.replace(/\D/gu, '').replace(/^(?:84|0)/u, '');
  if (digits.length < LEAST_DIGITS) return [];
  const pattern = new RegExp(`(?<!\\d)(?:\\+?84|0)?[ .-]?${[...digits].join('[ .-]?')}(?!\\d)`, 'gu');
  return [...text.matchAll(pattern)].map(({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
  }));
}

function addresses(text: string, { email, id }: Named): Trace[] {
  const whole = fold(email);
  const local = whole.slice(0, Math.max(0, whole.indexOf('@')));
  return [whole, local.length < LEAST_LOCAL_PART ? '' : local, fold(id)].flatMap((each) =>
    occurrences(text, each),
  );
}

function withoutInner(traces: readonly Trace[]): Trace[] {
  const kept: Trace[] = [];
  for (const trace of traces.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || trace.start >= last.end) kept.push(trace);
  }
  return kept;
}
