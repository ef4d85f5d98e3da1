/** Someone's own calendar is read no more, and what it asked for is forgotten. Leave that was answered stays. */

import { replaceCalendarLines } from '../../store/availability-store.ts';
import { deleteBusyCalendar, type StaffKey } from '../../store/busy-calendar-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';

export async function removeBusyCalendar(
  app: App,
  { unitId, staffId, actor }: StaffKey & { readonly actor: string },
): Promise<void> {
  allow(app, 'availability.edit', { unitId, staffId });
  return app.db.transaction().execute(async (trx) => {
    await deleteBusyCalendar(trx, { unitId, staffId });
    await replaceCalendarLines(trx, { unitId, staffId }, []);
    await record(trx, app, { actor, action: 'busy-calendar.remove', unitId, subject: staffId });
  });
}
