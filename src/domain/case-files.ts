/** The files a case is made of. Faults name them, so the names stand here once. */

export const CASE_FILES = {
  unit: 'unit.json',
  staff: 'staff.csv',
  leave: 'leave.csv',
  rules: 'rules.json',
  period: 'period.json',
  ledger: 'ledger.csv',
  holidays: 'holidays.json',
} as const;

export type CaseFile = (typeof CASE_FILES)[keyof typeof CASE_FILES];
