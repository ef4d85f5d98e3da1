/** How old a program may be that goes on working with a step of the schema: null for no older one than brought it. */

import type { Migration } from './step.ts';

export const oldestProgram: Migration = {
  number: 59,
  name: 'oldest-program',
  statements: ['ALTER TABLE migration ADD COLUMN oldest INTEGER'],
};
