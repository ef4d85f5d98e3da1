/** One or two letters for each kind of shift, for grids: `LĐ`, `S`, `Đ`, and what they stand for. */

import type { Shift } from '../../domain/shift.ts';
import { sheetColumns } from '../sheet-model.ts';
import type { DocumentContext } from './document-request.ts';

export interface ShiftCode {
  readonly code: string;
  /** `Sáng 06–14 (Giám sát ATTT)`. */
  readonly words: string;
  readonly covers: (shift: Shift) => boolean;
}

interface Group {
  readonly label: string;
  readonly range: string;
  readonly leader: boolean;
  readonly posts: string[];
  readonly keys: Set<string>;
}

/**
 * Shifts of the same name and hours share a code whatever their post, since a person mostly stands one post; the
 * leader's have their own. A letter that is taken gets a number.
 */
export function shiftCodes(context: DocumentContext): ShiftCode[] {
  const taken = new Set<string>();
  return groupsOf(context).map(({ label, range, leader, posts, keys }) => {
    const letter = leader
      ? context.say('document.code.leader')
      : (label || range).charAt(0).toLocaleUpperCase('vi');
    let code = letter;
    for (let i = 2; taken.has(code); i++) code = `${letter}${i}`;
    taken.add(code);
    return {
      code,
      words: `${`${label} ${range}`.trim()} (${posts.join(', ')})`,
      covers: ({ postId, patternId }) => keys.has(keyOf(postId, patternId)),
    };
  });
}

function groupsOf({ sheet }: DocumentContext): Group[] {
  const groups: Group[] = [];
  for (const { head, column } of sheetColumns(sheet)) {
    const { label, range, patternId } = column;
    const leader = head.tier === 'leader';
    let group = groups.find((each) => each.label === label && each.range === range && each.leader === leader);
    if (!group) {
      group = { label, range, leader, posts: [], keys: new Set() };
      groups.push(group);
    }
    group.posts.push(head.shortName);
    group.keys.add(keyOf(head.postId, patternId));
  }
  return groups;
}

function keyOf(postId: string, patternId: string): string {
  return JSON.stringify([postId, patternId]);
}
