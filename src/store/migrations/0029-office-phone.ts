/** A person has two numbers: a mobile, and one at the office, perhaps behind a switchboard. */

import type { Migration } from './step.ts';

export const officePhoneSchema: Migration = {
  number: 29,
  name: 'office-phone',
  statements: ["ALTER TABLE staff_member ADD COLUMN office_phone TEXT NOT NULL DEFAULT ''"],
};
