/** “Nhận ca”: someone has taken a shift of theirs. Nothing says where they are. */

import type { Instant } from '../calendar/interval.ts';
import type { Shift } from './shift.ts';

/** On the own page, behind the private link, by the code on the wall, or by word of mouth to who wrote it down. */
const CHECK_IN_WAYS = ['page', 'link', 'wall', 'told'] as const;
export type CheckInWay = (typeof CHECK_IN_WAYS)[number];

export interface CheckIn {
  readonly shiftId: string;
  readonly staffId: string;
  readonly at: Instant;
  readonly way: CheckInWay;
  readonly actor: string;
}

const MINUTE_MS = 60_000;
const EARLY_MS = 60 * MINUTE_MS;
/** From then on whoever leads is told. */
const LATE_MS = 15 * MINUTE_MS;

/** From an hour before it begins until it is over. */
export function mayCheckIn({ span }: Pick<Shift, 'span'>, now: Instant): boolean {
  return now >= span.start - EARLY_MS && now < span.end;
}

/** For so long it is worth telling; afterwards it is known. */
const TOLD_FOR_MS = 120 * MINUTE_MS;

export function isLate({ span }: Pick<Shift, 'span'>, now: Instant): boolean {
  const since = now - span.start;
  return since >= LATE_MS && since < TOLD_FOR_MS && now < span.end;
}
