/** “Tôi ốm, không đến được”: said by oneself of the next shift, without a reason. */

import { reportAbsence } from '../../app/replacements/report-absence.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import type { Who } from './owner.ts';

export async function sayAbsent(visit: Visit, { app }: WebDeps, who: Who): Promise<Reply> {
  const { unitId, staffId } = who.duty;
  const told = await reportAbsence(app, {
    unitId,
    staffId,
    periodId: visit.form.get('period') ?? '',
    shiftId: visit.form.get('shift') ?? '',
    actor: who.actor,
  });
  return redirect(who.path('duty', { done: told > 0 ? 'absent' : 'absent-alone' }));
}
