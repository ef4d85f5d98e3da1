/** A roster in work. It may not fit the plan any more when inputs changed after it was saved: `fitRoster` tells. */

import type { Instant } from '../calendar/interval.ts';
import type { Roster } from './roster.ts';
import type { Certificate } from './version.ts';

export interface Draft {
  readonly roster: Roster;
  /** 1 when first saved, +1 with every save: who saves over a revision not seen is told. */
  readonly revision: number;
  readonly updatedAt: Instant;
  /** Absent when people edited the roster, or inputs changed, after it was solved. */
  readonly certificate?: Certificate;
}
