/** Leave and wishes of a period as a file that can be taken in again unchanged: what is granted, a line a row. */

import { addDays, type Day } from '../../calendar/day.ts';
import type { AvailabilityEntry } from '../../domain/case.ts';
import type { LeaveKind } from '../../domain/leave-kind.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { inListOrder } from '../../domain/staff-order.ts';
import type { Post } from '../../domain/unit.ts';
import { slashed } from '../../input/day-words.ts';
import { leaveKindOf } from '../../input/leave-words.ts';
import { foldForSearch } from '../../kernel/names.ts';
import { formatXlsxTable } from '../../output/documents/xlsx-file.ts';
import { formatCsv } from '../../output/roster-csv.ts';
import type { App } from '../app.ts';
import { listAvailability } from './list-availability.ts';

/** In the order of the file, by the names the reader has for them. */
const LEAVE_FILE_FIELDS = [
  ...(['id', 'name', 'kind', 'from', 'to', 'startTime', 'endTime'] as const),
  ...(['rrule', 'post', 'weight', 'note'] as const),
];
export type LeaveFileField = (typeof LEAVE_FILE_FIELDS)[number];

/** Words of the kinds, in a language the reader knows: `plain` is leave of no kind. */
export type KindWord = (kind: 'plain' | LeaveKind | 'wish-for' | 'wish-against') => string;

export interface LeaveWords {
  readonly headingOf: (field: LeaveFileField) => string;
  readonly kindOf: KindWord;
  readonly title: string;
}

export interface LeaveExport extends LeaveWords {
  readonly key: PeriodKey;
  readonly format: 'csv' | 'xlsx';
}

/** Lines of a period whole, also where they reach beyond it; those that wait or were refused are left out. Throws `not-found`, `forbidden`. */
export async function exportLeave(app: App, asked: LeaveExport): Promise<string | Uint8Array> {
  const { key, format, title: name } = asked;
  const { unit, staff, posts, lines } = await listAvailability(app, { key });
  const granted = lines.filter(({ state }) => state === 'granted').map(({ entry }) => entry);
  const ordered = inListOrder(staff, unit.listOrder).flatMap((member) =>
    granted
      .filter(({ staffId }) => staffId === member.id)
      .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
      .map((entry) => leaveRow(entry, { member, posts, kindOf: asked.kindOf })),
  );
  const head = LEAVE_FILE_FIELDS.map(asked.headingOf);
  return format === 'csv' ? formatCsv([head, ...ordered]) : formatXlsxTable({ name, head, rows: ordered });
}

function leaveRow(
  entry: AvailabilityEntry,
  {
    member,
    posts,
    kindOf,
  }: { readonly member: StaffMember; readonly posts: readonly Post[]; readonly kindOf: KindWord },
): string[] {
  const { kind, leaveKind, from, to, startTime = '', endTime = '', rrule = '', postId, weight } = entry;
  // "con ốm" is a kind by itself, of which the note is all that tells.
  const own = leaveKind !== undefined && leaveKindOf(entry.note)?.leaveKind === leaveKind;
  const words = own ? entry.note : kindOf(kind === 'leave' ? (leaveKind ?? 'plain') : kind);
  const row: Readonly<Record<LeaveFileField, string>> = {
    id: member.id,
    name: member.name,
    kind: words,
    from: slashed(from),
    to: slashed(addDays(to, -1) as Day),
    startTime,
    endTime,
    rrule,
    post: postName(postId, posts),
    weight: String(weight),
    note: own ? '' : entry.note,
  };
  return LEAVE_FILE_FIELDS.map((field) => row[field]);
}

/** Its name, or its code where others are called the same. */
function postName(postId: string | undefined, posts: readonly Post[]): string {
  const post = posts.find(({ id }) => id === postId);
  if (!post) return postId ?? '';
  const name = foldForSearch(post.name);
  const called = posts.filter((each) =>
    [each.id, each.name, each.shortName].some((word) => foldForSearch(word) === name),
  );
  return called.length === 1 ? post.name : post.id;
}
