/** Teams that hard rules keep together while one of them is on leave: the whole team is away then. */

import type { Day } from '../calendar/day.ts';
import type { Plan } from '../domain/plan.ts';
import { shiftsDuringLeave } from './leave.ts';

export interface TeamAway {
  /** In the plan's order of names. */
  readonly staffIds: readonly string[];
  /** Who is on leave, and the days on which shifts begin that it takes, ascending. */
  readonly awayId: string;
  readonly days: readonly Day[];
}

/** One entry a member on leave, in the plan's order. */
export function teamsAway(plan: Plan): TeamAway[] {
  const leave = shiftsDuringLeave(plan);
  return teamsOf(plan).flatMap((team) => {
    const staffIds = plan.staff.filter(({ id }) => team.has(id)).map(({ id }) => id);
    return staffIds.flatMap((awayId): TeamAway[] => {
      const days = [...new Set((leave.get(awayId) ?? []).map(({ day }) => day))].sort();
      return days.length === 0 ? [] : [{ staffIds, awayId, days }];
    });
  });
}

/** People joined by hard `together` rules, however indirectly. */
function teamsOf({ ruleSet }: Plan): ReadonlySet<string>[] {
  const teams: Set<string>[] = [];
  for (const { constraint, strength, params } of ruleSet.rules) {
    if (constraint !== 'together' || strength.kind !== 'hard' || !Array.isArray(params.staffIds)) continue;
    if (params.onLeave === 'replaced') continue;
    const bound = params.staffIds.map(String);
    const touched = teams.filter((team) => bound.some((id) => team.has(id)));
    for (const team of touched) teams.splice(teams.indexOf(team), 1);
    teams.push(new Set([...touched.flatMap((team) => [...team]), ...bound]));
  }
  return teams;
}
