/** Someone's own calendar, which proposes leave: its address given, replaced, taken back; what was found in it. */

import { authorise } from '../../app/access/authorise.ts';
import { readBusyCalendar } from '../../app/availability/read-busy-calendar.ts';
import { removeBusyCalendar } from '../../app/availability/remove-busy-calendar.ts';
import { setBusyCalendar } from '../../app/availability/set-busy-calendar.ts';
import { listFeedSubjects } from '../../app/feeds/list-feed-subjects.ts';
import { mayDo } from '../../domain/permission.ts';
import { AppError } from '../../kernel/app-error.ts';
import { stateWords } from '../kit/availability-words.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { busyCalendarPath } from '../paths/calendars.ts';
import { busyWords, readingWords } from './busy-words.ts';

const ACTION = 'availability.edit';

export async function showBusyCalendar(visit: Visit, { app }: WebDeps, fault?: FormFault): Promise<Reply> {
  const { say } = visit;
  const unitId = visit.param('unit');
  const people = mayAll(visit) ? (await listFeedSubjects(app, unitId)).staff : [];
  const staffId = personOf(visit);
  const calendar = staffId === undefined ? undefined : await readBusyCalendar(app, { unitId, staffId });
  const title = say(people.length > 0 ? 'busy-page.title.any' : 'busy-page.title');
  const path = busyCalendarPath(unitId);
  return {
    kind: 'page',
    view: 'staff/busy-calendar',
    title,
    ...(visit.unit ? { unitName: visit.unit.name } : {}),
    ...refusedIf(Boolean(fault)),
    model: {
      title,
      path,
      removePath: `${path}/remove`,
      people: people.map(({ id, name }) => ({ id, name, current: id === staffId })),
      person: staffId ?? '',
      name: calendar?.name ?? '',
      reading: calendar?.state ? readingWords(visit, calendar.state, calendar.unit.zone) : false,
      busy: calendar
        ? calendar.busy.map(({ span, state }) => ({
            words: busyWords(visit, span, calendar.unit.zone),
            state: stateWords(visit, state),
          }))
        : [],
      address: formOf(visit, visit.form, fault ? [fault] : []).text('address', 'busy-page.address', {
        required: true,
        maxlength: 2000,
      }),
    },
  };
}

function mayAll({ visitor, param }: Visit): boolean {
  return !visitor || mayDo(visitor, ACTION, { unitId: param('unit') });
}

/** The person named, for whoever may; else oneself; undefined for an account that is nobody's on the staff list. */
function personOf(visit: Visit): string | undefined {
  const { visitor, form, query, param } = visit;
  const own = visitor?.memberships.find(({ unitId }) => unitId === param('unit'))?.staffId;
  const named = form.get('person') ?? query.get('person') ?? '';
  return mayAll(visit) && named !== '' ? named : own;
}

/** Throws `forbidden` for someone else's, and where there is nobody to do it for. */
function requirePerson(visit: Visit): string {
  const unitId = visit.param('unit');
  const staffId = personOf(visit);
  if (staffId === undefined) throw new AppError('forbidden', 'busy-page.nobody');
  if (visit.visitor) authorise(visit.visitor, ACTION, { unitId, staffId });
  return staffId;
}

function backTo(visit: Visit, staffId: string): Reply {
  const unitId = visit.param('unit');
  return {
    kind: 'redirect',
    to: mayAll(visit) ? busyCalendarPath(unitId, staffId) : busyCalendarPath(unitId),
  };
}

export async function keepBusyCalendar(visit: Visit, deps: WebDeps): Promise<Reply> {
  const staffId = requirePerson(visit);
  const address = visit.form.get('address') ?? '';
  try {
    await setBusyCalendar(deps.app, { unitId: visit.param('unit'), staffId, address, actor: visit.actor });
  } catch (error) {
    if (!(error instanceof AppError) || error.key !== 'outbound.address') throw error;
    return showBusyCalendar(visit, deps, { field: 'address', key: error.key });
  }
  return backTo(visit, staffId);
}

export async function forgetBusyCalendar(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const staffId = requirePerson(visit);
  await removeBusyCalendar(app, { unitId: visit.param('unit'), staffId, actor: visit.actor });
  return backTo(visit, staffId);
}
