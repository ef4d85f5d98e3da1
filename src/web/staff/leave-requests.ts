/** Leave that people ask for, themselves or by their own calendars: agreed to or refused by who makes the rota. */

import { answerLeave } from '../../app/availability/answer-leave.ts';
import { listWaitingLeave, type WaitingPerson } from '../../app/availability/list-waiting-leave.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import { lineWords } from '../kit/availability-words.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { busyCalendarPath, leaveRequestsPath } from '../paths/calendars.ts';
import { personPath } from '../paths/staff.ts';
import { readingWords } from './busy-words.ts';

const YES = 'yes';
const NO = 'no';
const HOME = 'home';

export async function showLeaveRequests(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const { say, query } = visit;
  const unitId = visit.param('unit');
  const { unit, people } = await listWaitingLeave(app, { unitId });
  const title = say('leave.waiting.title');
  const count = Number(query.get('lines') ?? Number.NaN);
  const answer = query.get('done') === YES ? 'granted' : 'refused';
  return {
    kind: 'page',
    view: 'staff/leave-requests',
    title,
    unitName: unit.name,
    model: {
      title,
      path: leaveRequestsPath(unitId),
      calendarsPath: busyCalendarPath(unitId),
      done: Number.isInteger(count) ? say(`leave.waiting.${answer}`, { count }) : '',
      people: people.map((person) => personModel(visit, person, unit)),
    },
  };
}

function personModel(
  visit: Visit,
  { member, name, lines, calendar }: WaitingPerson,
  { id: unitId, zone }: { readonly id: string; readonly zone: string },
) {
  return {
    name,
    href: personPath(unitId, member.id, {}),
    headId: `person-${member.id}`,
    reading: calendar ? readingWords(visit, calendar, zone) : false,
    // Of a calendar that could not be read nobody knows.
    free: calendar?.readAt !== undefined && lines.length === 0,
    lines: lines.map(({ id, entry, origin }) => {
      const { days, more } = lineWords(visit, entry, []);
      return { id, days, more, origin: visit.say(`leave.waiting.from.${origin}`) };
    }),
  };
}

export async function answerLeaveRequests(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const { form } = visit;
  const unitId = visit.param('unit');
  const ids = form.getAll('line').map(Number);
  const answer = form.get('answer');
  if (ids.some((id) => !Number.isSafeInteger(id)) || (answer !== YES && answer !== NO)) {
    throw new AppError('invalid', 'web.failure.bad-address');
  }
  const lines =
    ids.length === 0 ? 0 : await answerLeave(app, { unitId, ids, granted: answer === YES, by: visit });
  if (form.get('back') === HOME) return redirect('/');
  return redirect(
    `${leaveRequestsPath(unitId)}?${new URLSearchParams({ done: answer, lines: String(lines) })}`,
  );
}
