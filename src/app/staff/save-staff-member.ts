/** Takes one person onto the staff list, or changes what is known of one, as a form has it. */

import type { StaffMember } from '../../domain/staff.ts';
import type { StaffColumn } from '../../input/columns.ts';
import { FaultList } from '../../input/fault-list.ts';
import { fieldFaults, formRow } from '../../input/form-row.ts';
import { readMember } from '../../input/staff-file.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { FieldFault } from '../../kernel/field-fault.ts';
import { foldForSearch } from '../../kernel/names.ts';
import { findStaffMember, listLeavers, listStaff, saveStaff } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';
import { notingContacts } from './note-contacts.ts';
import { dropCertificatesOf } from './staff-change.ts';

/** As typed, by the columns of a list; those left out are empty. */
export type StaffForm = Readonly<Partial<Record<Exclude<StaffColumn, 'ignored'>, string>>>;

export interface StaffSaving {
  readonly unitId: string;
  /** Who is changed; absent adds someone. */
  readonly staffId?: string;
  readonly form: StaffForm;
  readonly actor: string;
}

export type StaffSaved =
  | { readonly saved: true; readonly staffId: string }
  | { readonly saved: false; readonly faults: readonly FieldFault[] };

/** A person's code never changes: rosters know people by it. Throws `not-found`. */
export async function saveStaffMember(
  app: App,
  { unitId, staffId, form, actor }: StaffSaving,
): Promise<StaffSaved> {
  allow(app, 'staff.edit', { unitId });
  return app.db.transaction().execute(async (trx): Promise<StaffSaved> => {
    await requireUnit(trx, unitId);
    const before = staffId === undefined ? undefined : await findStaffMember(trx, unitId, staffId);
    if (staffId !== undefined && !before) {
      throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
    }
    const faults = new FaultList();
    const read = readMember(formRow({ ...form, ...(before ? { id: before.id } : {}) }, faults), faults);
    if (!read || faults.count > 0) return { saved: false, faults: fieldFaults(faults) };
    const others = [
      ...(await listStaff(trx, unitId)),
      ...(await listLeavers(trx, unitId)).map(({ member }) => member),
    ];
    const clash = before ? undefined : others.find(({ id }) => foldForSearch(id) === foldForSearch(read.id));
    if (clash) return { saved: false, faults: [clashFault(clash, form)] };
    await notingContacts(trx, app, unitId, () => saveStaff(trx, unitId, [read]));
    await dropCertificatesOf(trx, app, unitId, before ? [read.id] : []);
    await record(trx, app, { actor, action: before ? 'staff.edit' : 'staff.add', unitId, subject: read.id });
    return { saved: true, staffId: read.id };
  });
}

/** A code made of the name says that the name is taken; a code that was typed, that the code is. */
function clashFault({ id, name }: StaffMember, form: StaffForm): FieldFault {
  const typed = (form.id ?? '').trim() !== '';
  const params = { id, name };
  return typed
    ? { field: 'id', key: 'error.staff.id-taken', params }
    : { field: 'name', key: 'error.staff.name-taken', params };
}
