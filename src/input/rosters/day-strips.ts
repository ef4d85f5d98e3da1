/** Lists of days that stand beside one another in one table, each with days of its own, and what their columns are. */

import { addDays, type Day, daysBetween } from '../../calendar/day.ts';
import type { Around } from '../day-words.ts';
import { daysInCell } from './roster-days.ts';
import type { RosterTable } from './roster-tables.ts';

export interface FilledRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Columns of one list of days: another may stand beside it, with days of its own. */
export interface Strip {
  readonly from: number;
  readonly to: number;
  readonly dayColumn: number;
}

export function stripsOf(rows: readonly FilledRow[], table: RosterTable, around: Around): Strip[] {
  const { meanings } = table.heading;
  const isName = (i: number): boolean => meanings[i] === undefined || meanings[i] === 'name';
  const starts = meanings.flatMap((key, i) => {
    const after = key === 'day' && i > table.dayColumn;
    const own = after && rows.some(({ cells }) => daysInCell(cells[i] ?? '', around).length > 0);
    const named = meanings.slice(table.dayColumn + 1, i).some((_, at) => isName(table.dayColumn + 1 + at));
    return own && named ? [i] : [];
  });
  return [table.dayColumn, ...starts].map((dayColumn, i) => ({
    from: i === 0 ? 0 : dayColumn,
    to: starts[i] ?? meanings.length,
    dayColumn,
  }));
}

interface StripColumns {
  readonly names: readonly number[];
  readonly wheres: readonly number[];
  readonly until: number;
  readonly weekday: number;
  readonly beside: (cells: readonly string[]) => Readonly<Record<'phone' | 'title' | 'force', string>>;
}

export function columnsOf({ heading }: RosterTable, { from, to, dayColumn }: Strip): StripColumns {
  const { meanings, lines } = heading;
  const within = (i: number): boolean => i >= from && i < to;
  const at = (...keys: readonly string[]): number[] =>
    meanings.flatMap((key, i) => (key !== undefined && keys.includes(key) && within(i) ? [i] : []));
  const names = meanings.flatMap((key, i) =>
    i !== dayColumn && within(i) && (key === undefined || key === 'name') ? [i] : [],
  );
  const [phones, titles, forces] = [at('phone'), at('title'), at('force')];
  const textOf = (cells: readonly string[], columns: readonly number[]): string =>
    columns
      .map((each) => cells[each] ?? '')
      .join(' ')
      .trim();
  return {
    names,
    wheres: at('post', 'shift', 'hours'),
    until: at('until')[0] ?? -1,
    weekday: lines.findIndex((each, i) => within(i) && /^(?:thứ|weekday)$/iu.test(each.join(' ').trim())),
    beside: (cells) => ({
      phone: textOf(cells, phones),
      title: textOf(cells, titles),
      force: textOf(cells, forces),
    }),
  };
}

const MOST_THROUGH = 31;

/** From one day to another that a column of its own names. */
export function throughTo(days: readonly Day[], last: readonly Day[]): readonly Day[] {
  const [first, end] = [days[0], last.at(-1)];
  if (first === undefined || end === undefined || days.length > 1) return days;
  const count = daysBetween(first, end) + 1;
  return count > 1 && count <= MOST_THROUGH
    ? Array.from({ length: count }, (_, i) => addDays(first, i))
    : days;
}
