/** One line of a list of leave, read as entries: whose, what kind, which days and hours; or what is to be asked first. */

import { addDays, type Day } from '../calendar/day.ts';
import type { AvailabilityEntry } from '../domain/case.ts';
import type { StaffMember } from '../domain/staff.ts';
import type { Post } from '../domain/unit.ts';
import { unknownWord } from '../kernel/nearest.ts';
import type { LeaveTableColumn } from './columns.ts';
import type { Around, DaySpan } from './day-words.ts';
import { FaultList } from './fault-list.ts';
import { optional, readClock, readWhole } from './fields.ts';
import { halfWords, halvesApart, kindInDays } from './leave-cells.ts';
import { daysOf } from './leave-days.ts';
import { readPost, readRecurrence } from './leave-file.ts';
import type { LeavePeople, LeaveWho } from './leave-who.ts';
import {
  type HalfDay,
  KIND_WORDS,
  type LeaveKind,
  leaveKindOf,
  saysIllness,
  timesIn,
  weeklyRule,
} from './leave-words.ts';
import { saysNothing } from './phones.ts';
import type { Cell } from './sheet.ts';
import type { TableLine } from './tables/lines.ts';
import type { ListTable } from './tables/list-table.ts';
import { type CellNote, joinedCells } from './tables/person-cells.ts';

export const DEFAULT_WEIGHT = 5;

export type LeaveQuestion =
  /** Whose line it is. Answered with `is:` and a code. */
  | {
      readonly id: string;
      readonly kind: 'who';
      readonly value: string;
      readonly choices: readonly StaffMember[];
    }
  /** Which half of the day. Answered with `am`, `pm` or `day`. */
  | { readonly id: string; readonly kind: 'half'; readonly value: string }
  /** What a code of a time sheet means. Answered with `leave` or `none`. */
  | { readonly id: string; readonly kind: 'code'; readonly value: string };

export interface LineReading {
  readonly entries: readonly AvailabilityEntry[];
  readonly faults: readonly CellNote[];
  readonly warnings: readonly CellNote[];
  readonly question?: LeaveQuestion;
}

export interface LineSource {
  readonly table: ListTable<LeaveTableColumn>;
  readonly line: TableLine;
  readonly people: LeavePeople;
  readonly posts: readonly Post[];
  readonly around: Around;
}

/** What both kinds of lists share: whose line it is; or the question, or the fault, instead. */
export function whoseLine({ table, line, people }: LineSource): readonly StaffMember[] | LineReading {
  const nameColumn = table.keys.findIndex((key) => key === 'name' || key === 'id');
  const [id, name] = [joinedCells(table, line, 'id'), joinedCells(table, line, 'name')];
  const column = nameColumn < 0 ? {} : { column: nameColumn };
  if (id === '' && name === '') return faulty({ ...column, key: 'fault.person.none', params: {} });
  const found: LeaveWho = people.find(id, name);
  if (found.kind === 'people') return found.people;
  const value = name === '' ? id : name;
  if (found.choices.length === 0)
    return faulty({ ...column, key: 'fault.person.unknown', params: { value } });
  return { entries: [], faults: [], warnings: [], question: { ...found, kind: 'who', value } };
}

function faulty(...faults: CellNote[]): LineReading {
  return { entries: [], faults, warnings: [] };
}

/** A line with its days in columns of their own; "sáng 5/2, chiều 6/2" is two. */
export function readLeaveLine(source: LineSource): LineReading {
  const days = joinedCells(source.table, source.line, 'from');
  const readings = halvesApart(days).map((each) => readOne(source, each));
  const faults = readings.flatMap((each) => each.faults);
  const question = readings.find((each) => each.question)?.question;
  return {
    entries: faults.length > 0 || question ? [] : readings.flatMap((each) => each.entries),
    faults,
    warnings: readings.flatMap((each) => each.warnings),
    ...(question ? { question } : {}),
  };
}

function readOne(source: LineSource, days: string): LineReading {
  const { table, line, posts, around } = source;
  const at = (key: LeaveTableColumn): number => table.keys.indexOf(key);
  const cell = (key: LeaveTableColumn): Cell => {
    const text = key === 'from' ? days : joinedCells(table, line, key);
    return { file: table.book.name, row: line.row, column: String(at(key)), text };
  };
  const faults = new FaultList();
  const notes: CellNote[] = [];
  const warnings: CellNote[] = [];
  const half = halfOf(source, cell, warnings);
  const inDays = kindInDays(half.fromText);
  const reason = cell('note');
  const noted = isKind(reason.text);
  const kindCell = [cell('kind'), { ...cell('from'), text: inDays.kind }, ...(noted ? [reason] : [])];
  const said = kindCell.find(({ text }) => text !== '') ?? cell('kind');
  const kind = kindOf(said, said === kindCell[0] ? half.kindText : said.text, notes);
  const from = { ...cell('from'), text: inDays.days };
  if (saysNoLeave(from.text)) return { entries: [], faults: [], warnings: [] };
  const spans = daysOf({ from, to: cell('to'), count: cell('days').text }, { around, notes, at });
  const times = half.times ?? (half.question ? {} : readTimes(cell, faults));
  const rrule = optional(
    cell('rrule'),
    undefined,
    (each) => weeklyRule(each.text) ?? readRecurrence(each, faults),
  );
  const postId = optional(cell('post'), undefined, (each) => readPost(each, posts, faults));
  const weight = optional(cell('weight'), DEFAULT_WEIGHT, (each) =>
    readWhole(each, { least: 1, most: 10 }, faults),
  );
  const found = faults.faults.map(({ key, params, column, value = '' }): CellNote => {
    const place = Number(column);
    return { key, params: { value, ...params }, ...(place >= 0 ? { column: place } : {}) };
  });
  const whose = whoseLine(source);
  const all = [...notes, ...found];
  if (!Array.isArray(whose)) {
    const { faults: own, question } = whose as LineReading;
    return {
      entries: [],
      faults: [...own, ...all],
      warnings,
      ...(question && all.length === 0 ? { question } : {}),
    };
  }
  if (all.length > 0 || !kind || !spans) return { entries: [], faults: all, warnings };
  if (half.question) return { entries: [], faults: [], warnings, question: half.question };
  const note = noteOf(kind, noted && said === reason ? '' : reason.text, at('note'), warnings);
  const rest = {
    ...(times ?? {}),
    ...(rrule === undefined ? {} : { rrule }),
    ...(postId === undefined ? {} : { postId }),
    ...(kind.leaveKind === undefined ? {} : { leaveKind: kind.leaveKind }),
    weight: weight ?? DEFAULT_WEIGHT,
    note,
  };
  const people = whose as readonly StaffMember[];
  const entries = people.flatMap(({ id }) =>
    spans.map((span) => ({ staffId: id, kind: kind.kind, ...halfOpen(span), ...rest })),
  );
  return { entries, faults: [], warnings };
}

export function halfOpen({ first, last }: DaySpan): { from: Day; to: Day } {
  return { from: first, to: addDays(last, 1) };
}

/** "không nghỉ", "-": the line is there, and says that there is none. */
function saysNoLeave(text: string): boolean {
  return text !== '' && (saysNothing(text) || /^không nghỉ$/iu.test(text.trim()));
}

/** A reason that is a kind of leave, or an illness, of which only that it is one is kept. */
function isKind(text: string): boolean {
  return text !== '' && (leaveKindOf(text)?.kind === 'leave' || saysIllness(text));
}

/** Of illness nothing is kept but that it is; of anything else the reason and the note. */
function noteOf(kind: LeaveKind, note: string, column: number, warnings: CellNote[]): string {
  if ((kind.silent || saysIllness(note)) && note !== '') {
    warnings.push({ ...(column < 0 ? {} : { column }), key: 'import.note.ill', params: {} });
    return kind.reason;
  }
  return [kind.reason, note].filter((each, i, all) => each !== '' && all.indexOf(each) === i).join(': ');
}

interface HalfFound {
  readonly times?: HalfDay | Record<string, never>;
  readonly question?: LeaveQuestion;
  readonly kindText: string;
  readonly fromText: string;
}

/** Hours may stand in any of the cells: "sáng 6/2", "nghỉ phép nửa ngày", "22h-6h" under the first hour. */
function halfOf(
  { table, line }: LineSource,
  cell: (key: LeaveTableColumn) => Cell,
  warnings: CellNote[],
): HalfFound {
  const [kind, from, start, end] = (['kind', 'from', 'startTime', 'endTime'] as const).map((key) => {
    const read = cell(key);
    return key === 'startTime' ? { ...read, text: halfWords(read.text) } : read;
  });
  const inKind = timesIn(kind?.text ?? '');
  const inDays = timesIn(from?.text ?? '');
  // A clock of its own in each column is read as such.
  const clock = `${start?.text ?? ''} ${end?.text ?? ''}`.trim();
  const inClock = timesIn(end?.text === '' || start?.text === end?.text ? (start?.text ?? '') : '');
  const texts = { kindText: inKind.rest, fromText: inDays.rest };
  const found = [inClock, inDays, inKind].find(({ times, half }) => times !== undefined || half);
  if (!found)
    return {
      ...texts,
      ...(inClock.rest === '' && clock !== '' && start?.text !== '' && end?.text === '' ? { times: {} } : {}),
    };
  if (found.times) {
    if (found.word !== '') {
      const { startTime, endTime } = found.times;
      const column = table.keys.indexOf(found === inClock ? 'startTime' : found === inDays ? 'from' : 'kind');
      warnings.push({
        column,
        key: 'import.note.half',
        params: { word: found.word, start: startTime, end: endTime },
      });
    }
    return { ...texts, times: found.times };
  }
  if (clock !== '' && found !== inClock) return texts;
  return answeredHalf(
    `half-${line.id}`,
    { table, value: found === inKind ? (kind?.text ?? '') : (from?.text ?? '') },
    texts,
  );
}

const HALF_TIMES = { am: timesIn('sáng').times, pm: timesIn('chiều').times };

function answeredHalf(
  id: string,
  { table, value }: { readonly table: ListTable<LeaveTableColumn>; readonly value: string },
  texts: Pick<HalfFound, 'kindText' | 'fromText'>,
): HalfFound {
  const answer = table.answers.get(id);
  if (answer === 'day') return { ...texts, times: {} };
  const times = answer === 'am' ? HALF_TIMES.am : answer === 'pm' ? HALF_TIMES.pm : undefined;
  return times ? { ...texts, times } : { ...texts, question: { id, kind: 'half', value } };
}

function kindOf(cell: Cell, text: string, faults: CellNote[]): LeaveKind | undefined {
  if (text === '') return { kind: 'leave', reason: '', silent: false };
  const kind = leaveKindOf(text) ?? (saysIllness(text) ? leaveKindOf('nghỉ ốm') : undefined);
  if (kind) return kind;
  const { key, params } = unknownWord('fault.leave.kind', cell.text, KIND_WORDS);
  const suggestion = typeof params.suggestion === 'string' ? params.suggestion : '';
  faults.push({ column: Number(cell.column), key, params, suggestion });
  return undefined;
}

function readTimes(cell: (key: LeaveTableColumn) => Cell, faults: FaultList): Partial<HalfDay> | undefined {
  const [start, end] = [cell('startTime'), cell('endTime')];
  if (start.text === '' && end.text === '') return {};
  if (start.text === '' || end.text === '') {
    const { file, row, column } = start.text === '' ? start : end;
    faults.fault({ key: 'fault.leave.half-time', params: {}, file, row, column, value: '' });
    return undefined;
  }
  const [startTime, endTime] = [readClock(start, faults), readClock(end, faults)];
  return startTime && endTime ? { startTime, endTime } : undefined;
}
