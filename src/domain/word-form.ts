/** A Word form of a unit's own, as lists show it. The file itself is not known here. */

import type { Instant } from '../calendar/interval.ts';

export interface WordForm {
  readonly id: string;
  /** As the unit calls it. */
  readonly name: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly savedAt: Instant;
}
