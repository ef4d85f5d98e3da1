/** `leave.csv` → lines of leave and wishes, one row each. "Đến ngày" counts with, as people write it. */

import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import { parseRecurrence } from '../calendar/recurrence-rule.ts';
import type { ClockTime } from '../calendar/zone.ts';
import type { AvailabilityEntry, AvailabilityKind } from '../domain/case.ts';
import { CASE_FILES } from '../domain/case-files.ts';
import type { Post } from '../domain/unit.ts';
import { foldForSearch } from '../kernel/names.ts';
import { unknownWord } from '../kernel/nearest.ts';
import { LEAVE_COLUMNS, type LeaveColumn } from './columns.ts';
import type { FaultList } from './fault-list.ts';
import { optional, readClock, readDay, readWhole, refuse } from './fields.ts';
import { leaveKindOf } from './leave-words.ts';
import type { References } from './people.ts';
import { type Cell, readSheet, type SheetRow } from './sheet.ts';

/** Two years and some: longer is a slip of the year. */
const MOST_DAYS = 800;
const DEFAULT_WEIGHT = 5;

/** By folded word; the first of each kind is told to people. */
const KINDS: Readonly<Record<AvailabilityKind, readonly string[]>> = {
  leave: ['nghỉ phép', 'phép', 'nghỉ', 'nghỉ ốm', 'công tác', 'leave', 'absent'],
  'wish-for': ['muốn trực', 'nguyện vọng trực', 'xin trực', 'wish for', 'wish-for', 'prefers'],
  'wish-against': [
    'không muốn trực',
    'tránh trực',
    'xin không trực',
    'wish against',
    'wish-against',
    'avoids',
  ],
};

/** Undefined after telling at least one fault. */
export function parseLeave(
  bytes: Uint8Array,
  references: References,
  faults: FaultList,
): AvailabilityEntry[] | undefined {
  const required = [['name', 'id'], ['from']] as const;
  const sheet = readSheet<LeaveColumn>(
    { file: CASE_FILES.leave, bytes, columns: LEAVE_COLUMNS, required },
    faults,
  );
  if (!sheet) return undefined;
  const before = faults.count;
  const entries = sheet.rows.flatMap((row) => readLeaveEntry(row, references, faults) ?? []);
  return faults.count > before ? undefined : entries;
}

/** Undefined after a fault, or when the person cannot be known. */
export function readLeaveEntry(
  row: SheetRow<LeaveColumn>,
  { people, posts }: References,
  faults: FaultList,
): AvailabilityEntry | undefined {
  const person = people.find(row.cell('id'), row.cell('name'));
  if (person.kind === 'unknown') faults.fault(person.fault);
  const before = faults.count;
  const kind = optional(row.cell('kind'), 'leave', (cell) => readKind(cell, faults));
  const leaveKind = kind === 'leave' ? leaveKindOf(row.cell('kind').text)?.leaveKind : undefined;
  const days = readDays(row, faults);
  const times = readTimes(row, faults);
  const rrule = optional(row.cell('rrule'), undefined, (cell) => readRecurrence(cell, faults));
  const postId = optional(row.cell('post'), undefined, (cell) => readPost(cell, posts, faults));
  const weight = optional(row.cell('weight'), DEFAULT_WEIGHT, (cell) =>
    readWhole(cell, { least: 1, most: 10 }, faults),
  );
  if (faults.count > before || person.kind !== 'found' || !kind || !days || weight === undefined)
    return undefined;
  return {
    staffId: person.staffId,
    kind,
    ...(leaveKind === undefined ? {} : { leaveKind }),
    ...days,
    ...times,
    ...(rrule === undefined ? {} : { rrule }),
    ...(postId === undefined ? {} : { postId }),
    weight,
    note: row.cell('note').text,
  };
}

function readKind(cell: Cell, faults: FaultList): AvailabilityKind | undefined {
  const folded = foldForSearch(cell.text);
  const kinds = Object.keys(KINDS) as AvailabilityKind[];
  const kind = kinds.find((each) => KINDS[each].some((word) => foldForSearch(word) === folded));
  if (kind) return kind;
  if (leaveKindOf(cell.text)?.leaveKind) return 'leave';
  const { key, params } = unknownWord('fault.leave.kind', cell.text, Object.values(KINDS).flat());
  return refuse(cell, key, faults, params);
}

/** Half-open, one day when no end is given. */
function readDays(row: SheetRow<LeaveColumn>, faults: FaultList): { from: Day; to: Day } | undefined {
  const from = readDay(row.cell('from'), faults);
  const last = optional(row.cell('to'), from, (cell) => readDay(cell, faults));
  if (!from || !last) return undefined;
  if (last < from) return refuse(row.cell('to'), 'fault.leave.end-before-start', faults, { from });
  const days = daysBetween(from, last) + 1;
  if (days > MOST_DAYS)
    return refuse(row.cell('to'), 'fault.leave.too-long', faults, { days, most: MOST_DAYS });
  return { from, to: addDays(last, 1) };
}

function readTimes(
  row: SheetRow<LeaveColumn>,
  faults: FaultList,
): { startTime?: ClockTime; endTime?: ClockTime } | undefined {
  const [start, end] = [row.cell('startTime'), row.cell('endTime')];
  if (start.text === '' && end.text === '') return {};
  if (start.text === '' || end.text === '') {
    return refuse(start.text === '' ? start : end, 'fault.leave.half-time', faults);
  }
  const startTime = readClock(start, faults);
  const endTime = readClock(end, faults);
  return startTime && endTime ? { startTime, endTime } : undefined;
}

export function readRecurrence(cell: Cell, faults: FaultList): string | undefined {
  const check = parseRecurrence(cell.text);
  if (check.ok) return cell.text;
  for (const { key, params } of check.faults) refuse(cell, key, faults, params);
  return undefined;
}

/** By id, name or short name. */
export function readPost(
  cell: Cell,
  posts: readonly Post[] | undefined,
  faults: FaultList,
): string | undefined {
  if (!posts) return undefined;
  const folded = foldForSearch(cell.text);
  const names = (post: Post): string[] => [post.id, post.name, post.shortName];
  const post = posts.find((each) => names(each).some((name) => foldForSearch(name) === folded));
  if (post) return post.id;
  const { key, params } = unknownWord('fault.post.unknown', cell.text, posts.flatMap(names));
  return refuse(cell, key, faults, params);
}
