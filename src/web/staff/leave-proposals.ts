/** Leave that people's own calendars propose for a period: looked over and taken by who makes the rota. */

import { acceptLeaveProposals } from '../../app/availability/accept-leave-proposals.ts';
import { type PersonProposals, reviewLeaveProposals } from '../../app/availability/review-leave-proposals.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import type { Instant } from '../../calendar/interval.ts';
import { staffName } from '../../domain/staff-names.ts';
import { AppError } from '../../kernel/app-error.ts';
import { compareNames } from '../../kernel/names.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { busyCalendarPath, leaveProposalsPath } from '../paths/calendars.ts';
import { makingPath } from '../paths/periods.ts';
import { busyWords, readingWords } from './busy-words.ts';

export async function showProposals(visit: Visit, { core }: WebDeps): Promise<Reply> {
  const { say } = visit;
  const periodId = visit.param('period');
  const { unit, period, people } = await reviewLeaveProposals(core, await resolvePeriod(core, periodId));
  const staff = people.map(({ member }) => member);
  const title = say('busy-page.proposals.title', { period: period.name });
  const added = Number(visit.query.get('added') ?? Number.NaN);
  return {
    kind: 'page',
    view: 'staff/leave-proposals',
    title,
    unitName: unit.name,
    model: {
      title,
      path: leaveProposalsPath(periodId),
      back: makingPath(periodId, 'prepare'),
      calendarsPath: busyCalendarPath(unit.id),
      done: Number.isInteger(added) ? say('busy-page.proposals.added', { lines: added }) : '',
      people: people
        .toSorted((a, b) => compareNames(a.member.name, b.member.name))
        .map((person) => ({
          ...personModel(visit, person, unit.zone),
          name: staffName(staff, person.member.id),
        })),
    },
  };
}

function personModel(visit: Visit, person: PersonProposals, zone: string) {
  const { member, proposals } = person;
  return {
    id: member.id,
    headId: `person-${member.id}`,
    reading: readingWords(visit, person, zone),
    // Of a calendar that could not be read nobody knows.
    free: person.readAt !== undefined && proposals.length === 0,
    open: proposals.some(({ taken }) => !taken),
    proposals: proposals.map(({ start, span, taken }) => ({
      start: String(start),
      taken,
      words: busyWords(visit, span, zone),
    })),
  };
}

export async function acceptProposals(visit: Visit, { core }: WebDeps): Promise<Reply> {
  const { form, actor, say } = visit;
  const key = await resolvePeriod(core, visit.param('period'));
  const starts = form.getAll('start').map(Number) as Instant[];
  if (starts.some((start) => !Number.isSafeInteger(start))) {
    throw new AppError('invalid', 'web.failure.bad-address');
  }
  const note = say('busy.note');
  const added = await acceptLeaveProposals(core, {
    key,
    staffId: form.get('person') ?? '',
    starts,
    note,
    actor,
  });
  return {
    kind: 'redirect',
    to: `${leaveProposalsPath(key.periodId)}?${new URLSearchParams({ added: String(added) })}`,
  };
}
