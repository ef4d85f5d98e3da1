/** Why someone was away leaves published versions: a roster is judged by when, and a version is kept for good. */

import type { Migration } from './step.ts';

export const noLeaveNotesSchema: Migration = {
  number: 24,
  name: 'no-leave-notes',
  statements: [
    'DROP TRIGGER version_never_changes',
    // Nothing else of a snapshot moves: SQLite writes JSON as it was written, without spaces.
    `UPDATE version SET snapshot = json_set(snapshot, '$.plan.leave', json((
        SELECT json_group_array(json_set(value, '$.note', '')) FROM json_each(snapshot, '$.plan.leave'))))
      WHERE EXISTS (SELECT 1 FROM json_each(snapshot, '$.plan.leave') WHERE value ->> '$.note' <> '')`,
    `CREATE TRIGGER version_never_changes BEFORE UPDATE ON version
     BEGIN SELECT raise(ABORT, 'a published version never changes'); END`,
  ],
  // No database on PostgreSQL is older than this.
  postgres: [],
};
