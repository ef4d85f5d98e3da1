/** Whom titles and departments propose for a kind of post. A proposal only: nobody may stand anything by it. */

import { foldForSearch } from '../kernel/names.ts';
import { rankOf } from './rank.ts';
import type { StaffMember } from './staff.ts';
import type { Tier } from './unit.ts';

type Titled = Pick<StaffMember, 'title' | 'department'>;

/** Not put on a watch by a proposal: those who serve, and those who are still learning. */
const NOT_ALONE = new Set(['support', 'trainee']);
const LEADERS = new Set(['head', 'deputy-head', 'office-chief', 'section-head']);

const SECURITY =
  /giam sat|an toan(?! (thuc pham|lao dong|ve sinh|giao thong))|an ninh|truc ban|\bsoc\b|\bnoc\b|monitoring|security/u;
const TECHNICAL = /ung cuu|su co|ha tang|ky thuat|he thong|van hanh|infrastructure|operations/u;

/** Departments whose people stand such posts, those that come first before the others; absent: a matter of titles alone. */
const DEPARTMENTS: Readonly<Partial<Record<Tier, readonly RegExp[]>>> = {
  watch: [SECURITY, TECHNICAL],
  response: [TECHNICAL, SECURITY],
};

/** Empty where nothing tells one person from another. */
export function proposedPeople<P extends Titled>(tier: Tier, staff: readonly P[]): readonly P[] {
  const found = fitting(tier, staff);
  return found.length === staff.length ? [] : found;
}

/** Everyone: whom titles propose first, and where the post does not lead those who lead last. */
export function byFit<P extends Titled>(tier: Tier, staff: readonly P[]): readonly P[] {
  const proposed = proposedPeople(tier, staff);
  const others = staff.filter((person) => !proposed.includes(person));
  const isLast = (person: P): boolean => tier !== 'leader' && leads(person);
  return [...proposed, ...others.filter((each) => !isLast(each)), ...others.filter(isLast)];
}

function fitting<P extends Titled>(tier: Tier, staff: readonly P[]): readonly P[] {
  if (tier === 'leader') {
    const leaders = staff.filter(leads);
    return leaders.length > 0 ? leaders : staff.filter(({ title }) => rankOf(title) === 'team-head');
  }
  const others = staff.filter((person) => !leads(person));
  if (tier === 'premises') return others.filter(({ title }) => rankOf(title) === 'support');
  const able = others.filter(({ title }) => !NOT_ALONE.has(rankOf(title)));
  const own = (DEPARTMENTS[tier] ?? []).map((of) =>
    able.filter(({ department }) => of.test(foldForSearch(department))),
  );
  return own.find(({ length }) => length > 0) ?? able;
}

function leads({ title, department }: Titled): boolean {
  return (
    LEADERS.has(rankOf(title)) ||
    (title === '' && /^(ban giam doc|lanh dao)/u.test(foldForSearch(department)))
  );
}
