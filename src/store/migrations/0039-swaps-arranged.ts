/** Offers that want one of some shifts in return, and swaps that someone arranged for two others. */

import type { Migration } from './step.ts';

export const swapsArrangedSchema: Migration = {
  number: 39,
  name: 'swaps-arranged',
  statements: ['ALTER TABLE swap ADD COLUMN wanted TEXT', 'ALTER TABLE swap ADD COLUMN arranged_by TEXT'],
};
