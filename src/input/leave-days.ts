/** The days of one line of leave: in one cell or from one to another, held against how many the line says they are. */

import { addDays, daysBetween } from '../calendar/day.ts';
import type { LeaveTableColumn } from './columns.ts';
import { type Around, type DaySpan, readDayWords, slashed, swappedInside } from './day-words.ts';
import type { Cell } from './sheet.ts';
import type { CellNote } from './tables/person-cells.ts';

/** From one cell to another; or all of it in the first. */
export function daysOf(
  { from, to, count }: { readonly from: Cell; readonly to: Cell; readonly count: string },
  {
    around,
    notes,
    at,
  }: { readonly around: Around; readonly notes: CellNote[]; readonly at: (key: LeaveTableColumn) => number },
): readonly DaySpan[] | undefined {
  if (from.text === '') {
    notes.push({ column: at('from'), key: 'fault.cell.empty', params: { value: '' } });
    return undefined;
  }
  const ended = to.text !== '' && to.text !== from.text;
  const read = readDayWords(ended ? from.text.replace(/^\s*từ\s+/iu, '') : from.text, around);
  const last = ended ? readDayWords(to.text.replace(/^\s*(?:đến|tới)(?:\s+hết)?\s+/iu, ''), around) : read;
  [read, last].forEach((each, i) => {
    if (each.ok || (i === 1 && last === read)) return;
    notes.push({
      column: at(i === 0 ? 'from' : 'to'),
      key: each.key,
      params: each.params,
      suggestion: each.suggestion,
    });
  });
  if (!read.ok || !last.ok) return undefined;
  const swapped =
    last === read && !/[-–—→~]|đến|tới/u.test(from.text) ? swappedInside(read.spans, around) : undefined;
  if (swapped) {
    const suggestion = slashed(swapped);
    notes.push({
      column: at('from'),
      key: 'import.ask.day.month-first',
      params: { value: from.text, suggestion },
      suggestion,
    });
    return undefined;
  }
  if (last === read) return counted(read.spans, count, { notes, column: at('from') });
  const [first] = read.spans;
  const final = last.spans.at(-1);
  if (!first || !final) return undefined;
  const span = { first: first.first, last: final.last };
  if (final.last >= first.first) return counted([span], count, { notes, column: at('to') });
  notes.push({
    column: at('to'),
    key: 'fault.leave.end-before-start',
    params: { from: slashed(first.first) },
  });
  return undefined;
}

/** A list that says more days than it names is asked about; fewer are working days. */
function counted(
  spans: readonly DaySpan[],
  count: string,
  { notes, column }: { readonly notes: CellNote[]; readonly column: number },
): readonly DaySpan[] | undefined {
  const said = /^\s*(\d{1,3})(?:\s*ngày)?\s*$/iu.exec(count)?.[1];
  const named = spans.reduce((sum, { first, last }) => sum + daysBetween(first, last) + 1, 0);
  const [only] = spans;
  if (said === undefined || !only || Number(said) <= named) return spans;
  const last = addDays(only.first, Number(said) - 1);
  const suggestion = spans.length > 1 ? '' : slashed(last);
  const value = `${spans.map((each) => slashed(each.first)).join(', ')} (${count})`;
  notes.push({
    column,
    key: 'import.ask.day.more',
    params: { value, days: named, suggestion },
    suggestion: column >= 0 ? `${slashed(only.first)} - ${slashed(last)}` : '',
  });
  return undefined;
}
