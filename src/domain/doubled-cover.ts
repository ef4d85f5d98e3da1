/** Where a plan covers what another period has published already: the same post at the same hours, twice. */

import { overlaps } from '../calendar/interval.ts';
import type { FixedDuty } from './duty-stream.ts';
import type { Plan } from './plan.ts';
import type { Shift } from './shift.ts';

export interface DoubledShift {
  readonly shift: Shift;
  /** Published duties of other periods on the shift's post that share a moment with it, by start. */
  readonly duties: readonly FixedDuty[];
}

/** By the plan's shifts. Posts are the same when their ids are: other posts may overlap freely. */
export function doubledCover({ shifts, fixed }: Pick<Plan, 'shifts' | 'fixed'>): DoubledShift[] {
  const published = fixed.filter(({ seat }) => seat !== undefined);
  return shifts.flatMap((shift) => {
    const duties = published.filter(
      ({ seat, span }) => seat?.post.id === shift.postId && overlaps(span, shift.span),
    );
    return duties.length > 0 ? [{ shift, duties }] : [];
  });
}
