/**
 * How evenly a roster shares its duties, in figures anyone can check: fewest and most nights, weekend and holiday shifts,
 * and days between two duties, among people who can stand the same posts.
 */

import { daysBetween } from '../../calendar/day.ts';
import { dutyKinds } from '../../constraints/duty-kinds.ts';
import { missingSkills } from '../../constraints/qualified.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Roster } from '../../domain/roster.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import { type Language, translate } from '../../i18n/translate.ts';

export interface Range {
  readonly least: number;
  readonly most: number;
}

/** Of people who can stand the same posts; what they have none of is absent. */
export interface Evenness {
  readonly posts: string;
  readonly people: number;
  readonly shifts: Range;
  readonly nights?: Range;
  readonly weekends?: Range;
  readonly holidays?: Range;
  readonly distance?: Range;
}

/** Groups in the order of the plan's posts; people who can stand nothing are in none. */
export function evennessOf(plan: Plan, roster: Roster): Evenness[] {
  const index = new RosterIndex(plan, roster);
  const groups = new Map<string, { posts: string; staffIds: string[] }>();
  for (const member of plan.staff) {
    const own = plan.posts.filter((post) => missingSkills(member, post).length === 0);
    if (own.length === 0) continue;
    const key = own.map(({ id }) => id).join(' ');
    const group = groups.get(key) ?? {
      posts: own.map(({ shortName }) => shortName).join(', '),
      staffIds: [],
    };
    groups.set(key, group);
    group.staffIds.push(member.id);
  }
  const kinds = new Map(
    dutyKinds(plan).map(({ kind, shifts }) => [kind, new Set(shifts.map((s) => plan.shifts[s]?.id))]),
  );
  return [...groups.values()].map(({ posts, staffIds }): Evenness => {
    const shifts = staffIds.map((id) => index.shiftsOf(id));
    const count = (kind: 'nights' | 'weekends' | 'holidays') => {
      const ids = kinds.get(kind);
      const range = ids && rangeOf(shifts.map((own) => own.filter(({ id }) => ids.has(id)).length));
      return range && range.most > 0 ? { [kind]: range } : {};
    };
    const distances = shifts.flatMap((own) =>
      own
        .slice(1)
        .map(({ day }, i) => daysBetween(own[i]?.day ?? day, day))
        .filter((days) => days > 0),
    );
    return {
      posts,
      people: staffIds.length,
      shifts: rangeOf(shifts.map(({ length }) => length)),
      ...count('nights'),
      ...count('weekends'),
      ...count('holidays'),
      ...(distances.length > 0 ? { distance: rangeOf(distances) } : {}),
    };
  });
}

function rangeOf(values: readonly number[]): Range {
  return { least: Math.min(...values), most: Math.max(...values) };
}

/** More groups than this are not told one by one. */
const MOST_GROUPS = 3;

/** A line a group: `Trực · ca 13–14 · đêm 4–5 · cuối tuần 3–4 · khoảng cách 4–9 ngày`; nothing where groups are many. */
export function evennessLines(language: Language, plan: Plan, roster: Roster): string[] {
  const groups = evennessOf(plan, roster);
  if (groups.length > MOST_GROUPS) return [];
  return groups.map((group) => {
    const words = (['shifts', 'nights', 'weekends', 'holidays', 'distance'] as const).flatMap((kind) => {
      const range = group[kind];
      if (!range) return [];
      const figures = range.least === range.most ? `${range.least}` : `${range.least}–${range.most}`;
      return [translate(language, `evenness.${kind}`, { figures })];
    });
    return [...(groups.length > 1 ? [group.posts] : []), ...words].join(' · ');
  });
}
