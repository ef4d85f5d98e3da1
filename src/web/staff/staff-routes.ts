/** Addresses of a unit's people, one line each. */

import type { Route } from '../kit/route.ts';
import { changeStaff } from './change.ts';
import { downloadLeave, downloadStaff } from './download.ts';
import {
  addPerson,
  editPerson,
  erasePerson,
  removePerson,
  restorePerson,
  showEditPerson,
  showNewPerson,
} from './form.ts';
import { runStaffImport, showStaffImport } from './import.ts';
import { runLeaveImport, showLeaveImport } from './leave-import.ts';
import { showStaff } from './list.ts';
import { settlePersonMentions, showMentions } from './mentions.ts';
import { showPeriodLeave } from './period-leave.ts';
import { addPersonLeave, removePersonLeave, setPersonPeriod, showPerson } from './person.ts';

const STAFF = '/units/:unit/staff';
const LEAVE = '/periods/:period/leave';
const PERSON = `${STAFF}/:staff`;
/** A list of 5 MB, as it came and as the preview carries it along. */
const MOST_UPLOAD_BYTES = 12_000_000;

export const STAFF_ROUTES: readonly Route[] = [
  { method: 'get', path: STAFF, show: showStaff, action: 'staff.view', reads: 'people' },
  { method: 'get', path: '/units/:unit/staff-list.:format', show: downloadStaff, action: 'staff.view' },
  { method: 'get', path: `${LEAVE}-list.:format`, show: downloadLeave, action: 'availability.view' },
  { method: 'get', path: `${STAFF}/new`, show: showNewPerson, action: 'staff.edit' },
  { method: 'post', path: `${STAFF}/new`, show: addPerson, action: 'staff.edit' },
  { method: 'post', path: `${STAFF}/change`, show: changeStaff, action: 'staff.edit' },
  { method: 'get', path: `${STAFF}/import`, show: showStaffImport, action: 'staff.edit' },
  {
    method: 'post',
    path: `${STAFF}/import`,
    show: runStaffImport,
    action: 'staff.edit',
    mostUploadBytes: MOST_UPLOAD_BYTES,
  },
  { method: 'get', path: LEAVE, show: showPeriodLeave, action: 'availability.view' },
  { method: 'get', path: `${LEAVE}/import`, show: showLeaveImport, action: 'availability.edit' },
  {
    method: 'post',
    path: `${LEAVE}/import`,
    show: runLeaveImport,
    action: 'availability.edit',
    mostUploadBytes: MOST_UPLOAD_BYTES,
  },
  { method: 'get', path: PERSON, show: showPerson, action: 'staff.view', reads: 'people' },
  { method: 'post', path: `${PERSON}/leave/add`, show: addPersonLeave, action: 'availability.edit' },
  { method: 'post', path: `${PERSON}/leave/remove`, show: removePersonLeave, action: 'availability.edit' },
  { method: 'post', path: `${PERSON}/periods`, show: setPersonPeriod, action: 'period.edit' },
  { method: 'get', path: `${PERSON}/edit`, show: showEditPerson, action: 'staff.edit', reads: 'people' },
  { method: 'post', path: `${PERSON}/edit`, show: editPerson, action: 'staff.edit' },
  { method: 'post', path: `${PERSON}/remove`, show: removePerson, action: 'staff.edit' },
  { method: 'post', path: `${PERSON}/restore`, show: restorePerson, action: 'staff.edit' },
  { method: 'post', path: `${PERSON}/erase`, show: erasePerson, action: 'staff.erase' },
  { method: 'get', path: `${PERSON}/mentions`, show: showMentions, action: 'staff.erase' },
  { method: 'post', path: `${PERSON}/mentions`, show: settlePersonMentions, action: 'staff.erase' },
];
