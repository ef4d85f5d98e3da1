/** “Ca của tôi”: the next shift with all one needs for it, every shift of the periods ahead, the way into one's calendar. */

import { lastResortOf } from '../../app/units/last-resort.ts';
import { versionLieuDays } from '../../constraints/lieu-days-stood.ts';
import { staffName } from '../../domain/staff-names.ts';
import { isLive } from '../../domain/swap.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { formatWeekdayDateShort } from '../../i18n/format.ts';
import { shiftWords } from '../../output/roster/shift-words.ts';
import { hoursFigure, totalsByPerson } from '../../output/roster/totals.ts';
import type { WebDeps } from '../kit/deps.ts';
import { addressPicture } from '../kit/qr.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { telephonePath } from '../paths/periods.ts';
import { madeCalendars } from './calendar-page.ts';
import { answeredWords, waitingCalls } from './calls.ts';
import { checkInCard } from './check-in.ts';
import { deviceCard } from './device.ts';
import { nextShift, type OwnShift, ownShifts } from './next-shift.ts';
import type { Who } from './owner.ts';
import { waitingReceipts } from './receipts.ts';
import { ownFrame } from './who.ts';

export async function showOwnDuty(visit: Visit, deps: WebDeps, who: Who): Promise<Reply> {
  const { app, publicUrl } = deps;
  const { duty, path } = who;
  const { versions, staffId, name } = duty;
  const shifts = ownShifts(versions, staffId);
  const next = nextShift(visit, shifts, staffId);
  const lastResort = await lastResortOf(app, duty.unitId);
  const address = `${publicUrl}${path('duty')}`;
  return {
    kind: 'page',
    view: 'own/duty',
    title: visit.say('own.duty.title'),
    ...ownFrame(visit, who, 'duty'),
    script: 'own.js',
    model: {
      title: visit.say('own.duty.of', { name }),
      received: visit.query.get('done') === 'received',
      checkIn: await checkInCard(visit, deps, { who, shifts }),
      calls: await waitingCalls(visit, app, who),
      answered: answeredWords(visit),
      absent: visit.query.get('done') === 'absent',
      absentAlone: visit.query.get('done') === 'absent-alone',
      absentHref: path('absent'),
      waiting: await waitingReceipts(visit, app, who, 'duty'),
      next: next ?? false,
      lastResort: lastResort !== '' && { phone: lastResort, href: telephonePath(lastResort) },
      swapHref: next && !next.running ? path('ask', { shift: next.shift.id }) : '',
      periods: versions.map((version) => ({
        name: visit.say('own.duty.period', { period: version.plan.period.name }),
        version: visit.say('web.version.name', { number: version.number }),
        ...periodList(visit, who, {
          version,
          shifts: shifts.filter((each) => each.version === version),
        }),
      })),
      none: versions.length === 0,
      device: await deviceCard(visit, deps, who),
      leaveHref: path('leave'),
      whyHref: path('why'),
      dataHref: path('data'),
      calendarHref: path('calendar'),
      calendars: await madeCalendars(visit, deps, who),
      qr: addressPicture(visit, address, visit.say('own.calendar.qr')),
    },
  };
}

function periodList(
  visit: Visit,
  { duty, path, swaps }: Who,
  { version, shifts }: { readonly version: RosterVersion; readonly shifts: readonly OwnShift[] },
) {
  const totals = totalsByPerson(version)(duty.staffId);
  const asked = new Set(
    swaps
      .filter(({ swap }) => isLive(swap) && swap.askerId === duty.staffId)
      .map(({ swap }) => swap.seat.shiftId),
  );
  return {
    total: visit.say('own.duty.total', {
      shifts: totals.shifts,
      hours: hoursFigure(visit.language, totals.minutes),
    }),
    empty: shifts.length === 0,
    lieu: lieuLine(visit, version, duty.staffId),
    shifts: shifts.map(({ index, shift }) => {
      const beside = index
        .staffOf(shift.id)
        .filter((id) => id !== duty.staffId)
        .map((id) => staffName(version.plan.staff, id));
      const words = shiftWords(visit.language, version.plan, shift);
      const started = shift.span.start <= visit.now;
      return {
        ...words,
        beside: beside.length > 0 ? visit.say('own.duty.beside', { names: beside.join(', ') }) : words.post,
        over: shift.span.end <= visit.now,
        asked: asked.has(shift.id),
        swapHref: started || asked.has(shift.id) ? '' : path('ask', { shift: shift.id }),
        swapLabel: visit.say('own.duty.swap', { shift: words.whole }),
      };
    }),
  };
}

/** `Nghỉ bù: T3 09/02, T5 11/02`: those earned here or just before, from today on. */
function lieuLine({ say, language, today }: Visit, version: RosterVersion, staffId: string): string {
  const off = versionLieuDays(version).get(staffId) ?? [];
  const days = [...new Set(off.map(({ day }) => day))].filter((day) => day >= today);
  const told = days.map((day) => formatWeekdayDateShort(language, day)).join(', ');
  return told === '' ? '' : say('lieu.days', { days: told });
}
