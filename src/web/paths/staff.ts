/** Where the pages of a unit's people live. */

import { type Query, withQuery } from './query.ts';

export const staffPath = (unitId: string, query: Query = {}): string =>
  withQuery(`/units/${encodeURIComponent(unitId)}/staff`, query);
export const newPersonPath = (unitId: string): string => `${staffPath(unitId)}/new`;

/** Takes what is done to everyone ticked on the list. */
export const staffChangePath = (unitId: string): string => `${staffPath(unitId)}/change`;
export const staffImportPath = (unitId: string): string => `${staffPath(unitId)}/import`;

/** Leave and wishes of everyone who takes part in a period. */
export const periodLeavePath = (periodId: string, query: Query = {}): string =>
  withQuery(`/periods/${encodeURIComponent(periodId)}/leave`, query);
export const leaveImportPath = (periodId: string): string => `${periodLeavePath(periodId)}/import`;

export const STAFF_FORMATS = ['csv', 'xlsx'] as const;
export type StaffFormat = (typeof STAFF_FORMATS)[number];

export const staffFilePath = (unitId: string, format: StaffFormat): string =>
  `/units/${encodeURIComponent(unitId)}/staff-list.${format}`;
export const leaveFilePath = (periodId: string, format: StaffFormat): string =>
  `${periodLeavePath(periodId)}-list.${format}`;

/** Headings alone, to be filled in. */
export const staffSamplePath = (unitId: string): string => `${staffFilePath(unitId, 'xlsx')}?sample=1`;

export const personPath = (unitId: string, staffId: string, query: Query = {}): string =>
  withQuery(`${staffPath(unitId)}/${encodeURIComponent(staffId)}`, query);

const PERSON_ACTIONS = {
  edit: 'edit',
  remove: 'remove',
  restore: 'restore',
  erase: 'erase',
  mentions: 'mentions',
  addLeave: 'leave/add',
  removeLeave: 'leave/remove',
  takePart: 'periods',
} as const;

export type PersonAction = keyof typeof PERSON_ACTIONS;

export const personActionPath = (unitId: string, staffId: string, action: PersonAction): string =>
  `${personPath(unitId, staffId)}/${PERSON_ACTIONS[action]}`;
