/**
 * Someone calls in sick: who, from when to when, which nobody asks the reason of, and the seats still to be stood, each a
 * touch away from whoever could take it. Made to be done on a phone, at night.
 */

import { addAvailability } from '../../app/availability/add-availability.ts';
import { type ComingSeat, listComingSeats } from '../../app/replacements/seats-in-need.ts';
import { addDays, type Day } from '../../calendar/day.ts';
import { dayOf } from '../../calendar/zone.ts';
import { formatDate, formatWeekdayDateShort } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { mayIn, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { replacementsPath, sickPath } from '../paths/replacements.ts';
import { personPath } from '../paths/staff.ts';
import { seatRow } from './seat-rows.ts';

/** Whose shift runs or begins within this time is named first. */
const SOON_MS = 24 * 3_600_000;
/** Days of leave that a touch enters. */
const LENGTHS = [1, 2, 3, 7] as const;

export async function showSick(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const { say, now } = visit;
  const unitId = visit.param('unit');
  const { unit, seats, people } = await listComingSeats(app, { unitId });
  const peopleOf = (of: readonly ComingSeat[]) => inOrder(of, people);
  const staffId = visit.query.get('staff') ?? '';
  const own = seats.filter(({ duty }) => duty.staffId === staffId);
  const name = own[0]?.name ?? '';
  const left = own.some(({ reason }) => reason === 'left');
  const mayEnter = name !== '' && !left && mayIn(visit, 'availability.edit', unitId);
  return {
    kind: 'page',
    view: 'replacements/sick',
    title: say('replace.sick.title'),
    unitName: unit.name,
    model: {
      action: sickPath(unitId),
      back: replacementsPath(unitId),
      soon: peopleOf(seats.filter(({ duty }) => duty.span.start < now + SOON_MS)).map((each) => ({
        ...each,
        href: sickPath(unitId, { staff: each.id }),
        current: each.id === staffId,
      })),
      left: peopleOf(seats.filter(({ reason }) => reason === 'left')).map((each) => ({
        ...each,
        href: sickPath(unitId, { staff: each.id }),
        current: each.id === staffId,
      })),
      staff: peopleOf(seats).map((each) => ({ ...each, current: each.id === staffId })),
      person: name,
      heading: name === '' ? '' : say(left ? 'replace.all.needs-of' : 'replace.sick.heading', { name }),
      staffId,
      done: name !== '' && visit.query.get('done') === 'leave' ? say('replace.leave.done') : '',
      lengths: mayEnter ? lengthsFrom(visit, dayOf(now, unit.zone)) : [],
      otherHref: mayEnter ? `${personPath(unitId, staffId)}#add` : '',
      seats: own.map((seat) => seatRow(visit, unit.zone, seat)),
    },
  };
}

/** Leave from today on, so many days, without a reason; then the seats again, those days marked. */
export async function enterSickLeave(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const staffId = visit.form.get('staff') ?? '';
  const length = LENGTHS.find((each) => String(each) === visit.form.get('days'));
  if (length === undefined) throw new AppError('invalid', 'web.failure.bad-address');
  const { unit } = await listComingSeats(app, { unitId });
  const from = dayOf(visit.now, unit.zone);
  const form = {
    kind: 'leave',
    from: formatDate(from),
    to: formatDate(addDays(from, length - 1)),
    startTime: '',
    endTime: '',
    post: '',
    weight: '',
    note: '',
  };
  const added = await addAvailability(app, { unitId, staffId, form, by: visit });
  if (!added.added) {
    const [fault] = added.faults;
    throw new AppError('invalid', fault?.key ?? 'web.failure.bad-address', fault?.params);
  }
  return redirect(sickPath(unitId, { staff: staffId, done: 'leave' }));
}

function lengthsFrom({ language, say }: Visit, today: Day) {
  return LENGTHS.map((days) => ({
    days,
    words: say(days === 1 ? 'word.today' : 'replace.leave.until', {
      day: formatWeekdayDateShort(language, addDays(today, days - 1)),
    }),
  }));
}

/** Each once. */
function inOrder(seats: readonly ComingSeat[], people: readonly string[]): { id: string; name: string }[] {
  const names = new Map(seats.map(({ duty, name }) => [duty.staffId, name]));
  return people.flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
}
