/** Lets a skill written without diacritics count as the one a post asks for, and tells what looks like a slip. */

import { CASE_FILES } from '../domain/case-files.ts';
import type { StaffMember } from '../domain/staff.ts';
import type { Post } from '../domain/unit.ts';
import { foldForSearch } from '../kernel/names.ts';
import { nearest } from '../kernel/nearest.ts';
import type { FaultList } from './fault-list.ts';

/** A skill that no post asks for stays as it is: it may serve another period. */
export function matchSkills(
  staff: readonly StaffMember[],
  posts: readonly Post[],
  faults: FaultList,
): StaffMember[] {
  const asked = [...new Set(posts.flatMap((post) => post.skills))];
  const told = new Set<string>();
  const matched = (skill: string): string => {
    if (asked.includes(skill)) return skill;
    const same = asked.filter((each) => foldForSearch(each) === foldForSearch(skill));
    const [only, ...more] = same;
    if (only !== undefined && more.length === 0) return only;
    const suggestion = nearest(skill, asked);
    if (suggestion !== undefined && !told.has(skill)) {
      told.add(skill);
      const params = { skill, suggestion };
      faults.warn({ key: 'fault.staff.skill-near', params, file: CASE_FILES.staff, value: skill });
    }
    return skill;
  };
  return staff.map((member) => ({ ...member, skills: [...new Set(member.skills.map(matched))] }));
}
