/** Takes back what was published of a period from a moment on, or deletes one that nobody was told of. */

import { deletePeriod } from '../../app/periods/delete-period.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { withdrawVersion } from '../../app/versions/withdraw-version.ts';
import type { Period } from '../../domain/period.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Form } from '../kit/fields.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { rosterPath } from '../paths/periods.ts';
import { deletePath, withdrawPath } from '../paths/setup.ts';
import { typedMoment } from './lift.ts';

export async function withdrawPublished(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const key = await resolvePeriod(app, visit.param('period'), visit.unit?.id);
  const from = await typedMoment(visit, app, key.unitId);
  const note = (visit.form.get('note') ?? '').trim().slice(0, 500);
  await withdrawVersion(app, {
    key,
    from,
    note: note || visit.say('period.withdraw.note'),
    actor: visit.actor,
  });
  return redirect(rosterPath(key.periodId));
}

export async function deleteUnpublished(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const key = await resolvePeriod(app, visit.param('period'), visit.unit?.id);
  await deletePeriod(app, { key, actor: visit.actor });
  return redirect('/periods');
}

/** What either would touch is said before it is done; false for what cannot be done. */
export function takeBackModel(
  { say, now }: Visit,
  {
    form,
    period,
    version,
  }: {
    readonly form: Form;
    readonly period: Period;
    /** The newest; absent while nothing was published. */
    readonly version: RosterVersion | undefined;
  },
) {
  const ahead = new Set(version?.plan.shifts.filter(({ span }) => span.start >= now).map(({ id }) => id));
  const seats = version?.roster.assignments.filter(({ shiftId }) => ahead.has(shiftId)) ?? [];
  const people = new Set(seats.map(({ staffId }) => staffId)).size;
  return {
    // A period until lifted has its own way to end.
    withdraw: seats.length > 0 &&
      period.untilLifted !== true && {
        action: withdrawPath(period.id),
        touches: say('period.withdraw.touches', { seats: seats.length, people }),
        at: form.text('at', 'period.withdraw.at', { type: 'datetime-local' }),
        note: form.text('note', 'word.reason', { maxlength: 500 }),
      },
    remove: version === undefined && { action: deletePath(period.id) },
  };
}
