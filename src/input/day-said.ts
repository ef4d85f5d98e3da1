/** One day as a cell says it, of either calendar, as much of it as is said. Which day it is depends on what stands around. */

import { parseDay, yearOf } from '../calendar/day.ts';

/** One end of a stretch, as far as it is said. */
export interface Said {
  readonly day: number;
  readonly month?: number;
  readonly year?: number;
  readonly lunar: boolean;
  /** Monday 1 … Sunday 7; absent when not said. */
  readonly weekday?: number;
}

const WEEKDAYS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:thu|t)\s?(?:2|hai)\b/u, 1],
  [/\b(?:thu|t)\s?(?:3|ba)\b/u, 2],
  [/\b(?:thu|t)\s?(?:4|tu)\b/u, 3],
  [/\b(?:thu|t)\s?(?:5|nam)\b/u, 4],
  [/\b(?:thu|t)\s?(?:6|sau)\b/u, 5],
  [/\b(?:thu|t)\s?(?:7|bay)\b/u, 6],
  [/\b(?:cn|chu nhat)\b/u, 7],
];
const MONTH_WORDS = new Map([
  ['gieng', 1],
  ['hai', 2],
  ['ba', 3],
  ['tu', 4],
  ['nam', 5],
  ['sau', 6],
  ['bay', 7],
  ['tam', 8],
  ['chin', 9],
  ['muoi', 10],
  ['mot', 11],
  ['chap', 12],
]);
const FIRST_TEN = 'mot hai ba tu nam sau bay tam chin muoi'.split(' ');

/** "mung mot", "mong bon": as figures. */
export function withFigures(folded: string): string {
  return folded.replace(
    /\b(mung|mong)\s+(mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi)\b/gu,
    (_, lead, word) => {
      return `${lead} ${word === 'bon' ? 4 : FIRST_TEN.indexOf(word) + 1}`;
    },
  );
}

/** One day as it is said; undefined for anything else. */
export function saidOf(piece: string): Said | undefined {
  const { text, named } = withoutWeekday(piece);
  const on = named === undefined ? {} : { weekday: named };
  const iso = parseDay(
    text.replace(/ \d\d:\d\d$/u, '').replace(/^(\d{4})[/.](\d\d)[/.](\d\d)$/u, '$1-$2-$3'),
  );
  if (iso)
    return {
      day: Number(iso.slice(8)),
      month: Number(iso.slice(5, 7)),
      year: yearOf(iso),
      lunar: false,
      ...on,
    };
  const lunar = /\b(?:am lich|al|am)$/u.test(text);
  const plain = text.replace(/\s*\b(?:am lich|al|am|duong lich|dl)$/u, '').trim();
  const numbers =
    /^(\d{1,2})(?:\s*[/.]\s*(\d{1,2})(?:\s*[/.]\s*(\d{4}|\d{2}))?)?$/u.exec(plain) ??
    /^(\d{1,2})-(\d{1,2})-(\d{4}|\d{2})$/u.exec(plain) ??
    /^(\d{1,2})\s*thang\s*(\d{1,2})(?:\s*[,/]?\s*(?:nam\s*)?(\d{4}))?$/u.exec(plain);
  const said = numbers ? numbered(numbers, lunar) : lunarSaid(plain);
  return said ? { ...said, ...on } : undefined;
}

function numbered([, day = '', month, year]: RegExpExecArray, lunar: boolean): Said | undefined {
  const said = { day: Number(day), lunar };
  if (said.day < 1 || said.day > 31) return undefined;
  if (month === undefined) return said;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (year === undefined) return { ...said, month: Number(month) };
  return { ...said, month: Number(month), year: Number(year) + (year.length === 2 ? 2000 : 0) };
}

/** "mung 1", "28 tet", "23 thang chap", "ram thang gieng", "giao thua". */
function lunarSaid(text: string): Said | undefined {
  if (/^(?:dem )?(?:giao thua|tat nien)$/u.test(text)) return { day: 0, month: 12, lunar: true };
  const found =
    /^(?:(mung|mong)\s+|(ram))?\s*(\d{1,2})?\s*(?:thang\s+)?(tet|gieng|hai|ba|tu|nam|sau|bay|tam|chin|muoi|mot|chap|\d{1,2})?(?:\s*tet)?$/u.exec(
      text,
    );
  if (!found) return undefined;
  const [, mung, ram, number, word] = found;
  const day = ram ? 15 : Number(number);
  if (!day || day > 30 || (!mung && !ram && word === undefined)) return undefined;
  if (mung && day > 10) return undefined;
  if (word === 'tet' || (word === undefined && text.endsWith('tet')))
    return { day, month: day > 15 ? 12 : 1, lunar: true };
  if (word === undefined) return { day, lunar: true };
  const month = MONTH_WORDS.get(word) ?? Number(word);
  return month >= 1 && month <= 12 ? { day, month, lunar: true } : undefined;
}

/** The day of the week that is named, Monday 1 … Sunday 7; undefined for none. */
export function weekdayIn(folded: string): number | undefined {
  return WEEKDAYS.find(([word]) => word.test(folded))?.[1];
}

function withoutWeekday(piece: string): { text: string; named?: number } {
  const bare = piece.replace(/^[\s(]+|[\s).]+$/gu, '');
  const found = WEEKDAYS.find(([word]) => word.test(bare.replace(/\d+\s*thang.*$/u, '').slice(0, 12)));
  const text = (found ? bare.replace(found[0], ' ') : bare)
    .replace(/[(),]/gu, ' ')
    .replace(/\bngay\b/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return found ? { text, named: found[1] } : { text };
}
