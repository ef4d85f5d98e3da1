/** Which private link a feed was made from and who made it, and until when links, feeds and tokens are good. */

import type { Migration } from './step.ts';

export const tokenOriginsSchema: Migration = {
  number: 22,
  name: 'token-origins',
  statements: [
    'ALTER TABLE feed_token ADD COLUMN link_id TEXT',
    'ALTER TABLE feed_token ADD COLUMN made_by TEXT',
    'ALTER TABLE feed_token ADD COLUMN ends_at INTEGER',
    'ALTER TABLE personal_link ADD COLUMN ends_at INTEGER',
    'ALTER TABLE api_token ADD COLUMN ends_at INTEGER',
    `UPDATE feed_token SET made_by =
      (SELECT actor FROM audit_entry WHERE action = 'feed.issue' AND subject = feed_token.id)`,
  ],
};
