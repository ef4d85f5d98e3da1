/** The running numbers of a unit's letters (Nghị định 30/2020, Phụ lục I, II.3): by type, each year from 1 on. */

import type { LetterType } from './document-fields.ts';

/** A number that a period's letter took. */
export interface TakenNumber {
  readonly periodId: string;
  readonly type: LetterType;
  readonly year: number;
  readonly number: number;
}

/** One more than the highest of the year; 1 when none was taken. Letters made elsewhere are not known. */
export function nextNumber(
  taken: readonly TakenNumber[],
  { type, year }: Pick<TakenNumber, 'type' | 'year'>,
): number {
  const own = taken.filter((each) => each.type === type && each.year === year);
  return Math.max(0, ...own.map(({ number }) => number)) + 1;
}
