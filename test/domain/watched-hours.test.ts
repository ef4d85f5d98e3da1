/** Who watched what, minute by minute, held against the plain question: which version was in force, and who sat there. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, type Instant, type Interval } from '../../src/calendar/interval.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { RosterIndex } from '../../src/domain/roster-index.ts';
import type { RosterVersion } from '../../src/domain/version.ts';
import { unwatched, watchedSpans } from '../../src/domain/watched-hours.ts';
import { fixturePlan } from '../fixture-plan.ts';
import { versionsOf } from './versions.ts';

const STAFF = ['an', 'ba', 'chi'];
const BARE = fixturePlan({ staff: STAFF, shifts: ['d0', 'n0', 'd1'] });
const PLAN: Plan = { ...BARE, posts: BARE.posts.map((post) => ({ ...post, systems: ['Cổng DVC', 'Thư'] })) };
const FIRST = Math.min(...PLAN.shifts.map(({ span }) => span.start));
const LAST = Math.max(...PLAN.shifts.map(({ span }) => span.end));
const WITHIN: Interval = { start: (FIRST - 3_600_000) as Instant, end: (LAST + 3_600_000) as Instant };
const MINUTE = 60_000;

/** Versions with the rosters given, published at minutes after the first shift begins. */
function at(rosters: readonly string[], minutes: readonly number[]): RosterVersion[] {
  return versionsOf(PLAN, rosters).map((version, i) => ({
    ...version,
    publishedAt: (FIRST + (minutes[i] ?? 0) * MINUTE) as Instant,
  }));
}

function plainly(versions: readonly RosterVersion[], moment: Instant): string[] {
  const inForce = versions.findLast(({ publishedAt }) => publishedAt <= moment) ?? versions[0];
  if (!inForce || inForce.withdrawn) return [];
  const index = new RosterIndex(inForce.plan, inForce.roster);
  const running = inForce.plan.shifts.filter(({ span }) => contains(span, moment));
  return [...new Set(running.flatMap(({ id }) => index.staffOf(id)))].sort();
}

const ROSTERS = ['an: d0; ba: n0; chi: d1', 'ba: d0 n0; chi: d1', 'an: d0 n0; chi: d0; ba: d1', 'ba: n0', ''];

describe('who watched a system', () => {
  it('is whoever the version in force at that minute seats', () => {
    const cases = fc.tuple(
      fc.array(fc.constantFrom(...ROSTERS), { minLength: 1, maxLength: 4 }),
      fc.array(fc.integer({ min: -600, max: 2_400 }), { minLength: 4, maxLength: 4 }),
    );
    fc.assert(
      fc.property(cases, ([rosters, minutes]) => {
        const versions = at(
          rosters[0] === '' ? ['an: d0; ba: n0; chi: d1', ...rosters] : rosters,
          minutes.toSorted((a, b) => a - b),
        );
        const spans = watchedSpans([versions], WITHIN).filter(({ system }) => system === 'Thư');
        const gaps = unwatched(
          spans.map(({ span }) => span),
          WITHIN,
        );
        for (let moment = WITHIN.start; moment < WITHIN.end; moment = (moment + 17 * MINUTE) as Instant) {
          const told = spans.filter(({ span }) => contains(span, moment));
          const people = [...new Set(told.flatMap((each) => each.people.map(({ id }) => id)))].sort();
          expect(people).toEqual(plainly(versions, moment));
          expect(gaps.some((gap) => contains(gap, moment))).toBe(people.length === 0);
        }
      }),
      { seed: 22, numRuns: 60 },
    );
  });

  it('is one stretch where a new version changed nobody of the shift', () => {
    const versions = at(['an: d0; ba: n0; chi: d1', 'an: d0 n0; chi: d1'], [-60, 120]);
    const spans = watchedSpans([versions], WITHIN).filter(({ system }) => system === 'Cổng DVC');
    const first = spans.find(({ span }) => span.start === FIRST);
    expect(first?.people.map(({ id }) => id)).toEqual(['an']);
    expect(first?.span.end).toBe(PLAN.shifts.find(({ span }) => span.start === FIRST)?.span.end);
  });
});
