/** What a plan's posts and shifts are called in rosters made elsewhere, and what a unit said of such words before. */

import type { Day } from '../../calendar/day.ts';
import { minuteOfClock } from '../../calendar/zone.ts';
import type { Plan } from '../../domain/plan.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { RosterKnown } from '../../input/rosters/roster-import.ts';
import type { RosterSlot } from '../../input/rosters/slots.ts';
import { LANGUAGES } from '../../kernel/languages.ts';
import { shiftCodes } from '../../output/roster/shift-codes.ts';

function rosterSlots({ posts, shifts }: Plan): RosterSlot[] {
  const stood = new Set(shifts.map(({ postId, patternId }) => slotKey(postId, patternId)));
  return posts.flatMap(({ id, name, shortName, skills, patterns }) =>
    patterns.flatMap((pattern) => {
      const key = slotKey(id, pattern.id);
      if (!stood.has(key)) return [];
      const { label, start, durationMinutes: minutes } = pattern;
      const post = [...new Set([name, shortName])];
      return [
        { key, postId: id, patternId: pattern.id, post, label, start: minuteOfClock(start), minutes, skills },
      ];
    }),
  );
}

function slotKey(postId: string, patternId: string): string {
  return `${postId}/${patternId}`;
}

export interface WordsSource extends Pick<RosterKnown, 'answers' | 'remembered'> {
  readonly plan: Plan;
  readonly staff: readonly StaffMember[];
}

export function rosterKnown({ plan, ...rest }: WordsSource): RosterKnown {
  const slots = rosterSlots(plan);
  const codes = new Map<string, RosterSlot[]>();
  for (const language of LANGUAGES) {
    const { of } = shiftCodes(language, plan);
    for (const slot of slots) {
      const code = of(slot)?.code ?? '';
      const known = codes.get(code) ?? [];
      if (!known.includes(slot)) codes.set(code, [...known, slot]);
    }
  }
  const [first, last] = [plan.days[0], plan.days.at(-1)] as [Day, Day];
  return { ...rest, slots, codes, shifts: plan.shifts, around: { first, last } };
}

/** What was answered of words, to be remembered; whom names mean is asked each time. */
export function wordsSaid(answers: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...answers].filter(([id]) => !id.startsWith('who-')).map(([id, key]) => [id, key === 'none' ? '' : key]),
  );
}
