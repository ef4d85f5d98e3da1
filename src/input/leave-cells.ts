/** What cells of leave say besides: a kind beside its days, a code of half a day. */

import { leaveKindOf, timesIn } from './leave-words.ts';

export interface KindInDays {
  /** Empty for none. */
  readonly kind: string;
  /** The words without it. */
  readonly days: string;
}

const MOST_KIND_WORDS = 5;

/** "nghỉ bù 9,10/2", "đi CT 3-5/2", "5/2 (nghỉ phép)", "5/2: đi học": a kind that stands with its days. */
export function kindInDays(text: string): KindInDays {
  const bracketed = /\(([^()\d]+)\)/u.exec(text);
  if (bracketed && leaveKindOf(bracketed[1] ?? '')) {
    return { kind: bracketed[1] ?? '', days: text.replace(bracketed[0], ' ').trim() };
  }
  const words = text.trim().split(/\s+/u);
  const counts = Array.from(
    { length: Math.min(MOST_KIND_WORDS, words.length - 1) },
    (_, i) => i + 1,
  ).reverse();
  for (const count of counts) {
    const lead = words
      .slice(0, count)
      .join(' ')
      .replace(/[:,–-]+$/u, '');
    if (!/\d/u.test(lead) && leaveKindOf(lead)) return { kind: lead, days: words.slice(count).join(' ') };
    const end = words
      .slice(-count)
      .join(' ')
      .replace(/^[:,–-]+\s*/u, '');
    if (!/\d/u.test(end) && leaveKindOf(end)) {
      return {
        kind: end,
        days: words
          .slice(0, -count)
          .join(' ')
          .replace(/[\s:,–-]+$/u, ''),
      };
    }
  }
  return { kind: '', days: text };
}

const HALF_CODES: ReadonlyMap<string, string> = new Map([
  ['s', 'sáng'],
  ['c', 'chiều'],
  ['t', 'tối'],
  ['đ', 'đêm'],
  ...['1/2', '½', '0.5', '0,5'].map((each): [string, string] => [each, 'nửa ngày']),
  ...['sc', 's+c', 's,c', 's/c', 'sáng + chiều', 'sáng+chiều', 'sáng, chiều', 'sáng và chiều', 'full'].map(
    (each): [string, string] => [each, 'cả ngày'],
  ),
]);

/** Days that have each their own half; all of it as one where they have not. */
export function halvesApart(text: string): string[] {
  const pieces = text.split(/[,;\n+]|\svà\s/u).map((each) => each.trim());
  const apart = pieces.length > 1 && pieces.every((each) => /\d/u.test(each) && timesIn(each).times);
  return apart ? pieces : [text];
}

/** A code in a column of halves of days, in words; other texts as they are. */
export function halfWords(text: string): string {
  return HALF_CODES.get(text.trim().toLocaleLowerCase('vi')) ?? text;
}
