/** One published seat given to another at short notice, and whether whoever approves has agreed to it since. */

import type { Instant } from '../calendar/interval.ts';
import type { SeatRef } from './draft-edit.ts';

export interface Replacement {
  readonly id: string;
  readonly unitId: string;
  readonly periodId: string;
  /** The version that came of it. */
  readonly version: number;
  readonly seat: SeatRef;
  readonly fromId: string;
  readonly toId: string;
  /** Who did it: an account, or `cli`. */
  readonly by: string;
  readonly at: Instant;
  /** Absent while nobody has to agree. Refused, it stands until someone else is found. */
  readonly approval?: 'waiting' | 'approved' | 'refused';
  readonly decidedBy?: string;
  readonly decidedAt?: Instant;
  /** Why it was refused. */
  readonly reason?: string;
}
