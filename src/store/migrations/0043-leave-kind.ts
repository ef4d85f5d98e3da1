/** What kind of leave a line is; null where nobody said, and for wishes. */

import type { Migration } from './step.ts';

export const leaveKindSchema: Migration = {
  number: 43,
  name: 'leave-kind',
  statements: ['ALTER TABLE availability ADD COLUMN leave_kind TEXT'],
};
