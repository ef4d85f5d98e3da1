/** A letter or two for each kind of shift, for grids of people by day: `LĐ`, `S`, `ỨĐ`, and what they stand for. */

import type { Plan } from '../../domain/plan.ts';
import type { Shift } from '../../domain/shift.ts';
import type { Post } from '../../domain/unit.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { cleanLine } from '../plain-text.ts';
import { columnKey, type RosterColumn, rosterColumns } from './columns.ts';

export interface ShiftCode {
  readonly code: string;
  /** `Sáng 06–14 (Giám sát ATTT, Mã độc)`. */
  readonly words: string;
  readonly night: boolean;
}

export interface ShiftCodes {
  /** In the order of the columns. */
  readonly key: readonly ShiftCode[];
  readonly of: (shift: Pick<Shift, 'postId' | 'patternId'>) => ShiftCode | undefined;
}

type Group = readonly [RosterColumn, ...RosterColumn[]];

/**
 * Shifts of the same name and hours share a code whatever their post, since a person mostly stands one post. A post
 * with one kind of shift only has a code of its own, and so have leaders.
 */
export function shiftCodes(language: Language, plan: Plan): ShiftCodes {
  const taken = new Set<string>();
  const byColumn = new Map<string, ShiftCode>();
  const key = groupsOf(rosterColumns(language, plan)).map((group): ShiftCode => {
    const [{ words, night }] = group;
    const code = freeCode(candidates(language, group), taken);
    taken.add(code);
    const posts = group.map(({ post }) => cleanLine(post.shortName)).join(', ');
    const made = { code, words: `${words} (${posts})`, night };
    for (const { post, pattern } of group) byColumn.set(columnKey(post.id, pattern.id), made);
    return made;
  });
  return { key, of: ({ postId, patternId }) => byColumn.get(columnKey(postId, patternId)) };
}

function groupsOf(columns: readonly RosterColumn[]): Group[] {
  const groups = new Map<string, Group>();
  for (const column of columns) {
    const { post, label, range } = column;
    const alone = isAlone(post) ? post.id : '';
    const key = JSON.stringify([alone, post.tier === 'leader', label, range]);
    const group = groups.get(key);
    groups.set(key, group ? [...group, column] : [column]);
  }
  return [...groups.values()];
}

function isAlone({ patterns }: Post): boolean {
  return patterns.length === 1;
}

/** The best first: the shift's initials, or the post's when it has one kind of shift; then with the post's before them. */
function candidates(language: Language, [{ post, label, range }]: Group): string[] {
  const leader = post.tier === 'leader' ? translate(language, 'document.code.leader') : '';
  const ofPost = initials(cleanLine(post.shortName));
  const ofShift = initials(label) || range.slice(0, 2);
  const own = isAlone(post) ? leader || ofPost.slice(-2) || ofShift : `${leader}${ofShift}`;
  return [own, `${ofPost.slice(0, 1)}${own}`, `${ofPost}${own}`];
}

function freeCode(wanted: readonly string[], taken: ReadonlySet<string>): string {
  const [own = ''] = wanted;
  const free = wanted.find((code) => !taken.has(code));
  if (free !== undefined) return free;
  let number = 2;
  while (taken.has(`${own}${number}`)) number++;
  return `${own}${number}`;
}

/** `Đ` of Đêm, `LĐ` of lãnh đạo, `C2` of Ca 2. */
function initials(text: string): string {
  return text
    .split(/[\s,]+/)
    .map((word) => (/^\d+$/.test(word) ? word : word.charAt(0).toLocaleUpperCase('vi')))
    .join('');
}
