/** In which order a unit lists its people, and where each stood in the list it took in. */

import type { Migration } from './step.ts';

export const listOrderSchema: Migration = {
  number: 42,
  name: 'list-order',
  statements: [
    'ALTER TABLE unit ADD COLUMN list_order TEXT',
    'ALTER TABLE staff_member ADD COLUMN list_place INTEGER',
  ],
};
