/** “Nhận ca” on one's own page, from an hour before the shift until it is over; only where the unit asks for it. */

import { checkIn, readCheckIns } from '../../app/check-ins/check-in.ts';
import { takesShifts } from '../../app/notices/notice-settings.ts';
import { mayCheckIn } from '../../domain/check-in.ts';
import { formatStamp } from '../../i18n/format.ts';
import { ownStaffId, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import type { OwnShift } from './next-shift.ts';
import type { Who } from './owner.ts';

/** False where there is nothing to take. */
export async function checkInCard(
  visit: Visit,
  { app }: WebDeps,
  { who, shifts }: { readonly who: Who; readonly shifts: readonly OwnShift[] },
) {
  const { unitId, staffId, zone } = who.duty;
  const now = shifts.find(({ shift }) => mayCheckIn(shift, visit.now));
  if (!now || !(await takesShifts(app, unitId))) return false;
  const { periodId } = now.version;
  const taken = (await readCheckIns(app, { unitId, periodId })).find(
    (each) => each.shiftId === now.shift.id && each.staffId === staffId,
  );
  return {
    action: who.path('checkIn'),
    periodId,
    shiftId: now.shift.id,
    taken: taken ? visit.say('check-in.taken', { stamp: formatStamp(visit.language, taken.at, zone) }) : '',
  };
}

/** A manager who does it for someone has heard so, and is named as who wrote it. */
export async function takeShift(visit: Visit, { app }: WebDeps, who: Who): Promise<Reply> {
  const { unitId, staffId } = who.duty;
  const own = !visit.visitor || ownStaffId(visit, unitId) === staffId;
  await checkIn(app, {
    unitId,
    staffId,
    periodId: visit.form.get('period') ?? '',
    shiftId: visit.form.get('shift') ?? '',
    way: who.byLink ? 'link' : own ? 'page' : 'told',
    actor: who.actor,
  });
  return redirect(who.path('duty', { done: 'taken' }));
}
