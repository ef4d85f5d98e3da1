/** Incidents and their reports; what a decree asks of them, as each unit has it. Timelines stand in the log. */

import type { Migration } from './step.ts';

export const incidentsSchema: Migration = {
  number: 50,
  name: 'incidents',
  statements: [
    // The unit's own copy, as JSON; none while it uses the shipped one.
    `CREATE TABLE incident_rules (
      unit_id TEXT NOT NULL PRIMARY KEY REFERENCES unit (id) ON DELETE CASCADE,
      rules   TEXT NOT NULL
    ) STRICT`,
    // `origin`: number of the log entry it grew out of. `rules`: as they were when it was opened.
    `CREATE TABLE incident (
      unit_id       TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
      number        INTEGER NOT NULL CHECK (number > 0),
      title         TEXT NOT NULL,
      kind          TEXT NOT NULL,
      level         TEXT NOT NULL,
      systems       TEXT NOT NULL,
      detected_at   INTEGER NOT NULL,
      opened_at     INTEGER NOT NULL,
      personal_data INTEGER NOT NULL CHECK (personal_data IN (0, 1)),
      origin        INTEGER NOT NULL,
      rules         TEXT NOT NULL,
      closed_at     INTEGER,
      cause         TEXT NOT NULL,
      remaining     TEXT NOT NULL,
      PRIMARY KEY (unit_id, number)
    ) STRICT`,
    'CREATE INDEX incident_open ON incident (unit_id, number) WHERE closed_at IS NULL',
    // `content`: a text a field, as JSON. Sent ones are written no more.
    `CREATE TABLE incident_report (
      unit_id  TEXT NOT NULL,
      incident INTEGER NOT NULL,
      number   INTEGER NOT NULL CHECK (number > 0),
      duty     TEXT NOT NULL,
      content  TEXT NOT NULL,
      saved_at INTEGER NOT NULL,
      sent_at  INTEGER,
      receipt  TEXT NOT NULL,
      PRIMARY KEY (unit_id, incident, number),
      FOREIGN KEY (unit_id, incident) REFERENCES incident (unit_id, number) ON DELETE CASCADE
    ) STRICT`,
  ],
};
