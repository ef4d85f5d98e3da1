/** Readers of single values: text in, a true value or a fault out. Each says which text is wrong and what to try. */

import { type Day, dayFrom, parseDay } from '../calendar/day.ts';
import { type ClockTime, parseClockTime } from '../calendar/zone.ts';
import type { Params } from '../kernel/app-error.ts';
import { foldForSearch, normaliseName } from '../kernel/names.ts';
import type { FaultList } from './fault-list.ts';
import { readPhones, saysNothing } from './phones.ts';
import type { Cell } from './sheet.ts';

const MOST_NAME_LENGTH = 80;
const MOST_SKILLS = 40;
/** A formula would run when someone opens an exported list in a spreadsheet (CSV injection, OWASP). */
const FORMULA = /^[=+\-@]/u;
/** The sheet's and Times's letters have no pictures: they would print as empty boxes. */
const PICTURE = /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]/u;

/** Tells a fault at the cell and gives undefined, so that readers can return it. */
export function refuse(cell: Cell, key: string, faults: FaultList, params: Params = {}): undefined {
  const { file, row, column, text } = cell;
  faults.fault({ key, params: { ...params, value: text }, file, row, column, value: text });
  return undefined;
}

/** A person's name in NFC. */
export function readName(cell: Cell, faults: FaultList): string | undefined {
  const name = normaliseName(cell.text);
  if (name === '') return refuse(cell, 'fault.name.empty', faults);
  if (FORMULA.test(name)) return refuse(cell, 'fault.name.formula', faults);
  if (PICTURE.test(name)) return refuse(cell, 'fault.name.picture', faults);
  if (!/\p{L}/u.test(name)) return refuse(cell, 'fault.name.no-letter', faults);
  if (name.length > MOST_NAME_LENGTH) {
    return refuse(cell, 'fault.name.too-long', faults, { most: MOST_NAME_LENGTH });
  }
  return name;
}

/** Days as people write them: 2027-02-06, 06/02/2027, 6-2-2027, 6.2.2027; day before month, as in Vietnam. */
export function readDay(cell: Cell, faults: FaultList): Day | undefined {
  if (cell.text === '') return refuse(cell, 'fault.cell.empty', faults);
  const iso = parseDay(cell.text);
  if (iso) return iso;
  const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/u.exec(cell.text);
  if (match) {
    const [dayOfMonth, month, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
    const day = dayFrom(year, month, dayOfMonth);
    if (Number(day.slice(5, 7)) === month && Number(day.slice(8)) === dayOfMonth) return day;
    if (month > 12 && dayOfMonth <= 12) return refuse(cell, 'fault.day.month-first', faults);
    return refuse(cell, 'fault.day.none', faults);
  }
  return refuse(cell, /^\d{5}$/u.test(cell.text) ? 'fault.day.serial' : 'fault.day.form', faults);
}

/** 06:00, 6:00, 6h, 6h30, 22 giờ; 24:00 is midnight, 00:00. */
export function readClock(cell: Cell, faults: FaultList): ClockTime | undefined {
  const match = /^(\d{1,2})(?:\s*(?::|h|g|giờ)\s*(\d{2})?)?(?::00)?$/iu.exec(cell.text);
  const hour = (match?.[1] ?? '').padStart(2, '0');
  const time = parseClockTime(`${hour === '24' ? '00' : hour}:${match?.[2] ?? '00'}`);
  return match && time ? time : refuse(cell, 'fault.clock', faults);
}

/** A whole number in [least, most]. */
export function readWhole(
  cell: Cell,
  range: { readonly least: number; readonly most: number },
  faults: FaultList,
): number | undefined {
  if (cell.text === '') return refuse(cell, 'fault.cell.empty', faults);
  const value = /^\d{1,9}$/u.test(cell.text) ? Number(cell.text) : Number.NaN;
  return value >= range.least && value <= range.most ? value : refuse(cell, 'fault.whole', faults, range);
}

/** 0.5, "0,5" or "50 %": a share in (0, 1]. */
export function readShare(cell: Cell, faults: FaultList): number | undefined {
  const match = /^(\d{1,3}(?:[.,]\d{1,4})?)\s*(%?)$/u.exec(cell.text);
  const value = Number((match?.[1] ?? '').replace(',', '.')) / (match?.[2] ? 100 : 1);
  return match && value > 0 && value <= 1 ? value : refuse(cell, 'fault.share', faults);
}

const YES = ['x', 'co', 'yes', 'y', 'true', '1', 'v', '✓'];
const NO = ['', 'khong', 'no', 'n', 'false', '0', '-'];

export function readYesNo(cell: Cell, faults: FaultList): boolean | undefined {
  const folded = foldForSearch(cell.text);
  if (YES.includes(folded)) return true;
  return NO.includes(folded) ? false : refuse(cell, 'fault.yes-no', faults);
}

/** What an extension behind a switchboard's number is called: "024 3825 1234 (máy lẻ 105)", "… - ML: 105", "… ext 105". */
const _EXTENSION =
  /^(.*\d)[\s,;/(–-]*(?:máy\s*lẻ|số\s*lẻ|máy\s*nhánh|nhánh|lẻ|ml|extension|ext|x)[\s.:]*(\d{1,6})\s*\)?$/iu;

/**
 * One number: digits with spaces, dots, dashes or brackets between them; kept as written but for runs of signs, the
 * extension as "máy lẻ 105". Warns of one that lost its leading nought, which gets it back, and of an office number
 * without its area code. "Không có" is none.
 */
export function readPhone(cell: Cell, faults: FaultList): string | undefined {
  const { file, row, column, text: value } = cell;
  if (saysNothing(value)) return '';
  const { numbers, doubts } = readPhones(value, { local: true });
  const [number, ...more] = numbers;
  if (!number || more.length + doubts.length > 0) return refuse(cell, 'fault.phone', faults);
  const at = { params: { phone: number.text }, file, row, column, value };
  if (number.mended) faults.warn({ key: 'fault.phone.nought', ...at });
  if (number.local) faults.warn({ key: 'fault.phone.area', ...at });
  return number.text;
}

/** Light on purpose: one @, no space; only sending shows whether an address lives. */
export function readEmail(cell: Cell, faults: FaultList): string | undefined {
  return /^[^\s@,;<>"]+@[^\s@,;<>"]+$/u.test(cell.text) ? cell.text : refuse(cell, 'fault.email', faults);
}

/** Words between semicolons, commas, bars or line breaks; lower case, NFC, each once. */
export function readSkills(cell: Cell, faults: FaultList): string[] | undefined {
  const words = cell.text.split(/[;,|\n]/u).map(normaliseSkill);
  const skills = [...new Set(words.filter((word) => word !== ''))];
  return skills.length <= MOST_SKILLS
    ? skills
    : refuse(cell, 'fault.staff.skills', faults, { most: MOST_SKILLS });
}

/** Skills compare by this form everywhere. */
export function normaliseSkill(text: string): string {
  return normaliseName(text).toLocaleLowerCase('vi');
}

/** The value, or `fallback` when the cell is empty; undefined only after a fault. */
export function optional<T, F>(
  cell: Cell,
  fallback: F,
  read: (cell: Cell) => T | undefined,
): T | F | undefined {
  return cell.text === '' ? fallback : read(cell);
}
