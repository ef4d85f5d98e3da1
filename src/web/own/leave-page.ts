/** Leave and wishes of one's own, for any time; the days of a period ahead as a calendar, for as long as they may be changed. */

import { AVAILABILITY_FIELDS, addAvailability } from '../../app/availability/add-availability.ts';
import {
  listAvailability,
  listPersonAvailability,
  type PeriodAvailability,
} from '../../app/availability/list-availability.ts';
import { removeAvailability } from '../../app/availability/remove-availability.ts';
import { listOwnPeriods } from '../../app/own/list-own-periods.ts';
import { type Day, parseDay } from '../../calendar/day.ts';
import { AVAILABILITY_KINDS } from '../../domain/case.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { formatClockDay } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { FieldFault } from '../../kernel/field-fault.ts';
import { redirect } from '../kit/allowed.ts';
import { leaveKindOptions } from '../kit/availability-words.ts';
import type { WebDeps } from '../kit/deps.ts';
import { formOf, typedIn } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { leaveDays, lineWords } from './leave-days.ts';
import type { Who } from './owner.ts';
import { ownFrame } from './who.ts';

export async function showLeave(visit: Visit, deps: WebDeps, who: Who): Promise<Reply> {
  const day = dayIn(visit.query.get('day'));
  const values = new URLSearchParams({ kind: 'leave', ...(day ? { from: day, to: day } : {}) });
  return leavePage(visit, deps, who, { values, faults: [] });
}

export async function saveLeave(visit: Visit, deps: WebDeps, who: Who): Promise<Reply> {
  const { form } = visit;
  const { unitId, staffId } = who.duty;
  const by = { actor: who.actor };
  const ref = form.get('remove');
  let done = 'removed';
  try {
    if (ref !== null) await removeAvailability(deps.app, { unitId, staffId, ref, by });
    else {
      // How much a wish weighs is the unit's to say.
      const typed = { ...typedIn(form, AVAILABILITY_FIELDS), weight: '' };
      const added = await addAvailability(deps.app, { unitId, staffId, form: typed, by });
      if (added.added) done = added.state === 'waiting' ? 'asked' : 'added';
      else return await leavePage(visit, deps, who, { values: form, faults: added.faults });
    }
  } catch (error) {
    // Too late, or gone meanwhile: what was typed stays, and the page says why.
    if (!(error instanceof AppError) || !error.key.startsWith('error.availability.')) throw error;
    return leavePage(visit, deps, who, { values: form, faults: [{ key: error.key, params: error.params }] });
  }
  const period = form.get('period') ?? '';
  return redirect(who.path('leave', { ...(period === '' ? {} : { period }), done }));
}

interface Typed {
  readonly values: URLSearchParams;
  readonly faults: readonly FieldFault[];
}

const DONE = ['added', 'asked', 'removed'];

async function leavePage(visit: Visit, { app }: WebDeps, who: Who, typed: Typed): Promise<Reply> {
  const { duty, path } = who;
  const own = await listPersonAvailability(app, duty);
  const periods = await listOwnPeriods(app, duty);
  const asked = typed.values.get('period') ?? visit.query.get('period');
  const period = periods.find(({ id }) => id === asked) ?? periods[0];
  const title = visit.say('own.leave.title');
  const key: PeriodKey = { unitId: duty.unitId, periodId: period?.id ?? '' };
  const known = period ? await listAvailability(app, { key, staffId: duty.staffId }) : undefined;
  const done = DONE.find((each) => each === visit.query.get('done'));
  return {
    kind: 'page',
    view: 'own/leave',
    title,
    ...ownFrame(visit, who, 'duty'),
    ...refusedIf(typed.faults.length > 0),
    model: {
      title,
      back: path('duty'),
      action: path('leave'),
      done: typed.faults.length === 0 && done !== undefined ? visit.say(`own.leave.${done}`) : '',
      periodId: period?.id ?? '',
      others: periods
        .filter((each) => each !== period)
        .map((each) => ({ name: each.name, href: path('leave', { period: each.id }) })),
      period: known ? periodModel(visit, who, known, typed) : false,
      lines: own.lines.map(({ ref, entry, state }) => ({
        ref,
        state: state === 'granted' ? '' : visit.say(`leave.state.${state}`),
        ...lineWords(visit, entry, own.posts),
      })),
      ...formModel(visit, typed),
    },
  };
}

function periodModel(visit: Visit, { path }: Who, known: PeriodAvailability, typed: Typed) {
  const { period, closed, closesAt, unit } = known;
  const moment = formatClockDay(visit.language, closesAt, { zone: unit.zone });
  const chosen = dayIn(typed.values.get('from'));
  return {
    id: period.id,
    name: period.name,
    until: closed === undefined ? visit.say('own.leave.until', { moment }) : '',
    closed: closed === undefined ? '' : visit.say(`error.availability.${closed}`),
    weeks: leaveDays(visit, known, {
      chosen,
      href: (day) => (closed === undefined ? `${path('leave', { period: period.id, day })}#leave-form` : ''),
    }),
  };
}

function formModel(visit: Visit, typed: Typed) {
  const form = formOf(visit, typed.values, typed.faults);
  return {
    form,
    kind: form.radios(
      'kind',
      'own.leave.kind',
      AVAILABILITY_KINDS.map((value) => ({
        value,
        label: visit.say(`own.leave.${value}`),
        note: visit.say(`own.leave.${value}-note`),
      })),
    ),
    leaveKind: form.select('leaveKind', 'leave.kind', leaveKindOptions(visit.say)),
    from: form.text('from', 'own.leave.from', { type: 'date', required: true }),
    to: form.text('to', 'own.leave.to', { type: 'date' }),
    startTime: form.text('startTime', 'own.leave.start', { type: 'time' }),
    endTime: form.text('endTime', 'own.leave.end', { type: 'time' }),
    note: form.text('note', 'own.leave.note', { maxlength: 200 }),
    timed: ['startTime', 'endTime'].some((name) => (typed.values.get(name) ?? '') !== ''),
  };
}

function dayIn(text: string | null): Day | undefined {
  return text === null ? undefined : parseDay(text);
}
