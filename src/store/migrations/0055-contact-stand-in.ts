/** Who is called where a contact does not answer, and by what other way. */

import type { Migration } from './step.ts';

export const contactStandIn: Migration = {
  number: 55,
  name: 'contact-stand-in',
  statements: [
    `ALTER TABLE contact_entry ADD COLUMN stand_in TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE contact_entry ADD COLUMN channel TEXT NOT NULL DEFAULT ''`,
  ],
};
