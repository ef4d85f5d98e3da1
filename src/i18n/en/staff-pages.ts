/** English sentences: the staff list, one person's page, leave and wishes, taking in a list from a file. */

import type { staffPagesVi } from '../vi/staff-pages.ts';

export const staffPagesEn: Record<keyof typeof staffPagesVi, string> = {
  'error.availability.no-part':
    'This person takes no part in the period. You can ask a rota maker to add them first.',
  'error.availability.missing': 'This line of leave or wish is gone. You can load the page again.',
  'error.availability.late':
    'The time to enter leave and wishes of your own for this period is over. You can ask a rota maker to enter it.',
  'error.availability.published':
    'The roster of this period is published; a further wish cannot change it. You can ask for a swap.',
  'error.availability.too-many':
    'One person has at most {most} lines a period. You can join neighbouring days into one line.',
  'error.availability.outside':
    'This day is outside the period and touches no shift. The month or the year may be a slip.',
};
