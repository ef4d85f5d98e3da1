/** The columns of a roster: every post's kinds of shift, in the plan's order. One that never falls due has none. */

import type { Day } from '../../calendar/day.ts';
import { minutesBetween } from '../../calendar/interval.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Shift } from '../../domain/shift.ts';
import type { Post, ShiftPattern } from '../../domain/unit.ts';
import { formatClockRange } from '../../i18n/format.ts';
import type { Language } from '../../i18n/translate.ts';
import { cleanLine } from '../plain-text.ts';

export interface RosterColumn {
  readonly post: Post;
  readonly pattern: ShiftPattern;
  /** `Sáng`; may be empty. */
  readonly label: string;
  /** `06–14`. */
  readonly range: string;
  /** `Sáng 06–14`. */
  readonly words: string;
  /** As `marksNight` says. */
  readonly night: boolean;
}

export function rosterColumns(language: Language, plan: Plan): RosterColumn[] {
  const firsts = new Map<string, Shift>();
  for (const shift of plan.shifts) {
    const key = columnKey(shift.postId, shift.patternId);
    if (!firsts.has(key)) firsts.set(key, shift);
  }
  return plan.posts.flatMap((post) =>
    post.patterns.flatMap((pattern): RosterColumn[] => {
      const first = firsts.get(columnKey(post.id, pattern.id));
      if (!first) return [];
      const label = cleanLine(pattern.label);
      const range = formatClockRange(language, first.span, plan.unit.zone);
      return [{ post, pattern, label, range, words: `${label} ${range}`.trim(), night: marksNight(first) }];
    }),
  );
}

const WHOLE_DAY = 24 * 60;

/** What is hatched or has a crescent: a night counts as one for who stands it round the clock too, yet tells that duty from no other. */
export function marksNight({ night, span }: Pick<Shift, 'night' | 'span'>): boolean {
  return night && minutesBetween(span.start, span.end) < WHOLE_DAY;
}

export function columnKey(postId: string, patternId: string): string {
  return JSON.stringify([postId, patternId]);
}

/** The shift that stands in a column on a day, if the post keeps one. */
export function cellShifts({ shifts }: Plan): (column: RosterColumn, day: Day) => Shift | undefined {
  const key = (postId: string, patternId: string, day: Day): string =>
    JSON.stringify([postId, patternId, day]);
  const found = new Map(shifts.map((shift) => [key(shift.postId, shift.patternId, shift.day), shift]));
  return ({ post, pattern }, day) => found.get(key(post.id, pattern.id, day));
}
