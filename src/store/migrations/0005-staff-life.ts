/** People leave and are not forgotten at once; leave and wishes close at a time the unit sets. */

import type { Migration } from './step.ts';

export const staffLifeSchema: Migration = {
  number: 5,
  name: 'staff-life',
  statements: [
    // Off the list from then on: not offered for new periods, still named in those they stood in, until erased.
    'ALTER TABLE staff_member ADD COLUMN left_at INTEGER',
    'ALTER TABLE period ADD COLUMN wishes_until INTEGER',
  ],
};
