/** Lets a skill written without diacritics count as the one a post asks for, and tells what looks like a slip. */

import { CASE_FILES } from '../domain/case-files.ts';
import type { StaffMember } from '../domain/staff.ts';
import type { Post } from '../domain/unit.ts';
import { foldForSearch } from '../kernel/names.ts';
import { nearest } from '../kernel/nearest.ts';
import type { FaultList } from './fault-list.ts';

/** Beyond these, what no post asks for is no slip. */
const MOST_GUESSES = 50;

/** A skill that no post asks for stays as it is: it may serve another period. */
export function matchSkills(
  staff: readonly StaffMember[],
  posts: readonly Post[],
  faults: FaultList,
): StaffMember[] {
  const asked = [...new Set(posts.flatMap((post) => post.skills))];
  const folded = asked.map(foldForSearch);
  const known = new Map(asked.map((skill) => [skill, skill]));
  let guesses = 0;
  const matched = (skill: string): string => {
    const before = known.get(skill);
    if (before !== undefined) return before;
    const fold = foldForSearch(skill);
    const same = asked.filter((_, i) => folded[i] === fold);
    const match = same.length === 1 && same[0] !== undefined ? same[0] : skill;
    known.set(skill, match);
    const suggestion = match === skill && guesses++ < MOST_GUESSES ? nearest(skill, asked) : undefined;
    if (suggestion !== undefined) {
      const params = { skill, suggestion };
      faults.warn({ key: 'fault.staff.skill-near', params, file: CASE_FILES.staff, value: skill });
    }
    return match;
  };
  return staff.map((member) => ({ ...member, skills: [...new Set(member.skills.map(matched))] }));
}
