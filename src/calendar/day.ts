/** The civil day: a date on the wall calendar, with no hour and no zone. */

/** ISO 8601 calendar date, `2027-02-06`; always a day that exists. Compares correctly as text. */
export type Day = string & { readonly __brand: 'Day' };

const MS_PER_DAY = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads `YYYY-MM-DD`; undefined when the text is not a day that exists. */
export function parseDay(text: string): Day | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(ms).toISOString().slice(0, 10) === text ? (text as Day) : undefined;
}

/** The day of a year, month (1–12) and day of month; overflowing days roll on, as in `Date.UTC`. */
export function dayFrom(year: number, month: number, dayOfMonth: number): Day {
  return fromDayNumber(Math.round(Date.UTC(year, month - 1, dayOfMonth) / MS_PER_DAY));
}

/** Days since 1970-01-01, for arithmetic. */
export function dayNumber(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY);
}

export function fromDayNumber(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10) as Day;
}

export function addDays(day: Day, count: number): Day {
  return fromDayNumber(dayNumber(day) + count);
}

/** Days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

export function laterDay(a: Day, b: Day): Day {
  return a < b ? b : a;
}

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** Every day of the half-open span [from, to). */
export function eachDay(from: Day, to: Day): Day[] {
  const first = dayNumber(from);
  return Array.from({ length: Math.max(0, dayNumber(to) - first) }, (_, i) => fromDayNumber(first + i));
}
