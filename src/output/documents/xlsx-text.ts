/**
 * Text as a workbook keeps it, and words that the writer cannot take. It looks texts up in a plain object, so that for
 * `constructor`, which every object has, it would put a function where the text belongs: such words go through it with a
 * mark, which is taken off the finished file.
 */

import { unzip } from '../../kernel/zip-reader.ts';
import { zipStored } from '../../kernel/zip-writer.ts';

/** Private use: no font has it and no keyboard. */
const MARK = '\ue000';
const WORDS = Object.getOwnPropertyNames(Object.prototype);
const MARKED = new RegExp(`(<t[^>]*>)${MARK}(?=(?:${WORDS.join('|')})</t>)`, 'g');
const TEXTS = 'xl/sharedStrings.xml';
const LIMITS = { mostEntries: 10_000, mostBytes: 1024 ** 3 };

/** ECMA-376 part 1, 22.9.2.19, ST_Xstring: `_x0041_` would be read as “A”, so its first sign is spelt `_x005F_`. */
export function cellString(text: string): string {
  const literal = text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
  return WORDS.includes(literal) ? MARK + literal : literal;
}

/** The same file where nothing was marked. */
export function withoutMarks(workbook: Uint8Array): Uint8Array {
  const opened = unzip(workbook, LIMITS);
  const texts = opened.ok ? new TextDecoder().decode(opened.files.get(TEXTS)) : '';
  if (!opened.ok || !texts.includes(MARK)) return workbook;
  const bare = new TextEncoder().encode(texts.replace(MARKED, '$1'));
  return zipStored(new Map(opened.files).set(TEXTS, bare));
}
