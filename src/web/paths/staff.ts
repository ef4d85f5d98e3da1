/** Where the pages of a unit's people live. */

export function staffPath(unitId: string, query: Readonly<Record<string, string>> = {}): string {
  return withQuery(`/units/${encodeURIComponent(unitId)}/staff`, query);
}

export function newPersonPath(unitId: string): string {
  return `${staffPath(unitId)}/new`;
}

/** Takes what is done to everyone ticked on the list. */
export function staffChangePath(unitId: string): string {
  return `${staffPath(unitId)}/change`;
}

export function staffImportPath(unitId: string): string {
  return `${staffPath(unitId)}/import`;
}

/** Leave and wishes of everyone who takes part in a period. */
export function periodLeavePath(periodId: string, query: Readonly<Record<string, string>> = {}): string {
  return withQuery(`/periods/${encodeURIComponent(periodId)}/leave`, query);
}

export function leaveImportPath(periodId: string): string {
  return `${periodLeavePath(periodId)}/import`;
}

export const STAFF_FORMATS = ['csv', 'xlsx'] as const;
export type StaffFormat = (typeof STAFF_FORMATS)[number];

export function staffFilePath(unitId: string, format: StaffFormat): string {
  return `/units/${encodeURIComponent(unitId)}/staff-list.${format}`;
}

export function leaveFilePath(periodId: string, format: StaffFormat): string {
  return `${periodLeavePath(periodId)}-list.${format}`;
}

/** Headings alone, to be filled in. */
export function staffSamplePath(unitId: string): string {
  return `${staffFilePath(unitId, 'xlsx')}?sample=1`;
}

export function personPath(
  unitId: string,
  staffId: string,
  query: Readonly<Record<string, string>> = {},
): string {
  return withQuery(`${staffPath(unitId)}/${encodeURIComponent(staffId)}`, query);
}

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

export function personActionPath(unitId: string, staffId: string, action: PersonAction): string {
  return `${personPath(unitId, staffId)}/${PERSON_ACTIONS[action]}`;
}

function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}
