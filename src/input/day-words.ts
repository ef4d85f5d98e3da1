/**
 * Days as people write them in a cell: one, several or a stretch, of either calendar, with or without a year. What does
 * not name its days for sure is a doubt with its most likely meaning, never a guess.
 */

import { addDays, type Day, dayFrom, daysBetween, laterDay, weekday, yearOf } from '../calendar/day.ts';
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, lastDayOfChap, solarOf } from '../calendar/lunar.ts';
import type { Params } from '../kernel/app-error.ts';
import { foldForSearch } from '../kernel/names.ts';
import { type Said, saidOf, withFigures } from './day-said.ts';

/** First and last day, both counted. */
export interface DaySpan {
  readonly first: Day;
  readonly last: Day;
}

/** Days near which a day without a year is meant. */
export type Around = DaySpan;

export type DaysReading =
  | { readonly ok: true; readonly spans: readonly DaySpan[] }
  /** `suggestion` is a day as it would be read without doubt. */
  | { readonly ok: false; readonly key: string; readonly params: Params; readonly suggestion: string };

type Doubt = Extract<DaysReading, { ok: false }>;

const RANGE =
  /\s*(?:\bden het\b|\bden\b|\btoi\b|→|->|~|–|—)\s*|\s+-\s+|(?<=[a-z\d])\s*-\s*(?=mung|mong|ram)|(?<=tet|chap|gieng|am lich|\bal)\s*-\s*/u;
const LIST = /\s*(?:[,;&\n+]|\bva\b)\s*/u;
/** Two years and some: longer is a slip of the year. */
const MOST_LEAVE_DAYS = 800;
const MOST_PIECES = 40;

export function readDayWords(text: string, around: Around): DaysReading {
  const counted = COUNT.exec(foldForSearch(text));
  if (counted) return countedDoubt(text, counted, around);
  const folded = withFigures(foldForSearch(text.replace(/\n/gu, ';')))
    .replace(/(\d)\s+0{1,2}:00(?::00)?(?!\d)/gu, '$1')
    .replace(/(\d)\s*\(\s*(?:am lich|al)\s*\)/gu, '$1 am lich')
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/((?:thu|t) ?(?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat|cn)\s*,/gu, '$1 ')
    .replace(/^\s*(?:tu\s+)?/u, '')
    .trim();
  const pieces = folded.split(LIST).filter((piece) => piece !== '');
  if (pieces.length === 0 || pieces.length > MOST_PIECES) return doubt('fault.day.form', text);
  const ends: Said[][] = [];
  for (const piece of pieces) {
    const said = pieceOf(piece);
    if ('ok' in said) return said;
    ends.push([...said]);
  }
  completed(ends);
  const spans: DaySpan[] = [];
  for (const said of ends) {
    const days = said.map((each) => resolved(each, around, text));
    const wrong = days.find((each): each is Doubt => typeof each !== 'string');
    if (wrong) return wrong;
    const [first, last = first] = days as Day[];
    if (first === undefined || last === undefined) return doubt('fault.day.form', text);
    if (last < first) return doubt('fault.leave.end-before-start', text, { from: first });
    const count = daysBetween(first, last) + 1;
    if (count > MOST_LEAVE_DAYS)
      return doubt('fault.leave.too-long', text, { days: count, most: MOST_LEAVE_DAYS });
    spans.push({ first, last });
  }
  const [only] = spans;
  if (only && ends.length === 1 && ends[0]?.length === 1 && OPEN.test(foldForSearch(text))) {
    return doubt('import.ask.day.open', text, {}, slashed(only.first));
  }
  return { ok: true, spans: joined(spans) };
}

/** "từ 5/2" does not say until when. */
const OPEN = /^tu (?!ngay$)/u;
/** "3 ngày từ 5/2", "5/2 (3 ngày)": working days or all, nobody knows. */
const COUNT = /(?:^|[\s(])(\d{1,2})\s*ngay(?!\s*\d)(?=[\s),.;]|$)/u;

function countedDoubt(text: string, counted: RegExpExecArray, around: Around): DaysReading {
  const rest = foldForSearch(text)
    .replace(counted[0], ' ')
    .replace(/\b(?:nghi|trong|tu|ngay|x|so)\b|[():]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const read = rest === '' ? undefined : readDayWords(rest, around);
  const [only] = read?.ok && read.spans.length === 1 ? read.spans : [];
  if (!only || only.first !== only.last) return read?.ok ? read : doubt('fault.day.form', text);
  const count = Number(counted[1]);
  if (count === 1) return { ok: true, spans: [only] };
  const last = addDays(only.first, count - 1);
  return doubt('import.ask.day.count', text, {}, `${slashed(only.first)} - ${slashed(last)}`);
}

const FAR_DAYS = 60;

/** "2/6" far from the days that are looked at, which 6 February is one of: the month may stand first. */
export function swappedInside([span]: readonly DaySpan[], around: Around): Day | undefined {
  const day = span?.first;
  if (day === undefined || day !== span?.last) return undefined;
  const [year = '', month = '', date = ''] = day.split('-');
  if (distance(day, around) < FAR_DAYS) return undefined;
  const swapped = dayOfParts(Number(year), Number(date), Number(month));
  return swapped && distance(swapped, around) === 0 ? swapped : undefined;
}

function doubt(key: string, value: string, params: Params = {}, suggestion = ''): Doubt {
  return { ok: false, key, params: { value, suggestion, ...params }, suggestion };
}

/** One day, or both ends of a stretch. */
function pieceOf(piece: string): readonly Said[] | Doubt {
  const whole = saidOf(piece);
  if (whole) return [whole];
  const serial = /^\d{5}$/u.exec(piece);
  if (serial) {
    const day = addDays('1899-12-30' as Day, Number(piece));
    return doubt('import.ask.day.serial', piece, {}, slashed(day));
  }
  const sides = piece.split(RANGE).filter((side) => side !== '');
  const short = /^(\d{1,2})\s*-\s*(\d{1,2}[/.].+|\d{1,2} thang .+|\d{1,2} (?:tet|chap).*)$/u.exec(piece);
  const [a = '', b = ''] = short
    ? [short[1] ?? '', short[2] ?? '']
    : sides.length === 2
      ? sides
      : halves(piece);
  const [first, last] = [saidOf(a), saidOf(b)];
  return first && last ? [first, last] : monthFirst(piece);
}

/** "6/2-8/2", "6/2/2027-8/2/2027", "mung 1-3 tet": the dash in the middle. */
function halves(piece: string): readonly string[] {
  const dashes = [...piece.matchAll(/-/gu)].map(({ index }) => index);
  const middle = dashes[Math.floor(dashes.length / 2)];
  return dashes.length % 2 === 0 || middle === undefined
    ? []
    : [piece.slice(0, middle).trim(), piece.slice(middle + 1).trim()];
}

function monthFirst(piece: string): Doubt {
  const [, month, day, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(piece) ?? [];
  const swapped = dayOfParts(Number(year), Number(month), Number(day));
  if (swapped) return doubt('import.ask.day.month-first', piece, {}, slashed(swapped));
  return doubt(/^\d{1,2}[/.-]\d{1,2}/u.test(piece) ? 'fault.day.none' : 'fault.day.form', piece);
}

/** What a day leaves out, the next one says: "5, 6, 9/2/2027" are all of February 2027. */
function completed(ends: Said[][]): void {
  let next: Said | undefined;
  // "mung 1, 2, 3": nothing after says otherwise.
  const lunarTail = ends.flat().findLast(({ lunar, month }) => lunar || month !== undefined)?.lunar === true;
  for (const said of [...ends].reverse()) {
    for (let i = said.length - 1; i >= 0; i--) {
      const each = said[i];
      if (!each) continue;
      // "mung 1-3 tet": a bare number beside a lunar day is lunar too.
      const lunar = each.lunar || (each.month === undefined && (next ? next.lunar : lunarTail));
      // "từ 28 đến hết mùng 3": the month before Tết.
      const before = lunar && next?.month === 1 && each.day >= 20 && (next.day ?? 0) < 20;
      const month = each.month ?? (before ? 12 : next?.month) ?? (lunar ? 1 : undefined);
      const year =
        each.year ?? (next?.lunar === lunar && next.year !== undefined ? yearBefore(month, next) : undefined);
      const full = {
        ...each,
        lunar,
        ...(month === undefined ? {} : { month }),
        ...(year === undefined ? {} : { year }),
      };
      said[i] = full;
      next = full;
    }
  }
}

/** "30/12 - 2/1/2027" begins the year before. */
function yearBefore(month: number | undefined, next: Said): number {
  const year = next.year ?? 0;
  return month !== undefined && next.month !== undefined && month > next.month ? year - 1 : year;
}

function resolved(said: Said, around: Around, text: string): Day | Doubt {
  const { day, month, year, lunar } = said;
  if (month === undefined) {
    const within = daysOf(around).filter((each) => Number(each.slice(8)) === day);
    return doubt(
      'import.ask.day.month',
      text,
      {},
      within.length === 1 && within[0] ? slashed(within[0]) : '',
    );
  }
  const middle = yearOf(around.first);
  const years = year === undefined ? [middle - 1, middle, middle + 1] : [year];
  const options = years.flatMap(
    (each) => (lunar ? lunarDay(day, month, each) : dayOfParts(each, month, day)) ?? [],
  );
  const best = options.sort((a, b) => distance(a, around) - distance(b, around))[0];
  if (best === undefined) {
    const chap = lunar && month === 12 && day === 30 ? nearestChapEnd(around) : undefined;
    return chap ? doubt('import.ask.day.chap', text, {}, slashed(chap)) : doubt('fault.day.none', text);
  }
  const wrongDay = said.weekday !== undefined && weekday(best) !== said.weekday;
  return wrongDay ? doubt('import.ask.day.weekday', text, {}, slashed(best)) : best;
}

function lunarDay(day: number, month: number, year: number): Day | undefined {
  if (year < FIRST_LUNAR_YEAR || year >= LAST_LUNAR_YEAR) return undefined;
  const number = day === 0 ? lastDayOfChap(year) : day;
  return solarOf({ day: number, month, year, leap: false });
}

function nearestChapEnd(around: Around): Day | undefined {
  const year = yearOf(around.first);
  const ends = [year - 1, year].flatMap((each) => lunarDay(0, 12, each) ?? []);
  return ends.sort((a, b) => distance(a, around) - distance(b, around))[0];
}

function dayOfParts(year: number, month: number, day: number): Day | undefined {
  if (!(year > 1900 && year < 2101 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  const found = dayFrom(year, month, day);
  return Number(found.slice(8)) === day ? found : undefined;
}

function distance(day: Day, { first, last }: Around): number {
  return day < first ? daysBetween(day, first) : day > last ? daysBetween(last, day) : 0;
}

function daysOf({ first, last }: Around): Day[] {
  const count = Math.min(daysBetween(first, last) + 1, 62);
  return Array.from({ length: count }, (_, i) => addDays(first, i));
}

function joined(spans: readonly DaySpan[]): DaySpan[] {
  const sorted = [...spans].sort((a, b) => (a.first < b.first ? -1 : 1));
  const result: DaySpan[] = [];
  for (const span of sorted) {
    const before = result.at(-1);
    if (before && span.first <= addDays(before.last, 1)) {
      result[result.length - 1] = {
        first: before.first,
        last: laterDay(span.last, before.last),
      };
    } else result.push(span);
  }
  return result;
}

/** dd/mm/yyyy, as a cell would have it. */
export function slashed(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}
