/**
 * What one run of days costs under a run term, for one person. Fixed days are nobody's choice, so what they alone would
 * bring about is spared: a run that would be there without any cell taken is never too short, and of a run that is too
 * long the days are spared at which a run of fixed days alone has already passed `most`.
 */

import type { RunTerm } from './shapes.ts';

/** One person's days under one term. */
export interface RunLine {
  readonly on: boolean;
  /** 0 and `Infinity`, or more than there are days, where a bound is absent. */
  readonly least: number;
  readonly most: number;
  readonly days: number;
  readonly before: number;
  readonly after: number;
  /** By day: 1 when it is on whatever is taken. */
  readonly fixedOn: Uint8Array;
}

export function runLine(term: RunTerm, at: number, days: number): RunLine {
  const fixedOn = new Uint8Array(days);
  for (const day of term.fixedOn[at] ?? []) fixedOn[day] = 1;
  return {
    on: term.state === 'on',
    least: term.least ?? 0,
    most: term.most ?? Number.POSITIVE_INFINITY,
    days,
    before: term.before[at] ?? -1,
    after: term.after[at] ?? -1,
    fixedOn,
  };
}

/**
 * Amount of the maximal run [from, to] of the line's state. Empty ones count nothing but at the edges: [0, −1] is the run
 * that ends before the horizon's first day, [days, days − 1] the one that begins after its last.
 */
export function runAmount(line: RunLine, from: number, to: number): number {
  const isEmpty = from > to;
  const isFirst = from === 0 && (!isEmpty || to === -1);
  const isLast = to === line.days - 1 && (!isEmpty || from === line.days);
  if (isEmpty && !isFirst && !isLast) return 0;
  const before = isFirst ? line.before : 0;
  const after = isLast ? line.after : 0;
  const length = Math.max(0, before) + (to - from + 1) + Math.max(0, after);
  if (length === 0) return 0;
  const isOpen = before < 0 || after < 0;
  const under = isOpen || isFixedRun(line, from, to) ? 0 : Math.max(0, line.least - length);
  const over = isEmpty ? 0 : Math.max(0, length - line.most);
  return under + (over > 0 ? over - sparedOf(line, from, to) : 0);
}

/** Amounts of all maximal runs of the line, edges included. */
export function lineAmount(line: RunLine, isOn: (day: number) => boolean): number {
  const inRun = (day: number): boolean => isOn(day) === line.on;
  let amount = 0;
  if (line.days > 0 && !inRun(0)) amount += runAmount(line, 0, -1);
  for (let day = 0; day < line.days; day++) {
    if (!inRun(day)) continue;
    const from = day;
    while (day + 1 < line.days && inRun(day + 1)) day++;
    amount += runAmount(line, from, day);
  }
  if (line.days > 0 && !inRun(line.days - 1)) amount += runAmount(line, line.days, line.days - 1);
  return amount;
}

/** Whether fixed days alone make the very same run: all its days are fixed on, or both days beside those off are. */
function isFixedRun({ on, days, fixedOn }: RunLine, from: number, to: number): boolean {
  if (!on) return (from === 0 || fixedOn[from - 1] === 1) && (to === days - 1 || fixedOn[to + 1] === 1);
  for (let day = from; day <= to; day++) if (fixedOn[day] === 0) return false;
  return true;
}

/** Days of [from, to] at which a run of fixed days alone has already passed the most. */
function sparedOf(line: RunLine, from: number, to: number): number {
  if (!line.on) return 0;
  let spared = 0;
  for (let day = from; day <= to; day++) spared += sparedAt(line, day);
  return spared;
}

/** 1 when a run of fixed days up to this one alone is longer than the most. */
export function sparedAt({ on, most, before, fixedOn }: RunLine, day: number): 0 | 1 {
  if (!on || fixedOn[day] === 0) return 0;
  let first = day;
  while (first > 0 && fixedOn[first - 1] === 1) first--;
  return day - first + 1 + (first === 0 ? Math.max(0, before) : 0) > most ? 1 : 0;
}
