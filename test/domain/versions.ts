/** Versions in few words: a roster per version, one day apart, as publishing would number and place them. */

import type { Instant } from '../../src/calendar/interval.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { keepPlaces } from '../../src/domain/roster-fit.ts';
import type { RosterVersion } from '../../src/domain/version.ts';
import { fixtureRoster } from '../fixture-plan.ts';

const DAY = 86_400_000;

export function stamp(number: number): Instant {
  return (number * DAY) as Instant;
}

/** Rosters as `fixtureRoster` reads them, each with a plan of its own when it is not the first's. */
export function versionsOf(
  plan: Plan,
  rosters: readonly (string | readonly [string, Plan])[],
): RosterVersion[] {
  const versions: RosterVersion[] = [];
  for (const [i, given] of rosters.entries()) {
    const [text, own] = typeof given === 'string' ? [given, plan] : given;
    const roster = fixtureRoster(own, text);
    const before = versions.findLast(({ withdrawn }) => !withdrawn)?.roster;
    versions.push({
      periodId: plan.period.id,
      number: i + 1,
      publishedAt: stamp(i + 1),
      note: '',
      plan: own,
      roster: before ? keepPlaces(before, roster) : roster,
      ...(text === '' ? { withdrawn: true } : {}),
    });
  }
  return versions;
}
