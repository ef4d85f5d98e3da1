/** When people cannot or would rather not stand: leave, and weighted wishes for and against. */

import type { Interval } from '../calendar/interval.ts';
import type { LeaveKind } from './leave-kind.ts';

/** Approved absence; no shift may overlap it. */
export interface Leave {
  readonly staffId: string;
  readonly span: Interval;
  readonly note: string;
  readonly kind?: LeaveKind;
}

export type WishDirection = 'for' | 'against';

export interface Wish {
  readonly staffId: string;
  readonly direction: WishDirection;
  readonly span: Interval;
  /** Only shifts of this post count; absent means any. */
  readonly postId?: string;
  /** 1 (would be nice) to 10 (matters very much). */
  readonly weight: number;
}
