/** Reminders of orders, kept with what became of each; periods found by their id alone. */

import type { Migration } from './step.ts';

export const orderRemindersSchema: Migration = {
  number: 48,
  name: 'order-reminders',
  statements: [
    // next_at: a mail that is still to go; null once it went or was given up.
    `CREATE TABLE order_reminder (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      order_id    TEXT NOT NULL REFERENCES duty_order (id),
      unit_id     TEXT NOT NULL REFERENCES unit (id),
      way         TEXT NOT NULL CHECK (way IN ('mail', 'text')),
      address     TEXT NOT NULL,
      reminded_at INTEGER NOT NULL,
      reminded_by TEXT NOT NULL,
      attempts    INTEGER NOT NULL,
      next_at     INTEGER,
      sent_at     INTEGER,
      outcome     TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX order_reminder_by_order ON order_reminder (order_id, id)',
    'CREATE INDEX order_reminder_due ON order_reminder (next_at) WHERE next_at IS NOT NULL',
    'CREATE INDEX period_by_id ON period (id)',
  ],
};
