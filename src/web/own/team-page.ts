/** “Cả tổ”: who stands when, day by day, one's own shifts marked. Names alone: phones are for those who share a shift. */

import { dayOf } from '../../calendar/zone.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { dayHead } from '../../output/roster/day-head.ts';
import { seatsOf, standerOf } from '../../output/roster/seats.ts';
import { shiftWords } from '../../output/roster/shift-words.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import type { Who } from './owner.ts';
import { ownFrame } from './who.ts';

export async function showTeam(visit: Visit, _deps: WebDeps, who: Who): Promise<Reply> {
  const { duty } = who;
  return {
    kind: 'page',
    view: 'own/team',
    title: visit.say('own.tab.team'),
    ...ownFrame(visit, who, 'team'),
    model: {
      title: visit.say('own.tab.team'),
      periods: duty.versions.map((version) => ({
        name: version.plan.period.name,
        version: visit.say('web.version.name', { number: version.number }),
        days: daysOf(visit, version, duty.staffId),
      })),
      none: duty.versions.length === 0,
    },
  };
}

function daysOf(visit: Visit, version: RosterVersion, staffId: string) {
  const { plan, roster } = version;
  const index = new RosterIndex(plan, roster);
  const seats = seatsOf(plan, roster);
  const today = dayOf(visit.now, plan.unit.zone);
  return plan.days.map((day) => ({
    head: dayHead(visit.language, day),
    today: day === today,
    shifts: plan.shifts
      .filter((shift) => shift.day === day)
      .map((shift) => {
        const words = shiftWords(visit.language, plan, shift);
        return {
          ...words,
          own: index.stands(staffId, shift.id),
          people: seats(shift)
            .filter(({ kind }) => kind !== 'wanted')
            .map((seat) => {
              const { name, missing } = standerOf(visit.language, version, shift, seat);
              return { name, empty: missing, own: seat.kind === 'held' && seat.member.id === staffId };
            }),
        };
      }),
  }));
}
