/** Lets someone's own calendar be read for when they are busy, in place of the one before. */

import { AppError } from '../../kernel/app-error.ts';
import { replaceCalendarLines } from '../../store/availability-store.ts';
import { replaceBusyCalendar, type StaffKey } from '../../store/busy-calendar-store.ts';
import { findStaffMember } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import { seal } from '../access/secret-box.ts';
import type { App } from '../app.ts';
import { requireWebAddress } from '../machines/add-web-hook.ts';
import { record } from '../record.ts';

export interface BusyCalendarSetting extends StaffKey {
  /** `webcal:` is read as https. It is a secret of the person's: kept sealed, shown to nobody. */
  readonly address: string;
  readonly actor: string;
}

/** Throws `not-found` for nobody known, and `invalid` for what is no web address. */
export async function setBusyCalendar(app: App, setting: BusyCalendarSetting): Promise<void> {
  allow(app, 'availability.edit', setting);
  const { unitId, staffId, actor } = setting;
  const address = setting.address.trim().replace(/^webcals?:/i, 'https:');
  requireWebAddress(address);
  return app.db.transaction().execute(async (trx) => {
    if (!(await findStaffMember(trx, unitId, staffId))) {
      throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
    }
    const sealedAddress = seal(app, ownerOf(setting), Buffer.from(address));
    await replaceCalendarLines(trx, { unitId, staffId }, []);
    await replaceBusyCalendar(trx, { unitId, staffId, sealedAddress, createdAt: app.clock() });
    await record(trx, app, { actor, action: 'busy-calendar.add', unitId, subject: staffId });
  });
}

/** What the address is sealed for. */
export function ownerOf({ unitId, staffId }: StaffKey): string {
  return JSON.stringify(['busy-calendar', unitId, staffId]);
}
