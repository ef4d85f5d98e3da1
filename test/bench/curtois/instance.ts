/**
 * Reads the shift-scheduling instances of Curtois and Qu (2014) as published at schedulingbenchmarks.org. Knows the
 * format only: nothing of the solver, nothing of how well a roster does.
 */

export interface ShiftType {
  readonly id: string;
  readonly minutes: number;
  /** Types that may not stand on the following day. */
  readonly forbiddenNext: readonly string[];
}

export interface Employee {
  readonly id: string;
  readonly maxShifts: ReadonlyMap<string, number>;
  readonly maxMinutes: number;
  readonly minMinutes: number;
  readonly maxConsecutive: number;
  readonly minConsecutive: number;
  readonly minDaysOff: number;
  readonly maxWeekends: number;
  readonly daysOff: readonly number[];
}

export interface Request {
  readonly employee: string;
  readonly day: number;
  readonly shift: string;
  readonly weight: number;
}

export interface Cover {
  readonly day: number;
  readonly shift: string;
  readonly need: number;
  readonly under: number;
  readonly over: number;
}

export interface Instance {
  /** Days; day 0 is a Monday. */
  readonly horizon: number;
  readonly shifts: readonly ShiftType[];
  readonly staff: readonly Employee[];
  readonly onRequests: readonly Request[];
  readonly offRequests: readonly Request[];
  readonly cover: readonly Cover[];
}

/** Throws an Error naming the section that is missing or the value that is not a number. */
export function parseInstance(text: string): Instance {
  const sections = readSections(text);
  const rows = (name: string): string[][] => sections.get(name) ?? [];
  const daysOff = new Map(rows('SECTION_DAYS_OFF').map(([id, ...days]) => [id, days.map(wholeNumber)]));
  const horizon = rows('SECTION_HORIZON')[0]?.[0];
  if (horizon === undefined) throw new Error('SECTION_HORIZON is missing');
  return {
    horizon: wholeNumber(horizon),
    shifts: rows('SECTION_SHIFTS').map(([id = '', minutes = '', next = '']) => ({
      id,
      minutes: wholeNumber(minutes),
      forbiddenNext: next.split('|').filter((name) => name !== ''),
    })),
    staff: rows('SECTION_STAFF').map((row) => readEmployee(row, daysOff.get(row[0] ?? '') ?? [])),
    onRequests: rows('SECTION_SHIFT_ON_REQUESTS').map(readRequest),
    offRequests: rows('SECTION_SHIFT_OFF_REQUESTS').map(readRequest),
    cover: rows('SECTION_COVER').map(([day = '', shift = '', need = '', under = '', over = '']) => ({
      day: wholeNumber(day),
      shift,
      need: wholeNumber(need),
      under: wholeNumber(under),
      over: wholeNumber(over),
    })),
  };
}

function readSections(text: string): Map<string, string[][]> {
  const sections = new Map<string, string[][]>();
  let current: string[][] = [];
  for (const raw of text.split(/\r?\n/u)) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('SECTION_')) {
      current = [];
      sections.set(line, current);
    } else {
      current.push(line.split(',').map((field) => field.trim()));
    }
  }
  return sections;
}

function readEmployee(row: readonly string[], daysOff: readonly number[]): Employee {
  const [id = '', maxShifts = '', ...limits] = row;
  const [maxMinutes, minMinutes, maxConsecutive, minConsecutive, minDaysOff, maxWeekends] =
    limits.map(wholeNumber);
  return {
    id,
    maxShifts: new Map(
      maxShifts.split('|').map((pair) => {
        const [shift = '', most = ''] = pair.split('=');
        return [shift, wholeNumber(most)];
      }),
    ),
    maxMinutes: maxMinutes ?? 0,
    minMinutes: minMinutes ?? 0,
    maxConsecutive: maxConsecutive ?? 0,
    minConsecutive: minConsecutive ?? 0,
    minDaysOff: minDaysOff ?? 0,
    maxWeekends: maxWeekends ?? 0,
    daysOff,
  };
}

function readRequest(row: readonly string[]): Request {
  const [employee = '', day = '', shift = '', weight = ''] = row;
  return { employee, day: wholeNumber(day), shift, weight: wholeNumber(weight) };
}

/** Some files write `-0`. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (text === '' || !Number.isInteger(value)) throw new Error(`not a whole number: "${text}"`);
  return value === 0 ? 0 : value;
}
