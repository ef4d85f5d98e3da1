/** The form of one person, new or known, and taking someone off the list, back, or out of all memory. */

import { eraseStaffMember } from '../../app/access/erase-staff-member.ts';
import type { App } from '../../app/app.ts';
import { listComingSeats } from '../../app/replacements/seats-in-need.ts';
import { listStaff, type StaffList } from '../../app/staff/list-staff.ts';
import { removeStaffMember, restoreStaffMember } from '../../app/staff/remove-staff-member.ts';
import { saveStaffMember } from '../../app/staff/save-staff-member.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { staffName } from '../../domain/staff-names.ts';
import { AppError } from '../../kernel/app-error.ts';
import { inside, mayIn, proven, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { replacementsPath } from '../paths/replacements.ts';
import { newPersonPath, personActionPath, personPath, staffPath } from '../paths/staff.ts';
import { type SeatRow, seatRow } from '../replacements/seat-rows.ts';
import { staffFields, storedStaff, typedStaff } from './form-fields.ts';

/** More would not be read before a button; all are listed after it. */
const MOST_SEATS_TOLD = 8;

export async function showNewPerson(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const list = await listStaff(app, visit.param('unit'));
  return formPage(visit, list, { values: new URLSearchParams({ share: '1' }) });
}

export async function showEditPerson(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const list = await listStaff(app, visit.param('unit'));
  const member = memberOf(list, visit.param('staff'));
  const seats = await comingRows(visit, app, member.id);
  return formPage(visit, list, { member, values: storedStaff(member), seats });
}

/** What is published of the person and not stood yet: told before anyone is taken off the list. */
async function comingRows(visit: Visit, app: App, staffId: string): Promise<SeatRow[]> {
  const { unit, seats } = await listComingSeats(app, { unitId: visit.param('unit') });
  return seats.filter(({ duty }) => duty.staffId === staffId).map((seat) => seatRow(visit, unit.zone, seat));
}

export async function addPerson(visit: Visit, deps: WebDeps): Promise<Reply> {
  return save(visit, deps);
}

export async function editPerson(visit: Visit, deps: WebDeps): Promise<Reply> {
  return save(visit, deps, visit.param('staff'));
}

async function save(visit: Visit, { app }: WebDeps, staffId?: string): Promise<Reply> {
  const unitId = visit.param('unit');
  const person = staffId === undefined ? {} : { staffId };
  const saved = await saveStaffMember(app, {
    unitId,
    ...person,
    form: typedStaff(visit),
    actor: visit.actor,
  });
  if (saved.saved) {
    const name = visit.form.get('name') ?? '';
    if (staffId === undefined) return redirect(staffPath(unitId, { done: 'saved', name }));
    return redirect(personPath(unitId, saved.staffId, { done: 'saved' }));
  }
  const list = await listStaff(app, unitId);
  const known =
    staffId === undefined
      ? {}
      : { member: memberOf(list, staffId), seats: await comingRows(visit, app, staffId) };
  return formPage(visit, list, { ...known, values: visit.form, faults: saved.faults });
}

/** Throws `not-found` for someone who is not on the list. */
function memberOf(list: StaffList, staffId: string): StaffMember {
  const member = peopleOf(list).find(({ id }) => id === staffId);
  if (!member) throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
  return member;
}

/** Namesakes told apart. Throws `not-found`. */
function nameIn(list: StaffList, staffId: string): string {
  return staffName(peopleOf(list), memberOf(list, staffId).id);
}

function peopleOf({ entries, leavers }: StaffList): StaffMember[] {
  return [...entries, ...leavers].map(({ member }) => member);
}

interface Shown {
  readonly member?: StaffMember;
  readonly values: URLSearchParams;
  readonly faults?: readonly FormFault[];
  /** Published, and still to be stood. */
  readonly seats?: readonly SeatRow[];
}

function formPage(visit: Visit, list: StaffList, { member, values, faults = [], seats = [] }: Shown): Reply {
  const unitId = visit.param('unit');
  const form = formOf(visit, values, faults);
  const title = member
    ? visit.say('staff.form.edit', { name: nameIn(list, member.id) })
    : visit.say('staff.form.new');
  return {
    kind: 'page',
    view: 'staff/form',
    title,
    unitName: list.unit.name,
    ...refusedIf(faults.length > 0),
    model: {
      title,
      to: member ? personActionPath(unitId, member.id, 'edit') : newPersonPath(unitId),
      back: member ? personPath(unitId, member.id) : staffPath(unitId),
      // Ending accounts is for administrators; whoever removes without being one leaves it to them.
      endsAccount: visit.visitor !== undefined && mayIn(visit, 'account.edit', unitId),
      seats: seats.slice(0, MOST_SEATS_TOLD),
      seatsTold: seats.length > 0 ? visit.say('staff.remove.seats', { count: seats.length }) : '',
      moreSeats: Math.max(0, seats.length - MOST_SEATS_TOLD),
      removePath: member ? personActionPath(unitId, member.id, 'remove') : '',
      whole: form.whole,
      isNew: member === undefined,
      ...staffFields(form, list, values),
    },
  };
}

export async function removePerson(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const staff = { unitId: visit.param('unit'), staffId: visit.param('staff') };
  const name = nameIn(await listStaff(app, staff.unitId), staff.staffId);
  const ending = visit.form.get('account') === 'on' ? { ending: byOf(visit) } : {};
  await removeStaffMember(app, { ...staff, actor: visit.actor, ...ending });
  if ((await comingRows(visit, app, staff.staffId)).length > 0) {
    return redirect(replacementsPath(staff.unitId, { staff: staff.staffId, done: 'removed' }));
  }
  return redirect(staffPath(staff.unitId, { done: 'removed', name }));
}

function byOf({ visitor }: Visit) {
  return visitor ? { by: visitor } : {};
}

export async function restorePerson(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const staff = { unitId: visit.param('unit'), staffId: visit.param('staff') };
  const name = nameIn(await listStaff(app, staff.unitId), staff.staffId);
  await restoreStaffMember(app, { ...staff, actor: visit.actor });
  return redirect(staffPath(staff.unitId, { done: 'restored', name }));
}

/** Only who is off the list already: nobody is forgotten by one slip of the hand. */
export function erasePerson(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const staff = { unitId: visit.param('unit'), staffId: visit.param('staff') };
  return proven(staffPath(staff.unitId), async () => {
    const { leavers } = await listStaff(app, staff.unitId);
    if (!leavers.some(({ member }) => member.id === staff.staffId)) {
      throw new AppError('conflict', 'error.staff.not-left');
    }
    const ghostId = await eraseStaffMember(app, visitor, staff);
    return redirect(`${personActionPath(staff.unitId, ghostId, 'mentions')}?done=erased`);
  });
}
