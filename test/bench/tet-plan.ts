/**
 * A generated Tết case as the plan of a unit, judged by the rules a unit starts with: the same posts, skills, leave, wishes
 * and memory as `tet-problem.ts`, laid over the real holiday. The same case gives the same plan. It speaks of no real unit.
 */

import { planOf } from '../../src/app/periods/get-plan.ts';
import { addDays, type Day } from '../../src/calendar/day.ts';
import type { ClockTime } from '../../src/calendar/zone.ts';
import { instantAt, VIETNAM } from '../../src/calendar/zone.ts';
import { profileOf } from '../../src/constraints/profiles.ts';
import type { AvailabilityEntry, Case } from '../../src/domain/case.ts';
import type { LedgerEntry } from '../../src/domain/ledger.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { BLANK_MEMBER, type StaffMember } from '../../src/domain/staff.ts';
import type { Post, Tier } from '../../src/domain/unit.ts';
import { createRandom } from '../../src/kernel/random.ts';
import { sampleHolidays } from '../sample-case.ts';
import { canStand, leaveOf, POSTS, type TetCase } from './tet-problem.ts';

const MUNG_1 = '2027-02-06' as Day;
const YEAR = 2027;
/** Points of a period earlier, about what one of these carries. */
const LEDGER_POINTS = 20;
/** In the order of `POSTS`. */
const TIER: readonly Tier[] = ['watch', 'response', 'leader', 'premises'];

export function tetPlan(tet: TetCase): Plan {
  const parsed = planOf({ holidays: sampleHolidays() }, tetCase(tet));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults.slice(0, 3)));
  return parsed.value;
}

function tetCase(tet: TetCase): Case {
  const random = createRandom(tet.seed * 7919 + tet.staff);
  const first = addDays(MUNG_1, -Math.floor(tet.days / 2));
  const staff = Array.from({ length: tet.staff }, (_, i) => memberOf(i, tet.posts, () => random.next()));
  const leave = staff.flatMap(({ id }) =>
    leaveEntries(id, first, leaveOf(tet, random.next(), random.next())),
  );
  const ledger = staff.map(({ id }): LedgerEntry => {
    return { staffId: id, year: YEAR - 1, kind: 'points', amount: Math.round(LEDGER_POINTS * random.next()) };
  });
  const wishes = staff.flatMap(({ id }) =>
    Array.from({ length: 2 }, (): AvailabilityEntry => {
      const from = addDays(first, random.below(tet.days));
      const weight = 1 + random.below(10);
      return { staffId: id, kind: 'wish-against', from, to: addDays(from, 1), weight, note: '' };
    }),
  );
  const at = (day: Day) => instantAt(day, '06:00' as ClockTime, VIETNAM);
  return {
    unit: { id: 'bench', name: tet.name, zone: VIETNAM },
    posts: Array.from({ length: tet.posts }, (_, post) => postOf(post)),
    staff,
    availability: [...leave, ...wishes],
    ruleSet: profileOf('duty-24-24'),
    period: {
      id: 'tet',
      name: tet.name,
      span: { start: at(first), end: at(addDays(first, tet.days)) },
      holidays: [`${YEAR}-tet`],
    },
    ledger,
    pins: [],
    past: [],
  };
}

const skillOf = (post: number): string => `s${post}`;

function memberOf(i: number, posts: number, draw: () => number): StaffMember {
  const all = Array.from({ length: posts }, (_, post) => post);
  const skills = all.filter((post) => canStand(post, draw())).map(skillOf);
  const id = `p${String(i).padStart(4, '0')}`;
  return { ...BLANK_MEMBER, id, name: `Người ${id}`, skills };
}

function postOf(post: number): Post {
  const kind = post % POSTS.length;
  const patterns = POSTS[kind] ?? [];
  const [{ cover, standby } = { cover: 1, standby: false }] = patterns;
  return {
    id: `post-${post}`,
    name: `Post ${post}`,
    shortName: `P${post}`,
    tier: TIER[kind] ?? 'watch',
    presence: standby ? 'standby' : 'on-site',
    skills: [skillOf(post)],
    cover: { minimum: cover, target: cover },
    systems: [],
    contacts: [],
    patterns: patterns.map(({ start, minutes }, i) => ({
      id: `k${i}`,
      label: `K${i}`,
      rrule: 'FREQ=DAILY',
      start: `${String(start / 60).padStart(2, '0')}:00` as ClockTime,
      durationMinutes: minutes,
    })),
  };
}

/** Stretches of days away, each one entry. */
function leaveEntries(staffId: string, first: Day, away: readonly boolean[]): AvailabilityEntry[] {
  const begin = away.indexOf(true);
  if (begin < 0) return [];
  const days = away.filter(Boolean).length;
  const from = addDays(first, begin);
  return [{ staffId, kind: 'leave', from, to: addDays(from, days), weight: 1, note: '' }];
}
